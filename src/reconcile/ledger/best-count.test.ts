import { describe, expect, it } from "vitest";
import { readAccount } from "../../engine.js";
import { figures, ledgersOfDead, MARIB, storyOf, type Told } from "../sample-story.js";

const bestOf = (...told: readonly Told[]) => ledgersOfDead(storyOf(...told))[0]?.best;
const first = { place: MARIB, killed: 151, injured: 40, speaker: "الهيئة" } as const;

describe("the best count", () => {
  it('is a later "at least" that went beyond an exact number', () => {
    const later = { ...first, killed: 155, isBound: true, out: "2022-03-04" } as const;
    expect(bestOf(first, { ...later, speaker: "الوزارة" })).toBe(155);
    expect(bestOf(first, { ...later, killed: 149, speaker: "الوزارة" })).toBe(151);
  });

  it("is the press's own where an official's is old, or where its words say that the toll rose", () => {
    const { speaker: _, ...own } = { ...first, killed: 170 } as const;
    expect(bestOf(first, { ...own, out: "2022-03-04" })).toBe(151);
    expect(bestOf(first, { ...own, out: "2022-03-08" })).toBe(170);
    expect(bestOf(first, { ...own, out: "2022-03-04", words: "في حصيلة جديدة" })).toBe(170);
  });

  it("is, of one day, what the toll rose to, whoever tells it", () => {
    const { speaker: _, ...own } = { ...first, killed: 174 } as const;
    expect(bestOf(first, { ...own, words: "في حصيلة جديدة" })).toBe(174);
    expect(bestOf(first, own)).toBe(151);
    expect(bestOf({ ...first, saidBefore: true }, own)).toBe(174);
  });

  it("is no estimate, whoever reckons", () => {
    const dead = (words: string) => `لقي ${words} مصرعهم في زلزال ضرب مدينة مأرب اليمنية.`;
    const told = (...texts: readonly string[]) =>
      readAccount(texts.map((text, at) => ({ text, file: `${at}.txt`, published: "2022-03-03" })))
        .stories.flatMap(({ ledger }) => ledger)
        .map(({ best }) => best);
    const reckoned = `قدر مركز رصد الزلازل عدد القتلى في زلزال مأرب بما بين 500 و1000 شخص.`;
    expect(told(dead("72 شخصا"), reckoned)).toEqual([72]);
    expect(told(reckoned)).toEqual([500]);
  });

  it("is not what was outgrown and is printed once more", () => {
    const { speaker: _, ...again } = { ...first, out: "2022-03-05" } as const;
    const story = storyOf(
      first,
      { ...first, killed: 170, speaker: "الوزارة", out: "2022-03-04" },
      { ...again, words: "كما كتب مراسلنا من السوق القديم بعد الظهر" },
      { ...again, words: "وما زال كثيرون تحت أنقاض المباني قرب المرفأ" },
    );
    const [dead] = ledgersOfDead(story);
    expect([dead?.low, dead?.best]).toEqual([170, 170]);
  });

  it("is not what somebody had said before the day on which that is told", () => {
    const told = { ...first, killed: 170, isBound: true, speaker: "الوزارة" } as const;
    const before = { ...first, saidBefore: true } as const;
    expect(bestOf(told, { ...before, out: "2022-03-04" })).toBe(170);
    expect(bestOf(told, { ...first, out: "2022-03-04" })).toBe(151);
  });

  it("is an official's who counts fewer than nameless sources did", () => {
    const { speaker: _, ...nameless } = first;
    const later = { ...first, out: "2022-03-04" } as const;
    const again = { ...nameless, words: "كما كتب مراسلنا من السوق القديم بعد الظهر" } as const;
    expect(bestOf(nameless, again, { ...later, killed: 121 })).toBe(121);
  });
});

