/** Places told aside: where somebody comes from, is brought to, speaks, or from where a length is measured. */
import type { TextLayer } from "../../text/layer.js";
import { markOf } from "../../text/marks.js";
import type { Attribution } from "../attribution/attribution-reading.js";
import type { PlaceMention } from "./place-mention.js";

/** Words between "was brought" and the last of the hospitals of X, Y and Z. */
const TRANSFER_REACH = 30;
/** Tokens between a word of coming or going and where from; and where to, behind where from. */
const ORIGIN_REACH = 3;
const JOURNEY_REACH = 6;
/** Tokens from a length back to the place that it is measured from. */
const REFERENCE_REACH = 5;
/** Tokens behind a speaker that tell where he speaks. */
const SPEAKER_PLACE = 3;
/** Mark of words of coming, going and bringing. */
const JOURNEY = markOf(["place-origin", "place-transfer"]);

/** Somebody comes, goes or is brought, in so many tokens in front. */
function isJourney({ marks }: TextLayer, first: number, reach: number): boolean {
  for (let at = Math.max(0, first - reach); at < first; at++)
    if (((marks[at] ?? 0) & JOURNEY) !== 0) return true;
  return false;
}

/** "ينحدر من X", "القادم من X", "متجها إلى X", "عودتهم من X إلى Y". */
export function isOrigin(layer: TextLayer, first: number): boolean {
  if (!isJourney(layer, first, JOURNEY_REACH)) return false;
  const { words } = layer;
  const reach = words[first - 1]?.classes.has("prep.to") ? JOURNEY_REACH : ORIGIN_REACH;
  for (let at = first - 1; at >= Math.max(0, first - reach); at--) {
    if (words[at]?.classes.has("place-origin")) return true;
    if (layer.tokens[at]?.kind !== "word") return false;
  }
  return false;
}

/** "على مسافة 700 كيلومتر جنوبي X", "50 كيلومترا عن X": a place told by how far it lies from another. */
export function isReference(layer: TextLayer, first: number): boolean {
  const { words } = layer;
  const near = words[first - 1];
  const measured = ["direction", "prep.from", "prep.about"].some((one) => near?.classes.has(one));
  if (!measured) return false;
  for (let at = first - 2; at >= Math.max(0, first - REFERENCE_REACH); at--) {
    if (words[at]?.readings.some(({ entry }) => entry.features["of"] === "length")) return true;
    if (layer.tokens[at]?.kind !== "word") return false;
  }
  return false;
}

/** "زيارة إلى X", "وصوله إلى X": the end of a way, unless the way itself is where: "على الطريق إلى X". */
export function isEndOfWay({ words }: TextLayer, first: number): boolean {
  if (!words[first - 1]?.classes.has("prep.to")) return false;
  const before = words[first - 2]?.classes;
  return !before?.has("place-word") && !before?.has("place-way");
}

/** "على طريق R بين X وY": the ends of the road on which it happened. */
export function isEndOfRoad(
  { words }: TextLayer,
  first: number,
  before: PlaceMention | undefined,
): boolean {
  if (!before || before.last > first) return false;
  const isBetween = (at: number): boolean => words[at - 1]?.classes.has("among") === true;
  if (before.line) return before.last === first - 1 && isBetween(first);
  return before.aside && before.last === first && isBetween(before.first);
}

/** "مباحثات جنيف", "قال في مؤتمر صحافي في أنقرة": where it was talked of, and not where other things happened. */
export function isOfTalks({ words, tokens }: TextLayer, { first }: PlaceMention): boolean {
  for (let at = first - 1; at >= Math.max(0, first - TALKS_REACH); at--) {
    if (tokens[at]?.kind !== "word") return false;
    const word = words[at];
    if (word?.classes.has("speech.adjunct")) return true;
    if (word?.readings.some(({ entry }) => TALKS.has(entry.features["type"] ?? ""))) return true;
  }
  return false;
}

/** Tokens between talks, or a conference, and the town in which they were. */
const TALKS_REACH = 4;
/** Types of events at which persons talk. */
const TALKS: ReadonlySet<string> = new Set(["agree", "meet", "summit"]);

/** "نقلوا إلى مستشفى X في Y": everything behind "to", up to the end of the clause. */
export function isDestination(
  layer: TextLayer,
  first: number,
  joined: string,
  dative: string,
): boolean {
  if (!isJourney(layer, first, TRANSFER_REACH)) return false;
  let to = joined === dative;
  for (let at = first - 1; at >= Math.max(0, first - TRANSFER_REACH); at--) {
    const word = layer.words[at];
    if (!word || (layer.tokens[at]?.kind !== "word" && CLAUSE_ENDS.has(word.form))) return false;
    if (word.classes.has("clause.front") && at < first - 1) return false;
    to ||= word.classes.has("prep.to");
    to ||= word.readings.some((one) => one.preposition === dative);
    if (word.classes.has("place-transfer")) return to;
  }
  return false;
}

const CLAUSE_ENDS: ReadonlySet<string> = new Set([".", "؛", ";", "!", "؟", ":"]);

/** Marks what names a speaker, and where he stands: "قال المصدر في دمشق إن". */
export function speakerTokens(layer: TextLayer, attributions: readonly Attribution[]): Uint8Array {
  const marks = new Uint8Array(layer.tokens.length);
  for (const { first, value } of attributions) {
    for (const speaker of value.chain) {
      const where = speaker.last <= first ? Math.min(first, speaker.last + SPEAKER_PLACE) : 0;
      marks.fill(1, speaker.first, Math.max(speaker.last, where));
    }
  }
  return marks;
}
