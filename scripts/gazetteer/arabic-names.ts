import { fold, isInvisible } from "../../src/text/fold.js";

/** Letters of the Arabic language, with its vowel marks; no Persian, Urdu, Kurdish or Uyghur ones. */
const ARABIC = /^[\u0621-\u063a\u0641-\u0652\u0670\s\u0640-]+$/;
/** Besides those, what Persian, Dari and Pashto keyboards type. */
const PERSIAN =
  /^[\u0621-\u063a\u0641-\u0652\u0670\u06a9\u06cc\u06af\u067e\u0686\u0698\u06c0\s-]+$/;

/** Countries whose own spelling of their places is of use in Arabic text, once folded. */
const PERSIAN_WRITTEN = new Set(["IR", "AF", "PK"]);

/** How Arabic reports write the four Persian letters. */
const PERSIAN_LETTERS: Readonly<Record<string, string>> = { پ: "ب", چ: "تش", ژ: "ج", گ: "غ" };

export interface NameFilter {
  /** Leading words that make a name a region's, not the town's, or foreign: dropped with the name. */
  readonly foreignLead: ReadonlySet<string>;
  /** Leading words for a kind of place: the rest is the name. */
  readonly placeWords: ReadonlySet<string>;
}

/** The Arabic names among a place's alternates, cleaned, without doubles, the best one first. */
export function arabicNames(
  alternates: readonly string[],
  country: string,
  filter: NameFilter,
): readonly string[] {
  const best = new Map<string, string>();
  for (const alternate of alternates) {
    const name = clean(alternate, country, filter);
    if (name === null) continue;
    const key = fold(name);
    const known = best.get(key);
    if (known === undefined || quality(name) > quality(known)) best.set(key, name);
  }
  return [...best.values()].sort((a, b) => quality(b) - quality(a) || (a < b ? -1 : a > b ? 1 : 0));
}

function clean(alternate: string, country: string, filter: NameFilter): string | null {
  // "Cairo - القاهرة": the Latin half goes; "باسيفيكا، سان ماتيو": what follows the comma goes.
  const visible = [...alternate.replace(/\u200c/g, " ")]
    .filter((char) => !isInvisible(char.charCodeAt(0)))
    .join("");
  const arabicPart = visible.replace(/[A-Za-z\u00c0-\u024f]{2,}\s*-?\s*/g, "");
  const head = (arabicPart.split("،")[0] ?? "").replace(/\(.*?\)/g, "").trim();
  let name = head;
  if (!ARABIC.test(name)) {
    if (!PERSIAN_WRITTEN.has(country) || !PERSIAN.test(name)) return null;
    name = name.replace(/[پچژگ]/g, (letter) => PERSIAN_LETTERS[letter] ?? letter);
    name = name.replace(/ی/g, "ي").replace(/ک/g, "ك").replace(/ۀ/g, "ه");
  } else if (alternate.includes("،") && /[\u06cc\u06a9]/.test(alternate)) {
    return null;
  }
  name = name
    .replace(/[\u064b-\u0652\u0670\u0640]/g, "")
    .replace(/\s*-\s*/g, " ")
    .replace(/\s+/g, " ")
    .replace(/ى(?=\S)/g, "ي")
    .trim();
  const tokens = name.split(" ");
  const [first = ""] = tokens;
  if (filter.foreignLead.has(fold(first))) return null;
  if (tokens.length > 1 && filter.placeWords.has(fold(first))) name = tokens.slice(1).join(" ");
  // A lone letter is a name torn apart ("د مشق"), and a very long one a description.
  if (name.split(" ").some((token) => token.length < 2) || name.split(" ").length > 5) return null;
  return name;
}

/** Spelt with care scores more: hamza, ta marbuta, the article; fewer words on a tie. */
function quality(name: string): number {
  let score = 0;
  if (/[أإآؤئ]/.test(name)) score += 2;
  if (/ة/.test(name)) score += 2;
  if (/^ال/.test(name)) score += 2;
  if (/ه$/.test(name)) score -= 1;
  return score - name.split(" ").length;
}
