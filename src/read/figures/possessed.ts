import type { Clauses } from "./clause.js";
import type { HarmWord } from "./cue.js";
import type { Draft } from "./draft.js";
import { emitSingle, isPersonal } from "./single.js";
import { toldBeforeNoun } from "./told-before.js";

/** مقتله, إصابتها, اعتقاله: the pronoun stands for one person told before. */
export function readPossessed(clauses: Clauses, at: number, harm: HarmWord): Draft | null {
  // عن إصابته: the noun, though its letters are also a verb with an object.
  if (harm.kind !== "noun" && harm.measure !== "injured") return null;
  if (!isPersonal(harm) || harm.weak) return null;
  const referent = clauses.words.pronouns.referentOf(harm.enclitic);
  if (referent !== "him" && referent !== "her") return null;
  const behind = clauses.cue(at)?.last ?? at + 1;
  const isMet = !harm.needs || clauses.isMet(at, harm.needs);
  const told = isMet && !clauses.quantityAt(behind) ? toldBeforeNoun(clauses, at, harm) : null;
  if (told) return emitSingle(clauses, { first: at, last: behind, counted: told }, harm, at);
  // أدى إلى مقتله, أفضى لقتله, أعلن عن وفاته tell it; مكان مقتله and منذ إصابته only speak of it.
  const before = clauses.form(at - 1);
  const { isAbout, isTo } = clauses.particles;
  const led = harm.preposition === clauses.joined.to && clauses.isVerb(at - 1);
  const isHurt = harm.measure === "injured";
  if (isHurt && !isLedTo(clauses, at, harm)) return null;
  if ((harm.measure !== "killed" && !isHurt) || (!isTo(before) && !isAbout(before) && !led))
    return null;
  // فقدانها جمالها: she has lost something, and not her life.
  if (harm.measure === "killed" && !isMet) return null;
  if (clauses.quantityAt(behind) || clauses.personAt(behind)) return null;
  return emitSingle(clauses, { first: at, last: behind, counted: "persons" }, harm, at);
}

/** أسفر عن إصابته; in الإشارة إلى إصابته a noun only speaks of it, and an illness is no injury. */
function isLedTo(clauses: Clauses, at: number, harm: HarmWord): boolean {
  const behind = clauses.cue(at)?.last ?? at + 1;
  if (clauses.has(behind, "illness") || clauses.has(behind, "illness.outbreak")) return false;
  if (harm.needs && !clauses.isMet(at, harm.needs)) return false;
  return clauses.isVerb(at - 2) || clauses.has(at - 2, "harm.leads");
}
