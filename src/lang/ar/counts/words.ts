import { fold } from "../../../text/fold.js";

/**
 * Words beside a figure say which of several counts it is. The lists of this folder are small on
 * purpose: a word belongs in one only if it says so wherever it stands beside a count.
 */

export const wordSet = (...words: readonly string[]): ReadonlySet<string> =>
  new Set(words.map(fold));

const NO_WORD = /[^\p{L}\p{N}]/gu;

/** The words of a text as they are written, marks and all. */
export const writtenWords = (text: string): string[] =>
  text.split(/\s+/u).filter((word) => word !== "");

/** The same as the lists of this folder hold them: letters and digits alone, folded. */
export const countWords = (text: string): string[] =>
  writtenWords(text).map((word) => fold(word.replace(NO_WORD, "")));

export const isDigits = (word: string): boolean => /^\p{N}+$/u.test(word);

/** Also behind a joined و or ف. */
export const holds = (set: ReadonlySet<string>, word: string): boolean =>
  set.has(word) || ((word[0] === "و" || word[0] === "ف") && set.has(word.slice(1)));
