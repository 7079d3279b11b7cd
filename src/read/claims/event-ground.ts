import type { TextLayer } from "../../text/layer.js";
import type { PlaceMention } from "./place-mention.js";
import { COMMAS, opensClause } from "./scene-marks.js";

/** Tokens behind an event within which a place of its sentence is its own, whatever stands between. */
const NEAR = 8;
/** Finite verbs behind an event after which its sentence tells of something else: one may take it up. */
const VERBS = 2;
/** Tokens in front of a place that opens its sentence. */
const FRONT = 2;

/**
 * Whether a place of the sentence can be that of an event told by tokens `[first, last)`. A place far
 * behind it, past another clause, is of that clause: "استهدفت الغارة معسكرا، فيما نفت الوزارة أن تكون
 * قواتها في X". A continent or a part of the world is what is talked about, and no place of an event.
 */
export function isGround(
  layer: TextLayer,
  place: PlaceMention,
  first: number,
  last: number,
): boolean {
  if (place.first < last) return !place.broad || place.first >= first;
  if (place.broad) return false;
  if (opensContent(layer, last, place.first)) return false;
  return place.first - last <= NEAR || !leavesEvent(layer, last, place.first, VERBS);
}

/** "اعتقلت جماعة اعترفت بأنها تنشط في X": what "that" tells, however near. */
function opensContent({ words }: TextLayer, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (words[at]?.classes.has("that")) return true;
  return false;
}

/**
 * The same of what persons and bodies do rather than what happens at a place (agree, decide, raise
 * prices): only a place in its own clause, or right before it, is where.
 */
export function isSeat(
  layer: TextLayer,
  place: PlaceMention,
  first: number,
  last: number,
): boolean {
  const { inside, broad } = place;
  if (broad || !inside) return false;
  if (place.wide && isOfAim(layer, first, place.first)) return false;
  if (place.first >= last)
    return place.first - last <= NEAR && !leavesEvent(layer, last, place.first, 1);
  if (place.first >= first || place.last === first) return true;
  const start = layer.sentences[layer.sentenceOf[place.first] ?? -1]?.first ?? place.first;
  return place.first - start <= FRONT && COMMAS.has(layer.words[place.last]?.form ?? "");
}

/** "اجتمعوا لمناقشة الأوضاع في اليمن": a land behind an indefinite noun with a joined preposition is what it is about. */
function isOfAim({ words }: TextLayer, first: number, place: number): boolean {
  for (let at = place - 2; at >= Math.max(first, place - AIM_REACH); at--) {
    const joined = words[at]?.readings.find(({ entry }) => entry.pos !== "verb");
    if (joined && joined.preposition !== "" && !joined.article) return true;
  }
  return false;
}
/** Tokens from what persons meet for to the land that it is about. */
const AIM_REACH = 6;

/**
 * Whether a time far behind an event, at token `at`, is told of another clause: "أوقفت الشرطة ثلاثة،
 * وقال ناطق باسمها إن رابعا سلم نفسه الخميس"; or behind "after", of what came before.
 */
export function isOfOtherClause(layer: TextLayer, last: number, at: number): boolean {
  return at - last > NEAR && leavesEvent(layer, last, at, VERBS, AFTER);
}

const AFTER: readonly string[] = ["event.after", "relative"];

/** Tokens `[from, to)` open a clause with "that", "while", one of the other words or so many finite verbs. */
function leavesEvent(
  { words }: TextLayer,
  from: number,
  to: number,
  verbs: number,
  others: readonly string[] = [],
): boolean {
  let told = 0;
  for (let at = from; at < to; at++) {
    const word = words[at];
    if (!word) continue;
    if (opensClause(word) || word.classes.has("that")) return true;
    if (others.some((name) => word.classes.has(name))) return true;
    if (word.readings[0]?.entry.pos === "verb" && ++told >= verbs) return true;
  }
  return false;
}
