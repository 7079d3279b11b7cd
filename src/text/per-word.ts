import type { Word } from "./word.js";

let slots = 0;

/**
 * A function of a word that is worked out once for each word, and then looked up: most tokens of
 * a report are words met before, and most words mean nothing to most layers, so a layer asks this
 * way whether a token is anything to it. Kept with the word itself, and gone with it.
 */
export function perWord<T>(work: (word: Word) => T): (word: Word) => T {
  const slot = slots++;
  return (word) => {
    const { memo } = word;
    const known = memo[slot];
    // Only this function writes into its slot, and only what `work` gave.
    if (known !== undefined) return known as T;
    const made = work(word);
    while (memo.length <= slot) memo.push(undefined);
    memo[slot] = made;
    return made;
  };
}
