/** Reports of the saudinewsnet set, drawn by a seed: for scale, speed and looking, never for labels. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import type { ReportInput } from "../src/core/input.js";
import { dataPath } from "./data.js";
import { isSealed } from "./own/sealed.js";
import { readZip } from "./zip.js";

const record = z.object({
  source: z.string().nullable().optional(),
  url: z.string().nullable().optional(),
  date_extracted: z.string().nullable().optional(),
  title: z.string().nullable().optional(),
  content: z.string().nullable().optional(),
});

/** A generator of numbers in [0, 1) that gives the same ones for the same seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** A report with its place, so that one of a sealed set can be passed over when it is drawn. */
interface Drawable {
  readonly input: ReportInput;
  readonly sealed: boolean;
}

/**
 * Draws reports from one day after another, the day chosen by the seed too; none of a sealed set.
 * @param days how many of the daily archives to open; each takes about a quarter of a second
 * @returns null where the set is absent
 */
export function saudiReports(count: number, seed: number, days = 2): readonly ReportInput[] | null {
  const folder = dataPath("saudinewsnet");
  if (!folder) return null;
  const random = seeded(seed);
  const archives = readdirSync(folder)
    .filter((file) => file.endsWith(".zip"))
    .sort();
  const pool: Drawable[] = [];
  for (let day = 0; day < days && archives.length > 0; day++) {
    const [archive] = archives.splice(Math.floor(random() * archives.length), 1);
    if (archive) pool.push(...readDay(folder, archive));
  }
  const drawn: ReportInput[] = [];
  while (drawn.length < count && pool.length > 0) {
    const index = Math.floor(random() * pool.length);
    const last = pool.pop();
    const chosen = pool[index] ?? last;
    if (last && index < pool.length) pool[index] = last;
    if (chosen && !chosen.sealed) drawn.push(chosen.input);
  }
  return drawn;
}

function readDay(folder: string, archive: string): readonly Drawable[] {
  return readZip(readFileSync(join(folder, archive))).flatMap(({ name, bytes }) => {
    if (!name.endsWith(".json")) return [];
    const records = z
      .array(record)
      .parse(JSON.parse(bytes.toString("utf8").replace(/^\uFEFF/, "")));
    return records.flatMap((item, index): Drawable[] => {
      const { content, title, source, url, date_extracted: fetched } = item;
      if (!content || content.trim() === "") return [];
      return [
        {
          input: {
            text: content,
            file: `${name}#${index}`,
            title: title ?? null,
            outlet: source ?? null,
            url: url ?? null,
            fetched: fetched?.slice(0, 10) ?? null,
          },
          sealed: isSealed(archive, index),
        },
      ];
    });
  });
}
