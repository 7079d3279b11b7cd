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
  /** The joined preposition "in, at", or empty. */
  readonly locative: string;
  /** The form as it is, then with each joined word taken off; fewest first. */
  readonly spellings: (form: string) => readonly NameSpelling[];
  /**
   * The written word without `letters` joined letters in front; an article that shrank is made
   * whole, unless what is left is itself a word by `isWord` (folded forms).
   */
  readonly detach: (word: string, letters: number, isWord: (form: string) => boolean) => string;
  /** A written word that the folded form of a name stands for: على is no علي. */
  readonly isNameSpelling: (word: string) => boolean;
  /**
   * A written word that may name the place so spelled: an indefinite ending, where it is written,
   * says a common noun, and a vowelled pronoun a verb.
   */
  readonly mayBePlace: (word: string, place: string) => boolean;
  /** A written word whose folded last letters may be a pronoun: مساعده is, مساعدة is not. */
  readonly mayEndInPronoun: (word: string) => boolean;
  /** An adjective as a dictionary has it: masculine, without article. */
  readonly plainAdjective: (word: string) => string;
  /** No accusative and no verb by its first and last letters: behind a given name it may be a name. */
  readonly mayFollowGiven: (form: string) => boolean;
  /** Written in the letters of the language. */
  readonly isOwnScript: (form: string) => boolean;
  /** Ends neither as an accusative nor as a feminine verb. */
  readonly mayEndName: (form: string) => boolean;
  /** The first letter is likelier a joined conjunction than the name's own. */
  readonly isJoined: (form: string) => boolean;
  /** Without the endings and beginnings of verbs, plurals and pronouns that common words have. */
  readonly mayBeForeign: (form: string) => boolean;
  /** A foreign surname that begins as if with a joined conjunction: ويلكس. */
  readonly mayBeginSurname: (form: string) => boolean;
  /** Shorter forms that an inflected common word may come from: without endings and verbal prefixes. */
  readonly bases: (form: string) => readonly string[];
  /** A noun or adjective that looks feminine by its ending. */
  readonly isFeminineNoun: (form: string) => boolean;
  /** Other spellings of a foreign name for a sound that the script has no letter for. Folded. */
  readonly variants: (form: string) => readonly string[];
  /** By its ending a dual or plural, so likelier a participle than a name. */
  readonly isSeveral: (form: string) => boolean;
  /** A joined preposition and the article in front, by the letters; the rest is long enough for a word. */
  readonly isJoinedDefinite: (form: string) => boolean;
  /** An adjective of belonging by its shape: "national", "Islamic". */
  readonly isRelational: (form: string) => boolean;
  /** A family name by its shape, common word or not: relational, under the article. */
  /** Written with the mark that tells one place from another of the same letters: عمّان. */
  readonly isMarkedAs: (word: string, place: string) => boolean;
  /** A family name in the shape of a dual: العبيدان. */
  readonly isDualShape: (form: string) => boolean;
  readonly isFamilyShape: (form: string) => boolean;
  /** Letters that sound alike or are left out count as one: tells spellings of a foreign name together. */
  readonly skeleton: (word: string) => string;
  /** "Territorial", between a land and its nation: "the Syrian territorial waters". */
  readonly isTerritorial: (form: string) => boolean;
  /** An indefinite accusative, which has no complement: وزيرا. */
  readonly isAccusative: (form: string) => boolean;
  /** "Son of", "daughter of": what follows names the father, not the bearer. */
  readonly isFilial: (form: string) => boolean;
  /** A name of two words written as one: عبدالله. */
  readonly isCompound: (form: string) => boolean;
}
