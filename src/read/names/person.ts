import {
  endsClause,
  isClosedJoined,
  isCompleted,
  isCountry,
  isFamilyName,
  isFatherOf,
  isForeignFirst,
  isForeignShort,
  isForeignSurname,
  isHouseOfTwo,
  isHyphen,
  isInitial,
  isLineage,
  isMarkedOff,
  isNameInContext,
  isNameLike,
  isNameWritten,
  isNationContext,
  isOfMonth,
  isOwnKin,
  isPatronymic,
  isPlainNoun,
  isQuotedAlone,
  isSecondFamily,
  isSpoken,
  isSurname,
  isUnlisted,
  SHORTEST_UNKNOWN,
} from "./person-context.js";
import { type Footing, fixedName, isOther, type PersonName } from "./person-given.js";
import { knownAt } from "./place.js";
import { isWeekday, type Scan } from "./scan.js";

/** A lineage (X بن Y بن Z الـW) is the longest name; a longer row of words is a list. */
const LONGEST_NAME = 12;
/** Words of a name without a lineage. */
const LONGEST_PLAIN = 5;

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
  if (scan.phrase(at, "never-a-name")) return null;
  const fixed = fixedName(scan, at, limit);
  if (fixed) return fixed;
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
    // "خالد العطا الله", "سعد العبد الله": a family name of two words, the first under the article.
    if (!start && !expecting && arabicGiven && isHouseOfTwo(scan, next, limit)) {
      next += 2;
      parts++;
      solid = next;
      break;
    }
    if (!start && !expecting && joined) {
      // "جاي باريك،": ب + اريك by its letters, between a foreign name and a mark.
      if (parts !== 1 || arabicGiven || spelling.conjunction) break;
      if (!certain && footing === "bare") break;
      if (!isMarkedOff(scan, next, limit)) break;
      parts++;
      solid = next + 1;
      break;
    }
    if (
      !start &&
      profile.part === null &&
      scan.pack.names.isJoined(scan.form(next)) &&
      !(parts > 0 && parts < 3 && certain && !arabicGiven && isForeignSurname(scan, next))
    )
      break;
    // "فهد بالمدينة": behind an Arab given name that is "in the town".
    if (!start && !expecting && arabicGiven && scan.pack.names.isJoinedDefinite(scan.form(next)))
      break;
    const isTime = start && !isQuotedAlone(scan, next, limit) && !isOfMonth(scan, next, limit);
    if (profile.time && (profile.part === null || isTime)) {
      // الصباح is a house, too; the days of the week are none.
      if (start || !arabicGiven || !profile.family || isWeekday(scan, next)) break;
    }
    if (!expecting && profile.stop && profile.part !== null) {
      if (!isNameInContext(scan, next, limit, at)) break;
    }
    if (expecting) {
      if (profile.stop && profile.part === null) break;
      // "بن عبد العزيز", "بن أبي وقاص": the name behind is of two words itself.
      const opens =
        (profile.part === "prefix" && isCompleted(scan, next + 1, limit)) ||
        isFatherOf(scan, next, limit);
      next++;
      if (opens) continue;
      parts++;
      solid = next;
      expecting = false;
      arabicGiven = true;
      continue;
    }
    if (!filial && parts >= LONGEST_PLAIN) break;
    const part = isFatherOf(scan, next, limit) ? "prefix" : profile.part;
    if (!start && isPatronymic(scan, next, limit)) {
      filial = true;
      certain = true;
      expecting = true;
      next++;
      continue;
    }
    if (part === "filial") {
      if (start && scan.form(next).length < 3) break;
      if (next + 1 >= limit || !scan.isWord(next + 1) || scan.profile(next + 1).stop) break;
      if (isOwnKin(scan, next + 1)) break;
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
      const so = { first: at, parts, allUnknown, footing };
      if (isOther(scan, next, limit, so)) break;
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
      if (!isNameWritten(scan, next)) break;
      if (!start && footing === "bare" && allUnknown) {
        if (!profile.famous || !isForeignFirst(scan, at, next)) break;
      }
      if (start && footing === "bare" && !profile.famous) break;
      if (start) skip = spelling?.skip ?? 0;
      next++;
      parts++;
      solid = next;
      allUnknown = false;
      certain ||= footing !== "bare" || profile.famous;
      // داود أوغلو
      if (!start && next < limit && scan.profile(next).part === "tail") {
        next++;
        parts++;
        solid = next;
      }
      // مارتن لوثر كينغ: behind a foreign name two surnames may stand.
      const second = !start && !arabicGiven && next < limit && isSurname(scan, next);
      // "الرئيس بنسون تاليمبا": abroad many a family name is a first name, too.
      const opens =
        start &&
        footing !== "bare" &&
        !profile.article &&
        next < limit &&
        (isUnlisted(scan, next, limit) || isSurname(scan, next));
      if (
        !second &&
        !opens &&
        !isLineage(scan, next, limit) &&
        !isSecondFamily(scan, next, limit, filial)
      )
        break;
      continue;
    }
    if (!start && part === "tail") {
      next++;
      parts++;
      solid = next;
      continue;
    }
    if (!start && part === "ordinal") {
      next = scan.phrase(next, "name.ordinal")?.last ?? next + 1;
      solid = next;
      break;
    }
    if (!start && part === "foreign" && next + 1 < limit && isNameLike(scan, next + 1)) {
      next++;
      continue;
    }
    if (profile.stop || profile.title || profile.office || profile.org || profile.place) break;
    if (profile.portfolio || profile.status) break;
    const foreign = parts === 1 && certain && !arabicGiven;
    if (
      profile.demonym &&
      !profile.article &&
      (foreign || (parts > 1 && arabicGiven && !isNationContext(scan, next, limit)))
    ) {
      // "بيتر كينيون": a name is definite, and no bare adjective of a nation belongs to it.
      next++;
      parts++;
      solid = next;
      continue;
    }
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
            (profile.unlisted && scan.pack.names.isDualShape(scan.form(next))) ||
            isFamilyName(scan, next, filial || (footing !== "bare" && parts === 1))) &&
          // "تولى علي بن أبي طالب الخلافة": the object; few houses have a name in the feminine.
          !(filial && scan.pack.names.isFeminineNoun(scan.form(next)))
        )
      )
        break;
      if (start && footing === "bare") break;
      next++;
      parts++;
      solid = next;
      certain ||= footing !== "bare";
      if (!isLineage(scan, next, limit) && !isSecondFamily(scan, next, limit, filial)) break;
      continue;
    }
    if (
      parts === 1 &&
      certain &&
      !arabicGiven &&
      (isClosedJoined(scan, next, limit) || isSpoken(scan, next))
    ) {
      // "نيد براس،": a word only by what seems joined to it, between a foreign name and a comma.
      next++;
      parts++;
      solid = next;
      break;
    }
    if (
      parts === 1 &&
      certain &&
      !filial &&
      isPlainNoun(scan, next) &&
      (arabicGiven || isForeignShort(scan, next)) &&
      (footing !== "bare" || endsClause(scan, next + 1, limit))
    ) {
      // "نبيه بري": behind an office people have two names, and the second may be a common word.
      next++;
      parts++;
      solid = next;
      continue;
    }
    const follows =
      certain && parts === 1 && profile.unlisted && scan.pack.names.mayFollowGiven(scan.form(next));
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
