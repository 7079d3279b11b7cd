import type { Clauses } from "./clause.js";
import { type Draft, draftOf } from "./draft.js";
import { modalityBefore } from "./modality.js";

/** Tokens from those who fell to what they fell from: سقوط 12 عاملا من سطح مبنى. */
const HEIGHT_REACH = 4;

/**
 * سقوط 30 مقاتلا من المعارضة, سقط 26 شخصا في الاشتباكات, خمسة أشخاص سقطوا في غارة: who falls in battle is dead, where no height and
 * no victim noun is told.
 */
export function readFallenPersons(clauses: Clauses, at: number): Draft | null {
  const behind = clauses.cue(at)?.last ?? at + 1;
  const subject = isPlural(clauses, at) ? clauses.covering(at - 1) : null;
  const before = subject?.last === at ? subject : null;
  const quantity = before ?? clauses.quantityAt(behind);
  if (quantity?.value.sort !== "person" || quantity.value.form !== "number") return null;
  if (!clauses.isFree(quantity) || clauses.isPrepositional(quantity) || quantity.value.definite)
    return null;
  if (clauses.has(at - 1, "negation")) return null;
  const from = before ? behind : quantity.last;
  for (let to = from; to < from + HEIGHT_REACH && !clauses.isHardStop(to); to++) {
    const noun = clauses.role(to)?.noun;
    // سقط ثلاثة جنود جرحى, سقط 20 شخصا بين قتيل وجريح
    // سقوط 12 مقاتلا وإصابة ثمانية: what و opens befell others.
    if (noun?.conjunction === clauses.joined.and && clauses.harm(to)) break;
    if (clauses.has(to, "height") || noun?.sort === "victim") return null;
    if (clauses.isComma(to)) break;
  }
  const modality = modalityBefore(clauses, at);
  const span = before ? { last: at + 1 } : { first: at };
  return clauses.add(draftOf(quantity, "killed", "figure.fallen-persons", { ...span, modality }));
}

/** خمسة أشخاص سقطوا: the subject stands before the plural. */
const isPlural = (clauses: Clauses, at: number): boolean =>
  clauses.shapes.isPluralVerb(clauses.form(at));
