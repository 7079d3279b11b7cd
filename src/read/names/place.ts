import type { GazetteerEntry } from "../../gazetteer/entry.js";
import type { KnownName } from "./known-name.js";
import type { NameReading } from "./mention.js";
import { Opening } from "./openings.js";
import { isDoubtfulWord } from "./place-doubt.js";
import { type Draft, isWeekday, type Scan } from "./scan.js";

/** The longest gazetteer name at `at`, whatever is joined in front of it. */
export function knownAt(scan: Scan, at: number, limit: number): KnownName | null {
  if (!scan.mayOpen(at, Opening.Known) || scan.phrase(at, "never-a-place")) return null;
  const { known } = scan.profile(at);
  let best: KnownName | null = null;
  const form = (i: number): string => (i < limit ? scan.form(i) : "");
  for (const spelling of known) {
    const match = scan.gazetteer.longestFrom(spelling.head, form, at);
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
  if (best && best.last > at + 1 && isDated(scan, best.last))
    return knownAt(scan, at, best.last - 1);
  return best;
}

/** "في روسيا اليوم الاثنين": the last word of the name belongs to the day behind it. */
const isDated = (scan: Scan, last: number): boolean =>
  scan.profile(last - 1).time && scan.isWord(last) && isWeekday(scan, last);

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
export function readKnown(scan: Scan, at: number, limit: number, name: KnownName): Draft | null {
  let known = name;
  const entry = meantEntry(scan, at, known);
  if (!entry) return null;
  // "في مالي": a country behind "in" is one, though its name is a word too.
  // So it is behind a direction: "وسط مالي".
  const stands =
    scan.mayOpen(at - 1, Opening.In) || (scan.isWord(at - 1) && scan.profile(at - 1).direction);
  const placed = entry.type === "country" && stands;
  if (known.match.commonWord && !placed) return null;
  // "دولة الاحتلال التركي": another nation's.
  if (known.last > at + 1 && isOfOther(scan, known.last, limit, entry.country)) return null;
  if (entry.kind === "place" && known.last === at + 1 && !standsAlone(scan, at, known, entry))
    return null;
  const paper = entry.kind === "place" ? quotedOutlet(scan, at, known) : null;
  if (paper) {
    const value = readingOfEntry(scan, paper, at, known.last, known.spelling.skip);
    return { first: at, last: known.last, rule: "names.gazetteer", value };
  }
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

/** The likeliest bearer of the name, or the one whose doubled letter is written: عمّان is no Oman. */
function meantEntry(scan: Scan, at: number, { match }: KnownName): GazetteerEntry | undefined {
  const { start, end, form } = scan.token(at);
  if (match.entries.length > 1 && end - start > form.length) {
    const written = scan.layer.text.slice(start, end);
    const marked = match.entries.find(({ name }) => scan.pack.names.isMarkedAs(written, name));
    if (marked) return marked;
  }
  return match.entries[0];
}

function isOfOther(scan: Scan, at: number, limit: number, country: string | null): boolean {
  if (at >= limit || country === null || !scan.mayOpen(at, Opening.Nation)) return false;
  const { demonym, article, conjunction } = scan.profile(at);
  if (!article || conjunction || !demonym?.country) return false;
  return demonym.inflection === "masculine" && demonym.country !== country;
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
  if (entry.type === "country") return true;
  if (isDoubtfulWord(scan, at, known, entry)) return false;
  if (entry.type === "capital" || !profile.ordinary) return true;
  return known.spelling.preposition !== scan.pack.names.dative;
}

/** «الشرق الأوسط», "الرياض": in quotes the paper of that name. */
function quotedOutlet(scan: Scan, at: number, { last, match }: KnownName): GazetteerEntry | null {
  if (at === 0 || !scan.isOpening(at - 1) || !scan.isClosing(last)) return null;
  return match.entries.find((entry) => entry.kind === "outlet") ?? null;
}

export function skipOf(scan: Scan, at: number): number {
  const lightest = scan.layer.words[at]?.readings[0];
  return (lightest?.conjunction.length ?? 0) + (lightest?.preposition.length ?? 0);
}
