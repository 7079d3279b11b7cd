/** Whether the report takes the word again at the head of a sentence, and a speech begun before is over. */
import type { Sentence } from "../../text/layer.js";
import type { Scene } from "./scene.js";

/** The first word of a sentence stands this near to its head, behind stray marks. */
const RESUMING_REACH = 3;
/** "وأضاف فلان:" names who goes on in so many tokens. */
const NEW_SPEAKER_REACH = 8;

/** A sentence that begins with a verb of saying of its own, outside quotation marks: the colon's speech is over. */
export function resumes(scene: Scene, { first, last }: Sentence): boolean {
  let at = first;
  while (at < Math.min(last, first + RESUMING_REACH) && !scene.isWord(at)) {
    if (scene.opensQuote(at)) return false;
    at++;
  }
  if (scene.has(at, "clause.front") || scene.has(at, "aspect")) at++;
  const reading =
    scene.reading(at, "speech.verb") ??
    scene.reading(at, "speech.continue") ??
    scene.reading(at, "speech.relay");
  return reading !== null && reading.tense !== null && !scene.isFirstPerson(at, reading);
}

/** "وأضاف الحمدي: «…": the report goes on in its own voice, though no mark closed what was quoted. */
export function takesUpAgain(scene: Scene, { first, last }: Sentence): boolean {
  if (!scene.reading(first, "speech.continue")?.conjunction) return false;
  for (let at = first + 1; at < Math.min(last, first + NEW_SPEAKER_REACH); at++)
    if (scene.isColon(at)) return true;
  return false;
}
