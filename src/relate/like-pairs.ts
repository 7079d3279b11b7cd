import { type Fingerprint, sharedMinima, shareOf } from "./fingerprints.js";

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

/**
 * All pairs of reports whose estimated share is at least `least`, ordered. Every pair that shares a
 * common run of eight words is looked at, unless more than `MOST_BEFORE` others that hold all the
 * same words were printed between the two. Cost grows with the number of reports: each of their
 * shingles brings at most `MOST_BEFORE` pairs.
 */
export function likePairs(fingerprints: readonly Fingerprint[], least: number): LikePair[] {
  const { hashes, reports } = postings(fingerprints);
  const count = fingerprints.length;
  const seen = new Set<number>();
  for (let from = 0; from < hashes.length; ) {
    let end = from + 1;
    while (end < hashes.length && hashes[end] === hashes[from]) end++;
    for (let at = from + 1; at < end; at++) {
      const later = reports[at] as number;
      for (let other = Math.max(from, at - MOST_BEFORE); other < at; other++) {
        seen.add((reports[other] as number) * count + later);
      }
    }
    from = end;
  }
  const out: LikePair[] = [];
  for (const pair of seen) {
    const [a, b] = [Math.floor(pair / count), pair % count];
    const [first, second] = [fingerprints[a] as Fingerprint, fingerprints[b] as Fingerprint];
    const share = shareOf(sharedMinima(first, second), first, second);
    if (share >= least) out.push({ a, b, share });
  }
  return out.sort((x, y) => x.a - y.a || x.b - y.b);
}

const DIGIT_BITS = 16;
const DIGITS = 1 << DIGIT_BITS;

/** Every shingle of every report beside its report, by shingle, then report: a radix sort. */
function postings(fingerprints: readonly Fingerprint[]): {
  readonly hashes: Uint32Array;
  readonly reports: Uint32Array;
} {
  const size = fingerprints.reduce((sum, { minima }) => sum + minima.length, 0);
  let hashes = new Uint32Array(size);
  let reports = new Uint32Array(size);
  let at = 0;
  for (const [report, { minima }] of fingerprints.entries()) {
    hashes.set(minima, at);
    reports.fill(report, at, at + minima.length);
    at += minima.length;
  }
  for (let shift = 0; shift < 32; shift += DIGIT_BITS) {
    const starts = new Uint32Array(DIGITS + 1);
    const digit = (hash: number): number => (hash >>> shift) & (DIGITS - 1);
    for (const hash of hashes) starts[digit(hash) + 1] = (starts[digit(hash) + 1] as number) + 1;
    for (let i = 1; i <= DIGITS; i++) {
      starts[i] = (starts[i] as number) + (starts[i - 1] as number);
    }
    const [nextHashes, nextReports] = [new Uint32Array(size), new Uint32Array(size)];
    for (let i = 0; i < size; i++) {
      const hash = hashes[i] as number;
      const to = starts[digit(hash)] as number;
      starts[digit(hash)] = to + 1;
      nextHashes[to] = hash;
      nextReports[to] = reports[i] as number;
    }
    [hashes, reports] = [nextHashes, nextReports];
  }
  return { hashes, reports };
}
