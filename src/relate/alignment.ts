import { SHINGLE } from "./fingerprints.js";
import type { ArticleWords } from "./words.js";

/** The same words, in order, in two articles: words `[a, a + length)` and `[b, b + length)`. */
export interface Run {
  readonly a: number;
  readonly b: number;
  readonly length: number;
}

/** A shingle that one article repeats more often than this is a refrain, and aligns nothing. */
const MOST_REPEATS = 8;

/**
 * All maximal runs of at least `SHINGLE` equal words of two articles, no word of either in two
 * runs: longest first wins. Linear in the length of the articles but for repeated shingles, which
 * are bounded.
 */
export function commonRuns(
  a: ArticleWords,
  b: ArticleWords,
  aShingles: Uint32Array,
  bShingles: Uint32Array,
): Run[] {
  const starts = new Map<number, number[]>();
  for (let at = 0; at < aShingles.length; at++) {
    const hash = aShingles[at] as number;
    const list = starts.get(hash);
    if (list) list.push(at);
    else starts.set(hash, [at]);
  }
  const found: Run[] = [];
  // On one diagonal (the same shift), a later start inside a run already found is that run again.
  const reached = new Map<number, number>();
  for (let at = 0; at < bShingles.length; at++) {
    const list = starts.get(bShingles[at] as number);
    if (!list || list.length > MOST_REPEATS) continue;
    for (const start of list) {
      const shift = start - at;
      if ((reached.get(shift) ?? -1) >= at) continue;
      const run = grow(a, b, start, at);
      reached.set(shift, run.b + run.length - 1);
      if (run.length >= SHINGLE) found.push(run);
    }
  }
  return withoutOverlap(found, a.forms.length, b.forms.length);
}

function grow(a: ArticleWords, b: ArticleWords, fromA: number, fromB: number): Run {
  let startA = fromA;
  let startB = fromB;
  while (startA > 0 && startB > 0 && a.forms[startA - 1] === b.forms[startB - 1]) {
    startA--;
    startB--;
  }
  let endA = fromA;
  let endB = fromB;
  while (endA < a.forms.length && endB < b.forms.length && a.forms[endA] === b.forms[endB]) {
    endA++;
    endB++;
  }
  return { a: startA, b: startB, length: endA - startA };
}

function withoutOverlap(found: readonly Run[], lengthA: number, lengthB: number): Run[] {
  const takenA = new Uint8Array(lengthA);
  const takenB = new Uint8Array(lengthB);
  const kept: Run[] = [];
  for (const run of [...found].sort((x, y) => y.length - x.length || x.a - y.a || x.b - y.b)) {
    const trimmed = trim(run, takenA, takenB);
    if (!trimmed || trimmed.length < SHINGLE) continue;
    takenA.fill(1, trimmed.a, trimmed.a + trimmed.length);
    takenB.fill(1, trimmed.b, trimmed.b + trimmed.length);
    kept.push(trimmed);
  }
  return kept.sort((x, y) => x.a - y.a);
}

/** What is left of a run when the words already taken at its ends are cut off. */
function trim(run: Run, takenA: Uint8Array, takenB: Uint8Array): Run | null {
  const taken = (k: number): boolean => takenA[run.a + k] === 1 || takenB[run.b + k] === 1;
  let from = 0;
  let to = run.length;
  while (from < to && taken(from)) from++;
  while (to > from && taken(to - 1)) to--;
  for (let k = from; k < to; k++) if (taken(k)) return null;
  return to > from ? { a: run.a + from, b: run.b + from, length: to - from } : null;
}
