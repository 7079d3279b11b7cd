/** The scores that must not be lost: `floors.json`, row name to floor, 0 to 1. */
import { readFileSync } from "node:fs";
import { z } from "zod";

const floorsSchema = z.record(z.string(), z.number().min(0).max(1));
export type Floors = z.infer<typeof floorsSchema>;

export function readFloors(path: URL = new URL("floors.json", import.meta.url)): Floors {
  return floorsSchema.parse(JSON.parse(readFileSync(path, "utf8")));
}

/** Floors are written with three places: a score that rounds to its floor has not fallen below it. */
export const isBelow = (score: number, floor: number): boolean =>
  Math.round(score * 1000) < Math.round(floor * 1000);
