import { describe, expect, it } from "vitest";
import { identified } from "../../core/judgement.js";
import { describeMessages } from "../../export/labels/messages.js";
import { relate } from "../relate.js";
import { SampleReading } from "../sample-reading.js";

/** Every report is a story of its own: days and towns apart. */
const apart = (readings: readonly unknown[]) => readings.map((_, at) => ({ members: [at] }));

let days = 0;
const report = (id: string, text: string, outlet = "الصباح") =>
  new SampleReading(id, text, {
    published: `2022-01-${String((days++ % 27) + 1).padStart(2, "0")}`,
    outlet,
  }).build();

const related = (...texts: string[]) => {
  days = 0;
  return relate(
    texts.map((text, at) => report(`r${at + 1}`, text)),
    { group: apart },
  );
};
const people = (...texts: string[]): string[] =>
  related(...texts)
    .entities.filter(({ kind }) => kind === "person")
    .map(({ name, mentions }) => `${name} ×${mentions.length}`);

describe("people over stories", () => {
  it("are one where a common name is told in the same words", () => {
    expect(
      people(
        "أوضح المتحدث باسم الدفاع المدني في القصيم [سالم الحربي|person] أن الحريق أخمد.",
        "وقال المتحدث باسم الدفاع المدني بالقصيم [سالم الحربي|person] إن السيول جرفت سيارة.",
      ),
    ).toEqual(["سالم الحربي ×2"]);
  });

  it("stay two where one plays and the other is of the police, whatever they are called", () => {
    const { entities, identities } = related(
      "انتقل المهاجم [سالم الحربي|person] إلى فريق جديد.",
      "حضر العقيد [سالم الحربي|person] حفل التخرج.",
    );
    expect(entities).toHaveLength(2);
    const [one] = identities;
    expect(one?.verdict).toBe("different");
    expect(one?.signs.map(({ why }) => why)).toContain("told of different walks of life");
  });

  it("stay open where the name alone is told, with the reasons in both languages", () => {
    const { entities, identities } = related(
      "زار [سالم الحربي|person] المعرض.",
      "اشترى [سالم الحربي|person] بيتا في الطائف.",
    );
    expect(entities.filter(({ kind }) => kind === "person")).toHaveLength(2);
    const [one] = identities;
    expect([one?.verdict, one?.a === one?.b]).toEqual(["undecided", false]);
    const said = one?.signs.map(({ whyMessages }) => describeMessages(whyMessages)) ?? [];
    expect(said.map(({ en }) => en)).toContain("a name of a tribe or town, which many bear");
    expect(said.map(({ ar }) => ar)).toContain("نسبة إلى قبيلة أو بلدة يحملها كثيرون");
  });

  it("are one by a rare name alone, and in another spelling where more is told alike", () => {
    expect(
      people(
        "فاز [برندون ووكسمان|person] بجائزة، وحضر [غوستاف هرنانديز|person] رئيس مهرجان الأفلام.",
        "لم تصل [برندون ووكسمان|person] بعد، وقال رئيس مهرجان الأفلام [جوستاف هرناندز|person] شيئا.",
      ).sort(),
    ).toEqual(["جوستاف هرناندز ×2", "برندون ووكسمان ×2"].sort());
  });

  it("are one with and without the father's name where more is told alike, but not by it alone", () => {
    const told = (name: string, what: string): string => `قال ${what} [${name}|person] كلاما.`;
    const manager = "مدير الموارد المائية في عنيزة";
    expect(people(told("فهد بن سعد الزهراني", manager), told("فهد الزهراني", manager))).toEqual([
      "فهد بن سعد الزهراني ×2",
    ]);
    expect(
      people(told("فهد بن سعد الزهراني", manager), told("فهد الزهراني", "بائع السمك في جازان")),
    ).toHaveLength(2);
  });

  it("are not made one by somebody who may be either", () => {
    const names = people(
      "سجل المهاجم [سالم الحربي|person] ثلاثة أهداف في ملعب بريدة الكبير.",
      "حضر العقيد [سالم الحربي|person] حفل كلية الملك فهد الأمنية.",
      "شوهد [سالم الحربي|person] في ملعب بريدة الكبير ثم في كلية الملك فهد الأمنية.",
    );
    expect(names.length).toBeGreaterThan(1);
  });

  it("cost in proportion to their number, even where all have one name", () => {
    const texts = (count: number): string[] =>
      Array.from({ length: count }, (_, at) => `زار [سالم الحربي|person] المعرض رقم ${at}.`);
    const { identities } = related(...texts(300));
    expect(identities.length).toBeLessThan(300 * 12);
  });
});

