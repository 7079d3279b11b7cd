import type { Modality } from "../../core/contract.js";
import type { Sentence } from "../../text/layer.js";
import { isDeed } from "./deed.js";
import { clauseModality, isConditional, joinModality, modalityOfVerb } from "./modality.js";
import type { EventScene } from "./scene.js";
import type { Telling } from "./telling.js";

/** Tokens back from a joined verbal noun to the one it shares its governor with. */
const CHAIN_REACH = 6;
/** Tokens of the longest subject between a noun and the deed that it governs. */
const AFAR = 8;

/** "the withdrawal of": told by itself, but not behind what compels to it, plans or includes it. */
export function isOpenBare({ scene }: Telling, at: number): boolean {
  if (!scene.cue(at)?.masdars.some(({ frame }) => frame.bare)) return false;
  const isBehind = scene.joinedPreposition(at) !== "" || scene.isBehindPreposition(at);
  // "70 aircraft to carry the force": what must stand beside the noun tells of the deed.
  const isFor = scene.joinedPreposition(at) === scene.pack.names.dative;
  const isEquipped = isFor && scene.cue(at)?.masdars.some(({ frame }) => frame.needs !== null);
  if (isBehind && !isEquipped && scene.prepositionBefore(at) !== "place") return false;
  if (scene.isJoined(at)) return false;
  const before = scene.first(at - 1);
  return !(before?.entry.pos === "verb" && before.tense === "present");
}

/** قرار المجلس رفع أسعار: what a noun makes of the deed that stands behind its own subject. */
function governedAfar(scene: EventScene, at: number): Modality | null {
  if (scene.first(at)?.entry.pos !== "verb" || scene.isJoined(at)) return null;
  for (let to = at - 1; to >= Math.max(0, at - AFAR); to--) {
    const isPause = !scene.isWord(to) && scene.layer.tokens[to]?.kind !== "number";
    if (isPause || scene.has(to, "that") || scene.has(to, "relative")) return null;
    if (scene.isGoverning(to)) return scene.cue(to)?.modality ?? null;
  }
  return null;
}

/** مطالبة الرئيس بالانسحاب: who is asked stands between what asks and what is asked for. */
function askedAfar(scene: EventScene, at: number): Modality | null {
  if (scene.joinedPreposition(at) !== scene.pack.events.backing) return null;
  for (let to = at - 1; to >= Math.max(0, at - AFAR); to--) {
    if (!scene.isWord(to) || scene.has(to, "that") || scene.has(to, "relative")) return null;
    const cue = scene.cue(to);
    if (cue?.marks.has("event.before") && cue.modality === "demanded") return "demanded";
  }
  return null;
}

/** التخطيط لعمليات, تمهيدا لتنفيذ عمليات: for the sake of it. */
const isForSake = (scene: EventScene, at: number): boolean =>
  scene.joinedPreposition(at) === scene.pack.names.dative;

/** Tokens from "by means of" back to the verb of what was done by it. */
const MEANS_REACH = 16;

/**
 * من خلال فرض قيود: done where the verb before tells what was done, planned where that is planned;
 * of an aim, a rule or a noun the text does not say.
 */
function byMeans(scene: EventScene, at: number, sentenceFirst: number): Modality | null {
  for (let to = at - 1; to >= Math.max(sentenceFirst, at - MEANS_REACH); to--) {
    const reading = scene.first(to);
    if (reading?.entry.pos !== "verb" || !scene.isVerb(to) || scene.name(to)) continue;
    if (scene.has(to, "aspect") || scene.has(to, "be") || scene.has(to - 1, "negation"))
      return null;
    const isFuture = reading.preposition === scene.pack.events.future;
    if (reading.tense === "past") {
      const own = clauseModality(scene, at, sentenceFirst);
      return own === "asserted" ? own : null;
    }
    return isFuture ? "planned" : null;
  }
  return null;
}

