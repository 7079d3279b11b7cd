import type { Clauses } from "./clause.js";

/** 35 سفينة يوميا, 1200 حالة في العام: so many a day or a year, and no count of an event. */
export function isRate(clauses: Clauses, last: number): boolean {
  if (clauses.has(last, "rate") || clauses.has(last - 1, "rate")) return true;
  // في العام الماضي is a time; alone it is any year.
  const isAny = clauses.has(last, "preposition") && clauses.has(last + 1, "rate.unit");
  return isAny && !clauses.isWord(last + 2) && !clauses.quantityAt(last + 2);
}
