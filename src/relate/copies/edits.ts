import type { Article } from "../article.js";
import type { Run } from "./alignment.js";

/** Between two copied runs so many words of either report are an editor's at most; more are new text. */
const WIDEST = 40;
/** What an editor left standing is of so many words at least … */
const LEAST_WORDS = 2;
/** … and of so many letters: two particles are equal by chance. */
const LEAST_LETTERS = 8;

/**
 * Copied runs with what was left standing between them, and close before and after: an editor who
 * changes a word in every line leaves runs too short to show copying by themselves, but between
 * runs that do they are the same text.
 * @param copied in the order of `a`
 */
export function withEdited(a: Article, b: Article, copied: readonly Run[]): Run[] {
  const out: Run[] = [...copied];
  const start: Run = { a: 0, b: 0, length: 0 };
  const end: Run = { a: a.words.length, b: b.words.length, length: 0 };
  for (let at = 0; at <= copied.length; at++) {
    const [before, after] = [copied[at - 1], copied[at]];
    fill(a, b, boxBetween(before ?? start, after ?? end, !before, !after), out);
  }
  return out.sort((x, y) => x.a - y.a);
}

/** Words `[fromA, toA)` of one report and `[fromB, toB)` of the other. */
interface Box {
  readonly fromA: number;
  readonly toA: number;
  readonly fromB: number;
  readonly toB: number;
}

/** Before the first run and after the last, the nearest words alone. */
function boxBetween(before: Run, after: Run, isHead: boolean, isTail: boolean): Box {
  const [endA, endB] = [before.a + before.length, before.b + before.length];
  return {
    fromA: isHead ? Math.max(endA, after.a - WIDEST) : endA,
    toA: isTail ? Math.min(after.a, endA + WIDEST) : after.a,
    fromB: isHead ? Math.max(endB, after.b - WIDEST) : endB,
    toB: isTail ? Math.min(after.b, endB + WIDEST) : after.b,
  };
}

/** The longest common run of a box, and then of what lies before and after it. */
function fill(a: Article, b: Article, box: Box, out: Run[]): void {
  const { fromA, toA, fromB, toB } = box;
  if (toA - fromA < LEAST_WORDS || toB - fromB < LEAST_WORDS) return;
  if (toA - fromA > WIDEST || toB - fromB > WIDEST) return;
  const run = longestIn(a, b, box);
  if (!run) return;
  out.push(run);
  fill(a, b, { fromA, toA: run.a, fromB, toB: run.b }, out);
  fill(a, b, { fromA: run.a + run.length, toA, fromB: run.b + run.length, toB }, out);
}

function longestIn(a: Article, b: Article, { fromA, toA, fromB, toB }: Box): Run | null {
  let best: Run | null = null;
  /** For each word of `b`, how many equal words end there and at the word of `a` before. */
  let ending = new Int32Array(toB - fromB + 1);
  let next = new Int32Array(toB - fromB + 1);
  const [wordsA, wordsB] = [a.words, b.words];
  for (let inA = fromA; inA < toA; inA++) {
    const word = wordsA[inA];
    for (let inB = fromB; inB < toB; inB++) {
      if (word !== wordsB[inB]) {
        next[inB - fromB + 1] = 0;
        continue;
      }
      const length = (ending[inB - fromB] as number) + 1;
      next[inB - fromB + 1] = length;
      if (length < LEAST_WORDS || length <= (best?.length ?? 0)) continue;
      const run = { a: inA + 1 - length, b: inB + 1 - length, length };
      if (lettersOf(a, run) >= LEAST_LETTERS) best = run;
    }
    [ending, next] = [next, ending];
  }
  return best;
}

function lettersOf({ starts, ends }: Article, run: Run): number {
  let letters = 0;
  for (let word = run.a; word < run.a + run.length; word++) {
    letters += (ends[word] as number) - (starts[word] as number);
  }
  return letters;
}
