import type { GazetteerEntry } from "../../gazetteer/entry.js";
import type { Reading } from "../../text/word.js";
import { Opening } from "./openings.js";
import { knownAt, nameless, readingOfEntry, skipOf } from "./place.js";
import { isAddress } from "./place-context.js";
import { bearerOfType, isIndefinite, isPart, type PlaceWord, placeWordOf } from "./place-kind.js";
import { readList } from "./place-list.js";
import { endOfUnknown, isListable, titledEnd } from "./place-unknown.js";
import type { Draft, Scan } from "./scan.js";

/** A quoted name is at most so many tokens. */
const LONGEST_QUOTED = 6;
const DASHES: ReadonlySet<string> = new Set(["-", "–", "ـ", "/"]);

/**
 * Places named behind a word that says what they are: مدينة حمص، بلدة عين لاروز، مخيم "كويت
 * الرحمة"، بلدات X وY. The word belongs to the name where the name alone would be another place
 * (مطار دمشق).
 */
export function readPlacesAfterWord(scan: Scan, at: number, limit: number): readonly Draft[] {
  const word = placeWordOf(scan, at);
  if (!word || at + 1 >= limit || scan.entry(at, "never-a-place")) return [];
  // "عن طريق محمد": by way of somebody.
  if (at > 0 && word.type === "road" && scan.layer.words[at - 1]?.classes.has("prep.about"))
    return [];
  if (!word.single) return readList(scan, at + 1, limit, word);
  const one = readOne(scan, at, limit, word);
  return one ? [one] : [];
}

function readOne(scan: Scan, at: number, limit: number, word: PlaceWord): Draft | null {
  const { whole } = word;
  let next = at + 1;
  // مدينة وميناء جدة; مطار مدينة حلب: the last place word names, the first says what.
  const inner = whole ? scan.profile(next).place : null;
  if (inner && !inner.article && isFree(inner) && next + 1 < limit) next++;
  if (whole) {
    const known = knownAt(scan, at, limit);
    const entry = known?.match.entries.find((one) => one.kind === "place");
    if (known && entry && known.last > next) {
      return {
        first: at,
        last: known.last,
        rule: "names.place-known",
        value: readingOfEntry(scan, entry, at, known.last, known.spelling.skip),
      };
    }
  }
  if (scan.isOpening(next)) {
    const close = scan.closing(next, limit, LONGEST_QUOTED);
    return readQuoted(scan, at, next, close, word);
  }
  const bracketed = endOfBracketed(scan, next, limit, word);
  if (bracketed > 0) return readQuoted(scan, at, next, bracketed, word);
  const named = readNamed(scan, next, limit, word);
  return named ? withWord(scan, at, named, word) : null;
}

const isFree = ({ conjunction, preposition }: Reading): boolean =>
  conjunction === "" && preposition === "";

interface Named {
  readonly first: number;
  readonly last: number;
  readonly entry: GazetteerEntry | null;
  readonly rule: string;
}

/** The name itself, behind the word: known, titled, or unknown. */
function readNamed(scan: Scan, next: number, limit: number, word: PlaceWord): Named | null {
  if (isPart(scan, next) || (!word.whole && opensOther(scan, next, limit))) return null;
  const titled = word.introduces ? titledEnd(scan, next, limit, word.whole) : next;
  const known = knownAt(scan, next, limit);
  const common = known?.match.commonWord === true && isIndefinite(scan, next);
  if (known && known.spelling.skip === 0 && !common && known.last >= titled) {
    const bearer = bearerOfType(known.match.entries, word.type);
    if (bearer || known.match.entries.every((one) => one.kind === "place")) {
      const last = word.whole ? endOfWhole(scan, next, known.last, limit, word) : known.last;
      // جبل الزاوية lies by no town of the name الزاوية.
      const entry = word.whole && known.match.commonWord ? null : bearer;
      return { first: next, last, entry, rule: "names.place-word" };
    }
  }
  if (titled > next) {
    const last = word.whole ? afterAdjectives(scan, titled, limit) : titled;
    return { first: next, last, entry: null, rule: "names.place-introduced" };
  }
  if (!word.introduces) return null;
  const told = endOfUnknown(scan, next, limit, word.feminine, word.definite);
  const last = told === next ? endOfAddressed(scan, next, limit, word) : told;
  if (last === next) return null;
  const end = word.whole ? endOfWhole(scan, next, last, limit, word) : last;
  return { first: next, last: end, entry: null, rule: "names.place-introduced" };
}

/** Settlements named in an address. A district is also a directorate, a city one of games. */
const SETTLED: ReadonlySet<string> = new Set([
  "area",
  "town",
  "village",
  "suburb",
  "neighbourhood",
]);

/** "بلدة القليلة جنوب لبنان", "بحي الجمرك في الإسكندرية": a common noun under the article, where an address follows. */
function endOfAddressed(
  scan: Scan,
  at: number,
  limit: number,
  { type, single }: PlaceWord,
): number {
  if (!SETTLED.has(type) || !single || !scan.isWord(at)) return at;
  const { article, conjunction, preposition, time, place, demonym } = scan.profile(at);
  if (!article || conjunction || preposition !== "" || time || place || demonym) return at;
  return isAddress(scan, at + 1, limit) ? at + 1 : at;
}

