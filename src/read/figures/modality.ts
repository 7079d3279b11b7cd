import type { Modality } from "../../core/contract.js";
import type { Clauses } from "./clause.js";
import type { HarmWord } from "./cue.js";

/** Tokens from the verb that asks or plans to what it governs: طلبت النيابة العامة توقيف. */
const GOVERNED_REACH = 6;
/** Tokens from لو to its verb. */
const CONDITION_REACH = 2;
/** Tokens from ربما to its verb. */
const DOUBT_REACH = 3;

/** What the words before a harm word make of it: قد يقتل, سيعتقل, لو قتل, طالب بترحيل, سيتم إبعاد. */
export function modalityOf(clauses: Clauses, at: number, harm: HarmWord): Modality {
  if (harm.future || clauses.has(at - 1, "future")) return "planned";
  // قد يقتل; قد قتل is a plain past.
  if (harm.present && clauses.has(at - 1, "possible.present")) return "possible";
  for (let to = at - 1; to >= at - DOUBT_REACH && !clauses.isHardStop(to); to--) {
    if (clauses.has(to, "possible")) return "possible";
    if (to >= at - CONDITION_REACH && clauses.has(to, "modal.if")) return "conditional";
  }
  // اقتحموا المنزل لتوقيف سالم: what they came for; أدى لاعتقال and تعرض لاغتيال tell that it happened.
  const isPurpose =
    harm.kind === "noun" && harm.voice === "either" && harm.preposition === clauses.joined.to;
  if (isPurpose && CAME_FOR.has(harm.measure) && isCameFor(clauses, at)) return "planned";
  if (harm.kind === "noun") return modalityBefore(clauses, at);
  // من المنتظر أن يخرج سبعة آلاف: what is due or asked for, in a clause of its own.
  return harm.present && clauses.has(at - 1, "that") ? modalityBefore(clauses, at - 1) : "asserted";
}

/** What somebody does on purpose to another. */
const CAME_FOR: ReadonlySet<string> = new Set(["arrested", "kidnapped", "killed"]);
/** Tokens from what led to a deed to the deed. */
const LED_REACH = 4;

/** No word before it tells that it was led to, or suffered. */
function isCameFor(clauses: Clauses, at: number): boolean {
  for (let to = at - 1; to >= at - LED_REACH && !clauses.isHardStop(to); to--) {
    if (clauses.has(to, "harm.leads") || clauses.has(to, "clause")) return false;
    if (clauses.words.isOccasion(clauses.form(to))) return false;
  }
  // لاعتقاله 20 شخصا: with its doer in front it is told.
  return clauses.isVerb(at - 2) || clauses.isVerb(at - 3) || clauses.isVerb(at - 1);
}

/** A verb in the future, or one that asks or plans, governs what stands at the token. */
export function modalityBefore(clauses: Clauses, at: number): Modality {
  for (let to = at - 1; to >= at - GOVERNED_REACH; to--) {
    if (clauses.isHardStop(to) || clauses.isComma(to)) break;
    if (clauses.has(to, "modal.demanded")) return "demanded";
    // متوقعا تسجيل أربعة ملايين ناخب
    if (clauses.has(to, "forecast")) return "possible";
    if (clauses.has(to, "modal.planned") || clauses.isFutureVerb(to)) return "planned";
    const ends = clauses.isVerb(to) || clauses.has(to, "that") || clauses.has(to, "relative");
    if (ends || clauses.has(to, "clause") || (clauses.harm(to) && !clauses.covering(to))) break;
  }
  return "asserted";
}

/** Tokens from قد تصل to the count. */
const MAY_REACH = 7;

/** حصيلة الضحايا قد تصل إلى 20 ألفا, يمكن أن يتجاوز عدد القتلى المئة: what a toll may come to is none yet. */
export function mayReach(clauses: Clauses, count: number): boolean {
  // قد يصل إلى 20 ألفا: "comes to" is of the number itself.
  const isReached = clauses.words.isComingTo(clauses.form(count));
  if (isReached && clauses.has(count - 1, "possible.present")) return true;
  for (let at = count; at > count - MAY_REACH && !clauses.isHardStop(at); at--) {
    // ستصل إلى ألف, سوف يتجاوز المئة: a forecast, whoever makes it.
    if (clauses.has(at, "harm.will-reach")) return true;
    if (!clauses.has(at, "harm.reach")) {
      if (clauses.isComma(at) || clauses.harm(at)?.kind === "verb") return false;
      continue;
    }
    return (
      clauses.has(at - 1, "possible.present") ||
      clauses.has(at - 1, "future") ||
      [at - 1, at - 2, at - 3].some((before) => clauses.has(before, "possible"))
    );
  }
  return false;
}
