/** Classes of words at which phrases of a speaker end, and words that begin a clause. */
import type { Scene } from "./scene.js";

/** Prepositions that stand as words of their own. */
export const PREPOSITIONS = [
  "preposition",
  "prep.in",
  "prep.from",
  "prep.about",
  "prep.to",
  "prep.for",
] as const;

/** Words that cannot stand inside a noun phrase that names somebody or his office. */
export const NO_NOUN_PHRASE = [
  "relative",
  "aspect",
  "be",
  "what",
  "demonstrative",
  "negation",
  "clause",
  "clause.front",
  "speech.accord",
  "speech.filler",
  "speech.manner",
  "speech.adjunct",
  "speech.phone",
  "speech.occasion",
  "speech.identity",
  "victim",
] as const;

const CLAUSE_WORDS = ["that", "relative", "aspect", "be", "what"] as const;

export const isClauseWord = (scene: Scene, at: number): boolean =>
  CLAUSE_WORDS.some((name) => scene.has(at, name)) &&
  !scene.isNameParticle(at) &&
  !isTown(scene, at);

/** "رئيس بلدية كان ديفيد لينار": behind a noun that waits for a place the verb "to be" is one, in front of who holds it. */
export const isTown = (scene: Scene, at: number): boolean =>
  scene.has(at, "be") &&
  (scene.has(at - 1, "place-word") || scene.has(at - 1, "org")) &&
  !scene.main(at - 1)?.article &&
  scene.isOfficial(at - 2) &&
  (scene.name(at + 1)?.kind === "person" || scene.main(at + 1) === null);
