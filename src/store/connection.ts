/** An open store: where its queries go, who may write. */
import { existsSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Transaction } from "kysely";
import { faultOf, StoreFault } from "./fault.js";
import { migrate, pendingMigrations } from "./migrate.js";
import { DATABASE_FILE, type StorePlace, shownPlace } from "./place.js";
import { openPostgres } from "./postgres.js";
import type { DatabaseKind, Queries } from "./queries.js";
import type { Schema } from "./schema.js";
import { openSqlite } from "./sqlite.js";
import { lockFolder } from "./writer-lock.js";

export interface Connection {
  readonly kind: DatabaseKind;
  /** As it may be shown to anybody. */
  readonly where: string;
  /** Sees what was committed, and waits for no writer. */
  readonly read: Queries;
  /**
   * Does all of it or nothing. One at a time.
   * @throws StoreFault where the store was opened for reading, or cannot be written to
   */
  change<T>(work: (queries: Transaction<Schema>) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

export interface ConnectOptions {
  readonly mode: "read" | "write";
  /** Makes a store where there is none; else that is a fault. Only for writing. */
  readonly create?: boolean;
  /** The last migration to apply; for tests of older stores. */
  readonly upTo?: number;
  /** For tests of a full disk. */
  readonly mostPages?: number;
}

/** @throws StoreFault */
export async function connect(place: StorePlace, options: ConnectOptions): Promise<Connection> {
  const where = shownPlace(place);
  try {
    return place.kind === "folder"
      ? await openFolder(place.folder, options)
      : await openServer(place.url, where, options);
  } catch (error) {
    throw faultOf(error, where);
  }
}

const READ_ONLY = (where: string): StoreFault =>
  new StoreFault("read-only", `${where} was opened for reading.`);

function noStore(where: string): StoreFault {
  return new StoreFault(
    "no-store",
    `${where} holds no store. \`isnad add PATH… --store ${where}\` makes one.`,
  );
}

async function openFolder(folder: string, options: ConnectOptions): Promise<Connection> {
  const file = join(folder, DATABASE_FILE);
  const isThere = existsSync(file);
  const writes = options.mode === "write";
  if (!isThere && !(writes && options.create)) throw noStore(folder);
  if (writes) return openToWrite(folder, file, options);
  const { queries } = openSqlite(file, { readOnly: true });
  try {
    if ((await pendingMigrations(queries, folder)) > 0) {
      await queries.destroy();
      // An older program made it: who writes brings it up to date.
      await (await openToWrite(folder, file, options)).close();
      return await openFolder(folder, options);
    }
  } catch (error) {
    await queries.destroy();
    throw error;
  }
  return {
    kind: "sqlite",
    where: folder,
    read: queries,
    change: () => Promise.reject(READ_ONLY(folder)),
    close: () => queries.destroy(),
  };
}

/** A file that `backUp` wrote, for reading. @throws StoreFault */
export async function connectFile(file: string): Promise<Connection> {
  if (!existsSync(file)) {
    throw new StoreFault("no-store", `${file}: there is no such file.`);
  }
  try {
    const { queries } = openSqlite(file, { readOnly: true });
    const pending = await pendingMigrations(queries, file);
    if (pending !== 0) {
      await queries.destroy();
      throw new StoreFault(
        "no-store",
        `${file} is no backup of this version of Isnad. Restore it with the version that wrote it.`,
      );
    }
    return {
      kind: "sqlite",
      where: file,
      read: queries,
      change: () => Promise.reject(READ_ONLY(file)),
      close: () => queries.destroy(),
    };
  } catch (error) {
    throw faultOf(error, file);
  }
}

async function openToWrite(
  folder: string,
  file: string,
  { upTo, mostPages }: ConnectOptions,
): Promise<Connection> {
  makeFolder(folder);
  const unlock = lockFolder(folder);
  const writer = openOrUnlock(file, mostPages, unlock);
  try {
    await migrate(writer, "sqlite", folder, upTo);
    const reader = openSqlite(file, { readOnly: true });
    return {
      kind: "sqlite",
      where: folder,
      read: reader.queries,
      change: (work) => changing(writer, folder, work),
      async close() {
        await reader.queries.destroy();
        await writer.destroy();
        unlock();
      },
    };
  } catch (error) {
    await writer.destroy();
    unlock();
    throw error;
  }
}

function openOrUnlock(file: string, mostPages: number | undefined, unlock: () => void): Queries {
  try {
    return openSqlite(file, { mostPages }).queries;
  } catch (error) {
    unlock();
    throw error;
  }
}

function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new StoreFault(
      "read-only",
      `${folder} cannot be made: ${why}. Give another place for the store.`,
    );
  }
}

async function openServer(
  url: string,
  where: string,
  { mode, create, upTo }: ConnectOptions,
): Promise<Connection> {
  const server = openPostgres(url);
  try {
    const pending = await pendingMigrations(server.queries, where);
    if (mode === "write") {
      await server.lock(where);
      if (pending !== 0 || upTo !== undefined) {
        if (pending < 0 && !create) throw noStore(where);
        await migrate(server.queries, "postgres", where, upTo);
      }
    } else if (pending < 0) throw noStore(where);
    else if (pending > 0) {
      await server.lock(where);
      await migrate(server.queries, "postgres", where);
    }
  } catch (error) {
    await server.close();
    throw error;
  }
  // One at a time, as the embedded one: who writes reads what the one before wrote.
  let last: Promise<unknown> = Promise.resolve();
  return {
    kind: "postgres",
    where,
    read: server.queries,
    change(work) {
      if (mode === "read") return Promise.reject(READ_ONLY(where));
      const next = last.then(() => {
        const lost = server.lost();
        if (lost) throw faultOf(lost, where);
        return changing(server.queries, where, work);
      });
      last = next.catch(() => {});
      return next;
    },
    close: () => server.close(),
  };
}

async function changing<T>(
  queries: Queries,
  where: string,
  work: (queries: Transaction<Schema>) => Promise<T>,
): Promise<T> {
  try {
    return await queries.transaction().execute(work);
  } catch (error) {
    throw faultOf(error, where);
  }
}
