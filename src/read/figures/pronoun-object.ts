import type { Clauses } from "./clause.js";
import type { HarmWord } from "./cue.js";
import { type Draft, draftOf } from "./draft.js";
import { fits } from "./fits.js";

/** Tokens from those counted to the pronoun that points back to them. */
const POINTS_BACK = 14;

/**
 * رصدت القوات عشرة مسلحين وقتلتهم جميعا: what a second verb did to those whom the first one's object
 * counts. Three and more behind هم, two behind هما.
 */
export function readPronounObject(clauses: Clauses, at: number, harm: HarmWord): Draft | null {
  const isTwo = harm.enclitic === "هما";
  if (harm.kind !== "verb" || harm.voice !== "either" || !(isTwo || harm.enclitic === "هم"))
    return null;
  if (harm.measure !== "killed" && harm.measure !== "arrested") return null;
  if (harm.conjunction === "" || harm.things || harm.weak || harm.needs || harm.present)
    return null;
  for (let to = at - 1; to > at - POINTS_BACK && !clauses.isHardStop(to); to--) {
    const quantity = clauses.quantityAt(to);
    if (quantity?.value.sort !== "person") continue;
    const { form, definite, value } = quantity.value;
    const many = isTwo ? value.min === 2 : (value.min ?? 0) > 2;
    if (form === "singular" || definite || !many || !clauses.isFree(quantity)) return null;
    if (clauses.isPrepositional(quantity) || !fits(harm, quantity, true)) return null;
    return clauses.add(draftOf(quantity, harm.measure, "figure.pronoun-object"));
  }
  return null;
}
