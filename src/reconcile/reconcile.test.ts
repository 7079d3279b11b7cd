import { describe, expect, it } from "vitest";
import type { Disagreement, Story } from "../core/contract.js";
import { atLeast, vaguely } from "../core/value.js";
import type { ReportReading } from "../read/reading.js";
import { type Related, relate } from "../relate/relate.js";
import { onDay, SampleReading } from "../relate/sample-reading.js";
import { reconcile } from "./reconcile.js";

/** Enough in common for the reports to be one story, in words of their own. */
const SCENES = [
  "شهدت [كازاخستان|place=country:KZ] احتجاجات في [ألما آتا|place=geonames:1526384] وتحدث [قاسم توكاييف|person] عنها.",
  "تتواصل في [ألما آتا|place=geonames:1526384] منذ أيام مظاهرات واسعة دفعت [قاسم توكاييف|person] إلى مخاطبة مواطني [كازاخستان|place=country:KZ].",
  "توجه [قاسم توكاييف|person] بكلمة إلى الشعب، بعدما عمت الفوضى [ألما آتا|place=geonames:1526384] كبرى مدن [كازاخستان|place=country:KZ].",
];

const sample = (id: string, published: string, text: string, outlet?: string): SampleReading =>
  new SampleReading(
    id,
    `${SCENES[id.charCodeAt(id.length - 1) % 3]} ${text}`,
    outlet ? { published, outlet } : { published },
  );

function storyFrom(...samples: SampleReading[]): Story & { related: Related } {
  const readings: ReportReading[] = samples.map((one) => one.build());
  const related = relate(readings);
  const stories = reconcile(related);
  expect(stories).toHaveLength(1);
  return { ...(stories[0] as Story), related };
}

const ofKind = (story: Story, kind: Disagreement["kind"]): Disagreement[] =>
  story.disagreements.filter((one) => one.kind === kind);

describe("the ledger", () => {
  it("makes one row of a figure said in headline and body", () => {
    const report = sample(
      "r1",
      "2022-01-06",
      "مقتل 12 شرطيا. وأعلنت [وزارة الداخلية|organization] أن 12 شرطيا قتلوا.",
    );
    report.figure("مقتل 12 شرطيا", { measure: "killed", counted: "police", value: 12 });
    report.figure(
      "12 شرطيا قتلوا",
      { measure: "killed", counted: "police", value: 12 },
      { chain: report.chain("وزارة الداخلية") },
    );
    const { ledger } = storyFrom(report);
    expect(ledger).toHaveLength(1);
    expect(ledger[0]?.rows).toHaveLength(1);
    expect(ledger[0]?.rows[0]).toMatchObject({ witnesses: 1, speaker: { name: "وزارة الداخلية" } });
    expect(ledger[0]).toMatchObject({ low: 12, best: 12, high: 12 });
  });

  it("lets a later figure of one speaker supersede, and keeps the earlier readable", () => {
    const days = [
      ["r1", "2022-01-05", 8],
      ["r2", "2022-01-06", 13],
    ] as const;
    const story = storyFrom(
      ...days.map(([id, day, value]) => {
        const report = sample(id, day, `أعلنت [الشرطة|organization] مقتل ${value} من رجال الأمن.`);
        return report.figure(
          `مقتل ${value} من رجال الأمن`,
          { measure: "killed", counted: "security forces", value },
          { chain: report.chain("الشرطة") },
        );
      }),
    );
    expect(story.ledger[0]?.rows.map((row) => row.supersededBy)).toEqual([1, null]);
    expect(story.ledger[0]).toMatchObject({ low: 13, best: 13, high: 13 });
    expect(story.ledger[0]?.rule).toContain("replaced by the same speaker");
    expect(ofKind(story, "figure").map((one) => one.relation)).toEqual(["updates"]);
  });

  it("counts two outlets that carry one agency as one witness", () => {
    const relayed = ["r1", "r2"].map((id) => {
      const report = sample(
        id,
        "2022-01-06",
        `نقلت [وكالة رويترز|outlet] عن [وزارة الصحة|organization] إصابة 50 شخصا.`,
        `صحيفة ${id}`,
      );
      return report.figure(
        "إصابة 50 شخصا",
        { measure: "injured", value: 50 },
        { chain: report.chain("وكالة رويترز", "وزارة الصحة") },
      );
    });
    const own = sample(
      "r3",
      "2022-01-06",
      "قالت [وزارة الصحة|organization] لنا إن 50 شخصا أصيبوا.",
      "جريدة",
    );
    own.figure(
      "50 شخصا أصيبوا",
      { measure: "injured", value: 50 },
      { chain: own.chain("وزارة الصحة") },
    );
    const story = storyFrom(...relayed, own);
    expect(story.ledger[0]?.rows.map((row) => row.witnesses)).toEqual([2]);
    expect(story.witnesses).toHaveLength(3);
  });

  it("counts reports that an agency's credit line closes as the agency, whatever their words", () => {
    const credited = (
      [
        ["r1", "قالت [وزارة الصحة|organization] إن 50 شخصا أصيبوا بالحمى. (رويترز)"],
        ["r2", "بلغ عدد المصابين 50 شخصا وفق [وزارة الصحة|organization]. (رويترز)"],
        ["r3", "أبلغتنا [وزارة الصحة|organization] عصرا بإصابة 50 شخصا في الحي القديم."],
      ] as const
    ).map(([id, text]) => {
      const report = sample(id, "2022-01-06", text, `صحيفة ${id}`);
      const chain = report.chain("وزارة الصحة");
      return report.figure("50 شخصا", { measure: "injured", value: 50 }, { chain });
    });
    const story = storyFrom(...credited);
    expect(story.ledger[0]?.rows.map((row) => row.witnesses)).toEqual([2]);
  });

  it("keeps counts of happenings that are days apart in ledgers of their own", () => {
    const attacks = (
      [
        ["r1", "2022-01-02", 5],
        ["r2", "2022-01-09", 7],
      ] as const
    ).map(([id, day, value]) =>
      sample(id, day, `قتل ${value} مدنيين في هجوم.`).figure(
        `قتل ${value} مدنيين`,
        { measure: "killed", counted: "civilians", value },
        { time: onDay(day) },
      ),
    );
    expect(storyFrom(...attacks).ledger).toHaveLength(2);
  });
});

