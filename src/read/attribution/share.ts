import { isPercentSign } from "../numbers/percent.js";
import type { SpeakerPhrase } from "./attribution-reading.js";
import type { Scene } from "./scene.js";

/** "من أصحاب العمل في المملكة": those of whom it is a share are named in so many words. */
const LONGEST_WHOLE = 6;

/**
 * So many of a hundred who were asked: "45% من المشاركين", "57 في المئة". Polls and surveys let them speak.
 * Null where no share of people stands at the token.
 */
export function shareAt(scene: Scene, at: number, limit: number): SpeakerPhrase | null {
  if (scene.token(at)?.kind !== "number") return null;
  const sign = isPercentSign(scene.form(at + 1));
  const behind = sign ? at + 2 : (scene.unit(at + 1, "number.percent")?.last ?? 0);
  if (behind === 0 || behind > limit) return null;
  return { first: at, last: endOfWhole(scene, behind, limit), joined: false };
}

/** "من المشاركين", "منهم", "فقط". */
function endOfWhole(scene: Scene, from: number, limit: number): number {
  if (scene.has(from, "prep.pronoun") || scene.has(from, "adverb")) return from + 1;
  if (!scene.has(from, "prep.from")) return from;
  let at = from + 1;
  while (at < Math.min(limit, from + LONGEST_WHOLE) && scene.isWord(at) && goesOn(scene, at)) at++;
  return at > from + 1 ? at : from;
}

const goesOn = (scene: Scene, at: number): boolean =>
  !["that", "relative", "aspect", "prep.about"].some((name) => scene.has(at, name)) &&
  !scene.isVerb(at) &&
  !(scene.isClosed(at) && !scene.has(at, "prep.in"));
