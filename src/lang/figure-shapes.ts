/**
 * What the letters of a word tell a reader of figures: definite or not, of one or of several, an adjective or a verb.
 * Each question is asked of a folded form, but where it says so.
 */

/**
 * A noun for one of a nation or a town, by its ending: `one` also as the object of a verb (`object`), `several` in the
 * nominative, and `oblique` in the other cases, where it may be two as well.
 */
export type Relational = "one" | "object" | "woman" | "two" | "two-women" | "several" | "oblique";

export interface FigureShapes {
  /** Begins with the article. */
  readonly isDefinite: (form: string) => boolean;
  /** Begins with the article or with what is joined to it. */
  readonly bearsArticle: (form: string) => boolean;
  /** A number word that bears the article: the thousand may begin with its letters. */
  readonly isDefiniteNumber: (form: string) => boolean;
  /** A number word that begins with a joined "and". */
  readonly joinsNumber: (form: string) => boolean;
  /** The joined preposition in front of a number word; empty where none is. */
  readonly prepositionOf: (form: string) => string;
  /** Nothing but joined letters, as they stand apart before digits: "and", "by", "to", "and by". */
  readonly isJoinedLetters: (form: string) => boolean;
  /** The article or "by", standing apart between a hedge and its digits. */
  readonly standsBeforeDigits: (form: string) => boolean;
  /** May begin with "and" or a preposition. */
  readonly mayBeJoined: (form: string) => boolean;
  /** "By", or "and by", joined. */
  readonly isJoinedBy: (form: string) => boolean;

  /** Of one of a nation or a town, article or not; null for other endings. */
  readonly relationalOf: (form: string) => Relational | null;
  /** The same of one man or several, not told to be two: the feminine is as often an adjective of things. */
  readonly isOfMen: (form: string) => boolean;
  /** Ends as adjectives do, and as nouns that are used as such. */
  readonly isAdjectival: (form: string) => boolean;
  /** A definite noun that ends as feminine ones do. */
  readonly isFeminineDefinite: (form: string) => boolean;
  /** Ends as a plural or a feminine does: not one man. */
  readonly isNotOneMan: (form: string) => boolean;
  /** A definite sound plural, of persons where no lexicon has it. */
  readonly isDefinitePlural: (form: string) => boolean;
  /** A dual or a plural that is no subject. */
  readonly isOblique: (form: string) => boolean;
  /** A dual that is a subject. */
  readonly isNominativeDual: (form: string) => boolean;
  /** A dual that the noun behind it completes: شقيقتي, مخزني. */
  readonly isConstructDual: (form: string) => boolean;
  /** The same of a feminine noun. */
  readonly isFeminineConstructDual: (form: string) => boolean;
  /** Of a stem: a dual that no adjective ends like, of a noun that ends as one of a nation does. */
  readonly isRelationalDual: (stem: string) => boolean;
  /** Of a stem, of one word or the first of several: the dual of a feminine noun that is completed. */
  readonly isDualOfFeminine: (stem: string) => boolean;
  /** Of a written word: its vowels say that it is a dual. */
  readonly isVowelledDual: (written: string) => boolean;
  /** An indefinite noun that is an object. */
  readonly isAccusative: (form: string) => boolean;
  /** An indefinite accusative that tells how: long enough for no name. */
  readonly isAdverbial: (form: string) => boolean;
  /** The manner of a death: an accusative that is of no nation. */
  readonly isManner: (form: string) => boolean;
  readonly endsInAlif: (form: string) => boolean;
  /** A verb of several behind them. */
  readonly isPluralVerb: (form: string) => boolean;
  /** A verb of two or of several behind them. */
  readonly isVerbOfMany: (form: string) => boolean;
}
