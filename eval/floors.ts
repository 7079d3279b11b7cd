/** The scores that must not be lost: `floors.json`, row name to floor, 0 to 1. */
import { readFileSync, writeFileSync } from "node:fs";
import { z } from "zod";

const floorsSchema = z.record(z.string(), z.number().min(0).max(1));
export type Floors = z.infer<typeof floorsSchema>;

const floorsFile = new URL("floors.json", import.meta.url);

export function readFloors(): Floors {
  return floorsSchema.parse(JSON.parse(readFileSync(floorsFile, "utf8")));
}

/** Floors moved up to the scores that lie above them; none is added, none lowered. */
export function raised(floors: Floors, scores: ReadonlyMap<string, number>): Floors {
  return Object.fromEntries(
    Object.entries(floors).map(([name, floor]) => {
      const score = Math.floor((scores.get(name) ?? 0) * 1000) / 1000;
      return [name, Math.max(floor, score)];
    }),
  );
}

export function writeFloors(floors: Floors): void {
  writeFileSync(floorsFile, `${JSON.stringify(floors, null, 2)}\n`);
}

/** Floors are written with three places: a score that rounds to its floor has not fallen below it. */
export const isBelow = (score: number, floor: number): boolean =>
  Math.round(score * 1000) < Math.round(floor * 1000);
