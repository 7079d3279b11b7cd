/** Classes of words at which phrases of a speaker end. */

/** Prepositions that stand as words of their own. */
export const PREPOSITIONS = [
  "preposition",
  "prep.in",
  "prep.from",
  "prep.about",
  "prep.to",
  "prep.for",
] as const;

/** Words that cannot stand inside a noun phrase that names somebody or his office. */
export const NO_NOUN_PHRASE = [
  "relative",
  "aspect",
  "be",
  "what",
  "demonstrative",
  "negation",
  "clause",
  "clause.front",
  "speech.accord",
  "speech.filler",
  "speech.manner",
  "speech.adjunct",
  "speech.phone",
  "speech.occasion",
  "speech.identity",
  "victim",
] as const;
