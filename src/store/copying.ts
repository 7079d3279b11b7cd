/** A whole store from one database to another, of either kind, by the same queries. */
import { sql } from "kysely";
import type { ReportInput } from "../core/input.js";
import type { Connection } from "./connection.js";
import { StoreFault } from "./fault.js";
import { unpack } from "./packing.js";
import type { Queries } from "./queries.js";
import { insertRows } from "./rows.js";
import type { Schema } from "./schema.js";
import { indexWords } from "./search.js";
import { wordsIn } from "./work.js";

/** Each with the columns that its rows are told apart and ordered by, and how many columns it has. */
const TABLES = [
  ["settings", ["key"], 2],
  ["contents", ["hash"], 3],
  ["reports", ["seq"], 14],
  ["engines", ["number"], 2],
  ["readings", ["report", "engine"], 6],
  ["claims", ["report", "engine", "place"], 11],
  ["judgements", ["seq"], 4],
  ["stories", ["anchor"], 5],
  ["placements", ["report"], 2],
  ["accounts", ["key"], 11],
  ["entities", ["account", "entity"], 6],
  ["changes", ["seq"], 5],
  ["feeds", ["url"], 12],
  ["watched_pages", ["url"], 10],
  ["users", ["name"], 5],
  ["tokens", ["id"], 7],
  ["audit", ["seq"], 7],
  ["webhooks", ["id"], 11],
] as const satisfies readonly (readonly [keyof Schema, readonly string[], number])[];

/** Rows read at a time; those with originals may be large. */
const AT_A_TIME = 500;

/**
 * Copies into an empty store.
 * @throws StoreFault where the target holds reports already
 */
export async function copyStore(
  from: Connection,
  to: Connection,
  onProgress?: (done: number, total: number) => void,
): Promise<void> {
  const there = await to.read.selectFrom("reports").select("seq").limit(1).execute();
  if (there.length > 0) {
    throw new StoreFault(
      "inconsistent",
      `${to.where} holds reports already. Give a new place: what is there is never overwritten.`,
    );
  }
  // What it reads is of one moment, whatever is written to it meanwhile.
  await from.read
    .transaction()
    .setIsolationLevel(from.kind === "postgres" ? "repeatable read" : "serializable")
    .execute(async (source) => {
      await to.change(async (target) => {
        for (const [at, [table, keys, columns]] of TABLES.entries()) {
          await copyTable(source, target, table, keys, columns);
          onProgress?.(at + 1, TABLES.length + 1);
        }
        await indexAll(target, to.kind);
        onProgress?.(TABLES.length + 1, TABLES.length + 1);
      });
    });
}

async function copyTable<T extends keyof Schema>(
  source: Queries,
  target: Queries,
  table: T,
  keys: readonly string[],
  columns: number,
): Promise<void> {
  const order = sql.join(keys.map((key) => sql.ref(key)));
  for (let offset: readonly unknown[] | null = null; ; ) {
    const behind: ReturnType<typeof sql> =
      offset === null ? sql`` : sql`where (${order}) > (${sql.join(offset)})`;
    const { rows } = await sql<Schema[T] & Readonly<Record<string, unknown>>>`
      select * from ${sql.table(table)} ${behind} order by ${order} limit ${AT_A_TIME}`.execute(
      source,
    );
    const last = rows.at(-1);
    if (!last) return;
    await insertRows(target, table, rows as never[], columns);
    offset = keys.map((key) => last[key]);
  }
}

/** The index of words is not copied but made: each kind of database has its own. */
async function indexAll(queries: Queries, kind: Connection["kind"]): Promise<void> {
  for (let from = 0; ; ) {
    const rows = await queries
      .selectFrom("reports")
      .select(["seq", "input"])
      .where("seq", ">", from)
      .orderBy("seq")
      .limit(AT_A_TIME)
      .execute();
    const last = rows.at(-1);
    if (!last) return;
    await indexWords(
      queries,
      kind,
      rows.map(({ seq, input }) => ({ report: seq, words: wordsIn(unpack(input) as ReportInput) })),
    );
    from = last.seq;
  }
}
