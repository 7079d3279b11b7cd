/**
 * One process writes to a store. The lock is the system's own (of a file, of a session of the server):
 * it falls with the process, however that ends, so that nobody has to take away what a kill left.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "@photostructure/sqlite";
import { StoreFault } from "./fault.js";

const LOCK_FILE = "writer.lock";
/** Says who holds it; of no other use. */
const HOLDER_FILE = "writer.json";

/**
 * @returns what gives it free
 * @throws StoreFault where another process writes to the store
 */
export function lockFolder(folder: string): () => void {
  const lock = new DatabaseSync(join(folder, LOCK_FILE));
  try {
    lock.exec("begin exclusive");
  } catch {
    lock.close();
    throw new StoreFault(
      "locked",
      `${folder} is being written by another process${holderOf(folder)}. Wait for it or end it; reading (isnad show, isnad export) goes on meanwhile.`,
    );
  }
  writeFileSync(
    join(folder, HOLDER_FILE),
    JSON.stringify({ process: process.pid, since: new Date().toISOString() }),
  );
  return () => lock.close();
}

function holderOf(folder: string): string {
  try {
    const held: unknown = JSON.parse(readFileSync(join(folder, HOLDER_FILE), "utf8"));
    if (typeof held !== "object" || held === null || !("process" in held)) return "";
    return ` (process ${String(held.process)})`;
  } catch {
    return "";
  }
}
