import type { Gender, GrammaticalNumber, Tense } from "../text/word.js";

/** One inflected form of a lexicon row. */
export interface Inflected {
  readonly form: string;
  readonly number: GrammaticalNumber | null;
  readonly gender: Gender | null;
  readonly tense: Tense | null;
  readonly construct: boolean;
  /** True for a form that only stands before an enclitic: `وزارت` in `وزارتها`. */
  readonly bound: boolean;
}
