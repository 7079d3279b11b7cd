import type { Entity } from "../../core/contract.js";
import { kilometresBetween } from "../../gazetteer/distance.js";
import { spellingOf } from "../../relate/spelling.js";
import type { StoryContext } from "../context.js";
import { toldWithin } from "../counts/told-within.js";

/**
 * How the places of two happenings stand: "same", one "within" the other, "near" each other, "apart",
 * or "open" where one is not told, or where nobody knows where it lies.
 */
export type PlaceRelation = "same" | "within" | "near" | "apart" | "open";

/** Kilometres around the middle of a place in which it may still be meant, by what its point is. */
const REACH = { point: 25, city: 40, region: 150, country: 0 } as const;

/** @param a, b ids of places; null where none closer than a country is told */
export function comparePlaces(
  a: string | null,
  b: string | null,
  context: StoryContext,
): PlaceRelation {
  if (a === null || b === null) return "open";
  if (a === b) return "same";
  const [x, y] = [context.entities.get(a), context.entities.get(b)];
  if (!x || !y) return "open";
  if (namesOther(x, y) || namesOther(y, x)) return "within";
  const told = toldWithin(context);
  if (told.holds(a, b) || told.holds(b, a)) return "within";
  if (!x.geo || !y.geo) return x.ref !== null && y.ref !== null ? "apart" : "open";
  const precisions = [x.geo.precision, y.geo.precision];
  const reach = Math.max(...precisions.map((precision) => REACH[precision]));
  if (kilometresBetween(x.geo, y.geo) > reach) return "apart";
  return precisions.includes("region") ? "within" : "near";
}

/** Both are known, and the one lies elsewhere. */
export const isElsewhere = (a: string | null, b: string | null, context: StoryContext): boolean =>
  comparePlaces(a, b, context) === "apart";

/** "The central hospital of Asir", "the mosque of Abha": the one stands in the other's name. */
function namesOther(inner: Entity, outer: Entity): boolean {
  const { bareForm } = spellingOf("ar");
  const words = new Set(inner.name.split(/\s+/).map(bareForm));
  const own = outer.name.split(/\s+/).map(bareForm);
  return own.length < words.size && own.every((word) => words.has(word));
}

/** The place that a claim's words name, closer than a country; null where there is none. */
export function specificPlace(place: string | null, context: StoryContext): string | null {
  return place === null || context.isWide(place) || context.isUnplacedBuilding(place)
    ? null
    : place;
}
