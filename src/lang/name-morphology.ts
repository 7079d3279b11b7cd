/** A form of a word with what a name may have joined in front taken off. */
export interface NameSpelling {
  /** Folded, with its article. */
  readonly form: string;
  /** Letters taken off in front. */
  readonly skip: number;
  /** A joined conjunction was among them: the name begins a new item. */
  readonly conjunction: boolean;
  /** The joined preposition, or empty. */
  readonly preposition: string;
}

/** What a language knows of the shape of names. */
export interface NameMorphology {
  /** The joined article, or empty. */
  readonly article: string;
  /** The joined preposition "to, of, for" that completes a title or a name, or empty. */
  readonly dative: string;
  /** The form as it is, then with each joined word taken off; fewest first. */
  readonly spellings: (form: string) => readonly NameSpelling[];
  /** The written word without `letters` joined letters in front; an article that shrank is made whole. */
  readonly detach: (word: string, letters: number) => string;
  /** A name of two words written as one: عبدالله. */
  readonly isCompound: (form: string) => boolean;
}
