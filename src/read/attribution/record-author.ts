import type { Sentence } from "../../text/layer.js";
import type { SpeakerPhrase } from "./attribution-reading.js";
import { isRecord } from "./floor.js";
import type { Scene } from "./scene.js";
import { speakerPhrase } from "./speaker-phrase.js";
import { subjectOfClause } from "./subject.js";

/** The record that a verb speaks "in" stands at most so many tokens in front of it. */
const RECORD_REACH = 24;

/**
 * "تلقى الملك اتصالا من الرئيس، أعرب فيه", "ألقى المدير كلمة أكد خلالها": what is said in a call, a letter or a speech is
 * said by whom it is from, and if that is not told, by whoever gave it.
 */
export function authorOfRecord(scene: Scene, at: number, sentence: Sentence): SpeakerPhrase | null {
  if (!scene.has(at + 1, "prep.within")) return null;
  for (let record = at - 1; record >= Math.max(sentence.first, at - RECORD_REACH); record--) {
    if (!isRecord(scene, record)) continue;
    for (let from = record + 1; from < at - 1; from++) {
      if (!scene.has(from, "prep.from")) continue;
      const somebody =
        scene.isPersonal(from + 1) ||
        scene.has(from + 1, "honorific") ||
        scene.name(from + 1)?.kind === "person";
      const phrase = somebody ? speakerPhrase(scene, from + 1, at) : null;
      if (phrase) return phrase;
    }
    return subjectOfClause(scene, sentence, record);
  }
  return null;
}
