import {
  isForeignFirst,
  isPatronymic,
  isQuotedAlone,
  isSureName,
  isVerbOf,
  opensComplement,
} from "./person-context.js";
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

/** A name known to all as a whole, and a family name under the article behind it. */
export function fixedName(scan: Scan, at: number, limit: number): PersonName | null {
  const fixed = scan.phrase(at, "person.name");
  if (!fixed || fixed.last > limit) return null;
  const skip = fixed.reading.conjunction.length + fixed.reading.preposition.length;
  let last = fixed.last;
  if (last < limit && scan.isWord(last)) {
    const { part, article } = scan.profile(last);
    if (part === "surname" && article) last++;
  }
  return { first: at, last, parts: fixed.last - at, skip, certain: true, allUnknown: false };
}

/** صباح أمس, صباح يوم الأحد: an adverb of time, though also a name, and behind it the day. */
function isPartOfDay(scan: Scan, at: number, limit: number): boolean {
  const { words } = scan.layer;
  if (at + 1 >= limit || words[at]?.classes.has("adverb") !== true) return false;
  return words[at + 1]?.classes.has("time.day") === true || scan.profile(at + 1).time;
}

/** The name as far as it is read when a given name comes. */
interface SoFar {
  readonly first: number;
  readonly parts: number;
  readonly allUnknown: boolean;
  readonly footing: Footing;
}

/** Whether a word that is a given name, too, is something else here. */
export function isOther(
  scan: Scan,
  at: number,
  limit: number,
  { first, parts, allUnknown, footing }: SoFar,
): boolean {
  const profile = scan.profile(at);
  const start = at === first;
  // "عبدالعزيز ولي العهد": ولي is a name, too.
  if (scan.phrase(at, "office")) return true;
  // "فيصل بن خالد أمير منطقة": an office behind a name, though also a name; "صباح أمس".
  const apart = profile.stop && scan.isSpelledApart(scan.form(at));
  if ((profile.ordinary && !apart) || profile.office || profile.title) {
    if ((!start || profile.office) && opensComplement(scan, at + 1, limit)) return true;
    const timed = !start && profile.time && at + 1 < limit && scan.isWord(at + 1);
    if (timed && scan.profile(at + 1).time) return true;
  }
  // أمير منطقة عسير صباح أمس: a part of the day before its day.
  if (footing !== "title" && isPartOfDay(scan, at, limit)) return true;
  if (
    !start &&
    footing === "bare" &&
    parts > 0 &&
    allUnknown &&
    !(profile.foreign && isForeignFirst(scan, first, at))
  )
    return true;
  // صباح, طالب: a name and a word; alone in front it needs a name behind it that is no word.
  if (
    start &&
    profile.ordinary &&
    footing === "bare" &&
    !isSureName(scan, at + 1) &&
    !isPatronymic(scan, at + 1, limit) &&
    !isQuotedAlone(scan, at, limit)
  )
    return true;
  // "أنا مقتنع": the pronoun, not Anna.
  if (start && footing === "bare" && scan.layer.words[at]?.classes.has("pronoun")) return true;
  // "طالب أنان": a verb before somebody known by one name.
  if (start && footing === "bare" && isVerbOf(scan, at, limit)) return true;
  return false;
}
