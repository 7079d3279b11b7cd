import type { Run } from "./alignment.js";
import type { CopySide } from "./copy-side.js";

/** Own words (of no name, no form, no speech) that a run needs to be more than a phrase of everyone's. */
const LEAST_OWN_WORDS = 6;
/** Words of a run that stands alone. */
const LEAST_WORDS = 8;
/** Runs with no more other words than this between them are one passage, lightly edited. */
const WIDEST_EDIT = 6;
/** A passage pieced together from edited runs needs more to be one. */
const LEAST_EDITED_WORDS = 12;
/** Half of a report in its own voice that stands in quotation marks in another is a common text. */
const ONE_TEXT_FROM = 0.5;

/** Runs of equal words, by what it tells that they are equal. */
export interface SortedRuns {
  /** Reporters' words, taken over. */
  readonly copied: readonly Run[];
  /** One speech, quoted by both. */
  readonly spoken: readonly Run[];
  /** One form, filled in by both. */
  readonly standing: readonly Run[];
}

/**
 * Tells runs that show copying (long ones with enough words of the reporter's own, and short ones
 * that together make one lightly edited passage) from the same speech quoted twice: words inside
 * quotation marks in either report are the speaker's. Where reporters' words were taken over, so
 * was the speech between them; and a communiqué is a text like any other. Names that both must write are neither, and
 * what the press prints again and again is its form.
 */
export function sortRuns(a: CopySide, b: CopySide, runs: readonly Run[]): SortedRuns {
  const copied: Run[] = [];
  const spoken: Run[] = [];
  const standing: Run[] = [];
  const count = (run: Run, is: (inA: number, inB: number) => boolean): number => {
    let sum = 0;
    for (let k = 0; k < run.length; k++) if (is(run.a + k, run.b + k)) sum++;
    return sum;
  };
  const isSpoken = (inA: number, inB: number): boolean =>
    a.speech[inA] === 1 || b.speech[inB] === 1;
  const isForm = (inA: number): boolean => a.standing[inA] === 1;
  const isOwn = (inA: number, inB: number): boolean =>
    a.names[inA] !== 1 && !isSpoken(inA, inB) && !isForm(inA);
  for (const passage of passages(runs)) {
    const total = passage.reduce((sum, run) => sum + run.length, 0);
    const own = passage.map((run) => count(run, isOwn));
    const ownTotal = own.reduce((sum, words) => sum + words, 0);
    const single = passage.some(
      (run, at) => run.length >= LEAST_WORDS && (own[at] as number) >= LEAST_OWN_WORDS,
    );
    const edited = total >= LEAST_EDITED_WORDS && ownTotal >= LEAST_WORDS;
    if (single || edited) copied.push(...passage);
    else {
      for (const run of passage) {
        if (count(run, isSpoken) >= LEAST_WORDS) spoken.push(run);
        else if (count(run, isForm) >= LEAST_WORDS) standing.push(run);
      }
    }
  }
  const taken = copied.reduce((sum, run) => sum + run.length, 0);
  if (spoken.length > 0 && (taken >= LEAST_EDITED_WORDS || isOneText(a, b, spoken))) {
    return { copied: [...copied, ...spoken].sort((x, y) => x.a - y.a), spoken: [], standing };
  }
  return { copied, spoken, standing };
}

/**
 * A communiqué: what one report gives as a quotation is the text of the other, in its own voice,
 * for the most part.
 */
function isOneText(a: CopySide, b: CopySide, spoken: readonly Run[]): boolean {
  let [ofA, ofB] = [0, 0];
  for (const run of spoken) {
    for (let k = 0; k < run.length; k++) {
      if (a.speech[run.a + k] !== 1) ofA++;
      if (b.speech[run.b + k] !== 1) ofB++;
    }
  }
  return ofA >= ONE_TEXT_FROM * a.ownWords || ofB >= ONE_TEXT_FROM * b.ownWords;
}

/** Runs that follow one another closely in both articles. */
function passages(runs: readonly Run[]): Run[][] {
  const out: Run[][] = [];
  for (const run of runs) {
    const passage = out[out.length - 1];
    const last = passage?.[passage.length - 1];
    const gapA = last ? run.a - (last.a + last.length) : -1;
    const gapB = last ? run.b - (last.b + last.length) : -1;
    if (passage && gapA >= 0 && gapB >= 0 && gapA <= WIDEST_EDIT && gapB <= WIDEST_EDIT) {
      passage.push(run);
    } else out.push([run]);
  }
  return out;
}
