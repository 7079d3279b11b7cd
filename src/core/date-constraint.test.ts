import { describe, expect, it } from "vitest";
import { dayNumber, isoDay } from "./calendar.js";
import { type DateConstraint, solve } from "./date-constraint.js";

const span = [0, 1] as const;
const iso = (constraints: DateConstraint[], notBefore?: number, notAfter?: number): string[] =>
  solve(constraints, { notBefore, notAfter }).days.map(isoDay);

describe("the publication day from the words of a report", () => {
  it("leaves few years for a weekday with day and month", () => {
    const wednesday: DateConstraint = {
      kind: "day-month",
      weekday: 3,
      day: 12,
      month: 1,
      offset: 0,
      exact: true,
      span,
    };
    expect(iso([wednesday], dayNumber(2005, 1, 1), dayNumber(2023, 1, 1))).toEqual([
      "2005-01-12",
      "2011-01-12",
      "2022-01-12",
    ]);
  });

  it("reads yesterday and tomorrow as offsets", () => {
    const yesterday: DateConstraint = {
      kind: "date",
      day: 31,
      month: 12,
      year: 2021,
      offset: -1,
      exact: true,
      span,
    };
    expect(iso([yesterday])).toEqual(["2022-01-01"]);
  });

  it("lets an inexact constraint reach back", () => {
    const lastMonday: DateConstraint = {
      kind: "day-month",
      weekday: 1,
      day: 10,
      month: 1,
      offset: -7,
      exact: false,
      span,
    };
    const today: DateConstraint = { kind: "weekday", weekday: 3, offset: 0, exact: true, span };
    expect(iso([lastMonday, today], dayNumber(2020, 1, 1), dayNumber(2025, 1, 1))).toEqual([
      "2022-01-12",
    ]);
  });

  it("gives no day where the words contradict each other, and none where there are none", () => {
    const base = { kind: "weekday", offset: 0, exact: true, span } as const;
    expect(
      iso([
        { ...base, weekday: 1 },
        { ...base, weekday: 2 },
      ]),
    ).toEqual([]);
    expect(iso([])).toEqual([]);
  });
});
