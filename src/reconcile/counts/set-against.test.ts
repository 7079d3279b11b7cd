import { describe, expect, it } from "vitest";
import type { Account } from "../../core/contract.js";
import { readAccount } from "../../engine.js";

const read = (...told: readonly (readonly [day: string, text: string])[]): Account =>
  readAccount(told.map(([published, text], at) => ({ text, file: `${at}.txt`, published })));

const killed = ({ stories }: Account): string[] =>
  stories
    .flatMap(({ disagreements }) => disagreements)
    .filter(({ about }) => about.includes("killed"))
    .map(
      ({ relation, positions }) => `${relation} ${positions.map(({ value }) => value).join(" ")}`,
    );

const bestOf = ({ stories }: Account): (number | null)[] =>
  stories
    .flatMap(({ ledger }) => ledger)
    .filter(({ measure, background, part }) => measure === "killed" && !background && !part)
    .map(({ best }) => best);

describe("an agency", () => {
  it("that quotes another for a second count tells both, and not against itself", () => {
    const [text, published] = [
      "ذكرت وكالة أسوشيتد برس أن أكثر من 180 شخصا قتلوا في فيضانات غرب القارة، ونقلت وكالة أسوشيتد برس عن الشرطة الألمانية أن عدد القتلى في بون بلغ 110 قتلى.",
      "2022-03-03",
    ];
    const other = "قتل أكثر من 180 شخصا في فيضانات غرب القارة وفق وكالة أسوشيتد برس.";
    const { stories } = readAccount([
      { text, published, file: "a.txt" },
      { text: other, published, file: "b.txt" },
    ]);
    const told = stories.flatMap(({ disagreements }) => disagreements);
    expect(told.filter(({ relation }) => relation === "contradicts")).toEqual([]);
  });
});

describe("counts that one report sets against each other", () => {
  const ministry =
    "قالت وزارة الصحة إن هجوم الخميس على معسكر التدريب في مأرب أوقع 89 قتيلا بينهم نساء. وأضافت الوزارة في بيان نشرته الوكالة الرسمية أن فرقها ما زالت تعمل في المكان وأن المستشفيات تستقبل من نقلوا إليها منذ الصباح من القرى القريبة.";

  it("differ, though a later count has outgrown both", () => {
    const account = read(
      ["2022-03-04", `${ministry} من جهته، أحصى المرصد اليمني لحقوق الإنسان 112 قتيلا في الهجوم.`],
      [
        "2022-03-05",
        "أعلن المرصد اليمني لحقوق الإنسان ارتفاع حصيلة قتلى هجوم الخميس على معسكر التدريب في مأرب إلى 123 قتيلا.",
      ],
    );
    expect(killed(account)).toContain("contradicts 89 112");
  });

  it("differ, however far apart, where an official puts his toll against another's", () => {
    const account = (turn: string) =>
      read([
        "2022-03-04",
        `انهار سقف سوق مأرب الخميس. وأفادت وكالة سبأ نقلا عن مسؤولين صحيين أن عدد القتلى بلغ 32 شخصا. ${turn} صالح العمري، وزير الداخلية اليمني، قال إن حصيلة القتلى هي سبعة.`,
      ]);
    expect(killed(account("لكن"))).toContain("contradicts 7 32");
    expect(killed(account("وكان"))).not.toContain("contradicts 7 32");
  });

  it("not where the second is of one village alone", () => {
    const account = read(
      [
        "2022-03-04",
        `${ministry} من جهته، أحصى المرصد اليمني لحقوق الإنسان 12 قتيلا من قرية الوادي وحدها.`,
      ],
      ["2022-03-05", "قالت وزارة الصحة إن هجوم الخميس على معسكر التدريب في مأرب أوقع 95 قتيلا."],
    );
    expect(killed(account).filter((one) => one.startsWith("contradicts"))).toEqual([]);
  });
});

