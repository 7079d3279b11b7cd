/** The embedded database: SQLite in one file, its commits on the disk before they count. */
import {
  DatabaseSync,
  type DatabaseSyncInstance,
  type StatementSyncInstance,
} from "@photostructure/sqlite";
import { Kysely, type SqliteDatabase, SqliteDialect, type SqliteStatement } from "kysely";
import type { Schema } from "./schema.js";

/** Milliseconds to wait for another program's write. */
const PATIENCE = 5000;
/** Statements kept compiled; those of many rows differ in length and are not. */
const MOST_KEPT = 300;
const LONGEST_KEPT = 3000;
/** Of the pages in a connection's own memory; a service has three that read. */
const READER_CACHE_KIB = 8000;
const WRITER_CACHE_KIB = 32_000;
/** Pages of 4 KiB in the log before they are carried into the file. */
const CHECKPOINT_PAGES = 4000;

export interface SqliteOptions {
  readonly readOnly?: boolean;
  /** Pages that the file may have; for tests of a full disk. */
  readonly mostPages?: number | undefined;
}

export interface SqliteFile {
  readonly database: DatabaseSyncInstance;
  readonly queries: Kysely<Schema>;
}

type Value = string | number | bigint | Uint8Array | null;

/** What a query may be given. */
const bound = (parameters: readonly unknown[]): Value[] => parameters.map(bindable);

function bindable(value: unknown): Value {
  if (value === null || value === undefined) return null;
  if (typeof value === "string" || typeof value === "number" || typeof value === "bigint") {
    return value;
  }
  if (value instanceof Uint8Array) return value;
  throw new TypeError(`SQLite takes no ${typeof value}`);
}

class Statement implements SqliteStatement {
  readonly reader: boolean;

  constructor(private readonly compiled: StatementSyncInstance) {
    this.reader = compiled.columns().length > 0;
  }

  all = (parameters: readonly unknown[]): unknown[] => this.compiled.all(...bound(parameters));
  run = (parameters: readonly unknown[]) => this.compiled.run(...bound(parameters));
  iterate = (parameters: readonly unknown[]) => this.compiled.iterate(...bound(parameters));
}

/**
 * Where the disk is full SQLite itself takes a transaction back; that there is none to take back any
 * more would then be told in place of what went wrong.
 */
const NOTHING: SqliteStatement = {
  reader: false,
  all: () => [],
  run: () => ({ changes: 0, lastInsertRowid: 0 }),
  iterate: () => [][Symbol.iterator](),
};

/** The database as the query builder wants it. */
class Statements implements SqliteDatabase {
  private readonly kept = new Map<string, Statement>();

  constructor(
    private readonly database: DatabaseSyncInstance,
    private readonly readOnly: boolean,
  ) {}

  prepare(sql: string): SqliteStatement {
    if (sql === "rollback" && !this.database.isTransaction) return NOTHING;
    const known = this.kept.get(sql);
    if (known) return known;
    // Who writes after reading would be refused where another program wrote between: it waits at the start.
    const said = sql === "begin" && !this.readOnly ? "begin immediate" : sql;
    const statement = new Statement(this.database.prepare(said));
    if (sql.length <= LONGEST_KEPT) {
      if (this.kept.size >= MOST_KEPT) this.kept.clear();
      this.kept.set(sql, statement);
    }
    return statement;
  }

  close(): void {
    this.kept.clear();
    this.database.close();
  }
}

/** @throws Error of SQLite where the file cannot be opened */
export function openSqlite(
  file: string,
  { readOnly = false, mostPages }: SqliteOptions,
): SqliteFile {
  const database = new DatabaseSync(file, { readOnly, timeout: PATIENCE });
  try {
    if (!readOnly) {
      // Readers go on while somebody writes; a commit is on the disk before it is one.
      database.exec("pragma journal_mode = wal");
      database.exec("pragma synchronous = full");
      database.exec(`pragma wal_autocheckpoint = ${CHECKPOINT_PAGES}`);
      if (mostPages !== undefined) database.exec(`pragma max_page_count = ${mostPages}`);
    }
    // Who reads finds the file in the system's memory; who writes looks at the same pages again and again.
    database.exec(`pragma cache_size = -${readOnly ? READER_CACHE_KIB : WRITER_CACHE_KIB}`);
    database.exec("pragma temp_store = memory");
    const dialect = new SqliteDialect({ database: new Statements(database, readOnly) });
    return { database, queries: new Kysely<Schema>({ dialect }) };
  } catch (error) {
    database.close();
    throw error;
  }
}

/** Writes a database anew into another file, which must not be there: compact, and without a log beside it. */
export function copyFile(from: string, to: string): void {
  const database = new DatabaseSync(from);
  try {
    database.prepare("vacuum into ?").run(to);
  } finally {
    database.close();
  }
}
