/**
 * Pairs of reports labelled by reading: did one take over the other's words (COPIES.md)? The labels
 * hold where the records stand, hashes of their texts, and what was decided, never the words.
 */
import { readFileSync } from "node:fs";
import { z } from "zod";
import { parseIsoDay } from "../../src/core/calendar.js";
import type { Report } from "../../src/core/contract.js";
import { Articles } from "../../src/relate/articles.js";
import { type Fingerprint, fingerprintOf } from "../../src/relate/copies/fingerprints.js";
import { type Forms, formsOf } from "../../src/relate/copies/forms.js";
import { type ArchivedReport, archiveNames, digest, readArchive } from "./archive.js";

const pairSchema = z.object({
  /** `2015-08-02.zip#969`: archive and place in its array. `a` is the shorter. */
  a: z.string(),
  b: z.string(),
  /** `digest` of the records' texts. */
  textA: z.string(),
  textB: z.string(),
  /** Share of the shorter's words in common runs of four, as it was drawn: 0 to 0.1, 0.3, 0.5, 0.8, 1. */
  stratum: z.number().int(),
  outlets: z.enum(["one", "two"]),
  /** `opened` was sealed, and has been read since; `sealed` is of the second draw. */
  half: z.enum(["worked", "opened", "sealed"]),
  /**
   * `copy`: half of the shorter's text or more stands in the other. `form`: so much or less, but
   * of another matter of its kind. `other`: less. `doubtful`: about half; not scored.
   */
  label: z.enum(["copy", "form", "other", "doubtful"]),
  /** Of a copy: whom a credit line of either names as its origin; null where none does. */
  origin: z.enum(["spa", "afp", "dpa", "reuters", "agencies"]).nullable().optional(),
  /** Which was first, where days or credits tell. */
  first: z.enum(["a", "b"]).optional(),
});
export type PairLabel = z.infer<typeof pairSchema>;

export interface LabelledPairs {
  readonly pairs: readonly PairLabel[];
  /** By name, every record of the pairs. */
  readonly records: ReadonlyMap<string, ArchivedReport>;
}

/**
 * The pairs of one half; null where the archives are absent.
 * @throws where a record is missing or is not the one that was labelled
 */
export function labelledPairs(half: PairLabel["half"]): LabelledPairs | null {
  if (!archiveNames()) return null;
  const source = readFileSync(new URL("copies.json", import.meta.url), "utf8");
  const pairs = z
    .array(pairSchema)
    .parse(JSON.parse(source))
    .filter((pair) => pair.half === half);
  const wanted = new Map(
    pairs.flatMap(({ a, b, textA, textB }) => [[a, textA] as const, [b, textB] as const]),
  );
  const records = new Map<string, ArchivedReport>();
  for (const archive of new Set([...wanted.keys()].map((name) => name.split("#")[0] ?? ""))) {
    for (const record of readArchive(archive)) {
      const name = `${archive}#${record.index}`;
      const text = wanted.get(name);
      if (text === undefined) continue;
      if (digest(record.text) !== text) throw new Error(`copies: ${name} is another text`);
      records.set(name, record);
    }
  }
  for (const name of wanted.keys()) {
    if (!records.has(name)) throw new Error(`copies: there is no ${name}`);
  }
  return { pairs, records };
}

let surroundings: Forms | null = null;

/** The forms of the whole press, which tell what two reports of it share by form alone. */
export function pressForms(): Forms {
  if (surroundings) return surroundings;
  const fingerprints: Fingerprint[] = [];
  const days: (number | null)[] = [];
  for (const archive of archiveNames() ?? []) {
    const articles = new Articles();
    for (const record of readArchive(archive)) {
      const article = articles.of(bare(record));
      fingerprints.push(fingerprintOf(articles.shinglesOf(article)));
      days.push(record.fetched === null ? null : parseIsoDay(record.fetched));
    }
  }
  surroundings = formsOf(fingerprints, days);
  return surroundings;
}

/** A record that was not read: all its text is article. */
function bare({ archive, index, text }: ArchivedReport): Report {
  return {
    id: `${archive}#${index}`,
    file: null,
    url: null,
    outlet: null,
    title: null,
    language: "ar",
    text,
    published: { edtf: null, start: null, end: null, basis: "unknown", why: "", evidence: [] },
    times: [],
    sentences: [],
    furniture: [],
  };
}