describe("a number that one report sets against the best", () => {
  it("is told, whoever else tells the best", () => {
    const account = read(
      ["2022-03-04", "قال الهلال الأحمر إن حصيلة قتلى الفيضان في مأرب ارتفعت إلى 1130 قتيلا."],
      [
        "2022-03-05",
        "أعلنت الأمم المتحدة ارتفاع حصيلة قتلى الفيضان في مأرب إلى 1130 قتيلا. من جانبها، أعلنت وزارة الصحة تسجيل 395 قتيلا في الفيضان.",
      ],
    );
    expect(killed(account)).toEqual(["contradicts 395 1130"]);
  });
});

describe("a toll that was put right", () => {
  it("holds, and the former one is told as such", () => {
    const account = read(
      ["2022-03-03", "أعلنت الإذاعة الرسمية مقتل 95 شخصا في انفجار السوق في مأرب يوم الخميس."],
      [
        "2022-03-04",
        "خفضت وزارة الصحة اليوم الجمعة حصيلة القتلى في انفجار السوق في مأرب من 95 إلى 84 قتيلا.",
      ],
    );
    expect(bestOf(account)).toEqual([84]);
    expect(killed(account)).toEqual(["updates 95 84"]);
  });
});

describe("a count that a report calls earlier", () => {
  it("is a step, whoever of the day gave the higher one", () => {
    const account = read([
      "2022-03-03",
      "ارتفعت حصيلة قتلى انهيار المنجم في مأرب إلى 60 قتيلا بحسب الدفاع المدني. وأفادت حصيلة سابقة لوزارة الداخلية بمقتل 41 شخصا.",
    ]);
    expect(killed(account)).toEqual(["updates 41 60"]);
  });

  it("but a count told before a lower one is no step to it", () => {
    const account = read(
      [
        "2022-03-03",
        "وفي وقت سابق أعلن محافظ مأرب ارتفاع عدد ضحايا حريق القاعة إلى 114 قتيلا و200 جريح.",
      ],
      [
        "2022-03-06",
        "أعلنت دائرة صحة مأرب وفاة 107 أشخاص جراء حريق القاعة في مأرب، وإصابة 200 شخص.",
      ],
    );
    expect(killed(account).filter((one) => one.startsWith("updates"))).toEqual([]);
  });
});