/** What the words before a verbal noun make of it; null where they do not tell of an event. */
export function contextOf(telling: Telling, deed: number, sentence: Sentence): Modality | null {
  const { scene, found } = telling;
  // بعد إعادة فرض العقوبات: what stands before "again" tells whether it is done.
  const at = scene.marks(deed - 1, "event.again") && deed - 1 > sentence.first ? deed - 1 : deed;
  if (at === sentence.first || scene.form(at - 1) === ":") {
    return sentence.heading ? "asserted" : null;
  }
  if (isConditional(scene, at, sentence.first)) return "conditional";
  for (let to = Math.max(sentence.first, at - 3); to < at; to++) {
    const cue = scene.cue(to);
    if (cue?.marks.has("event.means") && to + cue.length === at)
      return byMeans(scene, to, sentence.first);
  }
  // A many-word particle covers the tokens up to the noun.
  for (let to = at - 1; to >= Math.max(sentence.first, at - 3); to--) {
    const cue = scene.cue(to);
    if (!cue || to + cue.length < at) continue;
    if (cue.marks.has("event.since")) return "asserted";
    if (cue.marks.has("event.before") || cue.marks.has("event.after")) {
      // التخطيط لعمليات استهداف: for the sake of it, not done yet.
      const isFor = isForSake(scene, to) || (isDeed(scene, to - 1) && isForSake(scene, to - 1));
      // نفذت خطة إخلاء: carried out.
      const isCarried = cue.modality === "planned" && scene.marks(to - 1, "event.carried");
      const own = isCarried ? "asserted" : (cue.modality ?? "asserted");
      // عملياتها لضبط المهربين: what they are for.
      const isBefore = cue.marks.has("event.before");
      if (isBefore && isForSake(scene, at) && own === "asserted") return "planned";
      if (isFor && own === "asserted" && isBefore) return "planned";
      return joinModality(own, clauseModality(scene, at, sentence.first));
    }
    const passive = to === at - 1 ? cue.governors.find(({ frame }) => frame.passive) : undefined;
    if (passive) {
      const { preposition, tense } = passive.reading;
      const own = modalityOfVerb(
        scene,
        to,
        sentence.first,
        preposition === scene.pack.events.future,
        tense === "present",
      );
      // يتم ضبط المخالفين وإحالتهم: what is done each time.
      const isRule = passive.frame.usual && tense === "present" && preposition === "";
      return isRule && own === "asserted" && !sentence.heading ? null : own;
    }
  }
  const afar = governedAfar(scene, at) ?? askedAfar(scene, at);
  if (afar) return afar;
  // "killed in the shelling of a house"
  const isTold = scene.cue(deed)?.masdars.some(({ frame }) => frame.told) === true;
  // باستهدافهم: how something is done, by and to nobody that is named.
  const isHis = (scene.cue(deed)?.masdars[0]?.reading.enclitic ?? "") !== "";
  const isIn = scene.prepositionBefore(at) === "place" && telling.tellsHarm(sentence);
  if (isTold && !isHis && isIn) {
    return clauseModality(scene, at, sentence.first);
  }
  // "victims of the shelling of", "the shelling killed"
  const isSuffered = scene.has(at - 1, "victim") || scene.has(at - 1, "tally");
  if (isTold && !isHis && isSuffered) return clauseModality(scene, at, sentence.first);
  // "after the fall of the government and the imposing of a curfew".
  if (!scene.isJoined(at)) return null;
  // في محاولة للتقدم والاستيلاء على: with the noun that governs the deed before it.
  for (let to = at - 1; to >= Math.max(sentence.first, at - CHAIN_REACH); to--) {
    if (scene.isComma(to) || scene.isVerb(to)) break;
    if (scene.isGoverning(to)) return scene.cue(to)?.modality ?? "asserted";
  }
  const last = found[found.length - 1];
  if (!last || last.rule === "event.verb" || last.last < at - CHAIN_REACH || last.last > at) {
    return null;
  }
  const sameSentence = scene.layer.sentenceOf[last.first] === scene.layer.sentenceOf[at];
  return sameSentence ? last.value.modality : null;
}
