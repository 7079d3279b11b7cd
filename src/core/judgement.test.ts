import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Judgement, judgeStories, standing } from "./judgement.js";

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
    expect(first?.judged[0]).toMatchObject({
      code: "story-merged",
      terms: { author: { values: ["ليلى"] }, reason: { values: ["one raid"] } },
    });
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
