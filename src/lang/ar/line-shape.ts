import type { LineMorphology } from "../line-morphology.js";

/**
 * و or ف before the article, before the تـ of a present or a verbal noun, before the future, and
 * before short particles. Other unknown words with these letters may be names: واشنطن, ويلسون.
 */
const JOINED = /^[وف](?:ال.{3,}|ت.{3,}|س[ينت].{3,}|قد|لقد|لم|لن|لا|في|عن|هو|هي|هم|هذا|هذه)$/;

/** Names and nouns with the letter of the present: Yemen, Jews, Greece, Japan, day, June, Joseph … */
const NO_PRESENT = /^ي(?:من|هود|ون|اب|وم|ول|وس|اس|نا)/;

export const arabicLines: LineMorphology = {
  isJoined: (form) => JOINED.test(form),
  // Verbal nouns begin with ت as well, and most of them are known.
  isPresentShaped: (form, isKnown) =>
    form.length > 3 &&
    ((form.startsWith("ي") && !NO_PRESENT.test(form)) ||
      (!isKnown && form.startsWith("ت") && !form.endsWith("ه"))),
};
