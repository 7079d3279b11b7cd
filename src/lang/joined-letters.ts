/** What a language writes joined in front of a word, by what it means there. Each is one folded letter. */
export interface JoinedLetters {
  readonly and: string;
  /** "And so", "then": opens what follows from it. */
  readonly thus: string;
  /** "By", "with", "in". */
  readonly by: string;
  /** "To", "for". */
  readonly to: string;
  /** Makes a future of a verb in the present. */
  readonly will: string;
  /** What "I shall" would open a word with, were it written as carelessly: a word of its own. */
  readonly seemsIShall: string;
}
