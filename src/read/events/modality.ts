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
  if (future && told === "asserted" && isWhether(scene, at, sentenceFirst)) return "possible";
  return told === "asserted" && future ? "planned" : told;
}

/** ما إذا كان المجلس سيرفع: whether it will. */
function isWhether(scene: EventScene, at: number, sentenceFirst: number): boolean {
  for (let to = at - 1; to > Math.max(sentenceFirst, at - WHETHER_REACH); to--) {
    if (scene.isComma(to)) return false;
    if (scene.marks(to, "event.if") && scene.has(to - 1, "what")) return true;
  }
  return false;
}
/** Tokens from "whether" to its verb, with a bracket behind the subject. */
const WHETHER_REACH = 14;

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
  if (!present && scene.pack.events.conditions.has(scene.raw(at - 1))) {
    if (!isSaidBefore(scene, at - 2, sentenceFirst)) return "conditional";
    // قال إن رفع العقوبات سيسمح: what is said opens with a verbal noun that is written like a verb.
    return isOpenBehind(scene, at + 1) ? "planned" : "asserted";
  }
  // يدعمه أن رفع العقوبات سوف يجعلها: what is yet to be lifted.
  const isMaybeNoun = (scene.cue(at)?.masdars.length ?? 0) > 0;
  if (!present && isMaybeNoun && scene.has(at - 1, "that") && isOpenBehind(scene, at + 1))
    return "planned";
  if (!present && isMaybeNoun && scene.isJoined(at)) {
    // على وقف الحرب وسحب القوات: a verbal noun that is written like a verb, joined to what is planned.
    for (let to = at - 1; to >= Math.max(sentenceFirst, at - CHAIN); to--) {
      if (scene.isComma(to) || scene.isVerb(to)) break;
      if (scene.isGoverning(to)) return scene.cue(to)?.modality ?? "asserted";
    }
  }
  // بحث الاتحاد، أمس، فرض عقوبات: behind an inserted time, what the verb before it governs.
  if (!present && isMaybeNoun && scene.isComma(at - 1)) {
    const open = governedBehindComma(scene, at, sentenceFirst);
    if (open) return open;
  }
  // ضرورة تنحي الرئيس: behind a noun that governs it, a verbal noun that is written like a verb.
  if (scene.isGoverning(at - 1)) return scene.cue(at - 1)?.modality ?? "asserted";
  // لم يؤذوا أو يهاجموا: the denial is of both.
  if (present && scene.marks(at - 1, "event.or") && isDeniedBefore(scene, at - 2, sentenceFirst))
    return "denied";
  // سيغادر في زيارة يلتقي خلالها: what is done in the course of what is yet to come.
  if (present && isWithin(scene, at) && isFutureBefore(scene, at, sentenceFirst)) return "planned";
  // عندما ينخفض السعر: each time that it falls.
  if (present && scene.marks(at - 1, "event.when")) return "conditional";
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
    // سوف تدمر … وتقطع
    if (present && cue?.marks.has("event.future") && scene.first(at)?.conjunction !== "")
      return cue.modality ?? "planned";
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

/** The verb before an insertion between two commas makes something of the verbal noun behind it. */
function governedBehindComma(scene: EventScene, at: number, first: number): Modality | null {
  for (let to = at - 2; to >= Math.max(first, at - REACH); to--) {
    if (!scene.isVerb(to)) continue;
    return scene.cue(to)?.governors[0]?.frame.modality ?? null;
  }
  return null;
}

/** "in the course of which" stands right behind the verb. */
const isWithin = (scene: EventScene, at: number): boolean =>
  scene.pack.events.within.has(scene.form(at + 1));

/** A verb in the future governs the clause before, up to a relative or the sentence's start. */
function isFutureBefore(scene: EventScene, at: number, sentenceFirst: number): boolean {
  for (let to = at - 1; to >= Math.max(sentenceFirst, at - 2 * REACH); to--) {
    if (scene.has(to, "relative") || scene.isComma(to)) return false;
    if (isFuture(scene, to)) return true;
  }
  return false;
}

/** Tokens back from a joined deed to the noun that governs the one before it. */
const CHAIN = 4;
/** Tokens between a verb of saying and the "that" of what is said. */
const SAYING_REACH = 12;
/** A verb of saying stands in the clause before. */
function isSaidBefore(scene: EventScene, from: number, sentenceFirst: number): boolean {
  for (let to = from; to >= Math.max(sentenceFirst, from - SAYING_REACH); to--) {
    if (scene.has(to, "speech.verb") && scene.isVerb(to)) return true;
    if (scene.has(to, "relative") || scene.has(to, "that")) return false;
  }
  return false;
}

/** The verb of the clause that begins at a token is in the future. */
function isOpenBehind(scene: EventScene, from: number): boolean {
  for (let to = from; to < from + REACH && !scene.isComma(to); to++) {
    if (isFuture(scene, to) || scene.marks(to, "event.future")) return true;
  }
  return false;
}

/** A verb right before a token, or with its object before it, is denied. */
function isDeniedBefore(scene: EventScene, from: number, sentenceFirst: number): boolean {
  for (let to = from; to >= Math.max(sentenceFirst, from - REACH); to--) {
    if (scene.has(to, "negation")) return true;
    if (scene.isComma(to) || scene.has(to, "relative") || scene.has(to, "that")) return false;
  }
  return false;
}

/** A future or a wish stands in the sentence before "before". */
function isOpenBefore(scene: EventScene, at: number, sentenceFirst: number): boolean {
  let present = false;
  for (let to = at - 1; to >= Math.max(sentenceFirst, at - 2 * REACH); to--) {
    if (isFuture(scene, to) || scene.marks(to, "event.future") || scene.marks(to, "event.must"))
      return true;
    const reading = scene.first(to);
    if (reading?.entry.pos === "verb" && reading.tense === "past") return false;
    // الوقت يجري قبل أن يعين المجلس رئيسا
    present ||= reading?.entry.pos === "verb" && scene.isVerb(to);
  }
  return present;
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
