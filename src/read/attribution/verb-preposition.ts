/** The preposition that a verb of saying takes: where it stands behind the subject. */
import { contentStart } from "./asides.js";
import type { Opening } from "./opening.js";
import type { Scene } from "./scene.js";
import type { VerbFrame } from "./verb-frame.js";

/** The preposition a verb takes stands this near behind its subject. */
export const PREPOSITION_REACH = 14;

/** A preposition the verb takes, a few tokens on: joined (بـ) or a word (عن). */
export function findPreposition(
  scene: Scene,
  from: number,
  limit: number,
  takes: ReadonlySet<string>,
): boolean {
  let apart = false;
  for (let at = from; at < Math.min(limit, from + PREPOSITION_REACH); at++) {
    const form = scene.form(at);
    if (takes.has(form)) return true;
    for (const take of takes) {
      const joined = take.length === 1;
      if (joined && (scene.bears(at, take) || scene.shape.mayBear(form, take))) return true;
      // "أشاد بما تحقق".
      // "كشف عما حدث".
      if (scene.isClosed(at) && scene.shape.isWhatBehind(form, take)) return true;
    }
    // "عبر المجلس في اجتماعه الذي عقد اليوم عن": a clause that describes something is none of his.
    apart ||= scene.isComma(at);
    if (at > from && scene.isVerb(at) && (apart || !scene.has(at - 1, "relative"))) return false;
  }
  return false;
}

/** Nouns that a verb with an object has for it. */
const OBJECTS = [
  "speech.content",
  "speech.renewed",
  "speech.claim",
  "event.masdar",
  "harm.noun",
] as const;

/**
 * "أعرب الوزير خلال استقبال الوفد عن شكره": of a verb without an object nothing is said before the preposition that it
 * takes, where that is a word. Its token; null where none stands in the clause.
 */
export function wordTaken(scene: Scene, takes: ReadonlySet<string>, from: number): number | null {
  if (takes.has("addressee")) return null;
  // "أعلنت الشركة عبر موقعها عن الأرباح": nor does one with an object that opens with how it was said.
  const object = takes.has("object");
  const how = scene.has(from, "preposition") && !scene.has(from, "prep.pronoun");
  if (object && (!how || takes.has(scene.form(from)))) return null;
  for (let at = from; at < from + PREPOSITION_REACH; at++) {
    const own = takes.has(scene.form(at)) && scene.has(at, "preposition");
    // "أكد لدى وصوله حرص بلاده على السلام", "طلبت إيران في أكثر من مناسبة إعادة الحصص": its object stands between.
    const apart = scene.has(at, "prep.about") || scene.isComma(at - 1);
    if (own && (!object || apart)) return at;
    if (object && OBJECTS.some((name) => scene.isBare(at, name))) return null;
    // "أشاد … بالجهود" takes the letter, and "على" behind it is of another word.
    for (const take of takes) if (take.length === 1 && scene.bears(at, take)) return null;
    const described = scene.has(at - 1, "relative") || scene.has(at - 1, "that");
    if (scene.isVerb(at) && !described) return null;
    if (scene.isStop(at) || scene.isColon(at) || scene.opensQuote(at) || scene.isCircumstance(at))
      return null;
  }
  return null;
}

/**
 * "أعرب لدى حضوره عن حزنه، سائلا الله أن": what the verb takes comes before an أن that belongs to
 * another word. Its preposition; null where nothing such stands there.
 */
export function aboutBefore(
  scene: Scene,
  takes: ReadonlySet<string>,
  from: number,
  limit: number,
): number | null {
  const only = !takes.has("object");
  const first = contentStart(scene, from, limit);
  const last = only
    ? Math.min(limit - 1, from + PREPOSITION_REACH)
    : Math.min(limit - 1, first + 1);
  for (let at = first; at < last; at++) {
    // "دعا إلى وجوب كذا، حيث أننا", but "دعا إلى أن".
    const governs = at === first && scene.has(at, "prep.to") && limit > at + 1;
    if (!takes.has(scene.form(at)) || !(governs || scene.has(at, "prep.about"))) continue;
    if (!scene.has(at - 1, "speech.adjunct") && !scene.has(at - 1, "speech.accord")) return at;
  }
  return null;
}

/**
 * "أعرب عن حزنه لما حدث وأمله في أن": the verb's own preposition stands right behind the speaker and
 * governs a noun, so that what is said begins there, and an أن further on lies inside it. Its
 * token; null where none does.
 */
export function ownPreposition(
  scene: Scene,
  { takes }: VerbFrame,
  from: number,
  opening: Opening,
): number | null {
  if (opening.kind !== "that") return null;
  const first = contentStart(scene, from, opening.first);
  // "أكدت على لسان متحدثها أن" tells by whose mouth.
  if (scene.unit(first, "speech.accord")) return null;
  // "اعترف بالقيام بكذا وإيهام المحققين بأنها".
  const joined = takes.has(scene.shape.by) && scene.bears(first, scene.shape.by);
  if (joined && !scene.has(first, "that") && opening.first > first + 2) return first;
  return takes.has(scene.form(first)) && opening.first > first + 1 ? first : null;
}
