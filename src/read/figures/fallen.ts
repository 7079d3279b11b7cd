import type { Clauses } from "./clause.js";
import { type Draft, draftOf } from "./draft.js";
import { modalityBefore } from "./modality.js";

/** Tokens from those who fell to what they fell from: سقوط 12 عاملا من سطح مبنى. */
const HEIGHT_REACH = 4;

/**
 * سقوط 30 مقاتلا من المعارضة, سقط 26 شخصا في الاشتباكات: who falls in battle is dead, where no height and
 * no victim noun is told.
 */
export function readFallenPersons(clauses: Clauses, at: number): Draft | null {
  const quantity = clauses.quantityAt(clauses.cue(at)?.last ?? at + 1);
  if (quantity?.value.sort !== "person" || quantity.value.form !== "number") return null;
  if (!clauses.isFree(quantity) || clauses.isPrepositional(quantity) || quantity.value.definite)
    return null;
  if (clauses.has(at - 1, "negation")) return null;
  for (let to = quantity.last; to < quantity.last + HEIGHT_REACH && !clauses.isHardStop(to); to++) {
    const noun = clauses.role(to)?.noun;
    // سقط ثلاثة جنود جرحى, سقط 20 شخصا بين قتيل وجريح
    // سقوط 12 مقاتلا وإصابة ثمانية: what و opens befell others.
    if (noun?.conjunction === "و" && clauses.harm(to)) break;
    if (clauses.has(to, "height") || noun?.sort === "victim") return null;
    if (clauses.isComma(to)) break;
  }
  const modality = modalityBefore(clauses, at);
  return clauses.add(draftOf(quantity, "killed", "figure.fallen-persons", { first: at, modality }));
}