describe("names of one person within a story", () => {
  const inOne = (...texts: string[]): string[] =>
    relate(
      texts.map((text, at) => report(`s${at}`, text)),
      { group: (readings) => [{ members: readings.map((_, at) => at) }] },
    ).entities.map(({ name }) => name);

  it("are one with and without بن, عبد written apart, a father left out", () => {
    expect(
      inOne("[عبد الله نايف المريبط|person].", "[عبدالله بن نايف المريبط|person]."),
    ).toHaveLength(1);
    expect(inOne("[خالد بن مساوي|person].", "[خالد مساوي حمدي|person].")).toHaveLength(1);
    expect(inOne("[صالح الحامد|person].", "[صالح بن حمد الحامد|person].")).toHaveLength(1);
  });

  it("are two where they are brothers, or son and father", () => {
    expect(inOne("[أحمد جعفر السباعي|person].", "[محمد جعفر السباعي|person].")).toHaveLength(2);
    expect(inOne("[سعد بن فهد القرني|person].", "[فهد القرني|person].")).toHaveLength(2);
  });

  it("stay open where two in the story bear the shorter one", () => {
    const { identities } = relate(
      [
        "[ماجد بن علي العريني|person] و[ماجد بن ناصر العريني|person].",
        "وصل [ماجد العريني|person].",
      ].map((text, at) => report(`t${at}`, text)),
      { group: (readings) => [{ members: readings.map((_, at) => at) }] },
    );
    expect(identities.filter(({ verdict }) => verdict === "undecided")).toHaveLength(2);
  });
});

describe("bodies of a town", () => {
  const bodies = (...names: string[]): number =>
    relate(
      names.map((name, at) => report(`b${at}`, `قال رئيس [${name}|organization] شيئا.`)),
      { group: (readings) => [{ members: readings.map((_, at) => at) }] },
    ).entities.length;

  it("are one in two spellings of the town, and two in two towns", () => {
    expect(bodies("شرطة كابول", "شرطة كابل")).toBe(1);
    expect(bodies("شرطة كابول", "شرطة قندهار")).toBe(2);
  });
});

describe("judgements about people", () => {
  const texts = ["فاز [برندون ووكسمان|person].", "غابت [برندون ووكسمان|person]."] as const;
  const places = (["r1", "r2"] as const).map((id, at) => {
    const start = (texts[at] ?? "").indexOf("[");
    return { report: id, start, end: start + 5, name: "برندون ووكسمان" };
  }) as [NamedPlace, NamedPlace];
  type NamedPlace = { report: string; start: number; end: number; name: string };
  const said = { author: "ليلى", time: "2022-02-01T10:00:00Z", reason: "two actresses" } as const;

  it("win over the score, and are told as what decided", () => {
    const entry = identified({ kind: "different", ...said, places });
    if (entry.kind !== "different") throw new Error("not what was made");
    days = 0;
    const readings = texts.map((text, at) => report(`r${at + 1}`, text));
    const { entities, identities } = relate(readings, { group: apart, judgements: [entry] });
    expect(entities).toHaveLength(2);
    expect(identities).toMatchObject([
      { verdict: "different", score: null, judged: { author: "ليلى", judgement: entry.id } },
    ]);
    expect(relate(readings, { group: apart }).entities).toHaveLength(1);
  });
});
