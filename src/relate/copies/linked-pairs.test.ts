import { describe, expect, it } from "vitest";
import { fingerprintOf, hashWord, shinglesOf } from "./fingerprints.js";
import { linkedPairs } from "./linked-pairs.js";

const fingerprint = (words: readonly string[]) =>
  fingerprintOf(shinglesOf(Uint32Array.from(words, hashWord)));
const text = (name: string, length: number): string[] =>
  Array.from({ length }, (_, at) => `${name}${at}`);

describe("pairs of like reports in a press", () => {
  it("are found wherever the common passage stands, and nothing else is", () => {
    const press = [
      text("a", 100),
      text("b", 100),
      [...text("c", 60), ...text("a", 50)],
      [...text("b", 80), "end"],
    ].map(fingerprint);
    expect(linkedPairs(press).map(({ a, b }) => [a, b])).toEqual([
      [0, 2],
      [1, 3],
    ]);
  });

  it("stay in proportion where two thousand reports carry one text", () => {
    const press = Array.from({ length: 2000 }, (_, at) =>
      fingerprint([...text("wire", 120), ...text(`own${at}.`, 20)]),
    );
    const pairs = linkedPairs(press);
    expect(pairs.length).toBeLessThan(2000 * 20);
    expect(new Set(pairs.map(({ b }) => b)).size).toBe(1999);
  });
});
