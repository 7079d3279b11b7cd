import type { TextLayer } from "../../text/layer.js";
import type { PlaceMention } from "./place-mention.js";
import { COMMAS } from "./scene-marks.js";

/** Tokens between two places of a list: a comma, "and in the town of". */
const LIST_GAP = 3;
/** Places and counts that take turns so often show which belongs to which. */
const FEWEST_TURNS = 4;

/** Whether the places of a list stand before their counts or behind them. */
export type TurnOrder = "place-first" | "count-first";

/** The places of "A، B وC" around one of them; that one alone where it stands in no list. */
export function listAround(
  layer: TextLayer,
  places: readonly PlaceMention[],
  chosen: PlaceMention,
): readonly PlaceMention[] {
  let head = places.indexOf(chosen);
  let end = head + 1;
  while (head > 0 && isNext(layer, places[head - 1], places[head])) head--;
  while (end < places.length && isNext(layer, places[end - 1], places[end])) end++;
  return places.slice(head, end);
}

/** "A وB", "A، B", "بلدة A وبلدة B": nothing else stands between the two. */
function isNext(
  layer: TextLayer,
  before: PlaceMention | undefined,
  place: PlaceMention | undefined,
): boolean {
  if (!before || !place || before.aside !== place.aside || before.wide !== place.wide) return false;
  if (place.first < before.last || place.first - before.last > LIST_GAP) return false;
  if (isUnread(layer, before.last, place.first)) return true;
  let joined = place.follows;
  for (let at = before.last; at < place.first; at++) {
    const word = layer.words[at];
    const comma = COMMAS.has(word?.form ?? "");
    if (comma) joined ||= at + 1 === place.first;
    else if (!word?.classes.has("place-word")) return false;
    else joined ||= word.readings.some((reading) => reading.conjunction !== "");
  }
  return joined;
}

/** "A، بينين، B": one more name between two commas, that was not read as one. */
const isUnread = ({ words, tokens }: TextLayer, from: number, to: number): boolean =>
  to - from === LIST_GAP &&
  COMMAS.has(words[from]?.form ?? "") &&
  tokens[from + 1]?.kind === "word" &&
  COMMAS.has(words[to - 1]?.form ?? "");

/**
 * "قتل 3 في A و5 في B", "في A قتل 3 وفي B 5": where places and counts take turns from the first to
 * the last, each count has one side on which its place stands; null where they do not.
 */
export function turnOrder(
  places: readonly PlaceMention[],
  counts: readonly { readonly first: number }[],
): TurnOrder | null {
  if (Math.min(places.length, counts.length) < FEWEST_TURNS / 2) return null;
  const turns = [
    ...places.filter(({ aside }) => !aside).map(({ first }) => ({ first, place: true })),
    ...counts.map(({ first }) => ({ first, place: false })),
  ]
    .sort((a, b) => a.first - b.first)
    .filter(({ place }, index, all) => index === 0 || place !== all[index - 1]?.place);
  if (turns.length < FEWEST_TURNS || turns.length % 2 === 1) return null;
  return turns[0]?.place ? "place-first" : "count-first";
}
