import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  identified,
  type Judgement,
  judgedIn,
  judgementId,
  judgeStories,
  standing,
} from "./judgement.js";
import { judgementLine, parseJudgements } from "./judgement-log.js";

const STORIES = [["a", "b"], ["c"], ["d", "e", "f"]];

const entry = (id: string): { id: string; author: string; time: string; reason: string } => ({
  id,
  author: "ليلى",
  time: "2023-05-05T10:00:00Z",
  reason: "one raid",
});
const merge = (id: string, ...reports: string[]): Judgement => ({
  kind: "merge",
  ...entry(id),
  reports,
});
const split = (id: string, ...reports: string[]): Judgement => ({
  kind: "split",
  ...entry(id),
  reports,
});
const undo = (id: string, undoes: string): Judgement => ({ kind: "undo", ...entry(id), undoes });

const reportsOf = (log: readonly Judgement[]): (readonly string[])[] =>
  judgeStories(STORIES, log).map(({ reports }) => reports);

describe("judgements about stories", () => {
  it("join whole stories of the reports named, and say who decided and why", () => {
    const [first] = judgeStories(STORIES, [merge("1", "b", "c")]);
    expect(first?.reports).toEqual(["a", "b", "c"]);
    expect(first?.judged.map(judgedIn)).toMatchObject([
      { judgement: "1", author: "ليلى", why: "ليلى joined these reports: one raid" },
    ]);
  });

  it("take the reports named out into a story of their own", () => {
    expect(reportsOf([split("1", "e")])).toEqual([["a", "b"], ["c"], ["d", "f"], ["e"]]);
  });

  it("follow one another: what was joined can be split, and joined again", () => {
    const log = [merge("1", "a", "c"), split("2", "a"), merge("3", "a", "d")];
    expect(reportsOf(log)).toEqual([
      ["a", "d", "e", "f"],
      ["b", "c"],
    ]);
  });

  it("are taken back by an undo, and brought back by undoing that", () => {
    const log = [merge("1", "a", "c"), undo("2", "1")];
    expect(reportsOf(log)).toEqual(STORIES);
    expect(reportsOf([...log, undo("3", "2")])).toEqual(reportsOf([merge("1", "a", "c")]));
  });

  it("pass over what they cannot mean: unknown reports, undone nothing, an id used twice", () => {
    const log = [merge("1", "a", "nobody"), undo("2", "nothing"), split("3", "c"), split("3", "a")];
    expect(reportsOf(log)).toEqual(STORIES);
    expect(standing([undo("1", "2"), merge("2", "a", "c")])).toHaveLength(1);
  });

  it("keep every report in exactly one story, and an undone log is no log", () => {
    const id = fc.constantFrom("a", "b", "c", "d", "e", "f", "x");
    const kind = fc.constantFrom("merge", "split");
    const drafts = fc.array(fc.tuple(kind, fc.array(id, { maxLength: 4 })), { maxLength: 8 });
    fc.assert(
      fc.property(drafts, (made) => {
        const log = made.map(([what, reports], at) =>
          what === "merge" ? merge(`j${at}`, ...reports) : split(`j${at}`, ...reports),
        );
        expect([...reportsOf(log).flat()].sort()).toEqual(["a", "b", "c", "d", "e", "f"]);
        const undone = [...log, ...log.map(({ id: of }) => undo(`u-${of}`, of))];
        expect(reportsOf(undone)).toEqual(STORIES);
      }),
    );
  });
});

describe("the log of judgements", () => {
  const made = identified({
    kind: "different",
    author: "ليلى",
    time: "2023-05-05T10:00:00Z",
    reason: "one plays, one governs",
    places: [
      { report: "a", start: 3, end: 9, name: "خالد العمري" },
      { report: "b", start: 0, end: 6, name: "خالد العمري" },
    ],
  });
  const taken = identified({
    kind: "undo",
    author: "سامر",
    time: "2023-05-06T10:00:00Z",
    reason: "seen their pictures",
    undoes: made.id,
  });

  it("gives back what was written into it, an entry a line", () => {
    const text = [made, taken].map(judgementLine).join("");
    expect(text.split("\n")).toHaveLength(3);
    expect(parseJudgements(text)).toEqual({ judgements: [made, taken], faults: [] });
    expect(standing(parseJudgements(text).judgements)).toEqual([]);
  });

  it("names the line that is broken, cut off, of another kind or changed afterwards", () => {
    const lines = [
      judgementLine(made).trim(),
      judgementLine(made).slice(0, 40),
      "",
      '{"id":"judgement-1","kind":"bless"}',
      judgementLine(taken).trim().replace("pictures", "shadows"),
    ];
    const { judgements, faults } = parseJudgements(lines.join("\r\n"));
    expect(judgements).toEqual([made]);
    expect(faults.map(({ line }) => line)).toEqual([2, 4, 5]);
    expect(faults[2]?.message).toContain("was changed after it was written");
  });

  it("gives equal decisions of one author and time one id, and others another", () => {
    const { id, ...rest } = made;
    expect(judgementId(rest)).toBe(id);
    expect(judgementId({ ...rest, reason: "guess" })).not.toBe(id);
  });
});
