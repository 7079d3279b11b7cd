import type { Populated } from "./geonames.js";

/** Order among bearers of one form: lower first. Inside a class the more populous leads. */
export const RANK = {
  country: 0,
  capital: 1,
  wellKnown: 2,
  institution: 3,
  populated: 4,
  outlet: 5,
} as const;

/** A region is as likely meant as a town of this size; its seat of the same name goes before it. */
export const REGION_WEIGHT = 400_000;

/** Rank inside its class, in [0, 1): 0 for the most populous. */
export const bySize = (population: number): number => 1 - Math.min(population, 4e7) / 4.1e7;

export function rankOfPopulated(place: Populated): number {
  if (place.feature === "PPLC") return RANK.capital + bySize(place.population);
  const weight =
    place.feature === "PPLA" ? Math.max(place.population, REGION_WEIGHT + 1) : place.population;
  return RANK.populated + bySize(weight);
}
