import { describe, expect, it } from "vitest";
import { boundsOfEdtf } from "./edtf.js";
import { identified, type Judgement, judgementId } from "./judgement.js";
import { judgementLine, parseJudgements } from "./judgement-log.js";

const claim = {
  report: "report-1",
  kind: "figure",
  subject: "killed",
  start: 3,
  end: 9,
  id: "claim-1",
  words: "12 قتيلا",
} as const;
const entry = { author: "ليلى", time: "2023-05-05T10:00:00Z", reason: "wounded, not dead" };
const correction: Judgement = identified({
  kind: "correct",
  ...entry,
  claim,
  changes: { measure: "injured", value: { min: 10, max: 15, hedge: "bound" }, place: null },
});

/** The line as somebody wrote it who can compute ids, too. */
const forged = (change: (line: Record<string, unknown>) => void): string => {
  const line = JSON.parse(judgementLine(correction)) as Record<string, unknown>;
  change(line);
  return JSON.stringify(line);
};

describe("judgements of claims and witnesses in the log", () => {
  it("are read as they were written", () => {
    const witnesses = identified({ kind: "two-witnesses", ...entry, reports: ["a", "b"] });
    const log = judgementLine(correction) + judgementLine(witnesses);
    expect(parseJudgements(log)).toEqual({ judgements: [correction, witnesses], faults: [] });
  });

  it("have one id whatever the order in which the fields were given", () => {
    const { measure, value, place } = (correction as Extract<Judgement, { kind: "correct" }>)
      .changes;
    const changes = { place, value, measure } as const;
    expect(judgementId({ kind: "correct", ...entry, claim, changes })).toBe(correction.id);
    const other = { ...changes, measure: "missing" } as const;
    expect(judgementId({ kind: "correct", ...entry, claim, changes: other })).not.toBe(
      correction.id,
    );
  });

  it.each([
    [
      "a value turned round",
      (changes: Record<string, unknown>) => {
        changes["value"] = { min: 15, max: 10, hedge: "bound" };
      },
      "min is above max",
    ],
    [
      "a value of nothing",
      (changes: Record<string, unknown>) => {
        changes["value"] = { min: null, max: null, hedge: "exact" };
      },
      "neither min nor max",
    ],
    [
      "a number of no end",
      (changes: Record<string, unknown>) => {
        changes["value"] = { min: 1e300, max: 1e300, hedge: "exact" };
      },
      "changes.value",
    ],
    [
      "a day that there is not",
      (changes: Record<string, unknown>) => {
        changes["time"] = "2022-02-30";
      },
      "is no date",
    ],
    [
      "markup for a type",
      (changes: Record<string, unknown>) => {
        changes["type"] = "<script>";
      },
      "is no code of an event",
    ],
    [
      "a field that nobody corrects",
      (changes: Record<string, unknown>) => {
        changes["rule"] = "mine";
      },
      "rule",
    ],
    [
      "nothing",
      (changes: Record<string, unknown>) => {
        for (const key of Object.keys(changes)) delete changes[key];
      },
      "nothing is corrected",
    ],
  ] as const)("are refused with line and remedy: %s", (_, change, said) => {
    const line = forged((made) => change(made["changes"] as Record<string, unknown>));
    const { judgements, faults } = parseJudgements(`\n${line}\n`);
    expect(judgements).toEqual([]);
    expect(faults).toMatchObject([{ line: 2, message: expect.stringContaining(said) }]);
    expect(faults[0]?.remedy).toContain("judge anew");
  });

  it.each([
    ["a claim of no words", { claim: { ...claim, end: 3 } }],
    ["a place before the text", { claim: { ...claim, start: -1 } }],
    ["a changed word", { reason: "dead, not wounded" }],
  ])("are refused: %s", (_, change) => {
    const { judgements, faults } = parseJudgements(forged((line) => Object.assign(line, change)));
    expect([judgements.length, faults.length]).toEqual([0, 1]);
  });

  it("want two reports that are two", () => {
    const pair = identified({ kind: "one-witness", ...entry, reports: ["a", "a"] });
    expect(parseJudgements(judgementLine(pair)).faults).toHaveLength(1);
  });
});

describe("dates as people write them in a form", () => {
  it.each([
    ["2022-01-06", "2022-01-06", "2022-01-06"],
    ["2024-02", "2024-02-01", "2024-02-29"],
    ["2022", "2022-01-01", "2022-12-31"],
    ["2022-01-04/2022-01", "2022-01-04", "2022-01-31"],
  ])("%s", (edtf, start, end) => expect(boundsOfEdtf(edtf)).toEqual({ start, end }));

  it.each([
    "",
    "/",
    "2022-13",
    "2022-2-3",
    "2022-01-06/2022-01-04",
    "2022-01/2022-02/2022-03",
    "0000",
    "٢٠٢٢",
  ])("nothing of «%s»", (edtf) => expect(boundsOfEdtf(edtf)).toBeNull());
});
