import type { Fingerprint } from "./fingerprints.js";
import { postingsOf } from "./postings.js";

/** Two reports, by their place among those given (`a` before `b`), that share some of their text. */
export interface LinkedPair {
  readonly a: number;
  readonly b: number;
}

/**
 * A shingle links each report that holds it to so many before it. Whatever is printed more often
 * is linked through those between; the order given should be that of publication.
 */
const MOST_BEFORE = 16;

/**
 * All pairs of reports that share a chosen shingle, ordered by `b`, then `a`. A pair with a common
 * run of eight words is found, unless more than `MOST_BEFORE` others that hold the same words stand
 * between the two. Cost grows with the number of reports: each of their shingles brings at most
 * `MOST_BEFORE` pairs.
 */
export function linkedPairs(fingerprints: readonly Fingerprint[]): LinkedPair[] {
  const { hashes, reports, places, firsts } = postingsOf(fingerprints);
  /** For each report, the last one that it was found to be linked to. */
  const linked = new Int32Array(fingerprints.length).fill(-1);
  const out: LinkedPair[] = [];
  for (let b = 0; b < fingerprints.length; b++) {
    const before: number[] = [];
    for (let own = firsts[b] as number; own < (firsts[b + 1] as number); own++) {
      const place = places[own] as number;
      const end = Math.max(0, place - MOST_BEFORE);
      for (let at = place - 1; at >= end && hashes[at] === hashes[place]; at--) {
        const a = reports[at] as number;
        if (linked[a] === b) continue;
        linked[a] = b;
        before.push(a);
      }
    }
    before.sort((x, y) => x - y);
    for (const a of before) out.push({ a, b });
  }
  return out;
}
