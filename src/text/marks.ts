import { perWord } from "./per-word.js";
import type { Phrase, Word } from "./word.js";

/** What a layer looks for at a token before it looks closer. */
interface Sought {
  readonly classes: ReadonlySet<string>;
  readonly word: ((word: Word) => boolean) | null;
}

/** As many as an integer has bits that are cheap to test. */
const MOST_MARKS = 31;

const sought: Sought[] = [];
let inUse = false;

/**
 * Most tokens mean nothing to most layers. A layer says once, as it is loaded, which classes of
 * words (or which words) it begins with, and gets a bit; the text layer marks each token with the
 * bits of its word and of the many-word entries that begin there. One integer test then passes
 * over a token.
 * @throws Error after the first text was marked, or when all bits are taken
 */
export function markOf(classes: readonly string[], word?: (word: Word) => boolean): number {
  if (inUse) throw new Error("A mark was asked for after the first text had been read");
  if (sought.length >= MOST_MARKS) throw new Error(`There are no more than ${MOST_MARKS} marks`);
  sought.push({ classes: new Set(classes), word: word ?? null });
  return 1 << (sought.length - 1);
}

/** Whether a bit can still be had; whoever makes rules at run time must do without. */
export function hasFreeMark(): boolean {
  return !inUse && sought.length < MOST_MARKS;
}

const ofClasses = (names: Iterable<string>): number => {
  let marks = 0;
  for (const name of names) {
    for (let at = 0; at < sought.length; at++) {
      if (sought[at]?.classes.has(name)) marks |= 1 << at;
    }
  }
  return marks;
};

const ofWord = perWord((word) => {
  inUse = true;
  let marks = ofClasses(word.classes);
  for (let at = 0; at < sought.length; at++) if (sought[at]?.word?.(word)) marks |= 1 << at;
  return marks;
});

/** The marks of a token with this word, at which these many-word entries begin. */
export function marksOf(word: Word, phrases: readonly Phrase[] | undefined): number {
  let marks = ofWord(word);
  if (phrases) for (const { reading } of phrases) marks |= ofClasses(reading.entry.classes);
  return marks;
}
