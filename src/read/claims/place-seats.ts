/** The regions that bodies serve, which are no places of their news. */
import type { TextLayer } from "../../text/layer.js";
import type { NameMention } from "../names/mention.js";
import type { PlaceMention } from "./place-mention.js";
import { placeReading, placeType } from "./place-noun.js";
import { BUILDINGS } from "./place-types.js";

/** Kinds of regions that a body is of. */
const SERVED: ReadonlySet<string> = new Set(["region", "area"]);
/** Tokens between a body and where it serves: a quote and the word for a region. */
const SEAT_GAP = 2;

/** "هيئة الهلال الأحمر بمنطقة X": what a body serves, and no place of what it tells; في would tell where. */
export function isSeatOf(
  layer: TextLayer,
  body: NameMention | undefined,
  first: number,
  locative: string,
): boolean {
  if (body?.value.kind !== "organization" || BUILDINGS.has(body.value.type ?? "")) return false;
  if (first < body.last || first - body.last > SEAT_GAP) return false;
  for (let at = body.last; at <= first; at++) {
    const reading = placeReading(layer.words[at]);
    if (reading)
      return reading.preposition === locative && SERVED.has(placeType(layer.words[at]) ?? "");
    if (layer.tokens[at]?.kind === "word") return false;
  }
  return false;
}

/** Where the text tells a town besides, the seats of bodies are no places of its news. */
export function withoutSeats(
  named: readonly PlaceMention[],
  seats: ReadonlySet<PlaceMention>,
): PlaceMention[] {
  const isTown = (one: PlaceMention): boolean =>
    one.locative && !one.wide && !one.aside && !seats.has(one);
  const first = named.find(isTown)?.first ?? Number.POSITIVE_INFINITY;
  return named.map((one) => (seats.has(one) && first < one.first ? { ...one, aside: true } : one));
}
