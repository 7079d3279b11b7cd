/**
 * What a report's words look like in numbers, made from one report alone: small enough to keep for
 * a whole press, and enough to ask how much of their text two reports share.
 */

/** Words a shingle. With `WINDOW`, every common run of SHINGLE + WINDOW - 1 = 8 words is found. */
export const SHINGLE = 5;
const WINDOW = 4;

const FNV_OFFSET = 0x811c9dc5;
const FNV_PRIME = 0x01000193;

/** The chosen shingles of one report; about 0.4 a word, four bytes each. */
export interface Fingerprint {
  /** Hashes, ascending, each once. */
  readonly minima: Uint32Array;
  /** Words of the article, furniture left out. */
  readonly words: number;
}

export function hashWord(word: string): number {
  let hash = FNV_OFFSET;
  for (let i = 0; i < word.length; i++) {
    hash = Math.imul(hash ^ word.charCodeAt(i), FNV_PRIME);
  }
  return hash >>> 0;
}

/**
 * The hash of every run of `SHINGLE` words, by where it starts.
 * @param hashes of the words, in order
 */
export function shinglesOf(hashes: Uint32Array): Uint32Array {
  const count = Math.max(0, hashes.length - SHINGLE + 1);
  const out = new Uint32Array(count);
  for (let at = 0; at < count; at++) {
    let hash = FNV_OFFSET;
    for (let k = 0; k < SHINGLE; k++) {
      hash = Math.imul(hash ^ (hashes[at + k] as number), FNV_PRIME);
      hash ^= hash >>> 15;
    }
    out[at] = hash >>> 0;
  }
  return out;
}

/**
 * Winnowing (Schleimer, Wilkerson, Aiken 2003): where the smallest hash of each window of shingles
 * stands, ascending; one that is the smallest of several windows in a row stands there once.
 */
export function winnow(shingles: Uint32Array): number[] {
  const kept: number[] = [];
  const last = Math.max(0, shingles.length - WINDOW);
  for (let from = 0; from <= last && shingles.length > 0; from++) {
    const end = Math.min(from + WINDOW, shingles.length);
    let smallest = from;
    for (let at = from + 1; at < end; at++) {
      if ((shingles[at] as number) < (shingles[smallest] as number)) smallest = at;
    }
    if (smallest !== kept[kept.length - 1]) kept.push(smallest);
  }
  return kept;
}

/** @param shingles of all words of the article, as `Articles.shinglesOf` gives them */
export function fingerprintOf(shingles: Uint32Array): Fingerprint {
  const sorted = Uint32Array.from(winnow(shingles), (at) => shingles[at] as number).sort();
  let kept = 0;
  for (let at = 0; at < sorted.length; at++) {
    if (at === 0 || sorted[at] !== sorted[at - 1]) sorted[kept++] = sorted[at] as number;
  }
  return {
    minima: sorted.slice(0, kept),
    words: shingles.length === 0 ? 0 : shingles.length + SHINGLE - 1,
  };
}

/** How many chosen shingles both hold. */
function sharedMinima(a: Fingerprint, b: Fingerprint): number {
  let shared = 0;
  let atA = 0;
  let atB = 0;
  while (atA < a.minima.length && atB < b.minima.length) {
    const [x, y] = [a.minima[atA] as number, b.minima[atB] as number];
    if (x === y) shared++;
    if (x <= y) atA++;
    if (y <= x) atB++;
  }
  return shared;
}

/**
 * Each edited word takes its shingles along, so that fewer of them are shared than words are. Fitted
 * on the pairs of two days of a press, aligned word by word: the share is missed by 0.07 in the mean,
 * and 96 of 100 pairs fall on the right side of a half.
 */
const EDITS = 0.6;

/**
 * About what share of the shorter report's words stands in the longer one, 0 to 1, at the cost of
 * one walk over both fingerprints. A report of fewer than `SHINGLE` words shares nothing.
 */
export function estimateShare(a: Fingerprint, b: Fingerprint): number {
  return shareOf(sharedMinima(a, b), a, b);
}

/** The same where the number of shared shingles is known already, as from an index. */
export function shareOf(shared: number, a: Fingerprint, b: Fingerprint): number {
  const fewest = Math.min(a.minima.length, b.minima.length);
  if (fewest === 0) return 0;
  return (shared / fewest) ** EDITS;
}
