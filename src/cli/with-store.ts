/** Opening a store for a command, and telling what is wrong with it. */
import { availableParallelism } from "node:os";
import { type StorePlace, storePlaceFor } from "../store/place.js";
import { Store, StoreFault, StoreReader } from "../store/store.js";
import { thisThread, workerThreads } from "../store/workers.js";
import type { Program } from "./command.js";
import { EXIT } from "./exit-code.js";
import { engineLabel } from "./program-stamp.js";
import { writeAll } from "./screen.js";
import type { StoreOption } from "./store-options.js";

export const placeOf = ({ store }: StoreOption): StorePlace => storePlaceFor(store, process.env);

/** Runs a command's work; a fault of the store is told in words. Returns the exit code. */
export async function tellingFaults(work: () => Promise<number>): Promise<number> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof StoreFault)) throw error;
    await writeAll(process.stderr, [`\nerror  ${error.message}\n`]);
    return EXIT.failed;
  }
}

/**
 * Opens the store for writing while `work` is done.
 * @param create make it where there is none
 */
export function writingStore(
  options: StoreOption,
  program: Program,
  create: boolean,
  work: (store: Store) => Promise<number>,
): Promise<number> {
  return tellingFaults(async () => {
    const workers =
      program.worker === null ? thisThread : await workerThreads(program.worker, threadCount());
    try {
      const store = await Store.openToWrite(placeOf(options), {
        engine: engineLabel(program),
        workers,
        create,
      });
      try {
        return await work(store);
      } finally {
        await store.close();
      }
    } finally {
      await workers.close();
    }
  });
}

/** This thread keeps what the others read. */
const threadCount = (): number => Math.max(1, availableParallelism());

export function readingStore(
  options: StoreOption,
  work: (store: StoreReader) => Promise<number>,
): Promise<number> {
  return tellingFaults(async () => {
    const store = await StoreReader.open(placeOf(options));
    try {
      return await work(store);
    } finally {
      await store.close();
    }
  });
}

/** Ends by the first interrupt when what is under way is kept, by the second at once. */
export function interruptible(): { readonly signal: AbortSignal; readonly end: () => void } {
  const ending = new AbortController();
  const stop = (): void => ending.abort();
  process.once("SIGINT", stop);
  process.once("SIGTERM", stop);
  return {
    signal: ending.signal,
    end: () => {
      process.off("SIGINT", stop);
      process.off("SIGTERM", stop);
    },
  };
}
