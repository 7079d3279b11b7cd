/** Reports into the store: duplicates told, versions tied together, each batch whole or not at all. */
import type { ReportInput } from "../core/input.js";
import { reportIdOf } from "../engine.js";
import { type ArrivingReport, originalOf, packedInput } from "./arrivals.js";
import type { Connection } from "./connection.js";
import { type Correction, noteCorrections } from "./corrections.js";
import { engineNumber } from "./engines.js";
import { identityOf, workOf } from "./identity.js";
import type { Queries } from "./queries.js";
import { insertReadings } from "./readings.js";
import {
  columnText,
  insertContents,
  insertReports,
  knownIdentities,
  knownIds,
  latestOf,
  latestSeq,
} from "./reports.js";
import type { ReportRow } from "./schema.js";
import { indexWords } from "./search.js";
import { unpackSketch } from "./sketches.js";
import { type Earlier, isVersionOf, withSketches } from "./versions.js";
import type { PackedReading } from "./work.js";
import type { Workers } from "./workers.js";

/** A report that is not there yet. */
interface Fresh {
  readonly arriving: ReportInput;
  readonly identity: string;
  readonly from: ArrivingReport;
}

export interface AddedReport {
  readonly seq: number;
  readonly id: string;
  /** `identityOf` its input. */
  readonly identity: string;
  readonly version: number;
  /** The id of the version before; null for a first. */
  readonly replaces: string | null;
}

export interface AddedBatch {
  readonly added: readonly AddedReport[];
  /** How many were there already, or stood in the batch twice. */
  readonly duplicates: number;
}

/**
 * Those of a batch that are not in the store. Two that differ in nothing but what the engine's id does
 * not rest on (a title, a day) are given ids apart.
 */
async function freshOf(queries: Queries, batch: readonly ArrivingReport[]): Promise<Fresh[]> {
  const identities = batch.map(({ input }) => identityOf(input));
  const known = new Set((await knownIdentities(queries, identities)).keys());
  const fresh: Fresh[] = [];
  for (const [at, from] of batch.entries()) {
    const identity = identities[at] as string;
    if (known.has(identity)) continue;
    known.add(identity);
    fresh.push({ arriving: from.input, identity, from });
  }
  const taken = await knownIds(
    queries,
    fresh.map(({ arriving }) => reportIdOf(arriving)),
  );
  return fresh.map((one) => {
    const id = reportIdOf(one.arriving);
    if (!taken.has(id)) {
      taken.add(id);
      return one;
    }
    const apart = `${one.arriving.id ?? ""}@${one.identity.slice(0, 12)}`;
    return { ...one, arriving: { ...one.arriving, id: apart } };
  });
}

/** A batch read, and not yet kept. */
export interface ReadBatch {
  readonly given: number;
  readonly fresh: readonly Fresh[];
  readonly readings: readonly PackedReading[];
}

export async function readBatch(
  connection: Connection,
  workers: Workers,
  batch: readonly ArrivingReport[],
): Promise<ReadBatch> {
  const fresh = await freshOf(connection.read, batch);
  const inputs = fresh.map(({ arriving }) => arriving);
  const readings = inputs.length === 0 ? [] : await workers.run({ kind: "store-read", inputs });
  return { given: batch.length, fresh, readings };
}

/** Keeps what was read, but for what another batch brought meanwhile. */
export function keepRead(
  connection: Connection,
  engine: string,
  { given, fresh, readings }: ReadBatch,
  now: () => string,
): Promise<AddedBatch> {
  if (fresh.length === 0) return Promise.resolve({ added: [], duplicates: given });
  return connection.change(async (queries) => {
    const known = await knownIdentities(
      queries,
      fresh.map(({ identity }) => identity),
    );
    const kept = fresh.flatMap((one, at) => {
      const reading = readings[at];
      return reading && !known.has(one.identity) ? [{ ...one, reading }] : [];
    });
    const works = kept.flatMap(({ arriving }) => workOf(arriving) ?? []);
    const earlier = await withSketches(queries, await latestOf(queries, [...new Set(works)]));
    const contents = await insertContents(
      queries,
      kept.map(({ from }) => originalOf(from)),
    );
    const start = (await latestSeq(queries)) + 1;
    const added: AddedReport[] = [];
    const corrections: Correction[] = [];
    const rows = kept.map(({ arriving, identity, from, reading }, at): ReportRow => {
      const own = { seq: start + at, title: arriving.title ?? null, reading };
      const { row, before } = placeAmong(own, workOf(arriving), earlier);
      const { seq, version, first, work } = row;
      added.push({ seq, id: reading.id, identity, version, replaces: before?.id ?? null });
      if (before) corrections.push({ seq, id: reading.id, input: arriving, version, before });
      return {
        seq,
        id: reading.id,
        identity,
        work: columnText(work),
        version,
        first,
        content: contents[at] as string,
        input: packedInput(arriving),
        title: columnText(arriving.title),
        outlet: columnText(arriving.outlet),
        url: columnText(arriving.url),
        published: arriving.published ?? null,
        origin: JSON.stringify(from.origin),
        added: now(),
      };
    });
    await insertReports(queries, rows);
    await noteCorrections(queries, corrections, now());
    const number = await engineNumber(queries, engine);
    const read = kept.map(({ reading }, at) => ({ report: start + at, reading }));
    await insertReadings(queries, number, read);
    await indexWords(
      queries,
      connection.kind,
      read.map(({ report, reading }) => ({ report, words: reading.words })),
    );
    return { added, duplicates: given - kept.length };
  });
}

interface Placed {
  readonly row: Pick<ReportRow, "seq" | "version" | "first" | "work">;
  readonly before: Earlier | null;
}

/** Ties a report to the version before it, and notes it as the newest of its work. */
function placeAmong(
  {
    seq,
    title,
    reading,
  }: { readonly seq: number; readonly title: string | null; readonly reading: PackedReading },
  work: string | null,
  earlier: Map<string, Earlier>,
): Placed {
  const alone = { seq, version: 1, first: seq, work };
  if (work === null) return { row: alone, before: null };
  const found = earlier.get(work);
  const sketch = unpackSketch(reading.sketch);
  const before = found && isVersionOf({ title, sketch }, found) ? found : null;
  const row = before ? { ...alone, version: before.version + 1, first: before.first } : alone;
  earlier.set(work, {
    seq,
    id: reading.id,
    version: row.version,
    first: row.first,
    title,
    sketch,
  });
  return { row, before };
}
