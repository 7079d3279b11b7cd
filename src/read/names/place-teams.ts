import { Opening } from "./openings.js";
import { isPlaced } from "./place-doubt.js";
import type { Draft, Scan } from "./scan.js";

/** Words of sport, at least, that make a report one of sport; and one in so many tokens. */
const FEWEST_WORDS = 3;
const TOKENS_A_WORD = 60;
/** Tokens between a player's move and the club he moves to. */
const MOVE_REACH = 4;
/** Tokens between "won" and "over X". */
const MET_REACH = 6;
/** Prepositions that stand before the town as much as before its club. */
const PLACING = ["prep.in", "prep.from", "prep.to", "place-preposition"] as const;
const TYPES: ReadonlySet<string | null> = new Set(["city", "town", "district"]);
const DATELINE: ReadonlySet<string> = new Set(["-", "–", "—", ":", "/", "ـ"]);

/**
 * In a report of sport a town's bare name is its club: "فاز روما", "مدافع ليون". A town behind "in"
 * or a word for a place stays one; so does the report's dateline.
 */
export function settleTeams(scan: Scan, drafts: Draft[]): void {
  let sport: boolean | null = null;
  for (const [index, draft] of drafts.entries()) {
    if (draft.rule !== "names.gazetteer" || !mayBeClub(scan, draft)) continue;
    sport ??= isOfSport(scan);
    if (!sport) return;
    if (!isClub(scan, draft)) continue;
    const value = {
      ...draft.value,
      kind: "organization",
      type: "club",
      ref: null,
      geo: null,
    } as const;
    drafts[index] = { ...draft, rule: "names.club-of-town", value };
  }
}

function mayBeClub(scan: Scan, { first, last, value }: Draft): boolean {
  if (value.kind !== "place" || !value.ref) return false;
  // "تغلب على ضيفه قره باغ": a region's club, behind what only a club has.
  if (value.type === "region") return first > 0 && hasClass(scan, first - 1, "sport.side");
  return TYPES.has(value.type) || (last === first + 1 && hasClass(scan, first, "sport.called"));
}

function isOfSport(scan: Scan): boolean {
  let words = 0;
  const { openings } = scan;
  for (let at = 0; at < openings.length; at++) if (scan.mayOpen(at, Opening.Sport)) words++;
  return words >= FEWEST_WORDS && words * TOKENS_A_WORD >= openings.length;
}

const hasClass = (scan: Scan, at: number, name: string): boolean =>
  scan.layer.words[at]?.classes.has(name) === true;

function isClub(scan: Scan, { first, last, value }: Draft): boolean {
  if (isNationOf(scan, last, value.country)) return true;
  const before = first - 1;
  if (before >= 0 && hasClass(scan, before, "sport.side")) return true;
  if (value.skip > 0 && isJoinedPreposition(scan, first, value.skip)) return false;
  if (isPlaced(scan, first)) return isMovedTo(scan, first) || isMet(scan, first);
  return !isDateline(scan, first, last);
}

/** "روما الإيطالي": a town is feminine, its club is not. */
function isNationOf(scan: Scan, at: number, country: string | null): boolean {
  if (at >= scan.layer.tokens.length || !scan.isWord(at) || scan.token(at).breaks > 0) return false;
  const { article, demonym, conjunction, preposition } = scan.profile(at);
  if (!article || conjunction || preposition !== "") return false;
  return demonym?.inflection === "masculine" && demonym.country === country;
}

function isJoinedPreposition(scan: Scan, at: number, skip: number): boolean {
  const { names } = scan.pack;
  return names.spellings(scan.form(at)).some((one) => one.skip === skip && one.preposition !== "");
}

/** "إعارته إلى برايتون", "انتقل من ليون": a preposition behind a player's move. */
function isMovedTo(scan: Scan, at: number): boolean {
  if (scan.mayOpen(at - 1, Opening.In) || hasClass(scan, at - 1, "place-word")) return false;
  for (let back = at - 1; back >= Math.max(0, at - MOVE_REACH) && scan.isWord(back); back--)
    if (hasClass(scan, back, "sport.move")) return true;
  return false;
}

/** "مواسمه مع ميلان", "فاز بثلاثة أهداف على برشلونة": against and with a club, not in a town. */
function isMet(scan: Scan, at: number): boolean {
  if (hasClass(scan, at - 1, "prep.with")) return true;
  if (!hasClass(scan, at - 1, "preposition") || hasClass(scan, at - 1, "name.in")) return false;
  if (PLACING.some((name) => hasClass(scan, at - 1, name))) return false;
  for (let back = at - 2; back >= Math.max(0, at - MET_REACH) && scan.isWord(back); back--)
    if (hasClass(scan, back, "sport.side")) return true;
  return false;
}

/** "سبق- جدة:", "أحمد – الباحة": a town alone between dashes and colons. */
function isDateline(scan: Scan, first: number, last: number): boolean {
  const marked = (at: number): boolean => DATELINE.has(scan.form(at));
  return first === 0 || marked(first - 1) || marked(last);
}
