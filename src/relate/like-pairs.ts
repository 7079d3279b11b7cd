import { type Fingerprint, sharedMinima, shareOf } from "./fingerprints.js";
import { type Postings, postingsOf } from "./postings.js";

/** Two reports, by their place among those given (`a` before `b`), that share some of their text. */
export interface LikePair {
  readonly a: number;
  readonly b: number;
  /** As `estimateShare`. */
  readonly share: number;
}

/**
 * A shingle links each report that holds it to so many before it. Whatever is printed more often
 * is linked through those between; the order given should be that of publication.
 */
const MOST_BEFORE = 16;
/** Of what a pair may share beyond those links: a pair that counts this part of it is looked at. */
const COUNTED = 0.25;

/**
 * All pairs of reports whose estimated share is at least `least`, ordered by `b`, then `a`. A pair
 * with a common run of eight words is found, unless more than `MOST_BEFORE` others that hold the
 * same words stand between the two. Cost grows with the number of reports: each of their shingles
 * brings at most `MOST_BEFORE` pairs.
 * @param least 0 to 1, above 0
 */
export function likePairs(
  fingerprints: readonly Fingerprint[],
  least: number,
  postings: Postings = postingsOf(fingerprints),
): LikePair[] {
  const { hashes, reports, places, firsts } = postings;
  const counts = new Int32Array(fingerprints.length);
  const out: LikePair[] = [];
  for (const [b, second] of fingerprints.entries()) {
    const touched: number[] = [];
    for (let own = firsts[b] as number; own < (firsts[b + 1] as number); own++) {
      const place = places[own] as number;
      const end = Math.max(0, place - MOST_BEFORE);
      for (let at = place - 1; at >= end && hashes[at] === hashes[place]; at--) {
        const a = reports[at] as number;
        if (counts[a] === 0) touched.push(a);
        counts[a] = (counts[a] as number) + 1;
      }
    }
    touched.sort((x, y) => x - y);
    for (const a of touched) {
      const first = fingerprints[a] as Fingerprint;
      const counted = counts[a] as number;
      counts[a] = 0;
      if (shareOf(counted / COUNTED, first, second) < least) continue;
      const share = shareOf(sharedMinima(first, second), first, second);
      if (share >= least) out.push({ a, b, share });
    }
  }
  return out;
}
