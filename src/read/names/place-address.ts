import { kilometresBetween } from "../../gazetteer/distance.js";
import type { NameReading } from "./mention.js";
import { knownAt, readingOfEntry } from "./place.js";
import type { Draft, Scan } from "./scan.js";

/** Tokens between two places of one address: "الواقعة جنوب مدينة". */
const LONGEST_GAP = 3;

/** A place may lie this far, in kilometres, from the middle of the region or the town of its address. */
const FARTHEST = 200;

/**
 * "البريج جنوب إدلب" is not the camp of that name in Gaza: a place that an address puts into
 * another country, or far off in the same, is the bearer of its name there, or one that no
 * gazetteer has.
 */
export function settleAddresses(scan: Scan, drafts: Draft[]): void {
  for (let at = drafts.length - 2; at >= 0; at--) {
    const here = drafts[at] as Draft;
    const wider = drafts[at + 1] as Draft;
    if (!isPlace(here) || !isPlace(wider) || here.value.type === "country") continue;
    const { country, ref, geo } = wider.value;
    if (!country || !ref || !here.value.ref || !here.value.country) continue;
    if (here.value.country === country && !isFar(here.value.geo, geo)) continue;
    if (!isAddress(scan, here.last, wider)) continue;
    drafts[at] = settled(scan, here, country, geo);
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

type Geo = NameReading["geo"];

/** Countries have one point for all their extent, and say nothing of distances. */
const isFar = (here: Geo, wider: Geo): boolean =>
  here !== null &&
  wider !== null &&
  wider.precision !== "country" &&
  kilometresBetween(here, wider) > FARTHEST;

function settled(scan: Scan, draft: Draft, country: string, wider: Geo): Draft {
  const { first, last, value } = draft;
  const known = knownAt(scan, first, last);
  const bearer = known?.match.entries.find(
    (entry) => entry.kind === "place" && entry.country === country && !isFar(entry.geo, wider),
  );
  return bearer
    ? { ...draft, value: readingOfEntry(scan, bearer, first, last, value.skip) }
    : { ...draft, value: { ...value, ref: null, geo: null, country } };
}
