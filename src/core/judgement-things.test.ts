import { describe, expect, it } from "vitest";
import { type Decision, identified, type Judgement } from "./judgement.js";
import { latestAbout, latestHolding } from "./judgement-things.js";

let seconds = 10;
const entry = (decision: Decision): Judgement =>
  identified({ ...decision, author: "ليلى", time: `2023-05-05T10:00:${seconds++}Z` });
const claim = (id: string, start: number, subject = "killed") =>
  ({ report: "a", kind: "figure", subject, start, end: start + 20, id, words: "" }) as const;
const place = (report: string, start: number) => ({ report, start, end: start + 4, name: "x" });
const reason = "x";

describe("the latest judgement about a thing", () => {
  it("is of the same claim, by its id or nearly the same words", () => {
    const first = entry({ kind: "reject", reason, claim: claim("c1", 10) });
    const log = [first, entry({ kind: "accept", reason, claim: claim("c2", 20) })];
    const latest = (one: ReturnType<typeof claim>) =>
      latestAbout(entry({ kind: "accept", reason, claim: one }), log)?.id ?? null;
    expect(latest(claim("c1", 400))).toBe(first.id);
    expect(latest(claim("of-a-new-engine", 11))).toBe(first.id);
    expect(latest(claim("c3", 16))).toBeNull();
    expect(latest(claim("c4", 10, "injured"))).toBeNull();
  });

  it("is of the same two names, whichever stands first", () => {
    const same = entry({ kind: "same", reason, places: [place("a", 1), place("b", 9)] });
    const turned = entry({ kind: "different", reason, places: [place("b", 10), place("a", 0)] });
    const other = entry({ kind: "different", reason, places: [place("b", 10), place("c", 0)] });
    expect(latestAbout(turned, [same])).toBe(same);
    expect(latestAbout(other, [same])).toBeNull();
  });

  it("is of stories that share a report, of witnesses that share two", () => {
    const merge = entry({ kind: "merge", reason, reports: ["a", "b"] });
    expect(latestAbout(entry({ kind: "split", reason, reports: ["b"] }), [merge])).toBe(merge);
    const one = entry({ kind: "one-witness", reason, reports: ["a", "b", "c"] });
    const two = (...reports: string[]) => entry({ kind: "two-witnesses", reason, reports });
    expect(latestAbout(two("c", "b"), [merge, one])).toBe(one);
    expect(latestAbout(two("c", "d"), [merge, one])).toBeNull();
  });

  it("takes an undo for one about what it takes back, however often", () => {
    const first = entry({ kind: "reject", reason, claim: claim("c1", 10) });
    const undo = entry({ kind: "undo", reason, undoes: first.id });
    const again = entry({ kind: "undo", reason, undoes: undo.id });
    const log = [first, undo, again];
    const next = entry({ kind: "reject", reason, claim: claim("c1", 10) });
    expect([[first], [first, undo], log].map((one) => latestHolding(next, one))).toEqual([
      first,
      null,
      first,
    ]);
    expect(latestAbout(entry({ kind: "accept", reason, claim: claim("c1", 10) }), log)).toBe(again);
    expect(
      latestAbout(entry({ kind: "undo", reason, undoes: again.id }), [first, undo]),
    ).toBeNull();
  });
});
