import type { Modality } from "../../core/contract.js";
import type { EventScene } from "./scene.js";

/** Tokens before a verb or noun in which a word that governs it stands. */
const REACH = 8;

/** What negations, futures, conditions and demands before a verb make of what it tells. */
export function modalityOfVerb(
  scene: EventScene,
  at: number,
  sentenceFirst: number,
  future: boolean,
  present: boolean,
): Modality {
  const told = governedModality(scene, at, sentenceFirst, present);
  return told === "asserted" && future ? "planned" : told;
}

function governedModality(
  scene: EventScene,
  at: number,
  sentenceFirst: number,
  present: boolean,
): Modality {
  if (scene.has(at - 1, "negation")) {
    // حتى لا يعتدي: what shall not be, no denial.
    if (scene.marks(at - 2, "event.until")) return "possible";
    // إذا لم يوافق: a condition, whatever is denied in it.
    return isConditional(scene, at, sentenceFirst) ? "conditional" : "denied";
  }
  if (!present && scene.pack.events.conditions.has(scene.raw(at - 1))) return "conditional";
  let that = false;
  let subjunctive = false;
  for (let to = at - 1; to >= Math.max(sentenceFirst, at - REACH); to--) {
    const cue = scene.cue(to);
    if (to === at - 1 && present && scene.has(to, "aspect")) return "possible";
    const covers = to + (cue?.length ?? 1);
    for (const mark of ["event.future", "event.maybe", "event.must"] as const) {
      if (cue?.marks.has(mark) && covers <= at && covers >= at - 1) {
        return cue.modality ?? "asserted";
      }
    }
    if (cue?.marks.has("event.if")) return "conditional";
    // "will wait before he decides": what comes first is to come itself.
    if (present && cue?.marks.has("event.until") && cue.length > 1 && covers >= at - 1) {
      return isOpenBefore(scene, to, sentenceFirst) ? "planned" : "asserted";
    }
    // "will lead to … and raise": a present that goes on from a future.
    if (present && scene.first(at)?.conjunction !== "" && isFuture(scene, to)) return "planned";
    if (scene.isComma(to)) break;
    if (scene.has(to, "that")) that = true;
    if (to === at - 1 && present && scene.marks(to, "event.subjunctive")) subjunctive = true;
    // "decided to send", "called on them to withdraw": a verb behind "that", in the present.
    if (that && present && cue && cue.governors.length > 0) {
      return cue.governors[0]?.frame.modality ?? "asserted";
    }
    if (scene.has(to, "relative")) break;
  }
  // "in the hope that they take place": what may be, whoever hopes or fears it.
  return subjunctive ? "possible" : "asserted";
}

/** A future or a wish stands in the sentence before "before". */
function isOpenBefore(scene: EventScene, at: number, sentenceFirst: number): boolean {
  for (let to = at - 1; to >= Math.max(sentenceFirst, at - 2 * REACH); to--) {
    if (isFuture(scene, to) || scene.marks(to, "event.future") || scene.marks(to, "event.must"))
      return true;
    const reading = scene.first(to);
    if (reading?.entry.pos === "verb" && reading.tense === "past") return false;
  }
  return false;
}

const isFuture = (scene: EventScene, at: number): boolean => {
  const reading = scene.first(at);
  return reading?.entry.pos === "verb" && reading.preposition === scene.pack.events.future;
};

/** What the verb of the clause before a verbal noun makes of it: "will help to send". */
export function clauseModality(scene: EventScene, at: number, sentenceFirst: number): Modality {
  for (let to = at - 1; to >= Math.max(sentenceFirst, at - REACH); to--) {
    if (scene.isComma(to) || scene.has(to, "relative") || scene.has(to, "that")) break;
    const cue = scene.cue(to);
    if (cue?.marks.has("event.if")) return "conditional";
    const isOpen = cue?.marks.has("event.future") || cue?.marks.has("event.maybe");
    if (isOpen || cue?.marks.has("event.must")) return cue?.modality ?? "possible";
    if (isFuture(scene, to)) return "planned";
    if (scene.has(to, "aspect") && scene.first(to + 1)?.tense === "present") return "possible";
  }
  return "asserted";
}

/** Conditions that open the clause of a noun. */
export function isConditional(scene: EventScene, at: number, sentenceFirst: number): boolean {
  for (let to = at - 1; to >= Math.max(sentenceFirst, at - REACH); to--) {
    if (scene.marks(to, "event.if")) return true;
    if (scene.isComma(to)) return false;
  }
  return false;
}

/** The stronger of what governs and what stands inside. */
export function joinModality(outer: Modality, inner: Modality): Modality {
  return outer === "asserted" ? inner : outer;
}
