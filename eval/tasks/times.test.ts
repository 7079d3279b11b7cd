import { expect, test } from "vitest";
import { readingOf, reportOf, timeOf } from "../account.fixture.js";
import { scoreTimes } from "./times.js";

const text = "بدأت الأشغال عام 2019 وتوقفت في 3 آذار 2020 ثم استؤنفت أمس عند الساعة العاشرة.";
const times = [
  { evidence: "عام 2019", start: "2019", end: "2019" },
  { evidence: "3 آذار 2020", start: "2020-03-03", end: "2020-03-03" },
  { evidence: "أمس", start: null, end: null },
];

test("a day counts at the label's precision, an unfixed time by being met", () => {
  const report = reportOf(text, {
    times: [
      timeOf(text, "2019", "2019-01-01", "2019-12-31"),
      timeOf(text, "3 آذار 2020", "2020-03-03"),
      timeOf(text, "أمس", null),
      timeOf(text, "الساعة العاشرة", null),
    ],
  });
  expect(scoreTimes(readingOf(report, { times }))).toMatchObject({
    hits: 3,
    labelled: 3,
    given: 3,
  });
});

test("a wrong day is a miss and spurious; so is a day where the label has none", () => {
  const report = reportOf(text, {
    times: [
      timeOf(text, "3 آذار 2020", "2020-03-04"),
      timeOf(text, "أمس", "2020-05-01"),
      timeOf(text, "الساعة العاشرة", "2020-05-01"),
    ],
  });
  const score = scoreTimes(readingOf(report, { times }));
  expect(score).toMatchObject({ hits: 0, labelled: 3, given: 3 });
  expect(score.findings.map(({ verdict }) => verdict)).toEqual([
    "miss",
    "wrong",
    "wrong",
    "spurious",
    "spurious",
    "spurious",
  ]);
});
