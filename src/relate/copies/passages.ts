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
/** Half of a report's own words in another, or in its own voice what is in quotation marks there, is one text. */
const ONE_TEXT_FROM = 0.5;
/** Of a report that is a copy, a run with so many own words was copied too, wherever it was moved. */
const LEAST_MOVED_OWN_WORDS = 4;

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
 * was the speech between them, and sentences that were moved; a communiqué is a text like any other, and so is whatever
 * fills half of a report. Names that both must write are neither, and what the press prints again and again is its form.
 */
export function sortRuns(a: CopySide, b: CopySide, runs: readonly Run[]): SortedRuns {
  const copied: Run[] = [];
  const spoken: Run[] = [];
  const standing: Run[] = [];
  /** Too short, too much of names. */
  const left: Run[] = [];
  const count = (run: Run, is: (inA: number, inB: number) => boolean): number => {
    let sum = 0;
    for (let k = 0; k < run.length; k++) if (is(run.a + k, run.b + k)) sum++;
    return sum;
  };
  const { speech: speechA, names: namesA } = a.text;
  const { speech: speechB, names: namesB } = b.text;
  const isSpoken = (inA: number, inB: number): boolean => speechA[inA] === 1 || speechB[inB] === 1;
  const isForm = (inA: number, inB: number): boolean =>
    a.standing[inA] === 1 || b.standing[inB] === 1;
  const isOwn = (inA: number, inB: number): boolean =>
    namesA[inA] !== 1 && namesB[inB] !== 1 && !isSpoken(inA, inB) && !isForm(inA, inB);
  for (const passage of passages(runs)) {
    const total = wordsOf(passage);
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
        else left.push(run);
      }
    }
  }
  const inOrder = (taken: readonly Run[]): Run[] => [...taken].sort((x, y) => x.a - y.a);
  const taken = wordsOf(copied);
  const notForm = [...copied, ...spoken, ...left];
  if (fillHalf(a, b, notForm)) return { copied: inOrder(notForm), spoken: [], standing };
  if (taken >= LEAST_EDITED_WORDS) {
    const moved = left.filter((run) => count(run, isOwn) >= LEAST_MOVED_OWN_WORDS);
    return { copied: inOrder([...copied, ...spoken, ...moved]), spoken: [], standing };
  }
  if (spoken.length > 0 && isOneText(a, b, spoken)) {
    return { copied: inOrder([...copied, ...spoken]), spoken: [], standing };
  }
  return { copied, spoken, standing };
}

/** Of the shorter report half or more, forms left out, stands in the other; and it is more than names. */
function fillHalf(a: CopySide, b: CopySide, runs: readonly Run[]): boolean {
  let [words, unnamed] = [0, 0];
  for (const run of runs) {
    for (let at = run.a; at < run.a + run.length; at++) {
      if (a.standing[at] === 1) continue;
      words++;
      if (a.text.names[at] !== 1) unnamed++;
    }
  }
  return words >= ONE_TEXT_FROM * Math.min(a.ownWords, b.ownWords) && unnamed >= LEAST_EDITED_WORDS;
}

const wordsOf = (runs: readonly Run[]): number => runs.reduce((sum, run) => sum + run.length, 0);

/**
 * A communiqué: what one report gives as a quotation is the text of the other, in its own voice,
 * for the most part.
 */
function isOneText(a: CopySide, b: CopySide, spoken: readonly Run[]): boolean {
  let [ofA, ofB] = [0, 0];
  for (const run of spoken) {
    for (let k = 0; k < run.length; k++) {
      if (a.text.speech[run.a + k] !== 1) ofA++;
      if (b.text.speech[run.b + k] !== 1) ofB++;
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
