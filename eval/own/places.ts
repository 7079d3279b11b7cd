/**
 * Mentions labelled by reading: do these words name a place here, and where does it lie (PLACES.md)?
 * The labels hold where a mention stands, a hash of its text, and values, never the words.
 */
import { readFileSync } from "node:fs";
import { z } from "zod";
import { dataPath, labelledRecords } from "../data.js";
import { digest, readArchive } from "./archive.js";

const LABELLED_DEV = "labelled-dev/";

const mentionSchema = z.object({
  /** Which draw of `places-draw.ts` it comes from. */
  draw: z.union([z.literal(1), z.literal(2)]),
  kind: z.enum(["plain", "shared", "doubtful", "unlisted", "rare"]),
  /** `2015-08-02.zip#969`, archive and place in its array; or `labelled-dev/07`. */
  of: z.string(),
  /** `digest` of the record's text. */
  text: z.string(),
  /** Offsets in UTF-16 code units of the text, half open. */
  span: z.tuple([z.number().int(), z.number().int()]).readonly(),
  means: z.enum(["place", "person", "body", "adjective", "word"]),
  /** Of a place that is a country: ISO 3166-1 alpha-2. */
  country: z.string().optional(),
  /** Of any other: degrees north and east; null where the text does not tell which place it is. */
  at: z.tuple([z.number(), z.number()]).readonly().nullable().optional(),
  /** How far off, in kilometres, a point may lie that still means it. */
  km: z.number().optional(),
  /** Stands inside another name (جامعة تبوك) or for a team: right where located, no loss where not. */
  aside: z.literal(true).optional(),
});
export type PlaceLabel = z.infer<typeof mentionSchema>;

/** A labelled mention with its text and what else is known of the record. */
export interface LabelledPlace {
  readonly label: PlaceLabel;
  readonly text: string;
  readonly outlet: string | null;
  /** ISO day of collection; null for labelled-dev. */
  readonly fetched: string | null;
}

/**
 * The labelled mentions of one draw; null where the sets they come from are absent.
 * @throws where a record is missing or is not the one that was labelled
 */
export function labelledPlaces(draw: PlaceLabel["draw"]): readonly LabelledPlace[] | null {
  const records = labelledRecords();
  if (!dataPath("saudinewsnet") || !records) return null;
  const source = readFileSync(new URL("places.json", import.meta.url), "utf8");
  const labels = z
    .array(mentionSchema)
    .parse(JSON.parse(source))
    .filter((label) => label.draw === draw);
  const found = new Map<string, Omit<LabelledPlace, "label">>();
  for (const { name, text } of records)
    found.set(LABELLED_DEV + name, { text, outlet: null, fetched: null });
  const wanted = new Set(labels.map(({ of }) => of));
  const archives = new Set(
    [...wanted].filter((of) => !of.startsWith(LABELLED_DEV)).map((of) => of.split("#")[0] ?? ""),
  );
  for (const archive of archives) {
    for (const { index, text, outlet, fetched } of readArchive(archive)) {
      const of = `${archive}#${index}`;
      if (wanted.has(of)) found.set(of, { text, outlet, fetched });
    }
  }
  return labels.map((label) => {
    const record = found.get(label.of);
    if (record === undefined) throw new Error(`places: no record ${label.of}`);
    if (digest(record.text) !== label.text)
      throw new Error(`places: the record ${label.of} is not the one labelled`);
    return { label, ...record };
  });
}

const EARTH_RADIUS_KM = 6371;

/** Great-circle distance in kilometres between two points in degrees. */
export function kilometres(a: readonly [number, number], b: readonly [number, number]): number {
  const radians = Math.PI / 180;
  const half = (degrees: number): number => Math.sin((degrees * radians) / 2) ** 2;
  const chord =
    half(b[0] - a[0]) + Math.cos(a[0] * radians) * Math.cos(b[0] * radians) * half(b[1] - a[1]);
  return 2 * EARTH_RADIUS_KM * Math.asin(Math.sqrt(chord));
}