describe("low and high", () => {
  it("are of those who tell a number, where somebody does", () => {
    const boundsOf = (...texts: readonly string[]) =>
      readAccount(texts.map((text, at) => ({ text, file: `${at}.txt`, published: "2022-03-03" })))
        .stories.flatMap(({ ledger }) => ledger)
        .map(({ low, high }) => [low, high]);
    const vague = "قتل عشرات الأشخاص في انفجار هز ميناء المكلا اليوم الخميس.";
    const exact = "قتل 54 شخصا في انفجار هز ميناء المكلا اليوم الخميس.";
    expect(boundsOf(vague)).toEqual([[20, null]]);
    expect(boundsOf(vague, exact)).toEqual([[54, 54]]);
  });
});

describe("one ledger", () => {
  it("counts those who are called by where they were and persons, where the number is one", () => {
    const fire = { ...first, killed: 41 } as const;
    const prisoners = { ...fire, counted: "prisoners", speaker: "الشرطة" } as const;
    expect(ledgersOfDead(storyOf(fire, prisoners))).toHaveLength(1);
    expect(ledgersOfDead(storyOf(fire, { ...prisoners, killed: 37 }))).toHaveLength(2);
    expect(ledgersOfDead(storyOf(fire, { ...prisoners, counted: "police" }))).toHaveLength(2);
  });
});

describe("two counts", () => {
  const told = (...texts: readonly (readonly [day: string, text: string])[]) =>
    readAccount(
      texts.map(([published, text], at) => ({
        id: `r${at}`,
        outlet: `o${at}`,
        published,
        text: `حلب (سوريا) - ${text}`,
      })),
    ).stories.flatMap(figures);

  it("contradict each other where the one says that there were no more", () => {
    const dead = "في فض اعتصام ساحة حلب وإصابة 84 آخرين.";
    const count = ["2022-01-06", `أعلنت نقابة الأطباء السورية مقتل 101 شخص ${dead}`] as const;
    const limit = `أعلنت وزارة الصحة السورية أن عدد القتلى لم يتجاوز 46 شخصا ${dead}`;
    const relations = (day: string) => told(count, [day, limit]).map(({ relation }) => relation);
    expect(relations("2022-01-06")).toEqual(["contradicts"]);
    expect(relations("2022-01-07")).toEqual(["contradicts"]);
  });

  it("of a quake have no parties", () => {
    const early = "أعلنت الهيئة السورية للكوارث مقتل 15 شخصا على الأقل في زلزال ضرب حلب.";
    const late = "قال متحدث باسم حركة طالبان إن عدد قتلى الزلزال الذي ضرب حلب ارتفع إلى 100 شخص.";
    const [only] = told(["2022-01-06", early], ["2022-01-07", late]);
    expect(only?.relation).toBe("updates");
  });

  it("of hostages are none once they are free: no dispute of that day", () => {
    const held = "احتجز مسلحون 170 رهينة في فندق بمدينة حلب وقتل 12 شخصا.";
    const free =
      "قال وزير الأمن السوري إنه لم يعد لدى المسلحين أي رهائن في فندق حلب بعد مقتل 12 شخصا.";
    expect(told(["2022-01-06", held], ["2022-01-06", free])).toEqual([]);
  });

  it("since a day and until a day are told of no day of their own", () => {
    const since = (speaker: string, many: number) =>
      `أعلنت ${speaker} تسجيل ${many} حالة وفاة بالكوليرا في حلب منذ 27 أبريل 2021.`;
    const [only] = told(
      ["2021-07-24", since("منظمة الصحة العالمية", 1858)],
      ["2021-08-12", since("منظمة الصحة العالمية", 1966)],
    );
    expect(only?.relation).toBe("updates");
  });

  it("of three officials on the first day are left open, and told", () => {
    const fire = (who: string, many: string) => `${who} الخميس مقتل ${many} في حريق طاحونة حلب.`;
    const day = "2022-01-06";
    const [only, ...others] = told(
      [day, fire("أعلن مدير الصحة", "سبعة أشخاص")],
      [day, fire("أعلن الدفاع المدني", "تسعة أشخاص")],
      [day, fire("أعلنت الشرطة", "أربعة أشخاص")],
    );
    expect([only?.relation, others]).toEqual(["undecided", []]);
    expect(only?.positions.map(({ value }) => value)).toEqual(["4", "7", "9"]);
  });
});
