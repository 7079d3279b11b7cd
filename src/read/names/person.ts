import { knownAt } from "./place.js";
import type { Scan } from "./scan.js";

/** What stands before a name and makes it likely. */
export type Footing = "bare" | "title" | "role";

export interface PersonName {
  readonly first: number;
  readonly last: number;
  readonly parts: number;
  /** Letters joined in front of the first word. */
  readonly skip: number;
  /** It holds a given name, a lineage or a name prefix. */
  readonly certain: boolean;
  /** Every word of it is unknown to the lexicon. */
  readonly allUnknown: boolean;
}

/** A lineage (X بن Y بن Z الـW) is the longest name; a longer row of words is a list. */
const LONGEST_NAME = 12;
/** Words of a name without a lineage. */
const LONGEST_PLAIN = 5;
const SHORTEST_UNKNOWN = 3;

/**
 * A person's name at `at`: given names, lineage, family name, foreign words. It ends before
 * whatever the lexicon knows as a common word, before a joined conjunction and a preposition.
 */
export function personAt(
  scan: Scan,
  at: number,
  limit: number,
  footing: Footing,
): PersonName | null {
  const fixed = scan.phrase(at, "person.name");
  if (fixed && fixed.last <= limit) {
    const skip = fixed.reading.conjunction.length + fixed.reading.preposition.length;
    let last = fixed.last;
    if (
      last < limit &&
      scan.isWord(last) &&
      scan.profile(last).part === "surname" &&
      scan.profile(last).article
    )
      last++;
    return { first: at, last, parts: fixed.last - at, skip, certain: true, allUnknown: false };
  }
  let next = at;
  let parts = 0;
  let certain = false;
  let allUnknown = true;
  let filial = false;
  let skip = 0;
  let expecting = false;
  let arabicGiven = false;
  /** Where the name ended before a particle that turned out to lead nowhere. */
  let solid = at;
  while (next < limit && next < at + LONGEST_NAME) {
    if (!scan.isWord(next)) {
      if (!isHyphen(scan, next, limit, at)) break;
      next++;
      continue;
    }
    const profile = scan.profile(next);
    const start = next === at;
    const spelling = profile.partSpelling;
    const joined = profile.part !== null && spelling !== null && spelling.skip > 0;
    if (!start && !expecting && joined) break;
    if (!start && !expecting && profile.part === null && scan.pack.names.isJoined(scan.form(next)))
      break;
    // "فهد بالمدينة": behind an Arab given name that is "in the town".
    if (!start && !expecting && arabicGiven && scan.pack.names.isJoinedDefinite(scan.form(next)))
      break;
    if (profile.time && (profile.part === null || start)) break;
    if (profile.stop && profile.part !== null && !isNameInContext(scan, next, limit, at)) break;
    if (expecting) {
      if (profile.stop && profile.part === null) break;
      next++;
      parts++;
      solid = next;
      expecting = false;
      continue;
    }
    if (!filial && parts >= LONGEST_PLAIN) break;
    const { part } = profile;
    if (part === "filial") {
      if (start && scan.form(next).length < 3) break;
      if (next + 1 >= limit || !scan.isWord(next + 1) || scan.profile(next + 1).stop) break;
      if (start && !isNameLike(scan, next + 1)) break;
      if (start) skip = spelling?.skip ?? 0;
      filial = true;
      certain = true;
      allUnknown = false;
      expecting = true;
      next++;
      continue;
    }
    if (part === "prefix") {
      if (next + 1 >= limit || !scan.isWord(next + 1)) break;
      const after = scan.profile(next + 1);
      if (after.stop || after.conjunction || after.preposition !== "") break;
      if (start && after.ordinary && after.part === null && footing === "bare" && !after.article)
        break;
      if (start) skip = spelling?.skip ?? 0;
      certain = true;
      allUnknown = false;
      expecting = true;
      next++;
      continue;
    }
    if (part === "given") {
      // "فيصل بن خالد أمير منطقة": an office behind a name, though also a name.
      if (!start && profile.ordinary && opensComplement(scan, next + 1, limit)) break;
      if (!start && footing === "bare" && parts > 0 && allUnknown) break;
      // صباح, طالب: a name and a word; alone in front it needs a name behind it that is no word.
      if (start && profile.ordinary && footing === "bare" && !isNameLike(scan, next + 1)) break;
      if (start) skip = spelling?.skip ?? 0;
      certain = true;
      allUnknown = false;
      arabicGiven = !profile.foreign;
      next++;
      parts++;
      solid = next;
      continue;
    }
    if (start && footing === "bare" && part === null && profile.ordinary) break;
    if (part === "surname") {
      if (!start && footing === "bare" && allUnknown) break;
      if (start && footing === "bare" && !profile.famous) break;
      if (start) skip = spelling?.skip ?? 0;
      next++;
      parts++;
      solid = next;
      allUnknown = false;
      certain ||= footing !== "bare" || profile.famous;
      if (!isLineage(scan, next, limit)) break;
      continue;
    }
    if (!start && part === "tail") {
      next++;
      parts++;
      solid = next;
      continue;
    }
    if (!start && part === "ordinal") {
      next++;
      solid = next;
      break;
    }
    if (!start && part === "foreign" && next + 1 < limit && isNameLike(scan, next + 1)) {
      next++;
      continue;
    }
    if (profile.stop || profile.title || profile.office || profile.org || profile.place) break;
    if (profile.portfolio || profile.status) break;
    if (profile.demonym) {
      // المصري, الروسي as a family name: only behind one Arab given name.
      if (
        profile.article &&
        parts === 1 &&
        arabicGiven &&
        footing !== "role" &&
        !isNationContext(scan, next, limit)
      ) {
        next++;
        parts++;
        solid = next;
      }
      break;
    }
    if (!scan.pack.names.isOwnScript(scan.form(next))) break;
    if (profile.article && scan.form(next).startsWith(scan.pack.names.article)) {
      if (
        profile.ordinary &&
        !(
          arabicGiven &&
          (profile.family ||
            isFamilyName(scan, next, filial || (footing !== "bare" && parts === 1)))
        )
      )
        break;
      if (start && footing === "bare") break;
      next++;
      parts++;
      solid = next;
      certain ||= footing !== "bare";
      if (!isLineage(scan, next, limit)) break;
      continue;
    }
    if (parts === 1 && certain && !arabicGiven && isClosedJoined(scan, next, limit)) {
      // "نيد براس،": a word only by what seems joined to it, between a foreign name and a comma.
      next++;
      parts++;
      solid = next;
      break;
    }
    if (
      parts === 1 &&
      arabicGiven &&
      !filial &&
      isPlainNoun(scan, next) &&
      (footing !== "bare" || endsClause(scan, next + 1, limit))
    ) {
      // "نبيه بري": behind an office people have two names, and the second may be a common word.
      next++;
      parts++;
      solid = next;
      continue;
    }
    const follows =
      parts === 1 &&
      arabicGiven &&
      profile.unlisted &&
      scan.pack.names.mayFollowGiven(scan.form(next));
    if ((!profile.unknown && !follows) || scan.form(next).length < SHORTEST_UNKNOWN) {
      if (start || !isInitial(scan, next)) break;
      next++;
      if (scan.form(next) === ".") next++;
      continue;
    }
    const known = start || parts === 0 ? knownAt(scan, next, limit) : null;
    if (known && !known.match.commonWord) break;
    const place = parts > 0 ? knownAt(scan, next, limit) : null;
    if (place && !place.match.commonWord && isCountry(place.match.entries[0]?.type ?? "")) break;
    next++;
    parts++;
    solid = next;
  }
  if (parts === 0 || solid === at) return null;
  return { first: at, last: solid, parts, skip, certain, allUnknown };
}

