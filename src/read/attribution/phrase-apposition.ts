/** A name or an office between commas behind a speaker: how far it reaches, and what closes it. */
import { isNameLike } from "./phrase-name.js";
import type { Scene } from "./scene.js";

/** A person's name has at most so many words. */
const LONGEST_NAME = 6;

export const personAt = (scene: Scene, at: number): ReturnType<Scene["name"]> =>
  scene.name(at)?.kind === "person" && !scene.isVerb(at - 1) ? scene.name(at) : null;

/** A person's name ends right in front. */
export function endsInName(scene: Scene, last: number): boolean {
  for (let at = last - 1; at >= last - LONGEST_NAME; at--) {
    const name = scene.name(at);
    if (name) return name.kind === "person" && last - name.last <= 1;
  }
  return false;
}

/** Words no lexicon knows, or parts of names: the name of an official just introduced. */
export function afterUnknownName(scene: Scene, start: number, end: number): number {
  let at = start;
  while (at < Math.min(end, start + LONGEST_NAME) && mayBeName(scene, at)) at++;
  return at;
}

/** Two or three words that are names or known for nothing else. */
export function afterTwoNames(scene: Scene, start: number, end: number): number {
  let at = start;
  while (at < Math.min(end, start + 3) && isNameLike(scene, at) && mayBeName(scene, at)) at++;
  return at >= start + 2 && scene.isComma(at) ? at : start;
}

/** Between two commas behind an office even an ordinary word is a name. */
const mayBeName = (scene: Scene, at: number): boolean =>
  scene.isWord(at) &&
  scene.afterTime(at) === at &&
  !scene.isVerb(at) &&
  !scene.isCircumstance(at) &&
  !["that", "relative", "preposition", "prep.for", "prep.about"].some((name) =>
    scene.has(at, name),
  ) &&
  scene.name(at)?.kind !== "outlet" &&
  !isJoinedNoun(scene, at);

/** A preposition in front of it; "باكاري" would be a given name with a pronoun, which none bears. */
function isJoinedNoun(scene: Scene, at: number): boolean {
  const main = scene.main(at);
  if (!main?.preposition) return false;
  return !(main.enclitic && main.entry.classes.includes("given-name"));
}

/** The apposition is closed by a comma, what opens the content, an adjunct, or the verb. */
export function closesApposition(scene: Scene, at: number, named: boolean): boolean {
  if (scene.isComma(at) || scene.isColon(at) || scene.isQuote(at)) return true;
  // "…، علي الحسيني لـ«راديو سوا» إن", "…، خالد الأحمد لرويترز".
  if (named && (scene.has(at, "prep.for") || scene.name(at)?.kind === "outlet")) return true;
  if (scene.has(at, "that") || scene.has(at, "preposition") || scene.has(at, "aspect")) return true;
  if (scene.afterTime(at) > at) return true;
  return named && (scene.isVerb(at) || scene.has(at, "speech.verb"));
}