describe("the places of one incident", () => {
  it("are one ledger where the same number is told of both, and two where not", () => {
    const told = (inCity: number, inCapital: number) =>
      storyFrom(
        ...(
          [
            ["r1", "ألما آتا", inCity],
            ["r2", "نور سلطان", inCapital],
          ] as const
        ).map(([id, place, value]) => {
          const text = `قتل ${value} جنود في [${place}|place=${place === "ألما آتا" ? "geonames:1526384" : "geonames:1526273"}].`;
          const report = sample(id, "2022-01-06", text);
          return report.figure(
            `قتل ${value} جنود`,
            { measure: "killed", counted: "soldiers", value },
            { place: report.ref(place) },
          );
        }),
      ).ledger.length;
    expect(told(15, 15)).toBe(1);
    expect(told(15, 4)).toBe(2);
  });
});

describe("figures that differ", () => {
  it("tells updates and narrower groups as one matter with its parts, and other groups apart", () => {
    const wednesday = sample(
      "r1",
      "2022-01-05",
      "قالت [وزارة الداخلية|organization] إن ثمانية من الشرطة والحرس الوطني قتلوا.",
    );
    wednesday.figure(
      "ثمانية من الشرطة والحرس الوطني قتلوا",
      { measure: "killed", counted: "police and national guard", value: 8 },
      { chain: wednesday.chain("وزارة الداخلية") },
    );
    const thursday = sample(
      "r2",
      "2022-01-06",
      "قتل عشرات المحتجين. وأعلنت [الشرطة|organization] مقتل 13 من أفراد الأمن.",
    );
    thursday.figure("عشرات المحتجين", {
      measure: "killed",
      counted: "protesters",
      value: vaguely(20, null),
    });
    thursday.figure(
      "مقتل 13 من أفراد الأمن",
      { measure: "killed", counted: "security forces", value: 13 },
      { chain: thursday.chain("الشرطة") },
    );
    const television = sample("r3", "2022-01-06", "وقتل 12 شرطيا وفق [التلفزيون الرسمي|outlet].");
    television.figure(
      "قتل 12 شرطيا",
      { measure: "killed", counted: "police", value: 12 },
      { chain: television.chain("التلفزيون الرسمي") },
    );
    const story = storyFrom(wednesday, thursday, television);
    const relations = ofKind(story, "figure").map((one) => one.relation);
    expect(relations).toEqual(["updates", "other-group"]);
    const [forces, others] = ofKind(story, "figure");
    expect(forces?.positions.map((one) => one.value)).toEqual([
      "8 national guard and police",
      "12 police",
      "13 security forces",
    ]);
    expect(forces?.why).toMatch(
      /security forces were counted later than national guard and police/,
    );
    expect(forces?.why).toMatch(/police are part of security forces/);
    // One group of the forces stands for all beside the protesters: none that the same report tells.
    expect(others?.positions.map((one) => one.value)).toEqual([
      "12 police",
      "20+ (vague) protesters",
    ]);
  });

  it("calls two exact figures of one group and day a contradiction", () => {
    const story = storyFrom(
      ...(
        [
          ["r1", "الشرطة", 13],
          ["r2", "النيابة", 17],
        ] as const
      ).map(([id, who, value]) => {
        const report = sample(id, "2022-01-06", `قالت [${who}|organization] إن ${value} قتلوا.`);
        return report.figure(
          `${value} قتلوا`,
          { measure: "killed", value },
          { chain: report.chain(who) },
        );
      }),
    );
    expect(ofKind(story, "figure")[0]).toMatchObject({ relation: "contradicts" });
    expect(story.ledger[0]).toMatchObject({ low: 13, high: 17 });
  });

  it("does not call a vaguer word a contradiction", () => {
    const story = storyFrom(
      sample("r1", "2022-01-06", "أصيب أكثر من ألف شخص.").figure("أكثر من ألف شخص", {
        measure: "injured",
        value: atLeast(1000),
      }),
      sample("r2", "2022-01-06", "أصيب 1200 شخص.").figure("1200 شخص", {
        measure: "injured",
        value: 1200,
      }),
    );
    expect(ofKind(story, "figure").map((one) => one.relation)).toEqual(["vaguer"]);
    expect(story.ledger[0]).toMatchObject({ low: 1000, best: 1200, high: null });
  });

  it("takes the higher of two counts that are open above, where it was told later", () => {
    const story = storyFrom(
      ...(
        [
          ["r1", "2022-01-06", "النيابة", 100],
          ["r2", "2022-01-09", "الشرطة", 200],
        ] as const
      ).map(([id, day, who, value]) => {
        const report = sample(id, day, `قالت [${who}|organization] إنها أكثر من ${value} شخص.`);
        return report.figure(
          `أكثر من ${value} شخص`,
          { measure: "arrested", value: atLeast(value) },
          { chain: report.chain(who) },
        );
      }),
    );
    expect(story.ledger[0]).toMatchObject({ low: 200, best: 200, high: null });
  });
});

