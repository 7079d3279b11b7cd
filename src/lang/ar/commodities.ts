import { tokenize } from "../../text/tokens.js";
import { bareForm } from "./skeleton.js";

/**
 * Goods whose prices and shortages make news, as an order: petrol is a fuel. Words are compared
 * without articles, so that "الغاز الطبيعي المسال" and "غاز طبيعي مسال" are one.
 */
export interface Commodity {
  readonly name: string;
  /** The wider goods it is one of; null at the top. */
  readonly within: string | null;
}

const ROWS: readonly (readonly [name: string, within: string | null, ...words: string[]])[] = [
  ["fuel", null, "وقود", "محروقات"],
  ["gas", "fuel", "غاز"],
  [
    "liquefied petroleum gas",
    "gas",
    "غاز البترول المسال",
    "غاز النفط المسال",
    "الغاز البترولي المسال",
    "غاز البترول",
  ],
  ["liquefied natural gas", "gas", "الغاز الطبيعي المسال", "الغاز المسال الطبيعي"],
  ["natural gas", "gas", "الغاز الطبيعي"],
  ["petrol", "fuel", "بنزين"],
  ["diesel", "fuel", "ديزل", "سولار", "مازوت"],
  ["kerosene", "fuel", "كيروسين"],
  ["food", null, "غذاء", "أغذية", "المواد الغذائية", "السلع الغذائية"],
  ["bread", "food", "خبز"],
  ["flour", "food", "طحين", "دقيق"],
  ["electricity", null, "كهرباء"],
  ["water", null, "مياه"],
];

const byName = new Map<string, Commodity>();
const byWords = new Map<string, Commodity>();
for (const [name, within, ...forms] of ROWS) {
  const commodity: Commodity = { name, within };
  byName.set(name, commodity);
  for (const form of forms) byWords.set(wordsOf(form).join(" "), commodity);
}
/** "liquefied natural gas" is natural gas too, but reports set it against petroleum gas. */
const LONGEST = 3;

function wordsOf(text: string): string[] {
  return tokenize(text)
    .filter((token) => token.kind === "word")
    .map((token) => bareForm(token.form));
}

/** The goods named in a text, the longest name at each place; each once, in order. */
export function commoditiesIn(text: string): Commodity[] {
  const words = wordsOf(text);
  const found = new Set<Commodity>();
  for (let at = 0; at < words.length; at++) {
    for (let length = LONGEST; length >= 1; length--) {
      const commodity = byWords.get(words.slice(at, at + length).join(" "));
      if (!commodity) continue;
      found.add(commodity);
      at += length - 1;
      break;
    }
  }
  return [...found];
}

/** True where `narrow` is a kind of `wide`. */
export function isKindOf(narrow: Commodity, wide: Commodity): boolean {
  for (let at: Commodity | undefined = narrow; at; at = parent(at)) if (at === wide) return true;
  return false;
}

function parent(one: Commodity): Commodity | undefined {
  return one.within === null ? undefined : byName.get(one.within);
}
