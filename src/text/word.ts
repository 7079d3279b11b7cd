/**
 * What a lexicon knows of a form. A `Word` is made once for each distinct folded form and shared
 * by every token that has it, so whatever is worked out for a word is worked out once.
 */
export type GrammaticalNumber = "singular" | "dual" | "plural";
export type Gender = "masculine" | "feminine";
export type Tense = "past" | "present";

/** One row of a lexicon. */
export interface Entry {
  /** As written in the lexicon, with its hamzas. */
  readonly lemma: string;
  readonly pos: "verb" | "noun" | "adjective" | "fixed";
  /** Dotted names that rules ask for: `person`, `harm.verb`, `month`. */
  readonly classes: readonly string[];
  readonly features: Readonly<Record<string, string>>;
}

/** A way of reading a form: what is split off in front and behind, and the row that bears the stem. */
export interface Reading {
  readonly entry: Entry;
  /** Conjunction in front: `و` or `ف`, else empty. */
  readonly conjunction: string;
  /** Preposition or particle in front: `ب ك ل س`, else empty. */
  readonly preposition: string;
  readonly article: boolean;
  /** Pronoun behind: `ها`, `هم` …, else empty. */
  readonly enclitic: string;
  /** The stem as it stands, inflected, without clitics and article; folded. */
  readonly stem: string;
  readonly number: GrammaticalNumber | null;
  readonly gender: Gender | null;
  readonly tense: Tense | null;
  /** True for the construct state (`وزيرا`, `موظفو`), which a following noun must complete. */
  readonly construct: boolean;
}

export interface Word {
  readonly form: string;
  /** Fewest clitics first; empty for a word no lexicon knows. */
  readonly readings: readonly Reading[];
  /** Union of the classes of all readings. */
  readonly classes: ReadonlySet<string>;
  /** True where some many-word entry of the lexicon begins with this word. */
  readonly startsPhrase: boolean;
  /** What `perWord` has worked out for it. */
  readonly memo: unknown[];
}

/** A many-word entry found in the text: tokens `[first, last)`. */
export interface Phrase {
  readonly first: number;
  readonly last: number;
  readonly reading: Reading;
}

/** The first reading of `word` that has the class, and the features if any are asked for. */
export function readingOf(
  word: Word,
  name: string,
  features?: Readonly<Record<string, string>>,
): Reading | null {
  if (!word.classes.has(name)) return null;
  for (const reading of word.readings) {
    if (reading.entry.classes.includes(name) && (!features || hasFeatures(reading, features))) {
      return reading;
    }
  }
  return null;
}

/**
 * Rows that only say "an ordinary word", or that pages have it in their menus and buttons: they
 * tell nothing of what kind of word it is in a sentence.
 */
const tellsNothing = (name: string): boolean =>
  name === "ordinary" || name.startsWith("furniture.");

/** The likeliest reading that tells what kind of word this is; null where none does. */
export function mainReading(word: Word): Reading | null {
  for (const reading of word.readings) {
    if (!reading.entry.classes.every(tellsNothing)) return reading;
  }
  return null;
}

/** Grammatical features first (`number=dual`, `tense=past`, `article=yes`), then those of the row. */
export function hasFeatures(reading: Reading, wanted: Readonly<Record<string, string>>): boolean {
  for (const key in wanted) {
    if (featureOf(reading, key) !== wanted[key]) return false;
  }
  return true;
}

function featureOf(reading: Reading, key: string): string | null {
  switch (key) {
    case "number":
      return reading.number;
    case "gender":
      return reading.gender;
    case "tense":
      return reading.tense;
    case "article":
      return reading.article ? "yes" : "no";
    case "construct":
      return reading.construct ? "yes" : "no";
    case "conjunction":
      return reading.conjunction;
    case "preposition":
      return reading.preposition;
    case "pos":
      return reading.entry.pos;
    default:
      return reading.entry.features[key] ?? null;
  }
}
