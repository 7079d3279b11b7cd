import { holds, isDigits, wordSet } from "./words.js";

/**
 * Words by which a text turns from what it told before: to another happening, to another speaker, or
 * to people beside those whom it counted already.
 */

/** "In a separate incident", "another attack", "a second explosion". */
const DEEDS = wordSet(
  "حادث",
  "حادثة",
  "هجوم",
  "تفجير",
  "انفجار",
  "غارة",
  "قصف",
  "عملية",
  "اشتباك",
  "كمين",
  "واقعة",
  "حريق",
);
const OTHER = wordSet(
  "آخر",
  "أخرى",
  "منفصل",
  "منفصلة",
  "ثان",
  "ثانية",
  "مماثل",
  "مماثلة",
  "مشابه",
  "مشابهة",
);
const SIDE = wordSet("جهة", "ناحية", "صعيد", "سياق", "جانب");
/** "On the other hand, six were killed": a deed told at once behind it is another one. */
const SIDE_WITHIN = 3;

/**
 * True where a figure is told of another happening than the text told of before.
 * @param sentence all the words of its sentence that stand before it
 */
export function tellsAnother(sentence: readonly string[]): boolean {
  return sentence.some((word, at) => {
    if (!holds(OTHER, sentence[at + 1] ?? "")) return false;
    return holds(DEEDS, word) || (holds(SIDE, word) && sentence.length - at - 2 <= SIDE_WITHIN);
  });
}

/** "Three were killed also": a sentence that opens so adds others to those of the one before. */
const ALSO = wordSet("كما", "كذلك", "أيضا");

export const addsToBefore = (sentence: readonly string[]): boolean =>
  holds(ALSO, sentence[0] ?? "");

/** "For his part the spokesman said", "but the minister said": a sentence that turns from one who spoke to another. */
const PART = wordSet("جهته", "جهتها", "جهتهم", "جانبه", "جانبها", "جانبهم", "ناحيته", "ناحيتها");
const IN_TURN = wordSet("بدوره", "بدورها", "بدورهم", "بالمقابل", "أما", "لكن");
const CONTRARY = wordSet("المقابل");

export const turnsToAnother = ([first = "", second = ""]: readonly string[]): boolean =>
  holds(IN_TURN, first) || (first.length <= 3 && (PART.has(second) || CONTRARY.has(second)));

/** "Two militants were killed too": beside the dead whom the text told of before. */
const TOO = wordSet("أيضا", "كذلك");
const TOO_WITHIN = 4;

/** "86 more than before": what a count grew by. */
const MORE_BY = wordSet("بزيادة");
const MORE_BY_WITHIN = 2;

export function tellsToo(before: readonly string[], after: readonly string[]): boolean {
  if (before.slice(-MORE_BY_WITHIN).some((word) => holds(MORE_BY, word))) return true;
  return [...before.slice(-TOO_WITHIN), ...after.slice(0, TOO_WITHIN)].some((word) =>
    holds(TOO, word),
  );
}

/** "Twenty-two others": beside those whom the text counted before. */
const OTHERS = wordSet("آخرون", "آخرين", "أخريات", "آخر", "آخران");
const OTHERS_WITHIN = 3;
/** A joined verb or noun of harm opens another count: وإصابة, وجرح, وأصيب. */
const NEXT_COUNT = /^و(?:اصاب|اصيب|جرح|قتل|مقتل|وفاه|توفي|اعتق|فقد|القبض)/u;

/** True where a figure counts others than its report counted before. */
export function countsOthers(own: readonly string[], after: readonly string[]): boolean {
  // "12 were killed and 15 others hurt": the others are the next count's.
  const next = after.findIndex((word) => isDigits(word) || NEXT_COUNT.test(word));
  const until = Math.min(OTHERS_WITHIN, next === -1 ? OTHERS_WITHIN : next);
  return [...own, ...after.slice(0, until)].some((word) => holds(OTHERS, word));
}