describe("who is counted", () => {
  it("counts the members of a ministry among the security forces", () => {
    const report = sample(
      "r1",
      "2022-01-08",
      "كشفت [وزارة الداخلية|organization] عن مقتل 7 من أفرادها. وقتل 13 من أفراد الأمن.",
    );
    report.figure(
      "مقتل 7 من أفرادها",
      { measure: "killed", counted: "persons", value: 7, group: report.ref("وزارة الداخلية") },
      { chain: report.chain("وزارة الداخلية") },
    );
    report.figure("قتل 13 من أفراد الأمن", {
      measure: "killed",
      counted: "security personnel",
      value: 13,
    });
    const story = storyFrom(report);
    expect(story.ledger.map((one) => one.counted).sort()).toEqual([
      "interior ministry members",
      "security forces",
    ]);
    expect(ofKind(story, "figure")[0]).toMatchObject({ relation: "narrower" });
  });

  it("chains no counts that reports give in their own voice", () => {
    const story = storyFrom(
      ...(
        [
          ["r1", "2022-01-06", 200],
          ["r2", "2022-01-08", 100],
        ] as const
      ).map(([id, day, value]) =>
        sample(id, day, `أوقفت السلطات أكثر من ${value} شخص.`).figure(`أكثر من ${value} شخص`, {
          measure: "arrested",
          value: atLeast(value),
        }),
      ),
    );
    expect(story.ledger[0]?.rows.map((row) => row.supersededBy)).toEqual([null, null]);
    expect(story.ledger[0]?.rows.map((row) => row.speaker.kind)).toEqual(["report", "report"]);
    expect(ofKind(story, "figure")).toEqual([]);
  });

  it("calls a later, lower count of the dead a contradiction, of the missing an update", () => {
    const told = (measure: "killed" | "missing") =>
      storyFrom(
        ...(
          [
            ["r1", "2022-01-06", "الشرطة", 17],
            ["r2", "2022-01-08", "النيابة", 11],
          ] as const
        ).map(([id, day, who, value]) => {
          const report = sample(id, day, `قالت [${who}|organization] إن عددهم ${value} شخصا.`);
          return report.figure(`${value} شخصا`, { measure, value }, { chain: report.chain(who) });
        }),
      );
    expect(ofKind(told("killed"), "figure")[0]).toMatchObject({ relation: "contradicts" });
    expect(ofKind(told("missing"), "figure")[0]).toMatchObject({ relation: "updates" });
  });
});

