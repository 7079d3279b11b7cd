import { expect, test } from "vitest";
import { atLeast } from "../../src/core/value.js";
import { claimOf, figureOf, readingOf, reportOf } from "../account.fixture.js";
import type { FigureLabel } from "../data.js";
import { scoreFigures } from "./figures.js";

const text = "أسفر انهيار السقف عن مقتل 5 عمال بينهم امرأتان، وأصيب تسعة، وسُحب 40 طنا من الركام.";

const label = (parts: Partial<FigureLabel>): FigureLabel => ({
  evidence: "مقتل 5 عمال",
  measure: "killed",
  who: "workers",
  min: 5,
  max: 5,
  role: "total",
  part_of: null,
  date: null,
  place: null,
  chain: [],
  background: false,
  ...parts,
});
const labels = [
  label({}),
  label({
    evidence: "بينهم امرأتان",
    who: "women",
    min: 2,
    max: 2,
    role: "part",
    part_of: 0,
  }),
  label({ evidence: "وأصيب تسعة", measure: "injured", who: "persons", min: 9, max: 9 }),
];
const killed = claimOf(text, "5 عمال", figureOf("killed", 5, { counted: "workers" }));

test("a hit needs the measure, both bounds and an overlap", () => {
  const claims = [
    killed,
    claimOf(text, "امرأتان", figureOf("killed", 2, { partOf: killed.id })),
    claimOf(text, "تسعة", figureOf("injured", 9, { value: atLeast(9) })),
  ];
  const score = scoreFigures(readingOf(reportOf(text), { figures: labels }, claims));
  expect(score).toMatchObject({
    labelled: 3,
    given: 3,
    parts: { labelled: 1, given: 1, right: 1, findings: [] },
  });
  expect(score.hits.map(({ label }) => label.evidence)).toEqual(["مقتل 5 عمال", "بينهم امرأتان"]);
  expect(score.findings.filter(({ verdict }) => verdict === "wrong")).toHaveLength(1);
});

test("measures that labels leave out are not held against precision; others are", () => {
  const claims = [
    killed,
    claimOf(text, "40 طنا", figureOf("seized", 40)),
    claimOf(text, "تسعة", figureOf("other", 9)),
  ];
  const score = scoreFigures(readingOf(reportOf(text), { figures: labels.slice(0, 1) }, claims));
  expect(score).toMatchObject({ labelled: 1, given: 2 });
  expect(score.findings.map(({ verdict }) => verdict)).toEqual(["hit", "spurious"]);
});

test("one prediction does not serve two labels", () => {
  const twice = [label({ evidence: "مقتل 5 عمال" }), label({ evidence: "5 عمال بينهم" })];
  const score = scoreFigures(readingOf(reportOf(text), { figures: twice }, [killed]));
  expect(score.hits).toHaveLength(1);
});
