import { describe, expect, it } from "vitest";
import type { Claim } from "../../core/contract.js";
import { readReport } from "../../engine.js";
import type { ReportReading } from "../reading.js";

const read = (text: string): ReportReading => readReport({ text, published: "2023-05-04" });
const nameOf = ({ entities }: ReportReading, id: string | null | undefined): string | null =>
  entities.find((entity) => entity.id === id)?.name ?? null;
const figuresIn = ({ claims }: ReportReading): Claim[] => claims.filter(({ figure }) => figure);
const sourceOf = (claim: Claim | undefined): string =>
  (claim?.chain ?? [])
    .slice(1)
    .map(({ name }) => name)
    .join(" > ");

describe("where and when a figure belongs", () => {
  it("is told beside it", () => {
    const reading = read("قتل ثلاثة عمال في حماة أمس الأربعاء، وقتل سبعة آخرون في حمص.");
    const [first] = figuresIn(reading);
    expect(nameOf(reading, first?.place)).toBe("حماة");
    expect(first?.time).toMatchObject({ start: "2023-05-03", basis: "relative" });
  });

  it("is carried over from the sentence before, and says so", () => {
    const reading = read("انهار مبنى في حماة أمس الأربعاء. وقتل ثلاثة عمال تحت الأنقاض.");
    const figure = figuresIn(reading).find((claim) => claim.figure?.measure === "killed");
    expect(nameOf(reading, figure?.place)).toBe("حماة");
    expect(figure?.time).toMatchObject({ start: "2023-05-03", basis: "inherited" });
  });

  it("is not the day on which he spoke who is told behind it", () => {
    const dayOf = (text: string): string | undefined =>
      figuresIn(read(text))[0]?.time?.start ?? undefined;
    expect(dayOf("قتل خمسة عمال في حماة، وفق ما أعلنته الشرطة، أمس الأربعاء.")).toBeUndefined();
    expect(dayOf("قتل خمسة عمال في حماة الاثنين، حسبما ذكرت الوكالة اليوم الخميس.")).toBe(
      "2023-05-01",
    );
    // Nobody says "according to" on a day: it is that of the deaths.
    expect(dayOf("قتل خمسة عمال في حماة، بحسب الشرطة، أمس الأربعاء.")).toBe("2023-05-03");
  });

  it("is none of what the news is only held against", () => {
    const years = (text: string): (string | undefined)[] => [
      ...new Set(figuresIn(read(text)).map(({ time }) => time?.start?.slice(0, 4))),
    ];
    expect(
      years(
        "انهار مبنى في حماة أمس الأربعاء. ويعد الحادث الأسوأ منذ عام 2011، وقال الوزير إن ثلاثة عمال قتلوا.",
      ),
    ).toEqual(["2023"]);
    expect(
      years(
        "هاجم مسلحون عرضا في حماة أمس الأربعاء في ذكرى الحرب التي دارت من 1980 إلى 1988. وقتل سبعة جنود.",
      ),
    ).toEqual(["2023"]);
    expect(
      years(
        "وقع الانفجار في حماة أمس الأربعاء، وهو الأول منذ انتهاء الحرب قبل عشر سنوات. وقتل سبعة جنود.",
      ),
    ).toEqual(["2023"]);
    expect(
      years(
        "انهار مبنى في حماة أمس الأربعاء. ووصف ذلك بأنه أكبر كارثة في السنوات الخمسين الأخيرة. وقتل سبعة عمال.",
      ),
    ).toEqual(["2023"]);
  });

  it("is no background for a word that tells of something else", () => {
    const recalled = (text: string): boolean[] =>
      figuresIn(read(text)).map(({ background }) => background);
    expect(recalled("قتل ثلاثة عمال في انفجار أمس قبل أسابيع من الانتخابات.")).toEqual([false]);
    expect(recalled("بلغ عدد القتلى 30 شخصا بدلا من 40 قتيلا سبق أن أعلنتهم الشرطة.")[0]).toBe(
      true,
    );
    expect(
      recalled("ارتفع عدد القتلى إلى 30 شخصا بدلا من 40 قتيلا التي سبق أن أعلنتها الشرطة."),
    ).toEqual([false, true]);
    expect(recalled("قتل ثلاثة عمال الشهر الماضي في انفجار مماثل.")).toEqual([true]);
    expect(
      recalled("قال الوزير إن عدد العمال الذين توفوا في الحادث الشهر الماضي ارتفع إلى 38 عاملا."),
    ).toEqual([false]);
  });

  it("is not the day on which it was said", () => {
    const reading = read("وقال الوزير اليوم الخميس إن ثلاثة عمال قتلوا يوم الاثنين الماضي.");
    const [figure] = figuresIn(reading);
    expect(figure?.saidOn?.start).toBe("2023-05-04");
    expect(figure?.time?.start).toBe("2023-05-01");
  });

  it("is its verb's own, though who claims the attack stands in the sentence too", () => {
    const reading = read(
      "قتل ثلاثة عمال أمس الأربعاء في هجومين تبنتهما الحركة هما الأولان منذ وفاة زعيمها الأسبوع الماضي.",
    );
    const [figure] = figuresIn(reading);
    expect(figure?.time?.start).toBe("2023-05-03");
    expect(figure?.saidOn).toBeNull();
  });

  it("is the smallest place of an address", () => {
    const reading = read("قتل ثلاثة عمال في مدينة سلمية بريف حماة في سوريا.");
    expect(nameOf(reading, figuresIn(reading)[0]?.place)).toContain("سلمية");
  });

  it("is unknown where nothing tells it", () => {
    const [figure] = figuresIn(read("قتل ثلاثة عمال."));
    expect(figure).toMatchObject({ place: null, places: [], time: null });
  });
});

