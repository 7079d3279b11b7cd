import { personAt } from "./person.js";
import type { Scan } from "./scan.js";

/** Unknown place names are at most so many words: عين لاروز. */
const LONGEST_UNKNOWN = 3;

/**
 * Where a name ends that stands behind a place word and that no gazetteer has: words that no
 * lexicon knows as common ones, closed by one with the article.
 * @param feminine gender of the place word: what agrees with it may be its adjective
 * @param definite a common noun under the article may be the name: حي السلام
 */
export function endOfUnknown(
  scan: Scan,
  first: number,
  limit: number,
  feminine: boolean,
  definite: boolean,
): number {
  if (opensToponym(scan, first, limit)) return first + 2;
  if (scan.isWord(first) && scan.profile(first).part !== null) {
    const { part, ordinary } = scan.profile(first);
    // "منطقة آمنة": an adjective of the word before it, though a name, too.
    const agrees = feminine && ordinary && scan.pack.names.isFeminineNoun(scan.form(first));
    // "سهل بن حنيف": no plain, but a man's name.
    if (part === "filial" || (part === "given" && agrees)) return first;
    const lineage = first + 1 < limit && scan.isWord(first + 1) && scan.profile(first + 1);
    if (lineage && lineage.part === "filial" && lineage.partSpelling?.skip === 0)
      return personAt(scan, first, limit, "title")?.last ?? first;
  }
  if (definite && isDefiniteNoun(scan, first)) return first + 1;
  let last = first;
  while (last < limit && last < first + LONGEST_UNKNOWN && scan.isWord(last)) {
    const profile = scan.profile(last);
    if (last > first && scan.token(last).breaks > 0) break;
    if (profile.time) break;
    if (profile.part === "prefix" && last === first && last + 1 < limit && scan.isWord(last + 1)) {
      last += 2;
      break;
    }
    // "بيت جن بسوريا": a known name with something joined in front begins anew.
    if (last > first && profile.known.length > 0 && profile.known.every((one) => one.skip > 0))
      break;
    if (profile.stop || profile.demonym || profile.office || profile.org || profile.title) break;
    if (last > first && (profile.direction || scan.entry(last, "place-adjective"))) break;
    if (last > first && scan.pack.names.isJoined(scan.form(last))) break;
    const proper =
      profile.unlisted || profile.part !== null || profile.known.some((s) => s.skip === 0);
    if (!proper || (profile.ordinary && last > first)) {
      // الدحلة: an unknown stem under the article; a common one (المدينة الجديدة) names nothing.
      const closes =
        profile.article && (!profile.ordinary || closesName(scan, first, last, feminine));
      if (!closes) break;
    }
    // "بلدتا X وY الواقعتان": participles of several places.
    if (last > first && profile.article && scan.pack.names.isSeveral(scan.form(last))) break;
    last++;
    if (profile.article) break;
  }
  return last;
}

/**
 * كويت الرحمة behind مخيم: a common noun under the article completes the bare word before it,
 * unless it could be an adjective of the place: it has not the gender of that, nor an adjective's ending.
 */
function closesName(scan: Scan, first: number, at: number, feminine: boolean): boolean {
  if (at !== first + 1) return false;
  const { names } = scan.pack;
  const before = scan.profile(first);
  const profile = scan.profile(at);
  if (before.article || !before.unlisted || profile.conjunction || profile.preposition !== "")
    return false;
  const form = scan.form(at);
  return !names.isRelational(form) && names.isFeminineNoun(form) !== feminine;
}

/** "الملك سعود", "الشيخ بحر", "الإمام علي": a title and what it stands before; `first` if none. */
export function titledEnd(scan: Scan, first: number, limit: number, whole: boolean): number {
  if (!scan.isWord(first)) return first;
  const profile = scan.profile(first);
  if (!profile.title?.article || profile.conjunction || profile.preposition !== "") return first;
  const next = first + 1;
  if (next >= limit || !scan.isWord(next)) return whole ? next : first;
  const person = personAt(scan, next, limit, "title");
  if (person && person.skip === 0) return person.last;
  const behind = scan.profile(next);
  const bare = !behind.article && !behind.stop && !behind.conjunction && behind.preposition === "";
  const noun = scan.layer.words[next]?.readings[0]?.entry.pos !== "verb";
  if (bare && noun && !behind.time && !behind.direction) return next + 1;
  return whole && behind.stop ? next : first;
}

/** حي السلام, جبل الزاوية: one noun under the article that is no adjective. */
function isDefiniteNoun(scan: Scan, at: number): boolean {
  const profile = scan.profile(at);
  if (!profile.article || !profile.ordinary || profile.conjunction || profile.preposition !== "")
    return false;
  if (profile.time || profile.place || profile.org || profile.title || profile.office) return false;
  if (profile.demonym || profile.direction || profile.status || profile.adjective) return false;
  if (scan.entry(at, "place-adjective") || scan.entry(at, "org.adjective")) return false;
  const form = scan.form(at);
  return !scan.pack.names.isRelational(form) && !scan.pack.names.isSeveral(form);
}

/** كفر نوران, بيت الفقيه: a word that opens names of villages, before what is no common word or definite. */
export function opensToponym(scan: Scan, at: number, limit: number, listed = false): boolean {
  const next = at + 1;
  if (!listed && scan.profile(at).conjunction) return false;
  if (next >= limit || !scan.layer.words[at]?.classes.has("place-part") || !scan.isWord(next))
    return false;
  if (scan.token(next).breaks > 0) return false;
  const { stop, demonym, time, conjunction, preposition, unlisted, part, ordinary, article } =
    scan.profile(next);
  if (stop || demonym || time || conjunction || preposition !== "") return false;
  return article
    ? !scan.pack.names.isSeveral(scan.form(next))
    : unlisted || (part !== null && !ordinary);
}

/** Unknown, and no inflected or joined form of anything known: it may be listed with places. */
export function isListable(scan: Scan, at: number): boolean {
  const { unlisted, stop, demonym, office, org, title, time, ordinary } = scan.profile(at);
  if (stop || demonym || office || org || title || time) return false;
  return unlisted && !ordinary && scan.pack.names.isOwnScript(scan.form(at));
}
