import { expect, test } from "vitest";
import { readingOf, reportOf } from "../account.fixture.js";
import { raised } from "../floors.js";
import { scoreFurniture } from "./furniture.js";
import { csvFields } from "./headlines.js";
import { namesFromMentions, parseTagged } from "./names.js";
import { type DatedCase, datedRow } from "./published.js";
import { bCubed } from "./stories.js";

test("furniture: a label marks whole lines first, and lines nobody labelled are spurious", () => {
  const text = "رياضة\nرياضة القفز تجذب الشباب\nنص الخبر هنا\nاشترك في النشرة";
  const report = reportOf(text, {
    furniture: [
      [0, 5],
      [30, 42],
    ],
  });
  const score = scoreFurniture(readingOf(report, { chrome: ["رياضة", "اشترك في"] }));
  expect(score).toMatchObject({ hits: 1, labelled: 2, given: 2 });
});

test("publication: a wrong day costs twice an unknown one", () => {
  const dated = (
    label: string | null,
    start: string | null,
    siblings: string[] = [],
  ): DatedCase => ({
    record: "a",
    label,
    siblings,
    published: { edtf: start, start, end: start, basis: "inferred", why: "", evidence: [] },
  });
  const row = datedRow("published", [
    dated("2020-05-04", "2020-05-04"),
    dated("2020-05-04", null),
    dated("2020-05-04", "2020-05-05"),
    dated(null, null),
    dated(null, "2020-05-05", ["2020-05-04"]),
    dated(null, "2020-05-05"),
  ]);
  expect(row.remark).toBe("right 3, unknown 1, wrong 2");
  expect(row.score).toBeCloseTo(1 - 5 / 12);
});

test("stories: B³ counts impure and split stories", () => {
  const item = (record: string, group: string, story: string) => ({ record, group, story });
  const result = bCubed([item("1", "x", "s"), item("2", "x", "s"), item("3", "y", "s")]);
  expect(result.precision).toBeCloseTo((2 / 3 + 2 / 3 + 1 / 3) / 3);
  expect(result.recall).toBe(1);
});

test("headlines: commas and quotes inside a field", () => {
  expect(csvFields('a,"b, ""c""",d')).toEqual(["a", 'b, "c"', "d"]);
});

test("names: mentions are widened to whole tokens and the longest of nested ones counts", () => {
  const [tagged] = parseTagged("زار O\nسمير B-PERS\nالعطار I-PERS\nوبيروت B-LOC\n. O\n\n");
  expect(tagged?.text).toBe("زار سمير العطار وبيروت .\n");
  expect(tagged?.names).toEqual([
    { tag: "PERS", range: [4, 15] },
    { tag: "LOC", range: [16, 22] },
  ]);
  const given = tagged
    ? namesFromMentions(tagged, [
        { tag: "PERS", range: [4, 8] },
        { tag: "PERS", range: [4, 15] },
        { tag: "LOC", range: [17, 22] },
      ])
    : [];
  expect(given).toEqual(tagged?.names);
});

test("floors: raised to the scores above them, rounded down, never lowered or added", () => {
  const scores = new Map([
    ["a", 0.81299],
    ["b", 0.2],
    ["c", 1],
  ]);
  expect(raised({ a: 0.5, b: 0.4, d: 0.1 }, scores)).toEqual({ a: 0.812, b: 0.4, d: 0.1 });
});
