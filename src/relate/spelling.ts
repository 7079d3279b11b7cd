import { isCommonWord } from "../lang/ar/common-words.js";
import { namesNoAgency, UNNAMED_AGENCIES } from "../lang/ar/credits.js";
import { lightStem } from "../lang/ar/light-stem.js";
import { arabic as pack } from "../lang/ar/pack.js";
import {
  bareForm,
  firstOfJoined,
  hasArticle,
  isFilial,
  isGenericName,
  isNameParticle,
  isNamePrefix,
  isServantOfGod,
  isTribal,
  skeletonOf,
} from "../lang/ar/skeleton.js";
import { walkOf } from "../lang/ar/walks.js";
import { fold } from "../text/fold.js";

/** What joining names needs to know of the language they are written in. */
export interface Spelling {
  /** The letters that writers agree on, of one word. */
  readonly skeletonOf: (word: string) => string;
  /** "Son of" and the like: what follows names the father. */
  readonly isFilial: (word: string) => boolean;
  /** A word that forms one name with the next: "Abu", "Abd". */
  readonly isNamePrefix: (word: string) => boolean;
  /** A small word inside a name that some write and others leave out: "de", "van". */
  readonly isNameParticle: (word: string) => boolean;
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
  /** A folded word that children are called by; in other languages than these nothing is known to be. */
  readonly isGivenName: (form: string) => boolean;
  /** A folded word with an article in front. */
  readonly hasArticle: (form: string) => boolean;
  /** A folded word that names a family by tribe or town, as thousands are. */
  readonly isTribal: (form: string) => boolean;
  /** A folded particle, pronoun or verb: what stands beside a name whoever bears it. */
  readonly isFunctionWord: (form: string) => boolean;
  /** Prepositions that are written in one with the next word. */
  readonly joinedPrepositions: readonly string[];
  /** The words in front of what "and" joins to them; all of them where it joins nothing. */
  readonly firstOfJoined: (words: string) => string;
  /** The walk of life that a folded word beside a name tells; null where it tells none. */
  readonly walkOf: (form: string) => string | null;
}

const arabic: Spelling = {
  skeletonOf,
  isFilial,
  isNamePrefix,
  isNameParticle,
  isGenericName,
  isCommonWord,
  bareForm,
  namesNoAgency,
  unnamedAgencies: UNNAMED_AGENCIES,
  stemOf: lightStem,
  isGivenName: (form) => isServantOfGod(form) || pack.lexicon.word(form).classes.has("given-name"),
  hasArticle,
  isTribal,
  isFunctionWord: (form) => {
    const { classes } = pack.lexicon.word(form);
    return FUNCTION_CLASSES.some((one) => classes.has(one));
  },
  joinedPrepositions: [pack.joined.by, pack.joined.to],
  firstOfJoined,
  walkOf,
};

const FUNCTION_CLASSES = ["closed", "particle", "preposition", "verb", "adverb", "that", "be"];

const plain: Spelling = {
  skeletonOf: fold,
  isFilial: () => false,
  isNamePrefix: () => false,
  isNameParticle: () => false,
  isGenericName: () => false,
  isCommonWord: () => false,
  bareForm: fold,
  namesNoAgency: () => false,
  unnamedAgencies: "",
  stemOf: (form) => form,
  isGivenName: () => false,
  hasArticle: () => false,
  isTribal: () => false,
  isFunctionWord: () => false,
  joinedPrepositions: [],
  firstOfJoined: (words) => words,
  walkOf: () => null,
};

/** @param language ISO 639-1 code; a language without its own rules is compared letter by letter. */
export function spellingOf(language: string): Spelling {
  return language === "ar" ? arabic : plain;
}