const isCountry = (type: string): boolean => type === "country" || type === "capital";

/** نزار-باييف: a hyphen inside a name has no space around it. */
function isHyphen(scan: Scan, at: number, limit: number, first: number): boolean {
  return (
    at > first &&
    at + 1 < limit &&
    (scan.form(at) === "-" || scan.form(at) === "–") &&
    !scan.token(at).spaced &&
    scan.isWord(at + 1) &&
    !scan.token(at + 1).spaced
  );
}

/** A common word under the article that is a family name here: by its shape, or by the lineage before it. */
function isFamilyName(scan: Scan, at: number, lineage: boolean): boolean {
  const { adjective, status, title, office, calling, org, known } = scan.profile(at);
  if (adjective || status || title || office || calling || org || known.length > 0) return false;
  if (scan.entry(at, "org.adjective")) return false;
  return lineage || scan.pack.names.isFamilyShape(scan.form(at));
}

function isClosedJoined(scan: Scan, at: number, limit: number): boolean {
  const word = scan.layer.words[at];
  const lightest = word?.readings[0];
  if (!lightest || lightest.article || (lightest.conjunction === "" && lightest.preposition === ""))
    return false;
  return at + 1 < limit && !scan.isWord(at + 1) && !scan.profile(at).stop;
}

/** Nothing that a noun before it could belong to. */
function endsClause(scan: Scan, at: number, limit: number): boolean {
  if (at >= limit || !scan.isWord(at)) return true;
  const { conjunction, stop } = scan.profile(at);
  return conjunction || stop;
}

