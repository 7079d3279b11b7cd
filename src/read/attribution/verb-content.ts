/**
 * Whether what stands behind a verb of saying and its subject is its content, and whether that begins in
 * front of what opens it.
 */
import { behindRelative, contentStart } from "./asides.js";
import type { Opening } from "./opening.js";
import type { Scene } from "./scene.js";
import type { VerbFrame } from "./verb-frame.js";
import { isRevealed, meetsNeeds } from "./verb-needs.js";
import { findPreposition, PREPOSITION_REACH } from "./verb-preposition.js";

/** A clause this near behind the subject is all that is said, though the verb takes an object. */
const THAT_IN_OBJECT = 8;
/** Behind so many words without a comma, a preposition or a relative clause, أن belongs elsewhere. */
const FAR_THAT = 14;

/**
 * Whether what stands behind the subject is what the verb takes.
 * @param approach token behind verb and subject
 */
export function takesContent(
  scene: Scene,
  frame: VerbFrame,
  opening: Opening | null,
  approach: number,
  limit: number,
): boolean {
  if (!meetsNeeds(scene, frame, opening, approach, limit)) return false;
  // "استبعد اللاعب من التشكيلة": what is done to somebody, not what he says.
  if (!opening && frame.without !== null) {
    const object = contentStart(scene, approach, limit);
    if (scene.form(object) === frame.without || scene.has(object, "prep.about")) return false;
    // "استبعد المدرب قائد الفريق": so is somebody.
    if (scene.isPersonal(object) || scene.name(object)?.kind === "person") return false;
  }
  if (frame.takes.has("object") || frame.takes.has("addressee"))
    return opening !== null || !joinsOn(scene, approach, limit);
  if (opening) return !isFarThat(scene, opening, approach);
  // "شددت إجراءاتها على الحدود": what is done to its own things is no saying.
  const object = scene.main(approach);
  if (object?.entry.pos === "noun" && object.enclitic && !object.preposition) return false;
  if (frame.needs.includes("revealed") && isRevealed(scene, contentStart(scene, approach, limit)))
    return true;
  return findPreposition(scene, behindRelative(scene, approach, limit), limit, frame.takes);
}

/** "اعتمد البرنامج وأعلن ومن الصعب تغييره": behind an "and" with a preposition stands no object. */
function joinsOn(scene: Scene, approach: number, limit: number): boolean {
  const at = contentStart(scene, approach, limit);
  if (!scene.isWord(at) || scene.name(at)) return false;
  const readings = scene.layer.words[at]?.readings ?? [];
  return (
    readings.length > 0 &&
    readings.every(({ conjunction }) => conjunction === scene.shape.and) &&
    // "قام ودعا واستغفر".
    (scene.isVerb(at) ||
      ["prep.from", "prep.in", "preposition", "negation"].some((name) => scene.has(at, name)))
  );
}

/** An أن this far behind the subject belongs to another verb, unless a clause describes the subject. */
function isFarThat(scene: Scene, opening: Opening, approach: number): boolean {
  if (opening.kind !== "that" || opening.first - approach <= FAR_THAT) return false;
  for (let at = approach; at < approach + FAR_THAT; at++) {
    if (scene.isComma(at) || scene.has(at, "relative") || scene.has(at, "preposition"))
      return false;
  }
  return true;
}

/**
 * "دعا الوالد السلطات إلى التعاون «بما أنه مواطن»": the object of the verb, or whom it is said to, stands in front of
 * the quotation and belongs to what is told. Its token; null where nothing but how it was said does.
 */
export function objectBefore(
  scene: Scene,
  { takes }: VerbFrame,
  from: number,
  opening: Opening,
): number | null {
  const first = contentStart(scene, from, opening.first);
  // "شدد على ضرورة الحل «وفق …»", "وعد باستقبال أشخاص «يحظون …»": the verb's own preposition governs what is said.
  const joined = takes.has(scene.shape.by) && scene.bears(first, scene.shape.by);
  const tells = takes.has(scene.form(first)) || joined;
  if (!takes.has("object") && !takes.has("addressee") && !tells) return null;
  // "أكد أهمية «متابعة العمل»".
  const whole = scene.isBare(first, "speech.content") ? opening.first : opening.first - 1;
  if (first >= whole || !scene.isWord(first)) return null;
  const taken = takes.has(scene.form(first));
  const adjunct = ["preposition", "prep.in", "prep.for", "prep.with", "relative"].some((name) =>
    scene.has(first, name),
  );
  return taken || joined || !(adjunct || scene.isClosed(first) || scene.main(first)?.preposition)
    ? first
    : null;
}

/**
 * With "object" verbs an أن far inside the object opens a clause of the content. Behind a comma no
 * object stands: what lies between describes the speaker.
 */
export function opensAll(
  scene: Scene,
  { takes, needs }: VerbFrame,
  opening: Opening,
  approach: number,
): boolean {
  if (needs.includes("document") || scene.isComma(approach)) return true;
  // "دعا الصحف إلى الدقة، إضافة إلى أن": whom he calls on, then for what.
  if (takes.has("addressee") && opening.kind === "that") {
    for (let at = approach; at < Math.min(opening.first - 1, approach + PREPOSITION_REACH); at++)
      if (scene.has(at, "preposition") && takes.has(scene.form(at))) return false;
  }
  // "أوضح سالم العلي -مدير التعليم- أنه": nothing but asides stands between.
  const governed = takes.has(scene.form(opening.first - 1)) ? opening.first - 1 : opening.first;
  if (contentStart(scene, approach, governed) === governed) return true;
  // "أكدت الإمارة على لسان متحدثها … أن".
  if (scene.unit(approach, "speech.accord")) return true;
  // "أوضحت الهيئة عبر حسابها على الموقع أن": what stands between is how it was said.
  if (scene.has(approach, "preposition") && !takes.has(scene.form(approach))) return true;
  return (
    opening.kind !== "that" || !takes.has("object") || opening.first - approach <= THAT_IN_OBJECT
  );
}
