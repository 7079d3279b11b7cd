/**
 * Changes to users and the like from beside a running service: such rows are no part of what one
 * process alone may write, so that they need not wait until the service is stopped.
 */
import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Transaction } from "kysely";
import { connect } from "./connection.js";
import { faultOf } from "./fault.js";
import { pendingMigrations } from "./migrate.js";
import { DATABASE_FILE, type StorePlace, shownPlace } from "./place.js";
import { openPostgres } from "./postgres.js";
import type { Queries } from "./queries.js";
import type { Schema } from "./schema.js";
import { openSqlite } from "./sqlite.js";

export interface Administration {
  readonly read: Queries;
  readonly change: <T>(work: (queries: Transaction<Schema>) => Promise<T>) => Promise<T>;
}

/**
 * Opens the tables of users for as long as `work` takes; makes the store where there is none.
 * @throws StoreFault
 */
export async function administer<T>(
  place: StorePlace,
  work: (administration: Administration) => Promise<T>,
): Promise<T> {
  const where = shownPlace(place);
  try {
    if (place.kind === "folder" && !existsSync(join(place.folder, DATABASE_FILE))) {
      await (await connect(place, { mode: "write", create: true })).close();
    }
    return await within(place, where, work);
  } catch (error) {
    throw faultOf(error, where);
  }
}

async function within<T>(
  place: StorePlace,
  where: string,
  work: (administration: Administration) => Promise<T>,
): Promise<T> {
  let { queries, close } = opened(place);
  try {
    if ((await pendingMigrations(queries, where)) !== 0) {
      await close();
      await (await connect(place, { mode: "write", create: true })).close();
      ({ queries, close } = opened(place));
    }
    return await work({
      read: queries,
      change: (inside) => queries.transaction().execute(inside),
    });
  } finally {
    await close();
  }
}

function opened(place: StorePlace): { queries: Queries; close: () => Promise<void> } {
  if (place.kind === "folder") {
    const { queries } = openSqlite(join(place.folder, DATABASE_FILE), {});
    return { queries, close: () => queries.destroy() };
  }
  const server = openPostgres(place.url);
  return { queries: server.queries, close: server.close };
}