describe("where an event happened", () => {
  const placeOf = (text: string): string | null => {
    const reading = read(text);
    return nameOf(reading, reading.claims.find(({ event }) => event?.type === "arrest")?.place);
  };

  it("is told by the next sentence only where that takes it up", () => {
    const arrest =
      "قال الناطق باسم الوزارة في حديث إلى الصحفيين أمس إن الشرطة اعتقلت أربعة رجال يشتبه في أنهم هربوا أسلحة وذخائر إلى عصابة كبيرة.";
    expect(placeOf(`${arrest} وكان الوزير قد زار مدينة حلب.`)).toBeNull();
    expect(placeOf(`${arrest} وافتتح الوزير مدرسة في مدينة حلب.`)).toBeNull();
    expect(placeOf(`${arrest} وجرت العملية في مدينة حلب.`)).toBe("حلب");
  });
});

describe("when an event happened", () => {
  const dayOf = (text: string): string | null | undefined =>
    read(text).claims.find(({ event }) => event?.type === "disaster")?.time?.start ?? null;

  it("is not the day on which the toll of it rose", () => {
    expect(
      dayOf("ارتفعت حصيلة ضحايا انهيار سد قرب حماة إلى تسعة قتلى وسبعين جريحا، اليوم الخميس."),
    ).toBeNull();
    expect(dayOf("شيع أهالي حماة اليوم الخميس ضحايا انهيار السد.")).toBeNull();
  });

  it("is told right behind it, though it is told of its victims", () => {
    expect(dayOf("شيع الأهالي ضحايا انهيار سد حماة يوم الاثنين الماضي.")).toBe("2023-05-01");
  });
});

describe("who tells a figure", () => {
  it("is the report itself where nobody is named", () => {
    const [figure] = figuresIn(read("قتل ثلاثة عمال في انفجار."));
    expect(figure?.chain.map(({ kind }) => kind)).toEqual(["report"]);
  });

  it("is the innermost of those who speak", () => {
    const text = "قال مدير المشفى إن الأطباء يقولون إن ثلاثة عمال قتلوا في الانفجار.";
    expect(sourceOf(figuresIn(read(text))[0])).toBe("مدير المشفى > الأطباء");
  });

  it("is not the one who is quoted behind it", () => {
    const text = "قتل ثلاثة عمال في الانفجار. وقال الوزير إن التحقيق بدأ.";
    expect(sourceOf(figuresIn(read(text))[0])).toBe("");
  });
});

describe("a figure", () => {
  it("that is part of a total leads to it", () => {
    const [total, part] = figuresIn(read("قتل تسعة أشخاص بينهم طفلان في الفيضان."));
    expect(part?.figure?.partOf).toBe(total?.id);
    expect(total?.figure?.partOf).toBeNull();
  });

  it("of 'its members' counts those of the body that speaks", () => {
    const reading = read("أعلنت منظمة الصحة العالمية مقتل ثلاثة من موظفيها في قصف.");
    const [figure] = figuresIn(reading);
    expect(nameOf(reading, figure?.figure?.group)).toBe("منظمة الصحة العالمية");
  });

  it("that is hearsay is unverified", () => {
    const [figure] = figuresIn(read("قيل إن ثلاثة عمال قتلوا في الانفجار."));
    expect(figure?.modality).toBe("unverified");
  });
});

describe("a claim of an office", () => {
  it("in a speaker's title has no day and no place", () => {
    const { claims } = read("قال وزير الصحة سامر الخطيب أمس الأربعاء في حماة إن المشفى مفتوح.");
    const office = claims.find((claim) => claim.office);
    expect(office).toMatchObject({ time: null, place: null, office: { change: "holds" } });
  });

  it("that changes hands has its day", () => {
    const { claims } = read(
      "أقال رئيس الوزراء سليم عواد محافظ البنك كريم ناصيف من منصبه أمس الأربعاء.",
    );
    const change = claims.find((claim) => claim.office?.change === "dismissed");
    expect(change?.time?.start).toBe("2023-05-03");
  });
});

describe("a statement", () => {
  it("is about the claims that stand in it, and no others", () => {
    const { claims } = read(
      "قتل جندي في كمين. وقال الوزير إن ثلاثة عمال قتلوا في الانفجار. وأصيب طفل.",
    );
    const statement = claims.find((claim) => claim.statement);
    const about = claims.filter(({ id }) => statement?.statement?.about.includes(id));
    expect(about.filter(({ figure }) => figure).map(({ figure }) => figure?.counted)).toEqual([
      "workers",
    ]);
  });

  it("tells when it was made", () => {
    const { claims } = read("وقال الوزير أمس الأربعاء إن الطريق آمن.");
    expect(claims.find((claim) => claim.statement)?.saidOn?.start).toBe("2023-05-03");
  });
});
