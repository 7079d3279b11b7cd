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

/** The same of a function that asks something else beside the word: a language. What is given is asked of seldom. */
export function perWordOf<G extends object, T>(
  work: (word: Word, given: G) => T,
): (given: G) => (word: Word) => T {
  const asked = new WeakMap<G, (word: Word) => T>();
  return (given) => {
    let ofWord = asked.get(given);
    if (!ofWord) {
      ofWord = perWord((word) => work(word, given));
      asked.set(given, ofWord);
    }
    return ofWord;
  };
}
