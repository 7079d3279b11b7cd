import { describe, expect, it } from "vitest";
import { claimSchema, entitySchema, reportSchema } from "../core/contract.js";
import type { ReportInput } from "../core/input.js";
import { readReport } from "../engine.js";
import type { ReportReading } from "./reading.js";

const TEXT = `حريق في سوق حلب

قالت وزارة الداخلية السورية في بيان أمس الأربعاء إن ستة أشخاص قتلوا في حريق شب في سوق قديم بمدينة حلب. وأضافت أن النيران أخمدت فجرا.

وقال قائد الدفاع المدني سامر الخطيب لوكالة رويترز: "عملنا طوال الليل".

وندد رئيس البلدية كريم حداد بتأخر وصول الإطفاء.

مقالات ذات صلة
حريق في مصنع للورق`;

const input: ReportInput = { text: TEXT, outlet: "الوادي", published: "2023-05-04" };

const read = (more: Partial<ReportInput> = {}): ReportReading => readReport({ ...input, ...more });
const nameOf = ({ entities }: ReportReading, id: string | null | undefined): string | null =>
  entities.find((entity) => entity.id === id)?.name ?? null;

describe("a report read whole", () => {
  const reading = read();
  const { report, claims, entities } = reading;
  const chains = claims.flatMap((claim) =>
    claim.statement ? [claim.chain.map(({ name }) => name).join(" > ")] : [],
  );

  it("says who says what, the report itself first", () => {
    expect(chains).toEqual([
      "الوادي > وزارة الداخلية السورية",
      "الوادي > وزارة الداخلية السورية",
      "الوادي > وكالة رويترز > قائد الدفاع المدني سامر الخطيب",
      "الوادي > رئيس البلدية كريم حداد",
    ]);
  });

  it("counts the dead, with day, place and speaker", () => {
    const figure = claims.find((claim) => claim.figure?.measure === "killed");
    expect(figure?.figure?.value).toEqual({ min: 6, max: 6, hedge: "exact" });
    expect(figure?.chain.at(-1)?.name).toBe("وزارة الداخلية السورية");
    expect(figure?.saidOn?.start).toBe("2023-05-03");
    expect(nameOf(reading, figure?.place)).toBe("حلب");
  });

  it("knows a statement by its stance, its medium, and the words quoted", () => {
    const statements = claims.flatMap((claim) => (claim.statement ? [claim] : []));
    expect(statements.map(({ statement }) => statement?.stance)).toEqual([
      "states",
      "states",
      "states",
      "condemns",
    ]);
    expect(statements[0]?.chain.at(-1)?.medium).toBe("statement");
    const quoted = statements[2]?.statement?.quoted;
    expect(quoted && TEXT.slice(...quoted)).toBe("عملنا طوال الليل");
  });

  it("ties a statement to what it tells", () => {
    const statement = claims.find((claim) => claim.statement);
    const figure = claims.find((claim) => claim.figure);
    expect(statement?.statement?.about).toContain(figure?.id);
  });

  it("knows who holds which office", () => {
    const offices = claims.flatMap(({ office }) =>
      office ? [`${nameOf(reading, office.holder)}: ${office.office}`] : [],
    );
    expect(offices).toContain("كريم حداد: رئيس");
  });

  it("leaves out the page around the article", () => {
    const furniture = report.furniture.map(([start, end]) => TEXT.slice(start, end));
    expect(furniture).toEqual(["مقالات ذات صلة", "حريق في مصنع للورق"]);
  });

  it("gives what the contract promises", () => {
    expect(reportSchema.safeParse(report).success).toBe(true);
    for (const claim of claims) expect(claimSchema.safeParse(claim).error).toBeUndefined();
    for (const entity of entities) expect(entitySchema.safeParse(entity).error).toBeUndefined();
  });

  it("points with every span at words of the text", () => {
    for (const { span, sentence, chain } of claims) {
      for (const one of [
        span,
        sentence,
        ...chain.flatMap((link) => (link.span ? [link.span] : [])),
      ]) {
        expect(TEXT.slice(...one).trim()).not.toBe("");
        expect(one[1]).toBeLessThanOrEqual(TEXT.length);
      }
    }
    for (const link of claims.flatMap(({ chain }) => chain.slice(1))) {
      const words = link.span ? TEXT.slice(...link.span) : "";
      expect(words).toContain(link.name);
    }
  });

  it("has claims in the order of their spans, and no id twice", () => {
    const starts = claims.map(({ span }) => span[0]);
    expect(starts).toEqual([...starts].sort((a, b) => a - b));
    expect(new Set(claims.map(({ id }) => id)).size).toBe(claims.length);
  });
});

describe("the day of a report", () => {
  it("is told by its metadata, and says so", () => {
    expect(read().report.published).toMatchObject({ start: "2023-05-04", basis: "metadata" });
  });

  it("is unknown where nothing tells it: then no day is made up", () => {
    const { report, claims } = read({ published: null });
    expect(report.published).toMatchObject({ start: null, end: null, basis: "unknown" });
    expect(claims.find((claim) => claim.figure)?.saidOn?.start ?? null).toBeNull();
  });
});

describe("a report read again", () => {
  it("gives the same bytes", () => {
    expect(JSON.stringify(read())).toBe(JSON.stringify(read()));
  });

  it("has another id for another text or another source", () => {
    const ids = [read(), read({ text: `${TEXT}.` }), read({ url: "https://example.org/1" })].map(
      ({ report }) => report.id,
    );
    expect(new Set(ids).size).toBe(3);
  });
});

describe("a text that says nothing", () => {
  it.each(["", " \n ", "🔴🔴", "...", "Breaking news", "ا"])(
    "is read without a claim: '%s'",
    (text) => {
      expect(readReport({ text }).claims).toEqual([]);
    },
  );
});

it("keeps the day a crawler found a report, and only a day", () => {
  expect(read({ published: null, fetched: "2023-05-05" }).report.fetched).toBe("2023-05-05");
  expect(read({ fetched: "last week" }).report.fetched).toBeNull();
});
