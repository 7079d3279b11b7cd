/** Who does the work: threads, or this one where there is no program to start threads with. */
import { availableParallelism } from "node:os";
import { doWork, type StoreWork, type WorkResult } from "./work.js";

export interface Workers {
  /** How many tasks are done at a time. */
  readonly count: number;
  run<T extends StoreWork>(work: T): Promise<WorkResult[T["kind"]]>;
  close(): Promise<void>;
}

/** ms for which a thread waits for work: it remembers stories that grow. */
const PATIENCE = 600_000;
/** Mebibytes of heap that a thread may take; it needs a tenth. */
const MOST_HEAP_MIB = 2000;

/** @param worker file of a program whose threads `doWork` */
export async function workerThreads(
  worker: string,
  count = availableParallelism(),
): Promise<Workers> {
  const { Piscina } = await import("piscina");
  const pool = new Piscina<StoreWork, WorkResult[StoreWork["kind"]]>({
    filename: worker,
    minThreads: 0,
    maxThreads: count,
    idleTimeout: PATIENCE,
    resourceLimits: { maxOldGenerationSizeMb: MOST_HEAP_MIB },
  });
  return {
    count,
    run: async <T extends StoreWork>(work: T) => (await pool.run(work)) as WorkResult[T["kind"]],
    close: () => pool.destroy(),
  };
}

/** Does each task at once, in this thread. */
export const thisThread: Workers = {
  count: 1,
  run: async <T extends StoreWork>(work: T) => doWork(work) as WorkResult[T["kind"]],
  close: async () => {},
};