describe("what two bodies count of one attack", () => {
  const told = (...texts: readonly (readonly [day: string, text: string])[]) => read(...texts);

  it("differs, where the one's hurt are told behind it as others, and neither goes on to the other", () => {
    const account = told(
      [
        "2022-03-05",
        "قال حزب الأمة إن حصيلة تفجير السوق في مأرب وصلت إلى 128 قتيلا. لكن وزارة الداخلية قالت إن 95 شخصا قتلوا وجرح 245 آخرون في التفجير.",
      ],
      ["2022-03-05", "ارتفع عدد قتلى تفجير السوق في مأرب إلى 95 قتيلا، وجرح العشرات."],
    );
    expect(killed(account).filter((one) => one.startsWith("contradicts"))).toEqual([
      expect.stringMatching(/95.*128|128.*95/u),
    ]);
    expect(killed(account).filter((one) => /updates.*95.*128/u.test(one))).toEqual([]);
  });

  it("is put right by who tells the number it stands instead of", () => {
    const account = told(
      ["2022-03-04", "قال المتحدث باسم الشرطة إن حصيلة تفجيرات مأرب ارتفعت إلى 359 قتيلا."],
      [
        "2022-03-05",
        "أعلنت السلطات اليمنية السبت أن حصيلة قتلى تفجيرات مأرب بلغت 253 قتيلا، بدلا من 359 قتيلا أعلنتهم الشرطة.",
      ],
      ["2022-03-09", "أعلنت السلطات اليمنية ارتفاع حصيلة قتلى تفجيرات مأرب إلى 257 قتيلا."],
    );
    expect(bestOf(account)).toEqual([257]);
    expect(killed(account).filter((one) => one.startsWith("contradicts"))).toEqual([]);
  });

  it("is one toll in the town and on the island in which a report puts it", () => {
    const account = told(
      ["2022-03-04", "ارتفعت حصيلة قتلى الزلزال في جزيرة سولاويسي في إندونيسيا إلى 832 قتيلا."],
      [
        "2022-03-06",
        "ارتفعت حصيلة قتلى الزلزال الذي ضرب مدينة بالو بجزيرة سولاويسي في إندونيسيا إلى 1763 قتيلا.",
      ],
    );
    expect(killed(account)).toEqual(["updates 832 1763"]);
  });

  it("is no dispute of passengers and of all who were aboard with the crew", () => {
    const plane = "تحطمت طائرة ركاب قرب مأرب الخميس";
    const aboard = (some: number, all: number) =>
      read(
        ["2022-03-04", `${plane}. وقالت وزارة النقل اليمنية إن الطائرة كانت تقل ${some} راكبا.`],
        ["2022-03-04", `${plane}. وقالت شرطة مأرب إن الطائرة كانت تقل ${all} شخصا.`],
      )
        .stories.flatMap(({ disagreements }) => disagreements)
        .filter(({ about }) => about.includes("aboard")).length;
    expect(aboard(65, 71)).toBe(0);
    expect(aboard(65, 98)).toBe(1);
  });

  it("leaves who was saved apart from who was aboard", () => {
    const { stories } = told([
      "2022-03-04",
      "غرق قارب قبالة عدن كان يقل 350 شخصا. وقالت البحرية إن خفر السواحل أنقذ 132 شخصا، فيما قالت مفوضية اللاجئين إنه تم إنقاذ 150 شخصا.",
    ]);
    const nouns = stories.flatMap(({ ledger }) => ledger.map(({ counted }) => counted));
    expect(nouns).toEqual(expect.arrayContaining(["rescued", "aboard"]));
  });

  it("is of all, and not of the pilgrims of one nation", () => {
    const account = told(
      [
        "2022-03-04",
        "قال وزير الأوقاف المصري إن عدد الحجاج المصريين الذين توفوا في تدافع مكة ارتفع إلى 74 حاجا.",
      ],
      [
        "2022-03-06",
        "أعلنت السلطات السعودية أن عدد الحجاج الذين توفوا في تدافع مكة ارتفع إلى 769 حاجا.",
      ],
    );
    expect(killed(account)).toEqual([]);
  });

  it("is no rounding of what was counted weeks after", () => {
    const account = told(
      ["2022-03-04", "قالت الشرطة إن تفجير السوق في مأرب أوقع 300 جريح."],
      ["2022-04-20", "قالت لجنة الطوارئ إن تفجير السوق في مأرب أوقع 295 جريحا."],
    );
    const told300 = account.stories.flatMap(({ disagreements }) => disagreements);
    expect(told300.filter(({ relation }) => relation === "vaguer")).toEqual([]);
  });
});

describe("what nobody set against another", () => {
  const toldOf = ({ stories }: Account): string[] =>
    stories.flatMap(({ disagreements }) =>
      disagreements.map(
        ({ relation, positions }) => `${relation} ${positions.map(({ value }) => value).join(" ")}`,
      ),
    );

  it("is whom two ships saved", () => {
    const account = read(
      ["2022-03-04", "أنقذت سفينة تابعة لأطباء بلا حدود 87 مهاجرا قبالة سواحل صقلية."],
      ["2022-03-04", "أنقذت سفينة تابعة للبحرية الإيطالية 370 مهاجرا قبالة سواحل صقلية."],
    );
    expect(toldOf(account)).toEqual([]);
  });

  it("is 'thousands' beside a number", () => {
    const account = read([
      "2022-03-04",
      "قال الصليب الأحمر إن الحرب في اليمن شردت الآلاف. وأضافت اللجنة الدولية للصليب الأحمر أن عدد النازحين في اليمن بلغ 1300000 نازح.",
    ]);
    expect(toldOf(account)).toEqual([]);
  });
});
