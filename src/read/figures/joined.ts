import type { Clauses } from "./clause.js";
import type { HarmWord } from "./cue.js";
import type { Draft } from "./draft.js";
import { fits } from "./fits.js";
import type { QuantityAnnotation } from "./quantity.js";
import { measureOf } from "./take.js";

/** Tokens from one victim to the next joined by و. */
const JOINED_REACH = 14;

/** أصيب شاب وطفلة, إصابة 43 من الحوثيين و7 من المقاومة: more victims of the same word. */
export function readJoined(clauses: Clauses, head: Draft, harm: HarmWord): void {
  let from = head.quantity?.last ?? head.last;
  let sinceLast = 0;
  for (let at = from; at < clauses.last && sinceLast < JOINED_REACH; sinceLast++) {
    const joiner = clauses.has(at, "joiner") ? clauses.cue(at) : null;
    if (joiner) at = joiner.last;
    const quantity = clauses.quantityAt(at);
    if (joiner && !quantity) return;
    if (quantity && quantity.first >= from) {
      const value = joiner ? { ...quantity.value, joined: true } : quantity.value;
      const adjacent = joiner !== null || sinceLast === 0 || clauses.isComma(at - 1);
      const carries = value.measure !== null && value.measure !== harm.measure;
      if (value.joined && !carries && clauses.isFree(quantity) && fits(harm, quantity, true)) {
        if (value.sort === "unknown" || value.sort === null) {
          if (!adjacent || value.sort === "unknown") return;
        }
        if (value.preposition !== "" || (value.plain && (!adjacent || value.sort === "victim")))
          return;
        // ألفي مهاجر ولاجئ: one count of two nouns in the singular.
        if (value.plain && !value.kin && isSingularCount(head)) return;
        if (value.kin && value.form === "dual" && !adjacent) return;
        // وطالب after a comma is the verb "demanded".
        if (value.plain && clauses.isComma(at - 1) && clauses.has(at, "verb.maybe")) return;
        if (hasOwnVerb(clauses, quantity)) return;
        const made = clauses.add({
          quantity,
          measure: measureOf(harm, quantity) ?? harm.measure,
          value: value.value,
          counted: value.counted,
          unit: value.unit,
          first: quantity.first,
          last: quantity.last,
          group: value.group,
          rule: `figure.${harm.kind}-joined-${value.form}`,
          total: null,
          modality: "asserted",
        });
        from = made.last;
        sinceLast = -1;
      } else if (value.joined && value.sort !== "not" && value.sort !== "thing") return;
      at = Math.max(quantity.last, at + 1);
      continue;
    }
    if (clauses.isBoundary(at) || clauses.has(at, "clause") || clauses.has(at, "parts")) return;
    at = clauses.cue(at)?.last ?? at + 1;
  }
}

/** Above ten the counted noun is singular, so that a second singular may share the number. */
function isSingularCount({ quantity }: Draft): boolean {
  if (quantity?.value.form !== "number") return false;
  return (quantity.value.value.min ?? quantity.value.value.max ?? 0) > 10;
}

/** وثلاثة أصيبوا: the joined group has a verb of its own behind it. */
function hasOwnVerb(clauses: Clauses, quantity: QuantityAnnotation): boolean {
  for (let at = quantity.last; at < quantity.last + 3; at++) {
    const harm = clauses.harm(at);
    if (harm?.kind === "verb" && harm.conjunction === "" && harm.number !== "singular") return true;
    if (clauses.isBoundary(at)) return false;
  }
  return false;
}
