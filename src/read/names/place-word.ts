import type { GazetteerEntry } from "../../gazetteer/entry.js";
import type { Reading } from "../../text/word.js";
import { knownAt, nameless, readingOfEntry, skipOf } from "./place.js";
import { endOfUnknown, isListable, opensToponym, titledEnd } from "./place-unknown.js";
import type { Draft, Scan } from "./scan.js";

/** A quoted name is at most so many tokens. */
const LONGEST_QUOTED = 6;
/** Names in one list behind "towns", "fronts": more is no list of places. */
const MOST_LISTED = 24;
const SETTLEMENTS = ["city", "town", "village", "neighbourhood", "suburb", "district", "camp"];
const DASHES: ReadonlySet<string> = new Set(["-", "–", "ـ", "/"]);
const COMMAS: ReadonlySet<string> = new Set(["،", ","]);

/** A word that says what kind of place is named behind it. */
interface PlaceWord {
  readonly type: string;
  /** The word belongs to the name: مطار دمشق is not دمشق. */
  readonly whole: boolean;
  /** A name that no gazetteer has may follow. */
  readonly introduces: boolean;
  readonly feminine: boolean;
  /** A common noun under the article names a place behind it: حي السلام. */
  readonly definite: boolean;
  /** Of one place: not "towns", "the two fronts". */
  readonly single: boolean;
}

function placeWordOf(scan: Scan, at: number): PlaceWord | null {
  const reading = scan.profile(at).place;
  if (!reading || reading.article) return null;
  const { features, lemma } = reading.entry;
  const single = reading.number !== "plural" && reading.number !== "dual";
  if (features["placed"] === "yes" && !isPlaced(scan, at, reading)) return null;
  return {
    type: features["type"] ?? "place",
    whole: features["span"] === "with" && single,
    introduces: features["introduces"] === "yes",
    feminine: scan.pack.names.isFeminineNoun(lemma),
    definite: features["definite"] === "yes",
    single,
  };
}

/** "على جبهة X": a word of many senses is a place behind a preposition. */
function isPlaced(scan: Scan, at: number, reading: Reading): boolean {
  if (reading.preposition !== "") return true;
  const before = scan.layer.words[at - 1];
  return before?.classes.has("preposition") === true || before?.classes.has("place-word") === true;
}

/** Which of the bearers of a name a place word means: a city is no region. */
function bearerOfType(entries: readonly GazetteerEntry[], type: string): GazetteerEntry | null {
  const places = entries.filter((entry) => entry.kind === "place");
  const exact = places.find((entry) => entry.type === type);
  if (exact) return exact;
  const town = (entry: GazetteerEntry): boolean =>
    entry.type !== "country" && entry.type !== "region";
  if (SETTLEMENTS.includes(type)) return places.find(town) ?? null;
  return places[0] ?? null;
}

/**
 * Places named behind a word that says what they are: مدينة حمص، بلدة عين لاروز، مخيم "كويت
 * الرحمة"، بلدات X وY. The word belongs to the name where the name alone would be another place
 * (مطار دمشق).
 */
export function readPlacesAfterWord(scan: Scan, at: number, limit: number): readonly Draft[] {
  const word = placeWordOf(scan, at);
  if (!word || at + 1 >= limit) return [];
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
  if (scan.isOpening(next)) return readQuoted(scan, at, next, limit, word);
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
  const last = endOfUnknown(scan, next, limit, word.feminine, word.definite);
  if (last === next) return null;
  const end = word.whole ? endOfWhole(scan, next, last, limit, word) : last;
  return { first: next, last: end, entry: null, rule: "names.place-introduced" };
}

/** "مخيمات الشمال السوري": a part of a country, not a town of that name. */
const isPart = (scan: Scan, at: number): boolean =>
  scan.layer.words[at]?.classes.has("region-part") === true;

/** "منطقة جبل X": the place word behind belongs to its own name. */
function opensOther(scan: Scan, at: number, limit: number): boolean {
  const word = scan.isWord(at) ? placeWordOf(scan, at) : null;
  return word?.whole === true && readOne(scan, at, limit, word) !== null;
}

/** "طرق جديدة", "مركزا تركيا", "ضواحي المدينة": a word that belongs to the place word, though it spells a place. */
function isIndefinite(scan: Scan, at: number): boolean {
  const { ordinary, article, demonym, place } = scan.profile(at);
  return place !== null || (!article && (ordinary || demonym !== null));
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
      geo: own ? own.geo : entry?.geo ? { ...entry.geo, precision: precisionOf(type) } : null,
      skip,
      aliases: alone && named.first === at + 1 ? [bare] : [],
    },
  };
}

function readQuoted(
  scan: Scan,
  at: number,
  next: number,
  limit: number,
  word: PlaceWord,
): Draft | null {
  const close = scan.closing(next, limit, LONGEST_QUOTED);
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

/**
 * "بلدات كفر نوران وتديل وكفر تعال", "أحياء X، Y وZ": names joined by commas and "and". Names that
 * no gazetteer has are believed where there are two of them.
 */
function readList(scan: Scan, first: number, limit: number, word: PlaceWord): readonly Draft[] {
  const found: Draft[] = [];
  let at = first;
  let unknown = 0;
  while (at < limit && found.length < MOST_LISTED && scan.isWord(at)) {
    const item = listedAt(scan, at, limit, word, found.length > 0);
    if (!item) break;
    found.push(item);
    if (item.rule === "names.place-listed" && !opensToponym(scan, at, limit)) unknown++;
    at = item.last;
    if (COMMAS.has(scan.form(at))) at++;
    else if (at < limit && scan.isWord(at) && !opensItem(scan, at)) break;
  }
  return found.length > 1 || unknown === 0 ? found : [];
}

const opensItem = (scan: Scan, at: number): boolean =>
  scan.pack.names.spellings(scan.form(at)).some((one) => one.conjunction);

function listedAt(
  scan: Scan,
  at: number,
  limit: number,
  word: PlaceWord,
  further: boolean,
): Draft | null {
  if (isPart(scan, at)) return null;
  const known = knownAt(scan, at, limit);
  const skips = known?.spelling.skip ?? 0;
  if (known && (skips === 0 || (further && known.spelling.conjunction))) {
    const entry = bearerOfType(known.match.entries, word.type);
    const common = known.match.commonWord && isIndefinite(scan, at);
    if (entry && !common) {
      const named = { first: at, last: known.last, entry, rule: "names.place-word" };
      return listed(scan, named, skips, word);
    }
  }
  if (!word.introduces) return null;
  const joined = further
    ? scan.pack.names.spellings(scan.form(at)).find((one) => one.conjunction && one.skip === 1)
    : undefined;
  // Within a list a word need only be unlisted: بينين, though it may be inflected as بين is not.
  const likely = further ? scan.profile(at).unlisted : isListable(scan, at);
  if (!likely && !opensToponym(scan, at, limit)) return null;
  const skip = joined && joined.form.length > 2 ? joined.skip : 0;
  const last = endOfUnknown(scan, at, limit, word.feminine, false);
  if (last === at) return null;
  return listed(scan, { first: at, last, entry: null, rule: "names.place-listed" }, skip, word);
}

function listed(scan: Scan, named: Named, skip: number, word: PlaceWord): Draft {
  const { first, last, entry, rule } = named;
  const value = entry
    ? readingOfEntry(scan, entry, first, last, skip)
    : { ...nameless, name: scan.words(first, last, skip), type: word.type, skip };
  return { first, last, rule, value };
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
