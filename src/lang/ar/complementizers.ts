import { fold } from "../../text/fold.js";

/** Words that open what is said: "he said *that* …". What follows them stands without the saying. */
const WORDS = new Set(["إن", "أن", "إنه", "أنه", "إنها", "أنها", "بأن", "بأنه", "بأنها"].map(fold));

export function isComplementizer(word: string): boolean {
  return WORDS.has(fold(word));
}
