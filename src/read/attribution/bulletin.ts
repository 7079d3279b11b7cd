import type { Sentence } from "../../text/layer.js";
import { clauseEnd } from "./asides.js";
import type { Speaker } from "./attribution-reading.js";
import type { Scene } from "./scene.js";
import { speakerOf } from "./speaker.js";
import { speakerPhrase } from "./speaker-phrase.js";
import type { Speech } from "./speech.js";

/** What a report that came in tells of stands this near behind it: "بلاغا مساء أمس من مواطن عن". */
const CONTENT_REACH = 12;

/**
 * "تلقت الشرطة بلاغا عن وقوع حادث", "بلاغا من البلدية بوجود": a report that came in tells what follows, or
 * whoever sent it does, inside what is being said.
 * @returns the token to go on with; null where nothing of it is told
 */
export function readBulletin(speech: Speech, at: number, sentence: Sentence): number | null {
  const { scene } = speech;
  const reading = scene.reading(at, "speech.bulletin");
  if (!reading || reading.article || reading.enclitic || reading.preposition) return null;
  // "84 بلاغا لحالات": so many of them are counted, and none tells anything.
  if (scene.token(at - 1)?.kind === "number") return null;
  const limit = Math.min(sentence.last, at + CONTENT_REACH);
  let sender: Speaker | null = null;
  for (let next = at + 1; next < limit; next++) {
    if (scene.isComma(next) || scene.isVerb(next) || scene.has(next, "speech.verb")) return null;
    if (!sender && scene.has(next, "prep.from")) {
      const phrase = speakerPhrase(scene, next + 1, limit);
      sender = phrase && scene.isPersonal(phrase.first) ? speakerOf(scene, phrase) : null;
      if (phrase) next = phrase.last - 1;
      continue;
    }
    const about = scene.has(next, "prep.about");
    if (!about && !tells(scene, next)) continue;
    const start = about ? next + 1 : next;
    const origin = sender ?? speakerOf(scene, { first: at, last: at + 1 });
    speech.add("attribution.bulletin", start, clauseEnd(scene, start, sentence.last), {
      chain: [...(speech.enclosing(at)?.value.chain ?? []), origin],
      cue: { first: at, last: at + 1 },
    });
    return start;
  }
  return null;
}

/** "بوقوع حادث", "بوجود جثة". */
const tells = (scene: Scene, at: number): boolean =>
  scene.bears(at, scene.shape.by) &&
  (["harm.noun", "event.masdar", "event.name", "event.noun"].some((name) => scene.has(at, name)) ||
    scene.has(at, "speech.mute") ||
    scene.has(at, "speech.occasion"));
