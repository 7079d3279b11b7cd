/** Reports in the store: found, listed, added. Never changed. */
import type { ReportInput } from "../core/input.js";
import type { Origin, Original } from "./arrivals.js";
import { hashOf, unpack } from "./packing.js";
import type { Queries } from "./queries.js";
import { forAll, insertRows, slices } from "./rows.js";
import type { ReportRow } from "./schema.js";

/** All but the columns of bytes. */
const OUTLINE = [
  "seq",
  "id",
  "identity",
  "work",
  "version",
  "first",
  "content",
  "title",
  "outlet",
  "url",
  "published",
  "origin",
  "added",
] as const;

export type ReportOutline = Pick<ReportRow, (typeof OUTLINE)[number]>;

/** A report as the store has it. */
export interface StoredReport {
  readonly seq: number;
  readonly id: string;
  /** 1 for the first. */
  readonly version: number;
  readonly input: ReportInput;
  readonly origin: Origin;
  /** SHA-256 of the original. */
  readonly content: string;
  readonly added: string;
}

/** Which of the identities are there already. */
export async function knownIdentities(
  queries: Queries,
  identities: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const rows = await forAll(identities, (some) =>
    queries
      .selectFrom("reports")
      .select(["identity", "seq"])
      .where("identity", "in", some)
      .execute(),
  );
  return new Map(rows.map(({ identity, seq }) => [identity, seq]));
}

export async function knownIds(queries: Queries, ids: readonly string[]): Promise<Set<string>> {
  const rows = await forAll(ids, (some) =>
    queries.selectFrom("reports").select("id").where("id", "in", some).execute(),
  );
  return new Set(rows.map(({ id }) => id));
}

/** The newest version of each work. */
export async function latestOf(
  queries: Queries,
  works: readonly string[],
): Promise<Map<string, ReportOutline>> {
  const rows = await forAll(works, (some) =>
    queries.selectFrom("reports").select(OUTLINE).where("work", "in", some).execute(),
  );
  const out = new Map<string, ReportOutline>();
  for (const row of rows) {
    const { work } = row;
    if (work !== null && (out.get(work)?.seq ?? 0) < row.seq) out.set(work, row);
  }
  return out;
}

/** All versions of the report, the oldest first; empty where there is no such report. */
export async function versionsOf(queries: Queries, id: string): Promise<ReportOutline[]> {
  const own = await queries
    .selectFrom("reports")
    .select("first")
    .where("id", "=", id)
    .executeTakeFirst();
  if (!own) return [];
  return queries
    .selectFrom("reports")
    .select(OUTLINE)
    .where("first", "=", own.first)
    .orderBy("version")
    .execute();
}

export async function storedReports(
  queries: Queries,
  seqs: readonly number[],
): Promise<Map<number, StoredReport>> {
  const rows = await forAll(seqs, (some) =>
    queries
      .selectFrom("reports")
      .select(["seq", "id", "version", "input", "origin", "content", "added"])
      .where("seq", "in", some)
      .execute(),
  );
  return new Map(
    rows.map(({ input, origin, ...row }) => [
      row.seq,
      { ...row, input: unpack(input) as ReportInput, origin: JSON.parse(origin) as Origin },
    ]),
  );
}

export async function seqOf(queries: Queries, id: string): Promise<number | null> {
  const row = await queries
    .selectFrom("reports")
    .select("seq")
    .where("id", "=", id)
    .executeTakeFirst();
  return row?.seq ?? null;
}

/** The report's bytes as they came. */
export async function originalAt(queries: Queries, seq: number): Promise<Original | null> {
  const row = await queries
    .selectFrom("reports")
    .innerJoin("contents", "contents.hash", "reports.content")
    .select(["contents.bytes", "contents.media"])
    .where("reports.seq", "=", seq)
    .executeTakeFirst();
  return row ?? null;
}

export async function latestSeq(queries: Queries): Promise<number> {
  const row = await queries
    .selectFrom("reports")
    .select((one) => one.fn.max("seq").as("latest"))
    .executeTakeFirst();
  return row?.latest ?? 0;
}

/** Keeps bytes, each once. @returns their hashes, in order */
export async function insertContents(
  queries: Queries,
  originals: readonly Original[],
): Promise<string[]> {
  const hashes = originals.map(({ bytes }) => hashOf(bytes));
  const rows = new Map(
    originals.map(({ bytes, media }, at) => {
      const hash = hashes[at] as string;
      return [hash, { hash, media, bytes }] as const;
    }),
  );
  for (const some of slices([...rows.values()], 1000)) {
    await queries
      .insertInto("contents")
      .values(some)
      .onConflict((conflict) => conflict.column("hash").doNothing())
      .execute();
  }
  return hashes;
}

export const insertReports = (queries: Queries, rows: readonly ReportRow[]): Promise<void> =>
  insertRows(queries, "reports", rows, 14);

/** What PostgreSQL cannot hold in a column of text. */
export const columnText = (text: string | null | undefined): string | null =>
  text == null ? null : text.replaceAll("\0", "");
