import { describe, expect, it } from "vitest";
import type { Entity } from "../core/contract.js";
import { relate } from "./relate.js";
import { SampleReading } from "./sample-reading.js";

const entityOf = (entities: readonly Entity[], form: string): Entity[] =>
  entities.filter((one) => one.forms.some((known) => known.form === form && known.count > 0));

describe("entities across reports", () => {
  it("joins one person in four spellings, and the surname alone", () => {
    const one = new SampleReading(
      "r1",
      "قال [قاسم جومارت توكاييف|person] في [كازاخستان|place=country:KZ] إن الوضع مستقر. وأضاف [توكاييف|person] أن الهدوء عاد.",
    ).build();
    const two = new SampleReading(
      "r2",
      "قال [قاسم جومارت توكايف|person] في [كازاخستان|place=country:KZ] إن القوات ستنسحب. وشكر [جومارت توكاييف|person] الحلفاء.",
    ).build();
    const { entities } = relate([one, two]);
    const persons = entities.filter((one) => one.kind === "person");
    expect(persons).toHaveLength(1);
    expect(persons[0]?.mentions).toHaveLength(4);
    expect(persons[0]?.name).toMatch(/قاسم جومارت/);
  });

  it("joins a family name written as two words, and drops the first name", () => {
    const reading = new SampleReading(
      "r1",
      "يحتفظ [نور سلطان نزارباييف|person] بنفوذه في [كازاخستان|place=country:KZ]. سميت المدينة باسم [سلطان نزار باييف|person].",
    ).build();
    const persons = relate([reading]).entities.filter((one) => one.kind === "person");
    expect(persons).toHaveLength(1);
  });

  it("keeps a city and a person of one name apart", () => {
    const reading = new SampleReading(
      "r1",
      "وصل [نور سلطان نزارباييف|person] إلى [نور سلطان|place=geonames:1526273].",
    ).build();
    expect(relate([reading]).entities).toHaveLength(2);
  });

  it("keeps father and son apart, and brothers of one family name", () => {
    const reading = new SampleReading(
      "r1",
      "استقبل [سلمان بن عبدالعزيز|person] ضيفه. وحضر [محمد بن سلمان بن عبدالعزيز|person] و[خالد بن سلمان|person].",
    ).build();
    expect(relate([reading]).entities).toHaveLength(3);
  });

  it("leaves a surname that two people bear to the one named before it", () => {
    const reading = new SampleReading(
      "r1",
      "التقى [بشار الخطيب|person] بنظيره. وقال [الخطيب|person] إن اللقاء مثمر. ثم وصل [سامر الخطيب|person].",
    ).build();
    const { entities } = relate([reading]);
    expect(entities).toHaveLength(2);
    expect(entityOf(entities, "الخطيب")[0]?.forms.map((one) => one.form)).toContain("بشار الخطيب");
  });

  it("keeps councils with nearly the same name apart", () => {
    const one = new SampleReading(
      "r1",
      "اجتمع [مجلس الأمن|organization] ثم [مجلس الأمن القومي|organization] ثم [مجلس الأمن الجماعي|organization].",
    ).build();
    const two = new SampleReading(
      "r2",
      "قرر [مجلس الأمن الجماعي|organization] الإرسال، ودعا [مجلس الأمن|organization] إلى الهدوء.",
    ).build();
    expect(relate([one, two]).entities).toHaveLength(3);
  });

  it("joins a ministry with and without its country, but not two countries' ministries", () => {
    const reading = new SampleReading(
      "r1",
      "قالت [وزارة الداخلية الكازاخية|organization] ذلك. ثم نفت [وزارة الداخلية|organization] ذلك. وقالت [وزارة الداخلية الروسية|organization] غيره.",
    ).build();
    const { entities } = relate([reading]);
    expect(entities).toHaveLength(2);
  });

  it("takes the holder of an office for the one who is named with it", () => {
    const one = new SampleReading(
      "r1",
      "قال [قاسم توكاييف|person] رئيس [كازاخستان|place=country:KZ] إن قوات الحلفاء ستنسحب بعد هدوء الاحتجاجات.",
    );
    one.office("رئيس", "قاسم توكاييف", "رئيس", "كازاخستان");
    const two = new SampleReading(
      "r2",
      "قرر [الرئيس الكازاخستاني|person] في [كازاخستان|place=country:KZ] أن تنسحب قوات الحلفاء بعد هدوء الاحتجاجات. وقال [الرئيس السابق|person] غير ذلك.",
    );
    two.office("الرئيس الكازاخستاني", "الرئيس الكازاخستاني", "رئيس", "كازاخستان");
    const persons = relate([one.build(), two.build()]).entities.filter(
      (entity) => entity.kind === "person",
    );
    expect(persons.map((person) => person.name).sort()).toEqual(["الرئيس السابق", "قاسم توكاييف"]);
  });

  it("puts the joined ids into the claims and explains each join", () => {
    const sample = new SampleReading(
      "r1",
      "عين [قاسم توكاييف|person] وزيرا في [كازاخستان|place=country:KZ]. وقال [توكاييف|person] ذلك.",
    );
    sample.event("عين", "appoint", { agent: [sample.ref("توكاييف")] });
    const { claims, entities, identities } = relate([sample.build()]);
    expect(claims[0]?.event?.roles["agent"]).toEqual([
      entities.find((one) => one.kind === "person")?.id,
    ]);
    const [joined] = identities;
    expect(joined?.named.map(({ name }) => name)).toEqual(["قاسم توكاييف", "توكاييف"]);
    expect([joined?.verdict, joined?.a]).toEqual(["same", joined?.b]);
    expect(joined?.signs.map(({ why }) => why)).toContain(
      "the full name nearest before it in the same report",
    );
  });

  it("does not depend on the order of the reports", () => {
    const reports = ["r1", "r2", "r3"].map((id) =>
      new SampleReading(id, `قال [سيرغي شويغو|person] في [روسيا|place=country:RU] كلاما ${id}.`, {
        published: "2022-01-06",
      }).build(),
    );
    expect(relate([...reports].reverse())).toEqual(relate(reports));
  });
});

