/** Who does the work: threads, or this one where there is no program to start threads with. */
import { availableParallelism } from "node:os";
import { heapLimits } from "../threads/heap.js";
import { doWork, type StoreWork, type WorkResult } from "./work.js";

export interface Workers {
  /** How many tasks are done at a time. */
  readonly count: number;
  /** How many of them may be folds. */
  readonly folding: number;
  /** @param home tasks of one number go to one thread, which remembers what it worked out; else whichever is free */
  run<T extends StoreWork>(work: T, home?: number): Promise<WorkResult[T["kind"]]>;
  close(): Promise<void>;
}

/** ms for which a thread waits for work: it remembers stories that grow. */
const PATIENCE = 600_000;
/** Mebibytes of heap that a thread may take; it needs a tenth. */
const MOST_HEAP_MIB = 2000;

export interface ThreadOptions {
  /** A thread folds nothing, where there are several: reports that come are read while accounts are made. */
  readonly readsAlways?: boolean;
}

/** @param worker file of a program whose threads `doWork` */
export async function workerThreads(
  worker: string,
  count = availableParallelism(),
  { readsAlways = false }: ThreadOptions = {},
): Promise<Workers> {
  const { Piscina } = await import("piscina");
  // Of one thread each, so that it is known which one a task goes to.
  const threads = Array.from({ length: count }, () => {
    const pool = new Piscina<StoreWork, WorkResult[StoreWork["kind"]]>({
      filename: worker,
      minThreads: 0,
      maxThreads: 1,
      idleTimeout: PATIENCE,
      resourceLimits: heapLimits(MOST_HEAP_MIB),
    });
    return { pool, tasks: 0 };
  });
  const folding = readsAlways && count > 1 ? count - 1 : count;
  // Those behind come first where several are as free: they fold nothing.
  const freest = (most: number) =>
    threads.slice(0, most).reduceRight((least, one) => (one.tasks < least.tasks ? one : least));
  return {
    count,
    folding,
    async run<T extends StoreWork>(work: T, home?: number) {
      const own = home === undefined ? undefined : threads[home % folding];
      const thread = own ?? freest(work.kind === "store-fold" ? folding : count);
      thread.tasks++;
      try {
        return (await thread.pool.run(work)) as WorkResult[T["kind"]];
      } finally {
        thread.tasks--;
      }
    },
    async close() {
      await Promise.all(threads.map(({ pool }) => pool.destroy()));
    },
  };
}

/** Does each task at once, in this thread. */
export const thisThread: Workers = {
  count: 1,
  folding: 1,
  run: async <T extends StoreWork>(work: T) => doWork(work) as WorkResult[T["kind"]],
  close: async () => {},
};
