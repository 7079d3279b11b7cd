import { MODALITIES, type Modality, STANCES, type Stance } from "../../core/codes.js";
import type { Reading } from "../../text/word.js";
import type { Opening } from "./opening.js";
import type { Scene } from "./scene.js";

/** Words of the content in which a crime is named that makes it an accusation. */
const STANCE_REACH = 10;
/** Somebody's crimes are told this near to where the content begins. */
const CRIME_REACH = 28;

/** The stance that a verb takes by itself. */
export function stanceOf(reading: Reading): Stance {
  return STANCES.find((known) => known === reading.entry.features["stance"]) ?? "states";
}

export function modalityOf(scene: Scene, at: number, reading: Reading): Modality {
  const told = isTurned(scene, at, reading) ? "negated" : "modality";
  return MODALITIES.find((known) => known === reading.entry.features[told]) ?? "asserted";
}

/** "لم تستبعد الشرطة": who does not hold a thing unlikely tells something by it. */
export const isTurned = (scene: Scene, at: number, reading: Reading): boolean =>
  reading.entry.features["negated"] !== undefined && scene.isNegated(at);

/**
 * The stance of the verb, sharpened by the first words of what is said: "confirmed its
 * condemnation" condemns, "that it is a war crime" accuses, "what it says is" only alleges.
 */
export function stanceAt(
  scene: Scene,
  at: number,
  reading: Reading,
  start: number,
  limit: number,
  opening: Opening | null,
): Stance {
  if (isTurned(scene, at, reading)) return "states";
  const stance = stanceOf(reading);
  if (stance !== "states" && stance !== "confirms") return stance;
  if (scene.has(at - 1, "what") && reading.tense === "present") return "alleges";
  for (let next = start; next < Math.min(limit, start + STANCE_REACH); next++) {
    const own = opening === null && next <= start + 1 && !reading.entry.features["plain"];
    const noun = own ? scene.reading(next, "speech.renewed") : null;
    const named = noun ?? scene.unit(next, "speech.accusing")?.reading;
    if (named?.entry.features["stance"]) return stanceOf(named);
  }
  // "لم تلزمه القرارات بوقف جرائمه": whose crimes they are is said further on, too.
  for (let next = start; next < Math.min(limit, start + CRIME_REACH); next++)
    if (scene.has(next, "speech.crime")) return "accuses";
  return stance;
}
