/** What engines read of reports, each once a report. Never changed. */
import type { Queries } from "./queries.js";
import { forAll, insertRows, slices } from "./rows.js";
import type { DatedReading, PackedMember, PackedReading } from "./work.js";

export interface ReadReport {
  readonly report: number;
  readonly reading: PackedReading;
}

export async function insertReadings(
  queries: Queries,
  engine: number,
  read: readonly ReadReport[],
): Promise<void> {
  await insertRows(
    queries,
    "readings",
    read.map(({ report, reading: { hash, body, sketch, claims } }) => ({
      report,
      engine,
      hash,
      body,
      sketch,
      claims: claims.length,
    })),
    6,
  );
  const claims = read.flatMap(({ report, reading }) =>
    reading.claims.map((claim) => ({ report, engine, ...claim })),
  );
  await insertRows(queries, "claims", claims, 11);
}

/** Keeps readings on days that siblings told, each in place of the one before. */
export async function keepDated(
  queries: Queries,
  engine: number,
  dated: readonly DatedReading[],
): Promise<void> {
  const reports = dated.map(({ report }) => report);
  for (const some of slices(reports)) {
    await queries
      .deleteFrom("dated_readings")
      .where("engine", "=", engine)
      .where("report", "in", some)
      .execute();
  }
  const rows = dated.map(({ report, body }) => ({ report, engine, body }));
  await insertRows(queries, "dated_readings", rows, 3);
}

/** Those of the reports that the engine has not read. */
export async function unreadBy(
  queries: Queries,
  engine: number,
  seqs: readonly number[],
): Promise<number[]> {
  const rows = await forAll(seqs, (some) =>
    queries
      .selectFrom("readings")
      .select("report")
      .where("engine", "=", engine)
      .where("report", "in", some)
      .execute(),
  );
  const read = new Set(rows.map(({ report }) => report));
  return seqs.filter((seq) => !read.has(seq));
}

/** Input and reading of each report that the engine has read. */
export async function packedMembers(
  queries: Queries,
  engine: number,
  seqs: readonly number[],
): Promise<Map<number, PackedMember>> {
  const rows = await forAll(seqs, (some) =>
    queries
      .selectFrom("readings")
      .innerJoin("reports", "reports.seq", "readings.report")
      .leftJoin("dated_readings as dated", (join) =>
        join
          .onRef("dated.report", "=", "readings.report")
          .onRef("dated.engine", "=", "readings.engine"),
      )
      .select(["readings.report", "reports.input", "readings.hash", "readings.body"])
      .select("dated.body as dated")
      .where("readings.engine", "=", engine)
      .where("readings.report", "in", some)
      .execute(),
  );
  return new Map(rows.map((row) => [row.report, row]));
}

/** Of each report the sketch by its newest engine. */
export async function packedSketches(
  queries: Queries,
  seqs: readonly number[],
): Promise<Map<number, Uint8Array>> {
  const rows = await forAll(seqs, (some) =>
    queries
      .selectFrom("readings")
      .select(["report", "sketch"])
      .where("report", "in", some)
      .orderBy("engine")
      .execute(),
  );
  return new Map(rows.map(({ report, sketch }) => [report, sketch]));
}
