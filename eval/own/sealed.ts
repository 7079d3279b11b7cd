/** The reports that nobody may look at: those labelled for a sealed set. */
import { existsSync, readFileSync } from "node:fs";
import { z } from "zod";
import { DRAWN_SETS, type SetName } from "./sets.js";

const placesSchema = z.record(z.string(), z.object({ archive: z.string(), index: z.number() }));

const placeOf = (archive: string, index: number): string => `${archive}#${index}`;

const placesOf = (labels: string): readonly string[] => {
  const file = new URL(labels, import.meta.url);
  if (!existsSync(file)) return [];
  const reports = Object.values(placesSchema.parse(JSON.parse(readFileSync(file, "utf8"))));
  return reports.map(({ archive, index }) => placeOf(archive, index));
};

const placesBySet = DRAWN_SETS.map(({ name, sealed, labels }) => ({
  name,
  sealed,
  places: new Set(placesOf(labels)),
}));

/**
 * True where the record of an archive of saudinewsnet belongs to a sealed set.
 * @param archive the archive's file name
 * @param index its place in the archive's array, from 0
 */
export const isSealed = (archive: string, index: number): boolean =>
  placesBySet.some(({ sealed, places }) => sealed !== null && places.has(placeOf(archive, index)));

/**
 * True where the record belongs to this set, open or sealed: for a draw that left it out while it was
 * the only sealed one, and has to name the same reports when it is run again.
 */
export const isOfSet = (set: SetName, archive: string, index: number): boolean =>
  placesBySet.some(({ name, places }) => name === set && places.has(placeOf(archive, index)));
