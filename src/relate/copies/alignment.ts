import type { Article } from "../article.js";
import { SHINGLE } from "./fingerprints.js";

/** The same words, in order, in two articles: words `[a, a + length)` and `[b, b + length)`. */
export interface Run {
  readonly a: number;
  readonly b: number;
  readonly length: number;
}

/** A shingle that one article repeats more often than this is a refrain, and aligns nothing. */
const MOST_REPEATS = 8;

/** Where each shingle of an article stands, in order. */
export class ShingleStarts {
  private readonly first = new Map<number, number>();
  /** For each place the next one of the same shingle; -1 after the last. */
  private readonly next: Int32Array;
  private readonly counts = new Map<number, number>();

  constructor(shingles: Uint32Array) {
    this.next = new Int32Array(shingles.length);
    for (let at = shingles.length - 1; at >= 0; at--) {
      const hash = shingles[at] as number;
      const later = this.first.get(hash);
      this.next[at] = later ?? -1;
      if (later !== undefined) this.counts.set(hash, (this.counts.get(hash) ?? 1) + 1);
      this.first.set(hash, at);
    }
  }

  /** The first place; -1 where the article has no such shingle, or repeats it as a refrain. */
  firstOf(hash: number): number {
    const first = this.first.get(hash);
    if (first === undefined) return -1;
    return (this.counts.get(hash) ?? 1) > MOST_REPEATS ? -1 : first;
  }

  /** The next place of the shingle at this one; -1 after the last. */
  after(at: number): number {
    return this.next[at] as number;
  }
}

/** An article to be held against others. */
export interface Alignable {
  readonly article: Article;
  readonly shingles: Uint32Array;
  readonly startsOfShingles: ShingleStarts;
}

/**
 * All maximal runs of at least `SHINGLE` equal words of two articles, no word of either in two
 * runs: longest first wins. Linear in the length of the articles but for repeated shingles, which
 * are bounded.
 */
export function commonRuns(a: Alignable, b: Alignable): Run[] {
  const { startsOfShingles } = a;
  const [wordsA, wordsB] = [a.article.words, b.article.words];
  const found: Run[] = [];
  // On one diagonal (the same shift), a later start inside a run already found is that run again.
  const reached = new Map<number, number>();
  for (let at = 0; at < b.shingles.length; at++) {
    let start = startsOfShingles.firstOf(b.shingles[at] as number);
    for (; start >= 0; start = startsOfShingles.after(start)) {
      const shift = start - at;
      if ((reached.get(shift) ?? -1) >= at) continue;
      const run = grow(wordsA, wordsB, start, at);
      reached.set(shift, run.b + run.length - 1);
      if (run.length >= SHINGLE) found.push(run);
    }
  }
  return withoutOverlap(found, wordsA.length, wordsB.length);
}

function grow(a: Int32Array, b: Int32Array, fromA: number, fromB: number): Run {
  let startA = fromA;
  let startB = fromB;
  while (startA > 0 && startB > 0 && a[startA - 1] === b[startB - 1]) {
    startA--;
    startB--;
  }
  let endA = fromA;
  let endB = fromB;
  while (endA < a.length && endB < b.length && a[endA] === b[endB]) {
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
