import { phraseOf } from "./bearers.js";
import type { Populated } from "./geonames.js";

/** Kinds of hand-placed rows that GeoNames may know as a populated place after all. */
const POPULATED_TYPES = new Set(["city", "town", "camp", "district"]);
/** Degrees; a centre set by hand is no more exact. */
const NEARBY = 0.25;

export interface PlacesByPoint {
  /** The GeoNames place near the point of `at` that shares one of the names, or null. */
  find(at: string, type: string, names: readonly string[]): Populated | null;
}

/** Finds what a hand-placed row repeats, so that no town stands twice and GeoNames' point wins. */
export function placesByPoint(
  populated: readonly Populated[],
  names: (place: Populated) => readonly string[],
): PlacesByPoint {
  const byPhrase = new Map<string, Populated[]>();
  for (const place of populated) {
    for (const name of names(place)) {
      const phrase = phraseOf(name);
      const sharing = byPhrase.get(phrase);
      if (sharing) sharing.push(place);
      else byPhrase.set(phrase, [place]);
    }
  }
  return {
    find: (at, type, names) => {
      if (!POPULATED_TYPES.has(type)) return null;
      const { country, lat, lon } = pointOf(at);
      for (const name of names) {
        const near = byPhrase
          .get(phraseOf(name.replace("*", "")))
          ?.find(
            (place) =>
              place.country === country &&
              Math.abs(place.lat - lat) < NEARBY &&
              Math.abs(place.lon - lon) < NEARBY,
          );
        if (near) return near;
      }
      return null;
    },
  };
}

/** Reads `SY@36.2,37.1`, or `-@…` for a place of no one country. */
export function pointOf(at: string): { country: string | null; lat: number; lon: number } {
  const match = /^([A-Z]{2}|-)@(-?[\d.]+),(-?[\d.]+)$/.exec(at);
  if (!match) throw new Error(`places.tsv: "${at}" is no country and point`);
  const [, country = "-", lat, lon] = match;
  return { country: country === "-" ? null : country, lat: Number(lat), lon: Number(lon) };
}
