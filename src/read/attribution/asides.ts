import { MEDIA, type Medium } from "../../core/codes.js";
import type { Reading } from "../../text/word.js";
import type { Scene } from "./scene.js";

/** An adjunct (في بيان سابق له) has at most so many tokens. */
const LONGEST_ADJUNCT = 10;
/** The medium is named this near to the verb. */
const MEDIUM_REACH = 24;

/** Where the content begins: behind commas, times and adjuncts that stand after the speaker. */
export function contentStart(scene: Scene, from: number, limit: number): number {
  let at = skipAsides(scene, from, limit);
  while (at < limit && scene.isComma(at)) at++;
  return Math.min(at, limit);
}

/** The token behind times, "by telephone" and adjuncts (في مؤتمر صحفي). */
export function skipAsides(scene: Scene, from: number, limit: number): number {
  let at = from;
  while (at < limit) {
    const begun = at;
    if (scene.isComma(at) && scene.afterTime(at + 1) > at + 1) at++;
    at = scene.afterTime(at);
    if (scene.has(at, "speech.phone")) at++;
    if (scene.has(at, "prep.in") && scene.has(at + 1, "speech.adjunct")) {
      at = endOfAdjunct(scene, at + 2, Math.min(limit, begun + LONGEST_ADJUNCT));
    }
    if (at === begun) break;
    if (scene.isComma(at)) at++;
  }
  return Math.min(at, limit);
}

function endOfAdjunct(scene: Scene, from: number, limit: number): number {
  let at = from;
  while (at < limit && !closesAdjunct(scene, at)) at++;
  return at;
}

const closesAdjunct = (scene: Scene, at: number): boolean =>
  scene.isComma(at) ||
  scene.isColon(at) ||
  scene.has(at, "that") ||
  scene.has(at, "prep.about") ||
  // "أفاد في وقت سابق بمقتل": what the verb takes.
  (scene.has(at, "harm.noun") && scene.main(at)?.preposition === scene.shape.by);

/** The end of the clause: its next comma. */
export function clauseEnd(scene: Scene, from: number, limit: number): number {
  for (let at = from; at < limit; at++) if (scene.isComma(at)) return at;
  return limit;
}

/** The medium named among the tokens: a statement, a press conference, a social network. */
export function mediumIn(scene: Scene, from: number, to: number): Medium | null {
  for (let at = from; at < Math.min(to, from + MEDIUM_REACH); at++) {
    for (const name of ["speech.adjunct", "speech.platform", "speech.phone"]) {
      const reading = scene.reading(at, name);
      const medium = reading ? mediumOf(reading) : null;
      if (medium) return medium;
    }
  }
  return null;
}

export function mediumOf(reading: Reading): Medium | null {
  return MEDIA.find((known) => known === reading.entry.features["medium"]) ?? null;
}
