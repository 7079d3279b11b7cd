import type { Reading } from "../../text/word.js";
import type { SpeakerPhrase } from "./attribution-reading.js";
import type { Opening } from "./opening.js";
import type { Scene } from "./scene.js";

/** A name that reads as other words has at most so many. */
const LONGEST_NAME = 4;

/** What stands between a verb and what is said, and is nobody. */
const NOBODY = [
  "that",
  "relative",
  "what",
  "adverb",
  "aspect",
  "be",
  "except",
  "negation",
  "demonstrative",
  "interrogative",
  "pronoun.personal",
  "clause",
  "clause.front",
  "clause.inner",
  "count.every",
  "preposition",
  "prep.in",
  "prep.from",
  "prep.for",
  "prep.about",
  "prep.pronoun",
  "speech.aside",
  "speech.adjunct",
  "speech.filler",
  "speech.manner",
  "speech.nobody",
  "speech.participle",
  "speech.content",
  "speech.claim",
  "speech.renewed",
  "speech.mute",
  "speech.said",
  "event.masdar",
  "harm.noun",
  "sacred",
  "blessing",
] as const;

/**
 * "وقال جال إن", "ويرى ذاكر مولوي أن": between a verb and its "that" nothing else can stand than who says it, though the
 * words read as verbs. A verb behind a verb is one of the present ("تابع يقول").
 */
export function anySubject(
  scene: Scene,
  first: number,
  { number, enclitic }: Reading,
  opening: Opening,
): SpeakerPhrase | null {
  if (number !== "singular" || enclitic !== "") return null;
  let last = opening.first;
  if (scene.has(last - 1, "prep.to") || scene.has(last - 1, "prep.over")) last--;
  if (scene.isComma(last - 1)) last--;
  if (last <= first || last > first + LONGEST_NAME) return null;
  for (let at = first; at < last; at++) if (!mayBeCalled(scene, at)) return null;
  return { first, last, joined: false };
}

function mayBeCalled(scene: Scene, at: number): boolean {
  if (!scene.isWord(at) || scene.afterTime(at) > at || scene.isAccusative(at)) return false;
  if (scene.has(at, "given-name") && scene.shape.isGivenName(scene.written(at))) return true;
  if (scene.isClosed(at) || NOBODY.some((name) => scene.has(at, name))) return false;
  // "وطمأن الأهالي بأن": whom he tells.
  if (scene.has(at, "speaker")) return false;
  const readings = scene.layer.words[at]?.readings ?? [];
  const known = readings.some(
    ({ entry, tense, conjunction, preposition }) =>
      entry.pos === "noun" ||
      tense === "present" ||
      conjunction === scene.shape.and ||
      preposition === scene.shape.to ||
      preposition === scene.shape.by,
  );
  if (scene.shape.isJoinedDefinite(scene.form(at))) return false;
  return !known && !scene.shape.isBareAccusative(scene.form(at));
}
