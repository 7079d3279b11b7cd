import { describe, expect, test } from "vitest";
import type { DateConstraint } from "./date-constraint.js";
import { because, publicationInEnglish, saidBy } from "./publication-reasons.js";

const said = (fields: Partial<DateConstraint>): string =>
  publicationInEnglish([
    saidBy({ kind: "weekday", offset: 0, exact: true, span: [0, 1], ...fields }),
  ]);

describe("what words say of the day of publication", () => {
  test.each<[Partial<DateConstraint>, string]>([
    [{ weekday: 4, day: 6, month: 1 }, "the day of publication is Thursday 6 January"],
    [{ weekday: 5, offset: -1 }, "the day before is Friday"],
    [{ month: 8, day: 9, year: 2021, offset: 2 }, "the day 2 days after is 2021-08-09"],
    [{ month: 8 }, "the day of publication is August"],
    [{ year: 2015, offset: -7, exact: false }, "a day of the 7 before is 2015"],
  ])("%j", (fields, words) => {
    expect(said(fields)).toBe(words);
  });

  test("what is said twice is said once", () => {
    expect(publicationInEnglish([because("published-lead"), because("published-lead")])).toBe(
      "the lead tells the news of that day",
    );
  });
});
