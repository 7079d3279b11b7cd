import type { Sentence } from "../../text/layer.js";
import type { Reading } from "../../text/word.js";
import { speakerOf } from "./speaker.js";
import { speakerPhrase } from "./speaker-phrase.js";
import type { Speech } from "./speech.js";
import { frameOf } from "./verb-frame.js";

/**
 * «"نحن الأبطال"، هذا ما قاله المدرب»: what was said comes first, and the verb points back to it.
 * @returns the token to go on with; null where the verb is no such one
 */
export function readSaidBefore(
  speech: Speech,
  at: number,
  reading: Reading,
  sentence: Sentence,
): number | null {
  const { scene } = speech;
  if (!reading.enclitic || !scene.has(at - 1, "what")) return null;
  if (!scene.has(at - 2, "demonstrative")) return null;
  // "وهذا ما تقدمه المجالس": what the verb says only with a certain noun it does not say here.
  const { needs } = frameOf(reading);
  if (needs.length > 0 && !needs.includes("opening")) return null;
  const phrase = speakerPhrase(scene, at + 1, sentence.last);
  if (!phrase) return null;
  const { first } = sentence;
  const last = scene.isComma(at - 3) ? at - 3 : at - 2;
  const chain = [speakerOf(scene, phrase)];
  speech.current = chain;
  const close = scene.opensQuote(first) ? scene.closingQuote(first, last) : null;
  speech.add("attribution.said-before", first, last, {
    chain,
    direct: close !== null,
    quoted: close === null ? null : { first: first + 1, last: close },
    cue: { first: at, last: at + 1 },
  });
  return phrase.last;
}
