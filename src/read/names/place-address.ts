import { knownAt, readingOfEntry } from "./place.js";
import type { Draft, Scan } from "./scan.js";

/** Tokens between two places of one address: "الواقعة جنوب مدينة". */
const LONGEST_GAP = 3;

/**
 * "البريج جنوب إدلب" is not the camp of that name in Gaza: a place that an address puts into
 * another country is the bearer of its name there, or one that no gazetteer has.
 */
export function settleAddresses(scan: Scan, drafts: Draft[]): void {
  for (let at = drafts.length - 2; at >= 0; at--) {
    const here = drafts[at] as Draft;
    const wider = drafts[at + 1] as Draft;
    if (!isPlace(here) || !isPlace(wider) || here.value.type === "country") continue;
    const { country } = wider.value;
    if (
      !country ||
      !wider.value.ref ||
      !here.value.ref ||
      !here.value.country ||
      here.value.country === country
    )
      continue;
    if (!isAddress(scan, here.last, wider)) continue;
    drafts[at] = settled(scan, here, country);
  }
}

const isPlace = ({ value }: Draft): boolean => value.kind === "place" && value.head === "name";

function isAddress(scan: Scan, from: number, { first, value }: Draft): boolean {
  if (first - from > LONGEST_GAP || first < from) return false;
  let told = value.skip > 0 && scan.form(first).startsWith(scan.pack.names.locative);
  for (let at = from; at < first; at++) {
    if (!scan.isWord(at)) return false;
    const { direction, place, article } = scan.profile(at);
    const within = scan.layer.words[at]?.classes.has("name.in") === true;
    if (!direction && !place && !within && !article) return false;
    told ||= direction || place !== null || within;
  }
  return told;
}

function settled(scan: Scan, draft: Draft, country: string): Draft {
  const { first, last, value } = draft;
  const known = knownAt(scan, first, last);
  const bearer = known?.match.entries.find(
    (entry) => entry.kind === "place" && entry.country === country,
  );
  return bearer
    ? { ...draft, value: readingOfEntry(scan, bearer, first, last, value.skip) }
    : { ...draft, value: { ...value, ref: null, geo: null, country } };
}
