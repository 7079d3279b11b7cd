/** Many batches into the store: read side by side, kept one after another in the order they came. */

import type { AddedReport } from "./adding.js";
import { keepRead, readBatch } from "./adding.js";
import type { ArrivingReport } from "./arrivals.js";
import type { Connection } from "./connection.js";
import type { Workers } from "./workers.js";

export interface AddOptions {
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?:
    | ((stage: "reading" | "grouping" | "folding", done: number, total: number) => void)
    | undefined;
  /** Told of each batch when it is kept. */
  readonly onAdded?: ((added: readonly AddedReport[]) => void) | undefined;
}

export interface AddResult {
  /** Reports that were not there. */
  readonly added: number;
  /** Of them, those that correct one that was. */
  readonly corrected: number;
  readonly duplicates: number;
}

/** Reports of a task: as many as are read in about half a second. */
const REPORTS_A_TASK = 50;

interface Adder {
  readonly engine: string;
  readonly workers: Workers;
  readonly now: () => string;
}

export async function addAll(
  connection: Connection,
  { engine, workers, now }: Adder,
  batches: AsyncIterable<readonly ArrivingReport[]> | Iterable<readonly ArrivingReport[]>,
  { signal, onProgress, onAdded }: AddOptions,
): Promise<AddResult> {
  let [added, corrected, duplicates, met] = [0, 0, 0, 0];
  const reading: ReturnType<typeof readBatch>[] = [];
  const keepFirst = async (): Promise<void> => {
    const first = reading.shift();
    if (!first) return;
    const kept = await keepRead(connection, engine, await first, now);
    added += kept.added.length;
    corrected += kept.added.filter(({ replaces }) => replaces !== null).length;
    duplicates += kept.duplicates;
    onAdded?.(kept.added);
    onProgress?.("reading", added + duplicates, met);
  };
  try {
    for await (const task of tasksOf(batches)) {
      if (signal?.aborted) break;
      met += task.length;
      const read = readBatch(connection, workers, task);
      // Its failure is thrown where it is awaited.
      read.catch(() => {});
      reading.push(read);
      while (reading.length > 2 * workers.count) await keepFirst();
    }
    while (reading.length > 0) await keepFirst();
  } finally {
    await Promise.allSettled(reading);
  }
  return { added, corrected, duplicates };
}

/** Batches cut and joined to tasks of one size; the last may be smaller. */
async function* tasksOf(
  batches: AsyncIterable<readonly ArrivingReport[]> | Iterable<readonly ArrivingReport[]>,
): AsyncGenerator<readonly ArrivingReport[]> {
  let waiting: ArrivingReport[] = [];
  for await (const batch of batches) {
    for (const report of batch) {
      waiting.push(report);
      if (waiting.length < REPORTS_A_TASK) continue;
      yield waiting;
      waiting = [];
    }
  }
  if (waiting.length > 0) yield waiting;
}
