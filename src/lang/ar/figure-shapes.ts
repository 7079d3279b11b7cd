/** Shapes of words beside counts. Forms are folded: ة is ه, ى is ي, and every hamza on its seat is gone. */
import type { FigureShapes, Relational } from "../figure-shapes.js";

const matches =
  (pattern: RegExp) =>
  (form: string): boolean =>
    pattern.test(form);

/** سوري, سوريا, سورية, سوريان, سوريتان, سوريون, سوريين: what stands behind the stem. The longest first. */
const RELATIONALS: readonly (readonly [ending: string, of: Relational])[] = [
  ["يتان", "two-women"],
  ["يان", "two"],
  ["يون", "several"],
  ["يين", "oblique"],
  ["يه", "woman"],
  ["يا", "object"],
  ["ي", "one"],
];

const relationalOf = (form: string): Relational | null =>
  RELATIONALS.find(([ending]) => form.endsWith(ending))?.[1] ?? null;

const MEN: ReadonlySet<Relational | null> = new Set<Relational>([
  "one",
  "object",
  "several",
  "oblique",
]);

export const arabicFigureShapes: FigureShapes = {
  isDefinite: matches(/^ال/),
  // للمدنيين: behind ل the article loses its alif.
  bearsArticle: matches(/^[وف]?(?:[بلك]?ال|لل)/),
  // الثلاثة, but not ألف and ألفان
  isDefiniteNumber: matches(/^[وف]?(?:[بلك]?ال|لل)(?!ف)/),
  // وخمسة, but not واحد
  joinsNumber: matches(/^و(?!اح)/),
  prepositionOf: (form) => /^[وف]?([بلك])/.exec(form)?.[1] ?? "",
  // و7 من عناصر
  isJoinedLetters: matches(/^(?:و|ب|ل|وب)$/),
  // ما يقارب الـ50, يقدر بـ 50
  standsBeforeDigits: matches(/^(?:ال|ب)$/),
  mayBeJoined: matches(/^[وبل]/),
  isJoinedBy: matches(/^و?ب/),

  relationalOf,
  // 12 عراقيا, 20 سوريين, ألف مصري
  isOfMen: (form) => MEN.has(relationalOf(form)),
  isAdjectival: matches(/(?:ين|ون|يا|يه|ي|ات|ان|تان|اء)$/),
  isFeminineDefinite: matches(/^ال.*ه$/),
  isNotOneMan: matches(/(?:ين|ون|ات|اء|اه|ه|ي)$/),
  isDefinitePlural: matches(/^ال.{2,}(?:ين|ون)$/),
  isOblique: matches(/ين$/),
  isNominativeDual: matches(/ان$/),
  isConstructDual: matches(/ي$/),
  isFeminineConstructDual: matches(/تي$/),
  // جنديي
  isRelationalDual: matches(/يي$/),
  // شقيقتا, سيارتي إسعاف
  isDualOfFeminine: matches(/^\S*ت[اي](?: |$)/),
  // عسكريَّين: the vowel stands on either side of the sign of doubling.
  isVowelledDual: matches(/\u064E\u0651?ي\u0652?نِ?$/u),
  // شابا, حصارا; but not سماء, whose hamza folds to an alif of its own.
  isAccusative: matches(/[^اء]ا$/),
  // متأثرا
  isAdverbial: matches(/.{4}ا$/),
  // حرقا, رميا; but not سوريا.
  isManner: matches(/[^اي]ا$/),
  endsInAlif: matches(/ا$/),
  // سقطوا
  isPluralVerb: matches(/وا$/),
  // نفذا, نفذتا, نفذوا
  isVerbOfMany: matches(/ا$/),
};
