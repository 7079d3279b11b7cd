import type { Clauses } from "./clause.js";
import type { QuantityAnnotation } from "./quantity.js";

/** Tokens from a verb of rising to the range it rose by. */
const RISE_REACH = 30;

/** ارتفع العدد من 100 إلى 120 قتيلا: no range, but what it was and what it is. */
export function isRise(clauses: Clauses, { first, rule }: QuantityAnnotation): boolean {
  if (rule !== "quantity.range" || !clauses.particles.isOf(clauses.form(first))) return false;
  for (let to = first - 1; to >= first - RISE_REACH && !clauses.isHardStop(to); to--) {
    if (clauses.has(to, "price.change")) return true;
  }
  return false;
}
