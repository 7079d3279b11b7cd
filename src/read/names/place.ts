import type { GazetteerEntry, GazetteerMatch } from "../../gazetteer/entry.js";
import type { NameSpelling } from "../../lang/name-morphology.js";
import type { NameReading } from "./mention.js";
import type { Draft, Scan } from "./scan.js";

/** Unknown place names are at most so many words: عين لاروز. */
const LONGEST_UNKNOWN = 3;
/** A quoted name is at most so many tokens. */
const LONGEST_QUOTED = 6;

export interface KnownName {
  readonly last: number;
  readonly spelling: NameSpelling;
  readonly match: GazetteerMatch;
}

/** The longest gazetteer name at `at`, whatever is joined in front of it. */
export function knownAt(scan: Scan, at: number, limit: number): KnownName | null {
  let best: KnownName | null = null;
  const form = (i: number): string => (i < limit ? scan.form(i) : "");
  for (const spelling of scan.profile(at).known) {
    const match = scan.gazetteer.longestAt(form, at, spelling.form);
    if (!match) continue;
    const last = at + match.length;
    if (
      !best ||
      last > best.last ||
      (best.match.commonWord && !match.commonWord && last === best.last)
    ) {
      best = { last, spelling, match };
    }
  }
  return best;
}

export const nameless: NameReading = {
  kind: "place",
  name: "",
  ref: null,
  type: null,
  head: "name",
  country: null,
  geo: null,
  skip: 0,
  aliases: [],
  roles: [],
  role: null,
};

/** What the gazetteer says of the name on tokens `[first, last)`. */
export function readingOfEntry(
  scan: Scan,
  entry: GazetteerEntry,
  first: number,
  last: number,
  skip: number,
): NameReading {
  return {
    ...nameless,
    kind: entry.kind,
    name: scan.words(first, last, skip, isArticled(scan, first, skip)),
    ref: entry.id,
    type: entry.type,
    country: entry.country,
    geo: entry.geo,
    skip,
  };
}

/** Whether the name found behind `skip` joined letters has the article, whole or shrunk. */
function isArticled(scan: Scan, at: number, skip: number): boolean {
  const { article } = scan.pack.names;
  return (
    skip > 0 &&
    scan.profile(at).known.some((one) => one.skip === skip && one.form.startsWith(article))
  );
}

/** A name the gazetteer has and that needs nothing beside it to be believed. */
export function readKnown(scan: Scan, at: number, limit: number): Draft | null {
  let known = knownAt(scan, at, limit);
  const entry = known?.match.entries[0];
  if (!known || !entry) return null;
  // "في مالي": a country behind "in" is one, though its name is a word too.
  const placed =
    entry.type === "country" && scan.layer.words[at - 1]?.classes.has("name.in") === true;
  if (known.match.commonWord && !placed) return null;
  if (entry.kind === "place" && known.last === at + 1 && !standsAlone(scan, at, known, entry))
    return null;
  // إنترفاكس-كازاخستان: the branch of a body in a country is part of its name.
  const dash = scan.layer.tokens[known.last];
  if (entry.kind !== "place" && dash?.form === "-" && !dash.spaced && known.last + 1 < limit) {
    const branch = scan.token(known.last + 1).spaced ? null : knownAt(scan, known.last + 1, limit);
    if (branch?.match.entries[0]?.kind === "place") known = { ...known, last: branch.last };
  }
  return {
    first: at,
    last: known.last,
    rule: "names.gazetteer",
    value: readingOfEntry(scan, entry, at, known.last, known.spelling.skip),
  };
}

/**
 * One word that is a place and something else: a nation adjective behind the noun it belongs to
 * (الأسهم السعودية), a common word under a joined preposition (للعيون).
 */
function standsAlone(scan: Scan, at: number, known: KnownName, entry: GazetteerEntry): boolean {
  const profile = scan.profile(at);
  const before = at > 0 && scan.isWord(at - 1) ? scan.profile(at - 1) : null;
  if (
    profile.demonym &&
    known.spelling.skip === 0 &&
    before?.article &&
    before.ordinary &&
    before.part === null
  ) {
    return false;
  }
  if (entry.type === "country" || entry.type === "capital" || !profile.ordinary) return true;
  return known.spelling.preposition !== scan.pack.names.dative;
}

/** Which of the bearers of a name a place word means: a city is no region. */
function bearerOfType(entries: readonly GazetteerEntry[], type: string): GazetteerEntry | null {
  const places = entries.filter((entry) => entry.kind === "place");
  const exact = places.find((entry) => entry.type === type);
  if (exact) return exact;
  const town = (entry: GazetteerEntry): boolean =>
    entry.type !== "country" && entry.type !== "region";
  if (["city", "town", "village", "neighbourhood", "suburb", "district", "camp"].includes(type)) {
    return places.find(town) ?? null;
  }
  return places[0] ?? null;
}

/**
 * A place named behind a word that says what it is: مدينة حمص، بلدة عين لاروز، مخيم "كويت الرحمة".
 * The word belongs to the name where the name alone would be another place (مطار دمشق).
 */
