import { fold } from "../../../text/fold.js";
import { holds, wordSet } from "./words.js";

/**
 * Words by which a count is of some of the dead alone: those of a side, a family or a people, those
 * whose bodies were found, those of one part of the place.
 */

/** "In the ranks of", "of both sides": the dead of somebody, where no group is counted. */
const SIDES = wordSet("صفوف", "صفوفهم", "صفوفها", "صفوفه", "الجانبين", "الطرفين");
const SIDES_WITHIN = 5;
/** Whose ranks they are stands behind this one. */
const RANKS = wordSet("صفوف");

/** "Of the members of the family of …"; but "of one family" is said of all who died. */
const MEMBERS = wordSet("أفراد", "أعضاء", "أبناء");
const FAMILY = wordSet(
  "عائلة",
  "أسرة",
  "العائلة",
  "الأسرة",
  "عائلته",
  "أسرته",
  "عائلتها",
  "أسرتها",
);
const ONE = fold("واحدة");

/**
 * The side or family whose dead are counted: its name, or "" where it is told without one; null
 * where these words tell of none.
 */
export function tellsWhose(before: readonly string[], after: readonly string[]): string | null {
  for (const words of [before.slice(-SIDES_WITHIN), after.slice(0, SIDES_WITHIN)]) {
    const at = words.findIndex((word) => holds(SIDES, word));
    if (at !== -1) return holds(RANKS, words[at] ?? "") ? (words[at + 1] ?? "") : "";
  }
  const family = after
    .slice(0, SIDES_WITHIN)
    .findIndex((word, at) => FAMILY.has(word) && holds(MEMBERS, after[at - 1] ?? ""));
  return family === -1 || after[family + 1] === ONE ? null : (after[family + 1] ?? "");
}

/** What a count is opened by, and whose: "the number of the Egyptians who died", "deaths among the Egyptian pilgrims". */
const COUNTS_OF = wordSet(
  "عدد",
  "أعداد",
  "حصيلة",
  "الوفيات",
  "وفيات",
  "القتلى",
  "قتلى",
  "الضحايا",
  "ضحايا",
  "المفقودين",
  "المصابين",
  "الجرحى",
  "الحجاج",
  "بين",
  "الرعايا",
  "رعايا",
);
const OF_COUNT_WITHIN = 2;
/** People of a nation, in the plural: المصريين, الإيرانيون. */
const PLURAL = /(?:يين|يون)$/u;

/**
 * Words that may name the people whose dead a count is of: plural adjectives behind what opens it.
 * @param before the words of its clause in front of the figure
 */
export function peoplesIn(before: readonly string[]): readonly string[] {
  return before.filter(
    (word, at) =>
      PLURAL.test(word) &&
      word.startsWith("ال") &&
      before.slice(Math.max(0, at - OF_COUNT_WITHIN), at).some((one) => holds(COUNTS_OF, one)),
  );
}

const BODIES = wordSet("جثة", "جثث", "جثتين", "جثتي", "جثمان", "جثامين", "جثمانا", "الجثث", "جثثا");

const THEIR_BODIES = wordSet("جثثهم", "جثامينهم", "جثثهن", "جثتهما", "رفاتهم");
/** "284 dead whose bodies have been found so far". */
const THEIRS_WITHIN = 5;

/**
 * True where a count is of bodies: of those found, and not of all who died.
 * @param own, after words of the figure and behind it
 */
export const countsBodies = (own: readonly string[], after: readonly string[]): boolean =>
  [...own, ...after.slice(0, 1)].some((word) => holds(BODIES, word)) ||
  after.slice(0, THEIRS_WITHIN).some((word) => holds(THEIR_BODIES, word));

/** "In that village alone": of a part of the place that others count. */
const ALONE = wordSet("وحدها", "وحده", "وحدهما");

/** "150 bodies of the victims": of some of all who died. */
const OF_ALL = wordSet("ضحايا", "الضحايا", "القتلى", "الجثث");
const OF = fold("من");

export const tellsAlone = (after: readonly string[]): boolean =>
  after.some((word) => holds(ALONE, word)) || (after[0] === OF && OF_ALL.has(after[1] ?? ""));