describe("other disagreements", () => {
  it("sets a prime minister against a president, with witnesses", () => {
    const story = storyFrom(
      ...(
        [
          ["r1", "رئيس الوزراء"],
          ["r2", "رئيس وزراء"],
          ["r3", "رئيس"],
        ] as const
      ).map(([id, title]) => {
        const report = sample(
          id,
          "2022-01-06",
          `قال ${title} [أرمينيا|place=country:AM] [نيكول باشينيان|person] ذلك.`,
        );
        return report.office(title, "نيكول باشينيان", title, "أرمينيا");
      }),
    );
    const [office] = ofKind(story, "office");
    expect(office).toMatchObject({ relation: "contradicts" });
    expect(office?.positions.map((one) => one.witnesses).sort()).toEqual([1, 2]);
    expect(office?.about).toContain("باشينيان");
  });

  it("tells an emergency in the whole country from one in some regions", () => {
    const whole = sample("r1", "2022-01-06", "فرضت حالة طوارئ في كامل البلاد.");
    whole.event(
      "حالة طوارئ في كامل البلاد",
      "emergency",
      { extent: ["all", "كامل البلاد"] },
      { place: whole.ref("كازاخستان") },
    );
    const parts = sample(
      "r2",
      "2022-01-06",
      "أعلنت الطوارئ في [نور سلطان|place=geonames:1526273].",
    );
    parts.event(
      "أعلنت الطوارئ في نور سلطان",
      "emergency",
      { place: [parts.ref("نور سلطان")] },
      { place: parts.ref("نور سلطان"), places: [parts.ref("نور سلطان")] },
    );
    const story = storyFrom(whole, parts);
    expect(ofKind(story, "extent")[0]).toMatchObject({ relation: "contradicts" });
    expect(story.measuresInForce.map((one) => one.type)).toContain("emergency");
  });

  it("tells a vaguer fuel from another gas", () => {
    const causes = (
      [
        ["r1", "زيادة أسعار الغاز الطبيعي المسال"],
        ["r2", "زيادة سعر غاز البترول المسال"],
        ["r3", "زيادة أسعار الوقود"],
      ] as const
    ).map(([id, cause]) =>
      sample(id, "2022-01-06", `اندلعت الاحتجاجات بعد ${cause}.`).event(
        "اندلعت الاحتجاجات",
        "protest",
        { cause: [cause] },
      ),
    );
    const found = ofKind(storyFrom(...causes), "cause");
    const contradiction = found.find((one) => one.relation === "contradicts");
    expect(contradiction?.positions.map((one) => one.value).sort()).toEqual([
      "liquefied natural gas",
      "liquefied petroleum gas",
    ]);
    expect(found.some((one) => one.relation === "vaguer")).toBe(true);
  });

  it("sets a denial against the claim it denies", () => {
    const says = sample("r1", "2022-01-06", "اعتقل [كريم ماسيموف|person] بتهمة الخيانة.");
    says.event("اعتقل", "arrest", { target: [says.ref("كريم ماسيموف")] });
    const denies = sample(
      "r2",
      "2022-01-07",
      "نفت [النيابة|organization] أن [كريم ماسيموف|person] اعتقل.",
    );
    denies.event(
      "اعتقل",
      "arrest",
      { target: [denies.ref("كريم ماسيموف")] },
      { modality: "denied", chain: denies.chain("النيابة") },
    );
    expect(ofKind(storyFrom(says, denies), "fact")[0]).toMatchObject({ relation: "contradicts" });
  });

  it("asks about an arrest told on two days, not about two protests", () => {
    const told = (
      [
        ["r1", "2022-01-06"],
        ["r2", "2022-01-07"],
      ] as const
    ).map(([id, day]) => {
      const report = sample(id, "2022-01-08", `اعتقل [كريم ماسيموف|person] وتظاهر المئات.`);
      report.event(
        "اعتقل",
        "arrest",
        { target: [report.ref("كريم ماسيموف")] },
        { time: onDay(day) },
      );
      return report.event(
        "تظاهر المئات",
        "protest",
        {},
        { time: onDay(day), place: report.ref("ألما آتا") },
      );
    });
    const story = storyFrom(...told);
    expect(ofKind(story, "time")).toHaveLength(1);
    expect(story.timeline.filter((one) => one.type === "protest")).toHaveLength(2);
    expect(story.timeline.filter((one) => one.type === "arrest")).toHaveLength(1);
  });
});

