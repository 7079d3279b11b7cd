/** Files written whole or not at all. */
import {
  closeSync,
  fstatSync,
  fsyncSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from "node:fs";
import { basename, dirname, join } from "node:path";

/** A file could not be written; the message says which, why and what to do. */
export class WriteFailure extends Error {}

function reasonOf(error: unknown): string {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  const known: Readonly<Record<string, string>> = {
    EACCES: "writing there is not permitted",
    EPERM: "writing there is not permitted",
    EROFS: "the disk is read-only",
    ENOSPC: "the disk is full",
    EISDIR: "there is a folder of that name",
    ENOTDIR: "a part of the path is a file, not a folder",
    EEXIST: "a file stands where a folder is needed",
    ENOENT: "the folder does not exist",
  };
  return known[code] ?? (error instanceof Error ? error.message : String(error));
}

/**
 * Writes a file beside its place and then moves it there, so that nobody ever sees half of it:
 * on a failure the earlier file stays as it was. An interrupt waits until the file is whole.
 * @param durable wait until the disk has it; false for what can be made again and comes in thousands
 * @throws WriteFailure
 */
export function writeWhole(
  path: string,
  pieces: Iterable<string | Uint8Array>,
  { durable = true }: { readonly durable?: boolean } = {},
): void {
  const folder = dirname(path);
  const draft = join(folder, `.${basename(path)}.${process.pid}.part`);
  try {
    if (isPassage(path)) {
      writeInto(path, pieces, false);
      return;
    }
    mkdirSync(folder, { recursive: true });
    writeInto(draft, pieces, durable);
    renameSync(draft, path);
  } catch (error) {
    discard(draft);
    throw new WriteFailure(
      `${path} could not be written: ${reasonOf(error)}. Nothing was changed there; give another place.`,
    );
  }
}

/** A pipe, a terminal, `/dev/null`: what is written there passes on, and no file may take its place. */
function isPassage(path: string): boolean {
  const there = statSync(path, { throwIfNoEntry: false });
  return there !== undefined && !there.isFile() && !there.isDirectory();
}

function writeInto(path: string, pieces: Iterable<string | Uint8Array>, durable: boolean): void {
  const handle = openSync(path, "w");
  try {
    for (const piece of pieces) {
      writeFully(handle, typeof piece === "string" ? Buffer.from(piece) : piece);
    }
    if (durable) fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/**
 * Adds a line to the end of a file, which is made where there is none: all of it or nothing. Other
 * programs may add lines at the same time.
 * @param line its line break included
 * @throws WriteFailure also where the last line of the file was cut off
 */
export function appendLine(path: string, line: string): void {
  try {
    mkdirSync(dirname(path), { recursive: true });
    const handle = openSync(path, "a+");
    try {
      const before = fstatSync(handle).size;
      const last = Buffer.alloc(1);
      if (before > 0) readSync(handle, last, 0, 1, before - 1);
      if (before > 0 && last[0] !== LINE_BREAK) {
        throw new Error("its last line is cut off; take that line out or end it first");
      }
      const bytes = Buffer.from(line);
      if (writeSync(handle, bytes) < bytes.length) {
        ftruncateSync(handle, before);
        throw new Error("the disk is full");
      }
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
  } catch (error) {
    throw new WriteFailure(`${path} could not be added to: ${reasonOf(error)}.`);
  }
}

const LINE_BREAK = 0x0a;

/** Removes a draft; where not even its folder is there, there is nothing to remove. */
function discard(draft: string): void {
  try {
    rmSync(draft, { force: true });
  } catch {}
}

function writeFully(handle: number, bytes: Uint8Array): void {
  for (let written = 0; written < bytes.length; ) {
    written += writeSync(handle, bytes, written);
  }
}

/**
 * Runs `write` with interrupts held back: a file being written is finished, then the process
 * ends as interrupted. Without a listener, Ctrl-C would end it between two writes.
 */
export function withoutInterrupt(write: () => void, exitCode: number): Promise<void> {
  const stop = (): void => process.exit(exitCode);
  process.once("SIGINT", stop);
  process.once("SIGTERM", stop);
  try {
    write();
  } finally {
    // A signal that came meanwhile is delivered on the next turn; until then the listeners stay.
    setImmediate(() => {
      process.off("SIGINT", stop);
      process.off("SIGTERM", stop);
    });
  }
  return new Promise((resolve) => setImmediate(resolve));
}
