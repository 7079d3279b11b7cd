/** A store in one file, and back: of either database, as of one moment, while it is being written to. */
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdtempSync,
  openSync,
  renameSync,
  rmSync,
} from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { sql } from "kysely";
import { type Connection, connect, connectFile } from "./connection.js";
import { copyStore } from "./copying.js";
import { faultOf, StoreFault } from "./fault.js";
import { DATABASE_FILE, type StorePlace, storePlace } from "./place.js";
import { copyFile } from "./sqlite.js";

/**
 * Writes the store into a file of its own, whole or not at all.
 * @throws StoreFault where there is a file of that name, or it cannot be written
 */
export async function backUp(from: Connection, file: string): Promise<void> {
  const target = resolve(file);
  if (existsSync(target)) {
    throw new StoreFault(
      "read-only",
      `${file} is there already. Give another name for the backup.`,
    );
  }
  let draft: string;
  try {
    draft = mkdtempSync(join(dirname(target), `.${basename(target)}-`));
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new StoreFault("read-only", `${file} cannot be written: ${why}. Give another place.`);
  }
  try {
    const made = join(draft, "backup");
    if (from.kind === "sqlite") await sql`vacuum into ${made}`.execute(from.read);
    else {
      const copy = await connect(storePlace(draft), { mode: "write", create: true });
      try {
        await copyStore(from, copy);
      } finally {
        await copy.close();
      }
      copyFile(join(draft, DATABASE_FILE), made);
    }
    flush(made);
    renameSync(made, target);
  } catch (error) {
    throw faultOf(error, file);
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
}

/** Waits until the disk has it. */
function flush(file: string): void {
  const handle = openSync(file, "r+");
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/**
 * Puts a backup into a place where no store is, of either kind.
 * @throws StoreFault
 */
export async function restore(
  file: string,
  place: StorePlace,
  onProgress?: (done: number, total: number) => void,
): Promise<void> {
  const from = await connectFile(file);
  try {
    const to = await connect(place, { mode: "write", create: true });
    try {
      await copyStore(from, to, onProgress);
    } finally {
      await to.close();
    }
  } finally {
    await from.close();
  }
}
