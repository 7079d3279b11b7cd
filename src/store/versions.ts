/** A corrected article is a new version of its report. */
import { estimateShare, type ReportSketch } from "../engine.js";
import type { Queries } from "./queries.js";
import { packedSketches } from "./readings.js";
import type { ReportOutline } from "./reports.js";
import { unpackSketch } from "./sketches.js";

/**
 * Share of the shorter text that a version keeps of the one before. Below it an address or a file has
 * been given to another report, unless the title stayed.
 */
const LEAST_KEPT = 0.3;

/** What may be the version before. */
export interface Earlier {
  readonly seq: number;
  readonly id: string;
  readonly version: number;
  readonly first: number;
  readonly title: string | null;
  readonly sketch: ReportSketch;
}

export function isVersionOf(
  { title, sketch }: Pick<Earlier, "title" | "sketch">,
  before: Earlier,
): boolean {
  if (title !== null && title === before.title) return true;
  return estimateShare(sketch.fingerprint, before.sketch.fingerprint) >= LEAST_KEPT;
}

/** The same with their sketches. */
export async function withSketches(
  queries: Queries,
  outlines: ReadonlyMap<string, ReportOutline>,
): Promise<Map<string, Earlier>> {
  const seqs = [...outlines.values()].map(({ seq }) => seq);
  const sketches = await packedSketches(queries, seqs);
  const out = new Map<string, Earlier>();
  for (const [work, { seq, id, version, first, title }] of outlines) {
    const packed = sketches.get(seq);
    if (!packed) continue;
    out.set(work, { seq, id, version, first, title, sketch: unpackSketch(packed) });
  }
  return out;
}