describe("stories", () => {
  const quake = (id: string, day: string): SampleReading =>
    new SampleReading(
      id,
      `ضرب زلزال مدينة [أزمير|place=geonames:1] في [تركيا|place=country:TR] وانهارت مبان سكنية وبحثت فرق الإنقاذ تحت الأنقاض عن ناجين، وقالت [إدارة الكوارث|organization] إن الهزات مستمرة ${id}.`,
      { published: day },
    );
  const unrest = (id: string, day: string): SampleReading =>
    new SampleReading(
      id,
      `خرجت احتجاجات في [ألما آتا|place=geonames:2] في [كازاخستان|place=country:KZ] بعد رفع أسعار الوقود، وأعلن [قاسم توكاييف|person] حالة الطوارئ وأقال الحكومة ${id}.`,
      { published: day },
    );

  it("keeps two crises of the same days apart", () => {
    const { stories } = relate([
      quake("q1", "2022-01-05").build(),
      unrest("u1", "2022-01-05").build(),
      quake("q2", "2022-01-06").build(),
      unrest("u2", "2022-01-06").build(),
    ]);
    expect(stories.map((one) => one.reports.map((report) => report.id))).toEqual([
      ["q1", "q2"],
      ["u1", "u2"],
    ]);
  });

  it("keeps a loosely related report with the crisis whose place and names it shares", () => {
    const loose = new SampleReading(
      "u9",
      "تعد [كازاخستان|place=country:KZ] أكبر منتج لليورانيوم. وارتفعت أسعار المعدن بعد قرارات [قاسم توكاييف|person] في [ألما آتا|place=geonames:2].",
      { published: "2022-01-08" },
    );
    const { stories } = relate([
      unrest("u1", "2022-01-05").build(),
      unrest("u2", "2022-01-06").build(),
      loose.build(),
    ]);
    expect(stories).toHaveLength(1);
  });
});
