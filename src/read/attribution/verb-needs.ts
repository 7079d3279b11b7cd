/**
 * What must stand in its clause for a verb of saying to say anything: a certain noun, or what opens its
 * content.
 */
import { contentStart } from "./asides.js";
import type { Opening } from "./opening.js";
import type { Scene } from "./scene.js";
import type { VerbFrame } from "./verb-frame.js";
import { findPreposition } from "./verb-preposition.js";

/** What a verb needs (مسؤولية, إدانة) stands this near. */
export const NEED_REACH = 6;
/** Responsibility stands behind all that is told of who bears it. */
const BLAME_REACH = 12;
/** What is rejected stands this near. */
const CLAIM_REACH = 2;
/** An أن this far behind the subject opens the content rather than a clause inside it. */
const THAT_REACH = 12;

/** Whether one of the things stands there without which the word says nothing. */
export const meetsNeeds = (
  scene: Scene,
  { needs }: VerbFrame,
  opening: Opening | null,
  approach: number,
  limit: number,
): boolean =>
  needs.length === 0 || needs.some((need) => meets(scene, need, opening, approach, limit));

function meets(
  scene: Scene,
  need: string,
  opening: Opening | null,
  approach: number,
  limit: number,
): boolean {
  switch (need) {
    case "opening":
      // A clause that describes the speaker may stand between.
      return (
        opening !== null &&
        (opening.kind !== "that" ||
          opening.first - approach < THAT_REACH ||
          scene.has(approach, "relative") ||
          (scene.isComma(approach) && scene.has(approach + 1, "relative")))
      );
    case "object": {
      const object = contentStart(scene, approach, limit);
      return object < limit && !scene.has(object, "preposition");
    }
    // "خلص التقرير إلى أن": with a clause between ("توصلا إلى اتفاق ينص على أن") somebody else says it.
    case "said-that":
      return (
        opening !== null &&
        opening.kind === "that" &&
        (contentStart(scene, approach, limit) >= opening.first - 1 ||
          // "خلصت الدراسة التي نشرتها الصحيفة إلى أن": behind a clause that describes who says it.
          (scene.has(approach, "relative") && scene.has(opening.first - 1, "prep.to")))
      );
    case "document":
      return opening !== null && wordWithin(scene, "speech.document", approach, limit);
    case "claim":
      return (
        wordWithin(scene, "speech.claim", approach, approach + CLAIM_REACH) ||
        scene.has(approach, "what")
      );
    // "كشفت الشرطة تفاصيل الحادث": right behind who reveals it.
    case "revealed":
      return isRevealed(scene, contentStart(scene, approach, limit));
    case "responsibility":
      return wordWithin(scene, "speech.responsibility", approach, limit, BLAME_REACH);
    case "condolence":
    case "renewed":
      return wordWithin(scene, `speech.${need}`, approach, limit);
    default:
      return findPreposition(scene, approach, limit, new Set([need]));
  }
}

/** "تفاصيل الحادث", "ارتفاع الواردات", "عزمها البناء". */
const REVEALED = ["speech.revealed", "event.masdar", "speech.mute", "speech.content"] as const;

export const isRevealed = (scene: Scene, at: number): boolean =>
  REVEALED.some((name) => scene.has(at, name)) &&
  !scene.main(at)?.preposition &&
  !scene.main(at)?.conjunction &&
  !scene.isVerb(at);

function wordWithin(
  scene: Scene,
  name: string,
  from: number,
  limit: number,
  reach = NEED_REACH,
): boolean {
  for (let at = from; at < Math.min(limit, from + reach); at++)
    if (scene.has(at, name)) return true;
  return false;
}
