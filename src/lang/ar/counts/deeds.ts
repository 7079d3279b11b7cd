import { holds, wordSet } from "./words.js";

/**
 * What befell people whose count has no measure of its own: who was saved, who was aboard, who got away.
 * A list holds only words that say so of whoever is counted beside them.
 */
export type CountDeed = "rescued" | "aboard" | "escaped";

/** Saved by others, or by luck: of a wreck the survivors are those who were saved. */
const RESCUED = wordSet(
  "إنقاذ",
  "الإنقاذ",
  "بإنقاذ",
  "أنقذ",
  "أنقذت",
  "أنقذوا",
  "أنقذا",
  "أنقذهم",
  "ينقذ",
  "تنقذ",
  "إنقاذهم",
  "إنقاذه",
  "نجا",
  "نجوا",
  "نجت",
  "نجاة",
  "بنجاة",
  "ناجيا",
  "ناجين",
  "ناج",
  "الناجين",
  "الناجون",
);
/** "The boat carried 350": the verb of a vessel, right before the count. */
const CARRIES = wordSet("يقل", "تقل", "يقلان", "تقلان", "أقل", "أقلت", "يقلهم", "تقلهم");
/** "On board", "on board of it": on either side. */
const BOARD = wordSet("متن", "متنه", "متنها", "متنهما", "متنهم");
const ESCAPED = wordSet(
  "فر",
  "فروا",
  "فرار",
  "بفرار",
  "هرب",
  "هربوا",
  "هروب",
  "بهروب",
  "لاذ",
  "لاذوا",
  "الفرار",
  "بالفرار",
);

/** What opens a count of some of those before. */
const AMONG = wordSet("بينهم", "بينها", "بينهن", "منهم", "منها", "منهن", "ضمنهم");
const AMONG_WITHIN = 2;

/** Words between the verb and its count: "were saved, by the coast guard," is more. */
const BEFORE_WITHIN = 4;
/** Words behind a count in which it is said: "200 migrants were on board of the boat". */
const AFTER_WITHIN = 5;

/**
 * What the words of a count of people tell of them; null where they tell nothing of the kind.
 * @param before, own, after words of the clause on either side of the figure, and its own
 */
export function countDeedOf(
  before: readonly string[],
  own: readonly string[],
  after: readonly string[],
): CountDeed | null {
  // "448 passengers, among them 324 pupils", "325 pupils and 15 teachers": some of all who were.
  const among = before.findLastIndex((word) => holds(AMONG, word));
  if (among >= before.length - AMONG_WITHIN && among !== -1) return null;
  const isSummand = /^و\d+$/u.test(after[0] ?? "") && tells(before.slice(-AMONG_WITHIN), CARRIES);
  if (isSummand || (tells(own, CARRIES) && /^و\d+$/u.test(after[0] ?? ""))) return null;
  const near = before.slice(-BEFORE_WITHIN);
  const behind = after.slice(0, AFTER_WITHIN);
  const mostNear = [...near].reverse().find((word) => DEEDS.some((set) => holds(set, word)));
  if (mostNear !== undefined) {
    if (holds(RESCUED, mostNear)) return "rescued";
    return holds(ESCAPED, mostNear) ? "escaped" : "aboard";
  }
  if (tells(own, RESCUED)) return "rescued";
  if (tells(own, CARRIES) || tells(own, BOARD) || tells(behind, BOARD)) return "aboard";
  if (tells(behind, RESCUED)) return "rescued";
  return tells(own, ESCAPED) || tells(behind, ESCAPED) ? "escaped" : null;
}

const tells = (words: readonly string[], set: ReadonlySet<string>): boolean =>
  words.some((word) => holds(set, word));

const DEEDS = [RESCUED, CARRIES, BOARD, ESCAPED];
