import type { Reading } from "../../text/word.js";
import type { SpeakerPhrase } from "./attribution-reading.js";
import type { Scene } from "./scene.js";
import type { VerbFrame } from "./verb-frame.js";

/**
 * "الكتيبة التي اتهمت المجلس بقصف الحي", "وحملت الحركة مسؤولية الهجوم": right in front of what somebody is accused of
 * stands the accused. Who accuses stands before the verb, or spoke last.
 */
export function isAccused(
  scene: Scene,
  { entry, enclitic }: Reading,
  { last }: SpeakerPhrase,
  { takes, needs }: VerbFrame,
): boolean {
  // "اتهمه الجيش بقصف الحي": the accused is the pronoun.
  if (entry.features["stance"] !== "accuses" || !takes.has("addressee") || enclitic !== "")
    return false;
  if (needs.includes("responsibility")) return scene.has(last, "speech.responsibility");
  return scene.bears(last, scene.shape.by) && !scene.name(last);
}
