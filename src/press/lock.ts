import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { WriteFailure } from "../disk/whole-file.js";
import { WORK_FOLDER } from "./folder.js";

/**
 * Keeps a second run out of the folder: the two would take away each other's stories. A lock whose
 * process is gone counts for nothing.
 * @returns what gives the folder free
 * @throws WriteFailure where another run is at work, or the folder cannot be written to
 */
export function lockFolder(folder: string): () => void {
  const file = join(folder, WORK_FOLDER, "lock");
  const holder = holderOf(file);
  if (holder !== null && isRunning(holder)) {
    throw new WriteFailure(
      `${folder} is being written by another run of Isnad (process ${holder}). Wait for it, or give another folder.`,
    );
  }
  try {
    mkdirSync(join(folder, WORK_FOLDER), { recursive: true });
    rmSync(file, { force: true });
    writeFileSync(file, String(process.pid), { flag: "wx" });
  } catch (error) {
    throw new WriteFailure(
      `${folder} cannot be written to: ${error instanceof Error ? error.message : String(error)}. Give another place.`,
    );
  }
  return () => rmSync(file, { force: true });
}

function holderOf(file: string): number | null {
  try {
    const pid = Number(readFileSync(file, "utf8"));
    return Number.isInteger(pid) && pid > 0 ? pid : null;
  } catch {
    return null;
  }
}

function isRunning(pid: number): boolean {
  if (pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // It runs, but is another user's.
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}
