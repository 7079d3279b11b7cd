import type { Clauses } from "./clause.js";

/** Tokens from "every year" to the verb of what happens in it. */
const BEFORE_REACH = 3;

/** 35 سفينة يوميا, 1200 حالة في العام: so many a day or a year, and no count of an event. */
export function isRate(clauses: Clauses, last: number): boolean {
  const told = [last, last - 1].find((at) => clauses.has(at, "rate"));
  // في اليوم الأول للعيد: one day of several, and none of all.
  if (told !== undefined)
    return !clauses.shapes.isDefinite(clauses.form(clauses.cue(told)?.last ?? told + 1));
  // في العام الماضي is a time; alone it is any year.
  const isAny = clauses.has(last, "preposition") && clauses.has(last + 1, "rate.unit");
  return isAny && !clauses.isWord(last + 2) && !clauses.quantityAt(last + 2);
}

/** في كل عام يتوفى مئات الآلاف, يقتل سنويا 300 شخص: a habit, told in the present. */
export function isRateBefore(clauses: Clauses, at: number, first: number): boolean {
  for (let to = at + 1; to < first; to++) if (clauses.has(to, "rate")) return true;
  for (let to = at - 1; to >= at - BEFORE_REACH && !clauses.isHardStop(to); to--) {
    if (clauses.has(to, "rate")) return true;
  }
  return false;
}