/** "منطقة جبل X": the place word behind belongs to its own name. */
function opensOther(scan: Scan, at: number, limit: number): boolean {
  const word = scan.isWord(at) ? placeWordOf(scan, at) : null;
  return word?.whole === true && readOne(scan, at, limit, word) !== null;
}

/**
 * "الدولي" of مطار X الدولي: adjectives of the whole name; and of a road the other end:
 * طريق حمص - حماة الدولي.
 */
function endOfWhole(
  scan: Scan,
  first: number,
  last: number,
  limit: number,
  { type }: PlaceWord,
): number {
  let end = last;
  if (type === "road" || type === "street") {
    const dash = end + 1 < limit && DASHES.has(scan.form(end));
    const from = dash ? end + 1 : end;
    const other = from < limit && scan.isWord(from) ? knownAt(scan, from, limit) : null;
    if (other?.spelling.skip === 0 && !other.match.commonWord) end = other.last;
  }
  return first < end ? afterAdjectives(scan, end, limit) : end;
}

function afterAdjectives(scan: Scan, at: number, limit: number): number {
  let end = at;
  while (end < limit && end < at + 2 && scan.isWord(end)) {
    const { article, conjunction, preposition } = scan.profile(end);
    if (!article || conjunction || preposition !== "") break;
    if (!scan.entry(end, "org.adjective") && !scan.entry(end, "place-adjective")) break;
    end++;
  }
  return end;
}

function withWord(scan: Scan, at: number, named: Named, word: PlaceWord): Draft {
  const { entry, rule } = named;
  const { whole, type } = word;
  const skip = whole ? skipOf(scan, at) : 0;
  const start = whole ? at : named.first;
  const own = whole ? null : entry;
  const bare = scan.words(named.first, named.last);
  const alone = whole && entry === null && isListable(scan, named.first);
  return {
    first: start,
    last: named.last,
    rule,
    value: {
      ...nameless,
      name: scan.words(start, named.last, skip),
      ref: own?.id ?? null,
      type: own?.type ?? type,
      country: entry?.country ?? null,
      geo: own ? own.geo : pointIn(entry, type),
      skip,
      aliases: alone && named.first === at + 1 ? [bare] : [],
    },
  };
}

/** What is named in honour of a town, and stands in another: شارع طرابلس, جامع السليمانية. */
const NAMESAKES: ReadonlySet<string> = new Set(["street", "square", "mosque", "castle"]);

/** Where a thing named after a town lies; after a country it may lie anywhere (معسكر النمسا). */
const pointIn = (entry: GazetteerEntry | null, type: string): GazetteerEntry["geo"] =>
  entry?.geo && entry.geo.precision !== "country" && !NAMESAKES.has(type)
    ? { ...entry.geo, precision: precisionOf(type) }
    : null;

/** A name in brackets is at most so many words. */
const LONGEST_BRACKETED = 3;

/**
 * على بلدة (كفر زعرور): some outlets set names in brackets. The bracket behind the name; -1 where an aside
 * stands in them: المدينة (شمال البلاد), قرية (في الجنوب).
 */
function endOfBracketed(scan: Scan, open: number, limit: number, word: PlaceWord): number {
  if (scan.form(open) !== "(" || !word.introduces || scan.profile(open - 1).place?.article)
    return -1;
  for (let at = open + 1; at < limit && at <= open + 1 + LONGEST_BRACKETED; at++) {
    if (scan.form(at) === ")") return at;
    if (!scan.isWord(at) || scan.mayOpen(at, Opening.In)) return -1;
    const { direction, preposition, time } = scan.profile(at);
    const isVerb = scan.layer.words[at]?.readings.some(({ entry }) => entry.pos === "verb");
    if (direction || preposition !== "" || time || isVerb) return -1;
  }
  return -1;
}

function readQuoted(
  scan: Scan,
  at: number,
  next: number,
  close: number,
  word: PlaceWord,
): Draft | null {
  if (close < 0 || close === next + 1 || !word.introduces) return null;
  const known = knownAt(scan, next + 1, close);
  const entry = known?.last === close ? bearerOfType(known.match.entries, word.type) : null;
  const rule = "names.place-quoted";
  const draft = withWord(scan, at, { first: next + 1, last: close, entry, rule }, word);
  if (!word.whole) return draft;
  const bare = scan.words(next + 1, close);
  const name = `${scan.words(at, next, skipOf(scan, at))} ${bare}`;
  return { ...draft, last: close + 1, value: { ...draft.value, name, aliases: [bare] } };
}

function precisionOf(type: string): "point" | "city" | "region" {
  switch (type) {
    case "countryside":
    case "river":
    case "mountain":
    case "sea":
    case "road":
      return "region";
    default:
      return "city";
  }
}
