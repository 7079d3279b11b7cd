import { isCommonWord } from "../lang/ar/common-words.js";
import { namesNoAgency, UNNAMED_AGENCIES } from "../lang/ar/credits.js";
import { lightStem } from "../lang/ar/light-stem.js";
import {
  bareForm,
  isFilial,
  isGenericName,
  isNamePrefix,
  skeletonOf,
} from "../lang/ar/skeleton.js";
import { fold } from "../text/fold.js";

/** What joining names needs to know of the language they are written in. */
export interface Spelling {
  /** The letters that writers agree on, of one word. */
  readonly skeletonOf: (word: string) => string;
  /** "Son of" and the like: what follows names the father. */
  readonly isFilial: (word: string) => boolean;
  /** A word that forms one name with the next: "Abu", "Abd". */
  readonly isNamePrefix: (word: string) => boolean;
  /** A word such as "agency" or "channel", which may be left out of a proper name. */
  readonly isGenericName: (word: string) => boolean;
  /** A folded form that any report may hold, whatever it is about. */
  readonly isCommonWord: (form: string) => boolean;
  /** Folded, without the article. */
  readonly bareForm: (word: string) => string;
  /** Folded words of a credit line that stand for agencies and name none. */
  readonly namesNoAgency: (phrase: string) => boolean;
  /** What such a credit is called. */
  readonly unnamedAgencies: string;
  /** What the forms of a word have in common, of a folded form. */
  readonly stemOf: (form: string) => string;
}

const arabic: Spelling = {
  skeletonOf,
  isFilial,
  isNamePrefix,
  isGenericName,
  isCommonWord,
  bareForm,
  namesNoAgency,
  unnamedAgencies: UNNAMED_AGENCIES,
  stemOf: lightStem,
};
const plain: Spelling = {
  skeletonOf: fold,
  isFilial: () => false,
  isNamePrefix: () => false,
  isGenericName: () => false,
  isCommonWord: () => false,
  bareForm: fold,
  namesNoAgency: () => false,
  unnamedAgencies: "",
  stemOf: (form) => form,
};

/** @param language ISO 639-1 code; a language without its own rules is compared letter by letter. */
export function spellingOf(language: string): Spelling {
  return language === "ar" ? arabic : plain;
}