describe("the timeline and the offices", () => {
  it("puts what is told of earlier years in the background", () => {
    const report = sample("r1", "2022-01-06", "تأسست المنظمة عام 1992. واندلعت احتجاجات أمس.");
    report.event("تأسست المنظمة عام 1992", "found", {}, { time: onDay("1992-05-15") });
    report.event("اندلعت احتجاجات", "protest", {}, { time: onDay("2022-01-05") });
    const { timeline } = storyFrom(report);
    expect(timeline.map((one) => [one.type, one.background])).toEqual([
      ["found", true],
      ["protest", false],
    ]);
  });

  it("makes one entry of a deployment told in different words", () => {
    const words = ["إرسال قوات حفظ سلام", "نشر قوات مشتركة"];
    const story = storyFrom(
      ...words.map((phrase, at) => {
        const report = sample(`r${at + 1}`, "2022-01-06", `أعلن ${phrase} في البلاد.`);
        return report.event(phrase, "deploy", { target: [phrase] });
      }),
    );
    expect(story.timeline.filter((one) => one.type === "deploy")).toHaveLength(1);
  });

  it("takes the president alone for the president of the country", () => {
    const full = sample("r1", "2022-01-06", "قال رئيس البلاد ذلك.");
    full.office("رئيس البلاد", "قاسم توكاييف", "رئيس", "كازاخستان");
    const bare = sample("r2", "2022-01-06", "وأضاف الرئيس أمرا آخر.");
    bare.office("الرئيس", "قاسم توكاييف", "رئيس", null);
    const { offices } = storyFrom(full, bare);
    expect(offices).toHaveLength(1);
    expect(offices[0]?.of).not.toBeNull();
    expect(offices[0]?.witnesses).toBe(2);
  });
});

describe("copied passages", () => {
  const passage =
    "ويرى مراقبون أن العائلة الحاكمة السابقة ما زالت تمسك بمفاصل الاقتصاد وتملك معظم المصارف والشركات الكبرى في البلاد.";

  it("are found, with the earlier report first, and make one witness of their figures", () => {
    const reports = (
      [
        ["r1", "2022-01-06"],
        ["r2", "2022-01-05"],
      ] as const
    ).map(([id, day]) =>
      sample(
        id,
        day,
        `${passage} وذكر شهود في ${id} أن الشوارع خالية تماما من المارة اليوم.`,
      ).figure("معظم المصارف", { measure: "other", value: vaguely(2, null) }),
    );
    const story = storyFrom(...reports);
    expect(story.copies).toHaveLength(1);
    expect(story.copies[0]).toMatchObject({ from: "r2", to: "r1", direction: "known" });
    expect(story.ledger[0]?.rows[0]?.witnesses).toBe(1);
  });

  it("are not seen where two reports quote one speech", () => {
    const speech =
      "“إن هذا الهجوم على مواطنينا الذين يطلبون منا المساعدة العاجلة لن يمر من دون عقاب أبدا”";
    const reports = [
      sample("r1", "2022-01-06", `وقال في خطاب متلفز ${speech} من دون تفاصيل أخرى.`),
      sample("r2", "2022-01-06", `ونقلت عنه قنوات محلية قوله ${speech} أمام حكومته.`),
    ];
    expect(storyFrom(...reports).copies).toHaveLength(0);
  });
});

