import { lightStem } from "../lang/ar/light-stem.js";
import { fold } from "../text/fold.js";

/** No word that anybody searches for is longer; what is cut here is no word. */
const LONGEST_WORD = 40;
/** UTF-16 code units of a text that are searched. */
const MOST_SEARCHED = 300_000;

const WORD = /[\p{L}\p{N}]+/gu;

/**
 * The words of a text as they are searched for, in order: folded, without joined particles, article and
 * the commonest endings, so that «والبرلمان» is found by «برلمان».
 */
export function searchWords(text: string): string[] {
  const words = fold(text.slice(0, MOST_SEARCHED)).toLowerCase().match(WORD) ?? [];
  return words.map((word) => lightStem(word.slice(0, LONGEST_WORD)));
}
