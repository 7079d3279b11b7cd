/** A PostgreSQL server, for stores that outgrow one machine's disk. */
import { Kysely, PostgresDialect } from "kysely";
import pg from "pg";
import { StoreFault } from "./fault.js";
import type { Schema } from "./schema.js";

const MOST_CONNECTIONS = 8;
const PATIENCE = 10_000;

/** Names the writer's lock among the advisory locks of a database: "isnad" in ASCII. */
const LOCK = [0x69736e61, 0x64] as const;

export interface PostgresServer {
  readonly queries: Kysely<Schema>;
  /**
   * Takes the writer's lock; the server gives it free when the session ends, however it ends.
   * @throws StoreFault where another process holds it
   */
  readonly lock: (where: string) => Promise<void>;
  /** The reason why the lock's session has ended; null while it stands. */
  readonly lost: () => Error | null;
  readonly close: () => Promise<void>;
}

export function openPostgres(url: string): PostgresServer {
  const pool = new pg.Pool({
    connectionString: url,
    max: MOST_CONNECTIONS,
    connectionTimeoutMillis: PATIENCE,
    application_name: "isnad",
  });
  // A connection that breaks while nobody uses it is opened anew at the next query.
  pool.on("error", () => {});
  const queries = new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) });
  let holder: pg.PoolClient | null = null;
  let ended: Error | null = null;
  return {
    queries,
    async lock(where) {
      const client = await pool.connect();
      const { rows } = await client.query<{ held: boolean }>(
        "select pg_try_advisory_lock($1, $2) as held",
        [...LOCK],
      );
      if (rows[0]?.held !== true) {
        client.release();
        throw new StoreFault(
          "locked",
          `${where} is being written by another process. Wait for it or end it; reading (isnad show, isnad export) goes on meanwhile.`,
        );
      }
      client.on("error", (error) => {
        ended = error;
      });
      holder = client;
    },
    lost: () => ended,
    async close() {
      // The server notes the end of a session later than this process goes on.
      await holder?.query("select pg_advisory_unlock($1, $2)", [...LOCK]).catch(() => {
        // A session that broke holds nothing.
      });
      holder?.release(true);
      await queries.destroy();
    },
  };
}
