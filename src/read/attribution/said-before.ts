import type { Sentence } from "../../text/layer.js";
import type { Reading } from "../../text/word.js";
import type { SpeakerPhrase } from "./attribution-reading.js";
import type { Scene } from "./scene.js";
import { speakerOf } from "./speaker.js";
import { speakerPhrase } from "./speaker-phrase.js";
import type { Speech } from "./speech.js";
import { stanceOf } from "./stance.js";
import { frameOf } from "./verb-frame.js";

/** A quotation in front of its verb has at least so many tokens, its marks counted. */
const SHORTEST_TAGGED = 4;

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
  if (!reading.enclitic) return readTagged(speech, at, reading, sentence);
  if (takesUp(scene, at)) return readTakenUp(speech, at, reading, sentence);
  if (!scene.has(at - 1, "what")) return null;
  if (scene.has(at - 2, "pronoun.personal")) return readTakenUp(speech, at, reading, sentence);
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

/**
 * «"لن نرحل"، تقول أم محمد»: the words stand in marks at the head of the sentence, and the verb with who said
 * them behind. Nothing more is said there.
 */
function readTagged(
  speech: Speech,
  at: number,
  reading: Reading,
  sentence: Sentence,
): number | null {
  const { scene } = speech;
  const { takes, needs } = frameOf(reading);
  if (takes.has("object") || (needs.length > 0 && !needs.includes("opening"))) return null;
  const { first } = sentence;
  if (at - first < SHORTEST_TAGGED || !scene.opensQuote(first)) return null;
  const close = lastClosing(scene, first, at);
  if (close === null) return null;
  const phrase = speakerPhrase(scene, at + 1, sentence.last);
  if (!phrase || !namesSomebody(scene, phrase)) return null;
  const next = phrase.last;
  if (scene.has(next, "that") || scene.isColon(next)) return null;
  const chain = [speakerOf(scene, phrase)];
  speech.current = chain;
  speech.add("attribution.said-before", first, close + 1, {
    chain,
    direct: true,
    quoted: { first: first + 1, last: close },
    cue: { first: at, last: at + 1 },
  });
  return next;
}

/** The mark that closes right in front of the verb, give or take a comma and "so"; null where none does. */
function lastClosing(scene: Scene, first: number, verb: number): number | null {
  let at = verb - 1;
  while (at > first && (scene.isComma(at) || scene.isStop(at) || scene.has(at, "speech.filler")))
    at--;
  return at > first && scene.isQuote(at) && !scene.opensQuote(at) ? at : null;
}

/** By name, by calling, or in words that no lexicon knows. */
const namesSomebody = (scene: Scene, { first }: SpeakerPhrase): boolean =>
  scene.name(first) !== null ||
  scene.isPersonal(first) ||
  scene.has(first, "given-name") ||
  scene.has(first, "counted.kin") ||
  scene.main(first) === null;

/** "وهو أمر نفته", "وهي مزاعم تنفيها", "الأمر الذي أكدته". */
function takesUp(scene: Scene, at: number): boolean {
  if (scene.has(at - 1, "relative")) return scene.has(at - 2, "speech.matter");
  if (!scene.has(at - 2, "pronoun.personal")) return false;
  return scene.has(at - 1, "speech.matter") || scene.has(at - 1, "speech.claim");
}

/**
 * "…، وهو ما نفته الحركة": what stands in front is denied, confirmed or rejected by somebody else; who
 * said it before has ended.
 */
function readTakenUp(
  speech: Speech,
  at: number,
  reading: Reading,
  sentence: Sentence,
): number | null {
  const { scene } = speech;
  const { needs } = frameOf(reading);
  if (needs.length > 0 && !needs.includes("opening") && !needs.includes("object")) return null;
  const phrase = speakerPhrase(scene, at + 1, sentence.last);
  if (!phrase || !namesSomebody(scene, phrase)) return null;
  const last = scene.isComma(at - 3) ? at - 3 : at - 2;
  const told = speech.enclosing(last - 1);
  const first = told?.first ?? sentence.first;
  if (last <= first) return null;
  speech.endHere(last);
  const chain = [speakerOf(scene, phrase)];
  speech.current = chain;
  speech.add("attribution.said-before", first, last, {
    chain,
    stance: stanceOf(reading),
    cue: { first: at, last: at + 1 },
  });
  return phrase.last;
}
