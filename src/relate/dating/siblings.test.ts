import { describe, expect, it } from "vitest";
import type { DateConstraint } from "../../core/date-constraint.js";
import { onDay, SampleReading } from "../sample-reading.js";
import { type DatableReading, inferDates } from "./siblings.js";

const about =
  "خرجت احتجاجات في [كازاخستان|place=country:KZ] ضد الغلاء وأعلن [قاسم توكاييف|person] الطوارئ";
const span = [0, 5] as const;
const today = (weekday: DateConstraint["weekday"] & number): DateConstraint => ({
  kind: "weekday",
  weekday: weekday as never,
  offset: 0,
  exact: true,
  span,
});
const dated = (id: string, day: string, more = ""): DatableReading =>
  new SampleReading(id, `${about} ${more}.`, { published: day }).build();
const undated = (id: string, constraints: DateConstraint[], more = ""): DatableReading => ({
  ...new SampleReading(id, `${about} ${more}.`).build(),
  dateConstraints: constraints,
});

describe("dates from sibling reports", () => {
  it("takes the year from a sibling", () => {
    const found = inferDates([
      dated("a", "2022-01-06"),
      undated("b", [
        { kind: "day-month", weekday: 3, day: 12, month: 1, offset: 0, exact: true, span },
      ]),
    ]);
    expect(found.get("b")?.edtf).toBe("2022-01-12");
    expect(found.get("b")?.why).toContain("a.txt");
    expect(found.get("b")?.why).toContain("Wednesday 12 January");
  });

  it("takes the week from the days of the story, and a report dated so helps the next", () => {
    const found = inferDates([
      dated("a", "2022-01-06"),
      undated("b", [
        { kind: "day-month", weekday: 3, day: 12, month: 1, offset: 0, exact: true, span },
      ]),
      undated("c", [today(6)]),
    ]);
    expect(found.get("c")?.edtf).toBe("2022-01-08");
  });

  it("takes the day from a copied passage", () => {
    const passage =
      "ويرى مراقبون أن العائلة الحاكمة السابقة ما زالت تمسك بمفاصل الاقتصاد وتملك معظم المصارف والشركات الكبرى في البلاد";
    const found = inferDates([
      dated("a", "2022-01-06", passage),
      undated("b", [today(4)], passage),
    ]);
    expect(found.get("b")?.edtf).toBe("2022-01-06");
  });

  it("dates the news itself by the sibling that names its day", () => {
    const sibling = new SampleReading(
      "a",
      "أرسلت [المنظمة|organization] قوات إلى [كازاخستان|place=country:KZ] في السادس من الشهر. وقال [قاسم توكاييف|person] كلمة.",
      { published: "2022-01-12" },
    );
    sibling.event(
      "أرسلت",
      "deploy",
      { agent: [sibling.ref("المنظمة")] },
      { time: onDay("2022-01-06") },
    );
    const report = new SampleReading(
      "b",
      "قررت [المنظمة|organization] إرسال قوات إلى [كازاخستان|place=country:KZ]. وقال [قاسم توكاييف|person] كلمة أخرى.",
    );
    report.event("قررت", "decide", { agent: [report.ref("المنظمة")] });
    const found = inferDates([sibling.build(), { ...report.build(), dateConstraints: [today(4)] }]);
    expect(found.get("b")?.edtf).toBe("2022-01-06");
  });

  it("leaves the date unknown where two days are as likely", () => {
    const found = inferDates([dated("a", "2022-01-06"), undated("b", [today(6)])]);
    expect(found.has("b")).toBe(false);
  });

  it("prefers a dated sibling's year to one guessed from weekday and day alone", () => {
    const guessed = dated("b", "2011-01-06");
    const found = inferDates([
      dated("a", "2022-01-06"),
      {
        ...guessed,
        report: {
          ...guessed.report,
          published: { ...guessed.report.published, basis: "inferred" },
        },
        dateConstraints: [
          { kind: "day-month", weekday: 4, day: 6, month: 1, offset: 0, exact: true, span },
        ],
      },
    ]);
    expect(found.get("b")?.edtf).toBe("2022-01-06");
  });

  it("takes nothing from reports of another story", () => {
    const other = new SampleReading(
      "a",
      "فاز [نادي الهلال|organization] بالكأس بعد مباراة مثيرة.",
      {
        published: "2022-01-06",
      },
    ).build();
    const found = inferDates([
      other,
      undated("b", [{ kind: "day-month", day: 12, month: 1, offset: 0, exact: true, span }]),
    ]);
    expect(found.size).toBe(0);
  });

  describe("by a crawl", () => {
    /** The attack of 6 January, told on its own day. */
    const told = (id: string): DatableReading => {
      const sample = new SampleReading(
        id,
        "استهدف هجوم [مسجد السوق|place] في [ألماتي|place=geonames:1526384] وأعلن [قاسم توكاييف|person] الحداد.",
        { published: "2022-01-06" },
      );
      sample.event(
        "استهدف",
        "attack",
        { target: [sample.ref("مسجد السوق")] },
        { time: onDay("2022-01-06") },
      );
      return sample.build();
    };
    const found = (lead: string, fetched: string, offset: number | null): string | undefined => {
      const sample = new SampleReading(
        "b",
        `${lead} هجوم [مسجد السوق|place] في [ألماتي|place=geonames:1526384] وتحدث [قاسم توكاييف|person].`,
      );
      sample.event(lead.split(" ")[0] ?? "", "attack", { target: [sample.ref("مسجد السوق")] });
      const reading = sample.build();
      const dayWords = offset === null ? [] : [{ offset, weekday: null, span: [8, 11] as const }];
      const report = { ...reading.report, fetched };
      return inferDates([told("a"), told("c"), { ...reading, report, dayWords }]).get("b")?.edtf;
    };

    it("takes 'yesterday' in the lead for the day after what siblings date", () => {
      expect(found("استهدف أمس", "2022-01-07", -1)).toBe("2022-01-07");
      expect(found("استهدف أمس", "2022-01-08", -1)).toBe("2022-01-07");
    });
    it("is of the day of the news where nothing says otherwise", () => {
      expect(found("استهدف", "2022-01-06", null)).toBe("2022-01-06");
    });
    it("is never of a day after the crawl", () => {
      expect(found("استهدف أمس", "2022-01-06", -1)).not.toBe("2022-01-07");
    });
  });
});
