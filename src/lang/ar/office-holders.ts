import { holds, wordSet } from "./counts/words.js";

/** The deputy, the former, the counterpart: he who is named so does not hold the office now. */
const NOT_HOLDER = wordSet(
  "نائب",
  "نائبة",
  "مساعد",
  "مساعدة",
  "وكيل",
  "وكيلة",
  "سابق",
  "السابق",
  "السابقة",
  "الأسبق",
  "الراحل",
  "المخلوع",
  "المعزول",
  "المنتخب",
  "المرشح",
  "مرشح",
  "نظير",
  "نظيره",
  "ونظيره",
  "نظيرها",
  "بالنيابة",
  "بالإنابة",
  "المكلف",
  "مستشار",
  // "The minister of the strong will": what follows is had, and names nobody.
  "ذو",
  "ذي",
  "ذات",
);

export function tellsNoHolder(words: readonly string[]): boolean {
  return words.some((word) => holds(NOT_HOLDER, word));
}
