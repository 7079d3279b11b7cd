/** The records of the saudinewsnet archives, found again by where they stand and what they say. */
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { z } from "zod";
import { dataPath } from "../data.js";
import { readZip } from "../zip.js";

const recordSchema = z.object({
  source: z.string().nullable().optional(),
  url: z.string().nullable().optional(),
  date_extracted: z.string().nullable().optional(),
  title: z.string().nullable().optional(),
  author: z.string().nullable().optional(),
  content: z.string().nullable().optional(),
});

/** A record of the archives. */
export interface ArchivedReport {
  /** The archive's file name. */
  readonly archive: string;
  /** Place in the archive's array, from 0. */
  readonly index: number;
  readonly outlet: string;
  readonly url: string;
  /** The day the record was collected, which is not the day it was published. */
  readonly fetched: string | null;
  readonly title: string | null;
  /** Who signs it, and where from: a reporter, the outlet, an agency. */
  readonly byline: string | null;
  readonly text: string;
}

/** The first 16 hexadecimal digits of the SHA-256 of a text. */
export const digest = (text: string): string =>
  createHash("sha256").update(text, "utf8").digest("hex").slice(0, 16);

/** The archives' names in order; null where the set is absent. */
export function archiveNames(): readonly string[] | null {
  const folder = dataPath("saudinewsnet");
  if (!folder) return null;
  return readdirSync(folder)
    .filter((file) => file.endsWith(".zip"))
    .sort();
}

/** Every record of one archive that has a text. */
export function readArchive(archive: string): readonly ArchivedReport[] {
  const path = dataPath("saudinewsnet", archive);
  if (!path) return [];
  return readZip(readFileSync(path)).flatMap(({ name, bytes }) => {
    if (!name.endsWith(".json")) return [];
    const records = z
      .array(recordSchema)
      .parse(JSON.parse(bytes.toString("utf8").replace(/^\uFEFF/, "")));
    return records.flatMap((item, index): ArchivedReport[] => {
      if (!item.content || item.content.trim() === "") return [];
      return [
        {
          archive,
          index,
          outlet: item.source ?? "",
          url: item.url ?? "",
          fetched: item.date_extracted?.slice(0, 10) ?? null,
          title: item.title ?? null,
          byline: item.author?.trim() || null,
          text: item.content,
        },
      ];
    });
  });
}
