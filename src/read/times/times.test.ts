import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { parseIsoDay } from "../../core/calendar.js";
import { arabic } from "../../lang/ar/pack.js";
import { DURATION_RULES } from "../../lang/ar/rules/time-durations.js";
import { RuleSet } from "../../rules/compile.js";
import { textOf } from "../../text/layer.js";
import { readNumbers } from "../numbers/numbers.js";
import { readTextLayer } from "../page/text-layer.js";
import { readDurations } from "./durations.js";
import { readTimes } from "./times.js";

/** `2023-03-14 dawn فجر أمس`: the days meant, the hour where one is told, and the words. */
function times(text: string, published: string | null): readonly string[] {
  const layer = readTextLayer(text, arabic);
  const read = readTimes(layer, readNumbers(layer, arabic), arabic);
  return read
    .resolve(published === null ? null : parseIsoDay(published))
    .map(({ first, last, value: { start, edtf, clock } }) =>
      [start === null ? "open" : edtf, clock, textOf(layer, first, last)].filter(Boolean).join(" "),
    );
}

const example = z.object({ text: z.string(), published: z.string(), times: z.array(z.string()) });
const corpus = readFileSync(new URL("../../lang/ar/corpus/times.jsonl", import.meta.url), "utf8")
  .trim()
  .split("\n")
  .map((line) => example.parse(JSON.parse(line)));

describe("the corpus", () => {
  test.each(corpus)("$text", ({ text, published, times: expected }) => {
    expect(times(text, published)).toEqual(expected);
  });
});

test("without a day of publication nothing relative is given a day", () => {
  expect(times("أعلن المجلس أمس أن الجسر يفتح الأحد المقبل.", null)).toEqual([
    "open أمس",
    "open الأحد المقبل",
  ]);
});

test("what is dated in full needs no day of publication, nor what follows it", () => {
  expect(times("غرق القارب في 3 أيار 2020 وانتشل في اليوم التالي.", null)).toEqual([
    "2020-05-03 3 أيار 2020",
    "2020-05-04 اليوم التالي",
  ]);
});

test("the name of the day outweighs a record's own date", () => {
  expect(times("قال الناطق أمس الأحد إن الطريق مغلق.", "2023-03-15")).toEqual([
    "2023-03-12 أمس الأحد",
  ]);
});

test("a told day is forgotten after some sentences", () => {
  const apart = "وصل الوفد في 3 أيار 2020. وتجول في السوق. ثم زار القلعة. وأكل السمك. ";
  expect(times(`${apart}وعاد في اليوم التالي.`, null).at(-1)).toBe("open اليوم التالي");
});

test("lengths of time are told apart", () => {
  const layer = readTextLayer("استمر الاجتماع ثلاث ساعات ونصف قبل أن يؤجل لمدة أسبوعين.", arabic);
  const rules = new RuleSet(DURATION_RULES);
  const found = readDurations(layer, readNumbers(layer, arabic), rules);
  expect(found.map(({ first, last }) => textOf(layer, first, last))).toContain("أسبوعين");
  expect(found.map(({ value }) => value.seconds)).toContain(1_209_600);
});

test("a crawler's day resolves what means the same from every day of its week", () => {
  const text = "غرق القارب في 19 تموز، وكان المالك باعه أمس.";
  const layer = readTextLayer(text, arabic);
  const read = readTimes(layer, readNumbers(layer, arabic), arabic);
  const found = read.resolve(null, parseIsoDay("2023-07-27")).map(({ value }) => value.start);
  expect(found).toEqual(["2023-07-19", null]);
});
