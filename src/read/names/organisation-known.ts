import type { GazetteerEntry } from "../../gazetteer/entry.js";
import { knownAt } from "./place.js";
import type { Scan } from "./scan.js";

/**
 * صحيفة الأهرام is الأهرام where that name is known alone: the head word tells only what it is.
 * Agencies keep theirs: وكالة رويترز is how they are named in full.
 */
export function behindHead(
  scan: Scan,
  at: number,
  last: number,
  { id, type }: GazetteerEntry,
): number {
  const next = at + 1;
  if (
    type === "news agency" ||
    next >= last ||
    scan.profile(at).org?.entry.features["span"] !== "name"
  )
    return at;
  const inner = knownAt(scan, next, last);
  const same = inner?.last === last && inner.spelling.skip === 0;
  return same && inner.match.entries.some((one) => one.id === id) ? next : at;
}

const OPENS_CREDIT: ReadonlySet<string> = new Set(["(", "-", "–", "ـ", '"', "'", "«", "“"]);
const CLOSES_CREDIT: ReadonlySet<string> = new Set([")", "-", "–", "ـ", ":", '"', "'", "»", "”"]);

/** "(الفرنسية)", "الدوحة - قنا:": an outlet between marks, though its name is a word too. */
export function isCredit(scan: Scan, at: number, last: number, kind: string): boolean {
  if (kind !== "outlet" || at === 0) return false;
  return OPENS_CREDIT.has(scan.form(at - 1)) && CLOSES_CREDIT.has(scan.form(last));
}
