import { expect, test } from "vitest";
import type { Judged } from "../../core/contract.js";
import { latestLike, latestOfStories, latestOfWitnesses } from "./judged-view.js";

const judged = (id: string, kind: Judged["kind"], hour: number, ...reports: string[]): Judged => ({
  judgement: id,
  kind,
  author: "سلمى",
  time: `2031-05-05T${String(hour).padStart(2, "0")}:00:00Z`,
  why: "",
  whyMessages: [],
  reports,
});

test("the latest judgement about the same reports is found, whichever story tells it", () => {
  const own = [judged("m1", "merge", 9, "a", "b"), judged("w1", "one-witness", 10, "a", "b")];
  const other = [judged("s1", "split", 8, "c"), judged("s2", "split", 11, "c")];
  expect(latestOfStories([...own, ...other], ["a"])).toBe("m1");
  expect(latestOfStories([...own, ...other], ["a", "c"])).toBe("s2");
  expect(latestOfStories(own, ["d"])).toBeNull();
  // Witnesses are judged by two that they have in common.
  expect(latestOfWitnesses(own, ["a", "c"])).toBeNull();
  expect(latestOfWitnesses(own, ["a", "b", "c"])).toBe("w1");
  expect(own.map((one) => latestLike(own, one))).toEqual(["m1", "w1"]);
});
