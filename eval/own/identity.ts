/** Pairs of names of saudinewsnet, labelled by who bears them (`IDENTITY.md`): places, never words. */
import { existsSync, readFileSync } from "node:fs";
import { z } from "zod";
import { type ArchivedReport, archiveNames, digest, readArchive } from "./archive.js";
import { recordName } from "./stories.js";

const placeSchema = z.object({
  /** The record: `2015-08-07#12`. */
  of: z.string(),
  /** Of its text, which is refused where it is another. */
  text: z.string(),
  /** UTF-16 code units, half-open. */
  span: z.tuple([z.number(), z.number()]),
});
const pairSchema = z.object({
  /** How it was drawn; see `identity-draw.ts`. */
  kind: z.string(),
  means: z.enum(["same", "different", "unknown"]),
  a: placeSchema,
  b: placeSchema,
});
export type LabelledPair = z.infer<typeof pairSchema>;

/** Which half: `work` may be looked at, `held` is sealed. */
export type IdentityHalf = "work" | "held";

const FILES: Readonly<Record<IdentityHalf, string>> = {
  work: "identity.json",
  held: "identity-held.json",
};

export function identityPairs(half: IdentityHalf): readonly LabelledPair[] {
  const file = new URL(FILES[half], import.meta.url);
  return z.array(pairSchema).parse(JSON.parse(readFileSync(file, "utf8")));
}

/** The records of all pairs of both halves, by name; null where the archives are absent. */
export function identityRecords(): ReadonlyMap<string, ArchivedReport> | null {
  const archives = archiveNames();
  if (!archives || !existsSync(new URL(FILES.work, import.meta.url))) return null;
  const places = [...identityPairs("work"), ...identityPairs("held")].flatMap(({ a, b }) => [a, b]);
  const wanted = new Map(places.map(({ of, text }) => [of, text]));
  const days = new Set([...wanted.keys()].map((name) => name.split("#")[0]));
  const records = new Map<string, ArchivedReport>();
  for (const archive of archives.filter((name) => days.has(name.replace(/\.zip$/, "")))) {
    for (const record of readArchive(archive)) {
      const text = wanted.get(recordName(record));
      if (text === undefined) continue;
      if (digest(record.text) !== text) {
        throw new Error(`identity.json: ${recordName(record)} has another text than was labelled`);
      }
      records.set(recordName(record), record);
    }
  }
  return records;
}
