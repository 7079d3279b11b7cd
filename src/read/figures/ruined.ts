import type { Clauses } from "./clause.js";
import { draftOf } from "./draft.js";

/** Tokens from a number of things to the count. */
const RUINED_REACH = 14;

/** والمباني المنهارة إلى 6400, joined to a tally of victims. */
export function readRuinedTally(clauses: Clauses, at: number): boolean {
  const noun = clauses.role(at)?.noun;
  if (noun?.sort !== "thing" || noun.conjunction !== clauses.joined.and || !noun.article)
    return false;
  if (!clauses.has(at + 1, "ruined")) return false;
  const quantity = clauses.quantityAt(clauses.isPreposition(at + 2) ? at + 3 : at + 2);
  if (quantity?.value.sort !== null || quantity.value.form !== "number") return false;
  const { counted, unit } = noun;
  clauses.add(draftOf(quantity, "destroyed", "figure.tally-joined", { counted, unit }));
  return true;
}

/** بلغ عدد المباني المدمرة 480: so many things in ruins. */
export function readRuined(clauses: Clauses, at: number): boolean {
  const noun = clauses.role(at + 1)?.noun;
  // عدد المباني التي انهارت
  const fate = clauses.has(at + 2, "relative") ? clauses.harm(at + 3) : null;
  const isRuined = clauses.has(at + 2, "ruined") || fate?.measure === "destroyed";
  if (noun?.sort !== "thing" || !noun.article || !isRuined) return false;
  for (let to = at + 3; to < at + RUINED_REACH && !clauses.isHardStop(to); to++) {
    const quantity = clauses.quantityAt(to);
    if (!quantity) continue;
    const { sort, form, unit } = quantity.value;
    const counts = sort === null || (sort === "thing" && unit === noun.unit);
    if (!counts || form !== "number" || !clauses.isFree(quantity)) return false;
    const { counted, unit: of } = noun;
    clauses.add(draftOf(quantity, "destroyed", "figure.tally", { counted, unit: of }));
    readRuinedJoined(clauses, quantity.last, { counted, unit: of });
    return true;
  }
  return false;
}

/** Tokens from one tally of things to the next: والمتضررة جزئيا إلى 1300. */
const RUINED_JOINED = 5;

/** والمنهارة جزئيا إلى 1300: more of the same things, and how they fared. */
function readRuinedJoined(
  clauses: Clauses,
  from: number,
  things: { readonly counted: string; readonly unit: string },
): void {
  const at = clauses.isComma(from) ? from + 1 : from;
  if (!clauses.form(at).startsWith(clauses.joined.and) || !clauses.has(at, "ruined")) return;
  for (let to = at + 1; to < at + RUINED_JOINED && !clauses.isHardStop(to); to++) {
    const quantity = clauses.quantityAt(to);
    if (!quantity) continue;
    if (quantity.value.sort === null && quantity.value.form === "number")
      clauses.add(draftOf(quantity, "destroyed", "figure.tally-joined", things));
    return;
  }
}
