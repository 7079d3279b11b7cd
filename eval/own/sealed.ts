/** The reports that nobody may look at: those labelled for a sealed set. */
import { existsSync, readFileSync } from "node:fs";
import { z } from "zod";
import { DRAWN_SETS } from "./sets.js";

const placesSchema = z.record(z.string(), z.object({ archive: z.string(), index: z.number() }));

const placeOf = (archive: string, index: number): string => `${archive}#${index}`;

const sealedPlaces: ReadonlySet<string> = new Set(
  DRAWN_SETS.filter(({ sealed }) => sealed !== null).flatMap(({ labels }) => {
    const file = new URL(labels, import.meta.url);
    if (!existsSync(file)) return [];
    const reports = Object.values(placesSchema.parse(JSON.parse(readFileSync(file, "utf8"))));
    return reports.map(({ archive, index }) => placeOf(archive, index));
  }),
);

/**
 * True where the record of an archive of saudinewsnet belongs to a sealed set.
 * @param archive the archive's file name
 * @param index its place in the archive's array, from 0
 */
export const isSealed = (archive: string, index: number): boolean =>
  sealedPlaces.has(placeOf(archive, index));
