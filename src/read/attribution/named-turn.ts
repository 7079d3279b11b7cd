import type { Sentence } from "../../text/layer.js";
import type { SpeakerPhrase } from "./attribution-reading.js";
import type { Scene } from "./scene.js";
import { speakerOf } from "./speaker.js";
import { speakerPhrase } from "./speaker-phrase.js";
import type { Speech } from "./speech.js";
import { beginsWithName } from "./subject.js";

/** Whose turn it is stands in so many words before his colon. */
const LONGEST_TURN = 12;

/**
 * "سالم العلي: الطريق خطير": in a report that gives many people their say, a paragraph begins with whose turn it is. The
 * first paragraph of a report begins so with who wrote it.
 */
export function readNamedTurn(speech: Speech, { first, last, paragraph, heading }: Sentence): void {
  const { scene } = speech;
  const { sentences, sentenceOf } = scene.layer;
  const before = sentences[(sentenceOf[first] ?? 0) - 1];
  if (heading || !before || before.paragraph === paragraph || !speech.hasFound()) return;
  if (!beginsWithName(scene, first) && !isTitled(scene, first)) return;
  const phrase = speakerPhrase(scene, first, Math.min(last, first + LONGEST_TURN));
  if (!phrase || !scene.isColon(phrase.last) || phrase.last + 2 >= last) return;
  speech.turn(phrase.last, [speakerOf(scene, phrase)], { first: phrase.last, last });
}

/** "المواطن سالم العلي", "الدكتور سالم". */
const isTitled = (scene: Scene, at: number): boolean =>
  (scene.has(at, "title") || scene.isOfficial(at)) &&
  scene.shape.isDefinite(scene.form(at)) &&
  scene.name(at + 1)?.kind === "person";

/** "ويشاركه الرأي سعود العلي بقوله: …": who is of the same view is who speaks from here. Null where nobody is. */
export function readSharedView(speech: Speech, at: number, sentence: Sentence): number | null {
  const { scene } = speech;
  const view = scene.reading(at, "speech.view");
  if (!view?.article || !scene.reading(at - 1, "speech.sharing")?.enclitic) return null;
  const phrase = speakerPhrase(scene, at + 1, sentence.last);
  if (!phrase || !isSomebody(scene, phrase)) return null;
  speech.passTo([speakerOf(scene, phrase)], at - 1);
  return phrase.last;
}

const isSomebody = (scene: Scene, { first }: SpeakerPhrase): boolean =>
  scene.name(first) !== null || scene.isPersonal(first) || beginsWithName(scene, first);
