/**
 * Pronouns and what agrees with them, by which a reader of figures tells of whom and of how many a word speaks. Each
 * question is asked of a folded form, or of the pronoun alone that a reading has found joined to it.
 */

/** Whom a joined pronoun stands for, as far as its letters tell: a thing or a group may be "her", too. */
export type Referent = "him" | "her" | "both" | "them" | "women";

export interface FigurePronouns {
  /** Of a joined pronoun by itself; null where none is joined, and of me, you and us. */
  readonly referentOf: (joined: string) => Referent | null;
  /** May end in a pronoun of one man or thing: "his", "her". */
  readonly endsInHisOrHer: (form: string) => boolean;
  /** May end in one of these or in "their". */
  readonly endsInPronoun: (form: string) => boolean;
  /** Of a written word: its last letter is "his", and not the ending of a woman. */
  readonly endsInHis: (written: string) => boolean;
  /** Of a joined pronoun by itself: "my". */
  readonly isMine: (joined: string) => boolean;
  /** "My", "our", "your". */
  readonly isOfUsOrYou: (joined: string) => boolean;
  /** "Its", "their": may point back to a body. */
  readonly isOfBody: (joined: string) => boolean;
  /** Of the letters that a form ends in, whether or not they are a pronoun there. */
  readonly referentAtEnd: (form: string) => Referent | null;
  /** "He", "she", standing alone. */
  readonly isHeOrShe: (form: string) => boolean;
  /** "They", "the two of them", standing alone: opens a list of those counted. */
  readonly isThey: (form: string) => boolean;
  /** "Who", of one man or of one woman (of a thing and of a group, too). */
  readonly isWho: (form: string) => boolean;
  /** The same of one who is a woman, or of one who is not. */
  readonly isWhoOf: (form: string, isWoman: boolean) => boolean;
  /** The same, also behind a joined "and". */
  readonly isWhoToldOf: (form: string, isWoman: boolean) => boolean;
  /** "Of", "of them": behind one who is taken out of those told. */
  readonly isOfThem: (form: string) => boolean;
  /** Ends as the noun for a woman mostly does. */
  readonly endsAsWoman: (form: string) => boolean;
}
