import type { Clauses } from "./clause.js";
import { draftOf } from "./draft.js";
import type { QuantityAnnotation } from "./quantity.js";

/** Tokens from those counted, over "were", to "aboard". */
const ABOARD_REACH = 3;
/** Tokens from those who managed to what they managed: تمكن ثلاثة تلاميذ فقط من الفرار. */
const ESCAPE_REACH = 3;

/** 450 شخصا كانوا على متن المركب, كان 450 شخصا على متنه: those aboard, told in front. */
export function readAboard(clauses: Clauses, at: number): void {
  // ستة مسلحين كانوا على متن دراجات: riders are no passengers.
  const behind = clauses.cue(at)?.last ?? at + 1;
  if (clauses.words.isAboard(clauses.form(behind - 1)) && !clauses.has(behind, "carrier")) return;
  const being = clauses.isBeing(at - 1) ? at - 1 : at;
  for (let to = being - 1; to >= being - ABOARD_REACH; to--) {
    const quantity = clauses.covering(to);
    if (!quantity) {
      if (clauses.has(to, "relative")) continue;
      return;
    }
    const were = being < at || clauses.isBeing(quantity.first - 1);
    if (were && isOfPersons(clauses, quantity))
      clauses.add(
        draftOf(quantity, "other", "figure.aboard", { last: Math.max(at, quantity.last) }),
      );
    return;
  }
}

/** تمكن 25 تلميذا من الهروب: who got away; تمكن من الهروب alone counts nobody. */
export function readEscaped(clauses: Clauses, at: number): void {
  const quantity = clauses.quantityAt(clauses.cue(at)?.last ?? at + 1);
  if (!quantity || !isOfPersons(clauses, quantity) || clauses.has(at - 1, "negation")) return;
  for (let to = quantity.last; to < quantity.last + ESCAPE_REACH; to++) {
    const form = clauses.form(to);
    if (!clauses.particles.isOf(form) && !clauses.particles.isIn(form)) continue;
    if (clauses.has(to + 1, "harm.escape"))
      clauses.add(draftOf(quantity, "other", "figure.escaped", { last: to + 2 }));
    return;
  }
}

/** So many persons, told by a noun or by their number alone. */
function isOfPersons(clauses: Clauses, quantity: QuantityAnnotation): boolean {
  const { form, sort, plain, definite } = quantity.value;
  if (plain || definite || !clauses.isFree(quantity) || clauses.isPrepositional(quantity))
    return false;
  return sort === "person" || (sort === null && form === "number");
}
