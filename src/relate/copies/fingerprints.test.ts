import { describe, expect, it } from "vitest";
import { estimateShare, fingerprintOf, hashWord, shinglesOf } from "./fingerprints.js";

const fingerprint = (words: readonly string[]) =>
  fingerprintOf(shinglesOf(Uint32Array.from(words, hashWord)));
const words = (from: number, to: number): string[] =>
  Array.from({ length: to - from }, (_, at) => `word${from + at}`);

describe("the share estimated from fingerprints alone", () => {
  it("is one for the same words and none for others", () => {
    const one = fingerprint(words(0, 200));
    expect(estimateShare(one, fingerprint(words(0, 200)))).toBe(1);
    expect(estimateShare(one, fingerprint(words(500, 700)))).toBe(0);
  });

  it("is of the shorter report, whichever is given first", () => {
    const long = fingerprint(words(0, 600));
    const short = fingerprint(words(300, 360));
    expect(estimateShare(long, short)).toBeGreaterThan(0.9);
    expect(estimateShare(short, long)).toBe(estimateShare(long, short));
  });

  it("comes near the share of words where every twentieth word was edited", () => {
    const edited = words(0, 400).map((word, at) => (at % 20 === 7 ? `${word}x` : word));
    const share = estimateShare(fingerprint(words(0, 400)), fingerprint(edited));
    expect(share).toBeGreaterThan(0.75);
    expect(share).toBeLessThan(1);
  });

  it("tells half from all", () => {
    const half = [...words(0, 100), ...words(900, 1000)];
    const share = estimateShare(fingerprint(words(0, 200)), fingerprint(half));
    expect(share).toBeGreaterThan(0.4);
    expect(share).toBeLessThan(0.8);
  });

  it("shares nothing where a report has too few words", () => {
    expect(estimateShare(fingerprint(words(0, 3)), fingerprint(words(0, 3)))).toBe(0);
  });
});
