/** Bringing a store up to the schema of this program: each step whole or not at all, and noted. */

import { StoreFault } from "./fault.js";
import type { Migration } from "./migration.js";
import { MIGRATIONS } from "./migrations/index.js";
import type { DatabaseKind, Queries } from "./queries.js";

/** The table that says what was done is itself made by the first. */
async function latestApplied(queries: Queries): Promise<number | null> {
  const tables = await queries.introspection.getTables();
  if (!tables.some(({ name }) => name === "migrations")) return null;
  const row = await queries
    .selectFrom("migrations")
    .select((one) => one.fn.max("number").as("latest"))
    .executeTakeFirst();
  return row?.latest ?? 0;
}

/**
 * How many steps are to be done; negative where there is no store at all.
 * @throws StoreFault where the store is newer than this program
 */
export async function pendingMigrations(queries: Queries, where: string): Promise<number> {
  const latest = await latestApplied(queries);
  if (latest === null) return -MIGRATIONS.length;
  const known = MIGRATIONS.at(-1)?.number ?? 0;
  if (latest > known) {
    throw new StoreFault(
      "newer",
      `${where} was written by a newer version of Isnad (its schema is ${latest}, this program knows ${known}). Run that version, or update this one.`,
    );
  }
  return MIGRATIONS.filter(({ number }) => number > latest).length;
}

/** @throws StoreFault where the store is newer than this program */
export async function migrate(
  queries: Queries,
  kind: DatabaseKind,
  where: string,
  upTo = Number.POSITIVE_INFINITY,
): Promise<void> {
  await pendingMigrations(queries, where);
  const latest = (await latestApplied(queries)) ?? 0;
  for (const migration of MIGRATIONS) {
    if (migration.number > latest && migration.number <= upTo)
      await apply(queries, kind, migration);
  }
}

/** Both databases take back the making of tables, too. */
function apply(queries: Queries, kind: DatabaseKind, migration: Migration): Promise<void> {
  return queries.transaction().execute(async (inside) => {
    if (migration.number === 1) {
      await inside.schema
        .createTable("migrations")
        .addColumn("number", "integer", (column) => column.primaryKey())
        .addColumn("name", "text", (column) => column.notNull())
        .addColumn("applied", "text", (column) => column.notNull())
        .execute();
    }
    await migration.up(inside, kind);
    await inside
      .insertInto("migrations")
      .values({
        number: migration.number,
        name: migration.name,
        applied: new Date().toISOString(),
      })
      .execute();
  });
}
