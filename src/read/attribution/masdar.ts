import type { Sentence } from "../../text/layer.js";
import { clauseEnd } from "./asides.js";
import type { SpeakerPhrase } from "./attribution-reading.js";
import type { Scene } from "./scene.js";
import { speakerOf } from "./speaker.js";
import { speakerPhrase } from "./speaker-phrase.js";
import type { Speech } from "./speech.js";
import { stanceAt } from "./stance.js";

/** "That" stands this near behind who says it, a preposition between. */
const THAT_REACH = 2;
/** What is announced may follow its speaker at once. */
const ANNOUNCING = { taken: new Set(["object"]) };
/** Nouns of what is told: done, suffered, affirmed or announced. */
const TOLD = ["harm.noun", "event.masdar", "speech.content", "speech.announced", "speech.mute"];

/**
 * "بعد إعلان الوزارة أن الحصيلة ارتفعت", "عقب تأكيد المتحدث مقتل ثلاثة": a verbal noun of saying in front of its
 * speaker, and what is said behind him. Nobody goes on from there. Null where no such thing stands.
 */
export function readMasdar(speech: Speech, at: number, sentence: Sentence): number | null {
  const { scene } = speech;
  const reading = scene.reading(at, "speech.masdar");
  if (!reading || reading.enclitic || reading.article) return null;
  // "نفى المتحدث": spelled like the noun, and the verb where nothing governs it.
  if (scene.cue(at, "speech.verb") && !scene.nominalContext(at)) return null;
  const phrase = speakerPhrase(scene, at + 1, sentence.last, ANNOUNCING);
  if (!phrase || !isSomebody(scene, phrase)) return null;
  const start = saidFrom(scene, phrase.last, sentence.last);
  if (start === null) return null;
  const speaker = speakerOf(scene, phrase);
  if (speech.own.is(speaker)) return null;
  speech.add("attribution.masdar", start, clauseEnd(scene, start, sentence.last), {
    chain: [...(speech.enclosing(at)?.value.chain ?? []), speaker],
    stance: stanceAt(scene, at, reading, start, sentence.last, null),
    cue: { first: at, last: at + 1 },
  });
  return start;
}

/** Told by name, office or kind of body; a place only where it stands for its government. */
const isSomebody = (scene: Scene, { first }: SpeakerPhrase): boolean =>
  (scene.name(first) !== null || scene.isPersonal(first)) && !scene.has(first, "speech.figure");

/** Where the words begin: behind "that", or at a noun of what happened. Null where neither follows. */
function saidFrom(scene: Scene, from: number, limit: number): number | null {
  const behind = scene.afterTime(from);
  for (let at = behind; at < Math.min(limit, behind + THAT_REACH); at++) {
    if (scene.has(at, "that")) return at + 1;
    // "إعلان المبعوث عن بدء جولة".
    if (scene.has(at, "prep.about") && at === behind && scene.isWord(at + 1)) return at + 1;
    if (!scene.has(at, "prep.from")) break;
  }
  if (!scene.isWord(behind) || behind >= limit || (scene.main(behind)?.preposition ?? "") !== "")
    return null;
  return isTold(scene, behind) || isOwnAct(scene, behind) ? behind : null;
}

const isTold = (scene: Scene, at: number): boolean => TOLD.some((name) => scene.isBare(at, name));

/** "إعلان القائد انشقاقه": what he does himself. */
function isOwnAct(scene: Scene, at: number): boolean {
  if (scene.name(at) || scene.isPersonal(at)) return false;
  const readings = scene.layer.words[at]?.readings ?? [];
  return (
    readings.length > 0 &&
    readings.every(
      ({ enclitic, preposition, tense }) =>
        preposition === "" && tense === null && scene.shape.isOfOthers(enclitic),
    )
  );
}
