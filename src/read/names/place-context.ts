import { Opening } from "./openings.js";
import { knownAt, nameless, readingOfEntry } from "./place.js";
import { isListable } from "./place-unknown.js";
import type { Draft, Scan } from "./scan.js";

/** Words of an unknown place before what tells where it lies. */
const LONGEST_ADDRESSED = 2;

/** "الشمال السوري", "الساحل اللبناني": a part of a country, told by its adjective. */
export function readRegion(scan: Scan, at: number, limit: number): Draft | null {
  if (!scan.mayOpen(at, Opening.Region)) return null;
  if (at + 1 >= limit || !scan.isWord(at + 1)) return null;
  const part = scan.layer.words[at]?.readings.find((one) =>
    one.entry.classes.includes("region-part"),
  );
  if (part?.enclitic !== "") return null;
  const nation = scan.profile(at + 1);
  if (!nation.article || nation.conjunction || nation.preposition !== "") return null;
  if (nation.demonym?.inflection !== "masculine") return null;
  const { country } = nation.demonym;
  const skip = part.conjunction.length + part.preposition.length;
  return {
    first: at,
    last: at + 2,
    rule: "names.region-of-nation",
    value: { ...nameless, name: scan.words(at, at + 2, skip, true), type: "region", country, skip },
  };
}

/** "السواحل الليبية", "المياه الإقليمية التونسية": the coast of a country, which is meant by it. */
export function readLand(scan: Scan, at: number, limit: number): Draft | null {
  if (!scan.mayOpen(at, Opening.Region)) return null;
  const land = scan.layer.words[at]?.readings.find((one) =>
    one.entry.classes.includes("country-land"),
  );
  if (land?.enclitic !== "") return null;
  const nation = nationBehind(scan, at + 1, limit);
  const { country, of = "" } = scan.profile(nation).demonym ?? {};
  const entry = country ? scan.gazetteer.entry(of) : null;
  if (!entry) return null;
  const skip = land.conjunction.length + land.preposition.length;
  return {
    first: at,
    last: nation + 1,
    rule: "names.land-of-nation",
    value: readingOfEntry(scan, entry, at, nation + 1, skip),
  };
}

/** The nation adjective right behind the word, or behind "territorial"; its own place where there is none. */
function nationBehind(scan: Scan, from: number, limit: number): number {
  for (let at = from; at < Math.min(limit, from + 2) && scan.isWord(at); at++) {
    const { article, conjunction, preposition, demonym } = scan.profile(at);
    if (!article || conjunction || preposition !== "") break;
    if (demonym?.inflection === "feminine") return at;
    if (!scan.pack.names.isTerritorial(scan.form(at))) break;
  }
  return from - 1;
}

/**
 * "في كفر تخاريم شمال إدلب", "بتديل في ريف حلب": unknown words behind "in" and before what tells
 * where they lie are a place.
 */
export function readAddressed(scan: Scan, at: number, limit: number): Draft | null {
  if (!scan.mayOpen(at, Opening.Unlisted)) return null;
  const skip = scan.profile(at).joinedIn;
  if (skip === 0 && !scan.mayOpen(at - 1, Opening.In)) return null;
  let last = at;
  while (last < limit && last < at + LONGEST_ADDRESSED && scan.isWord(last)) {
    if (last > at && scan.token(last).breaks > 0) break;
    if (!isListable(scan, last)) break;
    last++;
    if (liesSomewhere(scan, last, limit) || (skip > 0 && isScene(scan, at))) {
      return {
        first: at,
        last,
        rule: "names.place-addressed",
        value: { ...nameless, name: scan.words(at, last, skip, true), type: null, skip },
      };
    }
  }
  return null;
}

/** "حادث تصادم بالوسقة": directly behind a bare noun of an event. */
function isScene(scan: Scan, at: number): boolean {
  const before = scan.layer.words[at - 1];
  if (!before || scan.token(at).breaks > 0 || scan.pack.names.isSeveral(scan.form(at)))
    return false;
  if (scan.pack.names.isRelational(scan.form(at))) return false;
  return (
    (before.classes.has("event.name") || before.classes.has("event.masdar")) &&
    before.readings.some(({ entry, article }) => entry.pos === "noun" && !article)
  );
}

/** "… في الإسكندرية", "… بصيدا", "… جنوب لبنان": what tells where a place lies stands at the token. */
export function isAddress(scan: Scan, at: number, limit: number): boolean {
  if (at >= limit || !scan.isWord(at)) return false;
  if (liesSomewhere(scan, at, limit)) return true;
  const from = scan.mayOpen(at, Opening.In) ? at + 1 : at;
  const known = from < limit ? knownAt(scan, from, limit) : null;
  if (known?.match.entries[0]?.kind !== "place" || known.match.commonWord) return false;
  return from > at || known.spelling.preposition === scan.pack.names.locative;
}

/** A direction and a place, or a place word in front of one. */
function liesSomewhere(scan: Scan, at: number, limit: number): boolean {
  if (at + 1 >= limit || !scan.isWord(at)) return false;
  const profile = scan.profile(at);
  if (profile.direction) {
    const known = knownAt(scan, at + 1, limit);
    return (
      known?.match.entries[0]?.kind === "place" || scan.profile(at + 1).place?.article === false
    );
  }
  const from = scan.mayOpen(at, Opening.In) ? at + 1 : at;
  // "في مالاري في شمال شرق نيجيريا"
  if (from > at && scan.isWord(from) && scan.profile(from).direction)
    return liesSomewhere(scan, from, limit);
  const word = scan.profile(from).place;
  if (!word || word.article || word.conjunction !== "" || from + 1 >= limit) return false;
  return from > at || word.preposition === scan.pack.names.locative;
}