export function readPlaceAfterWord(scan: Scan, at: number, limit: number): Draft | null {
  const reading = scan.profile(at).place;
  if (!reading || reading.article || reading.number === "dual") return null;
  const { features } = reading.entry;
  const type = features["type"] ?? "place";
  const whole = features["span"] === "with" && reading.number !== "plural";
  let next = at + 1;
  if (next >= limit) return null;
  // مدينة وميناء جدة; مطار مدينة حلب: the last place word names, the first says what.
  const inner = whole ? scan.profile(next).place : null;
  if (
    inner &&
    !inner.article &&
    inner.preposition === "" &&
    inner.conjunction === "" &&
    next + 1 < limit
  )
    next++;
  const skip = whole ? skipOf(scan, at) : 0;
  const build = (
    first: number,
    last: number,
    entry: GazetteerEntry | null,
    rule: string,
  ): Draft => {
    const start = whole ? at : first;
    const own = entry && !whole ? entry : null;
    return {
      first: start,
      last,
      rule,
      value: {
        ...nameless,
        name: scan.words(start, last, whole ? skip : 0),
        ref: own?.id ?? null,
        type: own?.type ?? type,
        country: entry?.country ?? null,
        geo: own ? own.geo : entry?.geo ? { ...entry.geo, precision: precisionOf(type) } : null,
        skip: whole ? skip : 0,
      },
    };
  };
  if (whole) {
    const known = knownAt(scan, at, limit);
    const entry = known?.match.entries.find((one) => one.kind === "place");
    if (known && entry && known.last > next) {
      return {
        ...build(at, known.last, null, "names.place-known"),
        value: readingOfEntry(scan, entry, at, known.last, known.spelling.skip),
      };
    }
  }
  if (scan.isOpening(next)) {
    const close = scan.closing(next, limit, LONGEST_QUOTED);
    if (close < 0 || close === next + 1 || features["introduces"] !== "yes") return null;
    const known = knownAt(scan, next + 1, close);
    const entry = known && known.last === close ? bearerOfType(known.match.entries, type) : null;
    const quoted = build(next + 1, whole ? close + 1 : close, entry, "names.place-quoted");
    const name = `${scan.words(at, next, skip)} ${scan.words(next + 1, close)}`;
    return whole ? { ...quoted, value: { ...quoted.value, name } } : quoted;
  }
  if (reading.number === "plural") return null;
  const known = knownAt(scan, next, limit);
  const common = known?.match.commonWord === true && isIndefinite(scan, next);
  if (known && known.spelling.skip === 0 && !common) {
    const entry = bearerOfType(known.match.entries, type);
    if (entry || known.match.entries.every((one) => one.kind === "place")) {
      return build(next, extend(scan, next, known.last, limit), entry, "names.place-word");
    }
  }
  if (features["introduces"] !== "yes") return null;
  const last = endOfUnknown(scan, next, limit);
  return last > next ? build(next, last, null, "names.place-introduced") : null;
}

/** "طرق جديدة", "مركزا تركيا": an adjective of the place word, though it spells a place. */
function isIndefinite(scan: Scan, at: number): boolean {
  const { ordinary, article, demonym } = scan.profile(at);
  return !article && (ordinary || demonym !== null);
}

/** "الدولي" of مطار X الدولي, "الإسلامي" of ميناء جدة الإسلامي: adjectives of the whole name. */
function extend(scan: Scan, first: number, last: number, limit: number): number {
  const profile = last < limit && scan.isWord(last) ? scan.profile(last) : null;
  const fixed =
    scan.isWord(first - 1) && scan.profile(first - 1).place?.entry.features["span"] === "with";
  if (!profile || !fixed || !profile.article) return last;
  return scan.entry(last, "org.adjective") && !profile.conjunction && profile.preposition === ""
    ? last + 1
    : last;
}

export function skipOf(scan: Scan, at: number): number {
  const lightest = scan.layer.words[at]?.readings[0];
  return (lightest?.conjunction.length ?? 0) + (lightest?.preposition.length ?? 0);
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

/** Words behind a place word that no lexicon knows as common ones. */
function endOfUnknown(scan: Scan, first: number, limit: number): number {
  let last = first;
  while (last < limit && last < first + LONGEST_UNKNOWN && scan.isWord(last)) {
    const profile = scan.profile(last);
    if (last > first && scan.token(last).breaks > 0) break;
    if (profile.part === "prefix" && last === first && last + 1 < limit && scan.isWord(last + 1)) {
      last += 2;
      break;
    }
    // "بيت جن بسوريا": a known name with something joined in front begins anew.
    if (last > first && profile.known.length > 0 && profile.known.every((one) => one.skip > 0))
      break;
    if (profile.stop || profile.demonym || profile.office || profile.org || profile.title) break;
    const proper =
      profile.unlisted || profile.part !== null || profile.known.some((s) => s.skip === 0);
    if (!proper || (profile.ordinary && last > first)) {
      // الدحلة: an unknown stem under the article; a common one (المدينة الجديدة) names nothing.
      if (!(profile.article && !profile.ordinary)) break;
    }
    last++;
    if (profile.article) break;
  }
  return last;
}