describe("the brief and the title", () => {
  it("are taken from the reports word for word", () => {
    const report = sample(
      "r1",
      "2022-01-06",
      "قتل 12 شرطيا خلال المواجهات التي شهدتها المدينة ليلا.",
    );
    report.figure("قتل 12 شرطيا", { measure: "killed", counted: "police", value: 12 });
    const built = report.build();
    const [story] = reconcile(relate([built]));
    expect(story?.brief.sentences.map((one) => one.text)).toEqual([
      "قتل 12 شرطيا خلال المواجهات التي شهدتها المدينة ليلا.",
    ]);
    expect(built.report.text).toContain(story?.title);
  });

  it("gives the same story whatever the order of the reports", () => {
    const make = (): SampleReading[] =>
      ["a", "b", "c"].map((id, at) =>
        sample(id, `2022-01-0${at + 5}`, `قتل ${at + 3} أشخاص.`).figure(`قتل ${at + 3} أشخاص`, {
          measure: "killed",
          value: at + 3,
        }),
      );
    expect(storyFrom(...make().reverse())).toEqual(storyFrom(...make()));
  });
});

describe("what one count is", () => {
  const killed = (value: number, counted = "persons") =>
    ({ measure: "killed", counted, value }) as const;

  it("takes a spokesman, named or not, and his ministry for one speaker", () => {
    const days = ["المتحدث باسم [وزارة الداخلية|organization]", "[وزارة الداخلية|organization]"];
    const reports = days.map((speaker, at) => {
      const report = sample(
        `r${at + 1}`,
        `2022-01-0${at + 5}`,
        `أعلن ${speaker} مقتل ${at + 10} في الاشتباكات.`,
      );
      const name = speaker.includes("المتحدث") ? "المتحدث باسم وزارة الداخلية" : "وزارة الداخلية";
      const chain = speaker.includes("المتحدث")
        ? report.chain({ name, kind: "official" })
        : report.chain(name);
      report.figure(`مقتل ${at + 10}`, killed(at + 10), { chain });
      return report;
    });
    const [ledger] = storyFrom(...reports).ledger;
    expect(ledger?.rows.map((row) => row.supersededBy)).toEqual([1, null]);
    expect(ledger).toMatchObject({ low: 11, best: 11, high: 11 });
  });

  it("lets sources without a name replace nothing", () => {
    const reports = [10, 12].map((value, at) => {
      const text = `قالت مصادر طبية إن عدد القتلى ${value}.`;
      const report = sample(`r${at + 1}`, `2022-01-0${at + 5}`, text);
      const chain = report.chain({ name: "مصادر طبية", kind: "anonymous" });
      report.figure(`عدد القتلى ${value}`, killed(value), { chain });
      return report;
    });
    const [ledger] = storyFrom(...reports).ledger;
    expect(ledger?.rows.every((row) => row.supersededBy === null)).toBe(true);
  });
});

describe("rules of a codebook", () => {
  const story = (rule: "isnad" | "acled" | "ucdp") => {
    const values = [
      ["r1", "أ", 20],
      ["r2", "ب", 14],
      ["r3", "ج", 20],
    ] as const;
    const reports = values.map(([id, body, value]) => {
      const report = sample(id, "2022-01-06", `قالت هيئة ${body} إن عدد القتلى ${value}.`, body);
      const chain = report.chain({ name: `هيئة ${body}`, kind: "institution" });
      report.figure(
        `عدد القتلى ${value}`,
        { measure: "killed", counted: "persons", value },
        { chain },
      );
      return report.build();
    });
    return reconcile(relate(reports), rule)[0]?.ledger[0];
  };

  it("chooses by the name of the rule and says so", () => {
    expect(story("isnad")).toMatchObject({ low: 14, best: 20, high: 20, ruleName: "isnad" });
    expect(story("acled")).toMatchObject({ low: 14, best: 14, high: 20, ruleName: "acled" });
    expect(story("ucdp")).toMatchObject({ low: 14, best: 14, high: 20, ruleName: "ucdp" });
    expect(story("acled")?.rule).toContain("ACLED");
  });
});