function isPlainNoun(scan: Scan, at: number): boolean {
  const { ordinary, article, conjunction, preposition, time, unknown } = scan.profile(at);
  if (!ordinary || article || conjunction || preposition !== "" || time || unknown) return false;
  const readings = scan.layer.words[at]?.readings ?? [];
  return (
    readings.length > 0 &&
    readings.every((one) => one.entry.pos !== "verb" && one.enclitic === "") &&
    scan.pack.names.mayEndName(scan.form(at))
  );
}

function opensComplement(scan: Scan, at: number, limit: number): boolean {
  if (at >= limit || !scan.isWord(at)) return false;
  const { place, org, article, portfolio, part, family, ordinary } = scan.profile(at);
  return (
    place !== null ||
    org !== null ||
    portfolio !== null ||
    (article && part === null && !family && ordinary)
  );
}

function isInitial(scan: Scan, at: number): boolean {
  return scan.form(at).length === 1 && (scan.form(at + 1) === "." || scan.profile(at).unknown);
}

function isLineage(scan: Scan, at: number, limit: number): boolean {
  if (at >= limit || !scan.isWord(at)) return false;
  const { part, partSpelling } = scan.profile(at);
  return (part === "filial" || part === "prefix" || part === "ordinal") && partSpelling?.skip === 0;
}

/** A word that may be a name though the lexicon does not list it as one. */
export function isNameLike(scan: Scan, at: number): boolean {
  if (!scan.isWord(at)) return false;
  const { part, partSpelling, unknown, stop, family } = scan.profile(at);
  if (stop) return false;
  if (family) return true;
  if (part === "tail" || part === "filial") return (partSpelling?.skip ?? 0) === 0;
  if (part === "given" || part === "surname" || part === "prefix")
    return (partSpelling?.skip ?? 0) === 0;
  return unknown && scan.form(at).length >= SHORTEST_UNKNOWN;
}

/** علي and على are one when folded, and so are others: between names, or before one, it is a name. */
function isNameInContext(scan: Scan, at: number, limit: number, first: number): boolean {
  const token = scan.token(at);
  if (!scan.pack.names.isNameSpelling(scan.layer.text.slice(token.start, token.end))) return false;
  const next = at + 1 < limit && scan.isWord(at + 1) ? scan.profile(at + 1) : null;
  const named =
    next !== null &&
    (next.part === "filial" ||
      (next.part !== null && !next.stop) ||
      (next.unknown && !next.article));
  return at > first ? named || next === null || !next.article : named;
}

/** "محمد المصري الجنسية" and the like: the adjective is a nation after all. */
function isNationContext(scan: Scan, at: number, limit: number): boolean {
  const next = at + 1;
  return (
    next < limit && scan.isWord(next) && scan.profile(next).article && scan.profile(next).ordinary
  );
}
