/** Who does the tasks of `tasks.ts`: threads, or this one where there is no program to start them with. */
import { heapLimits } from "../../threads/heap.js";
import { doServerTask, type ServerResult, type ServerTask } from "./tasks.js";

export interface Readers {
  run<T extends ServerTask>(task: T): Promise<ServerResult[T["kind"]]>;
  close(): Promise<void>;
}

const MOST_HEAP_MIB = 512;
/** Milliseconds for which an idle thread stays, with its store open. */
const IDLE = 60_000;
/** Who would wait behind more than these is refused rather than kept. */
const MOST_WAITING = 500;

/** @param worker file of a program whose threads answer tasks */
export async function readingThreads(worker: string, count: number): Promise<Readers> {
  const { Piscina } = await import("piscina");
  const pool = new Piscina<ServerTask, ServerResult[ServerTask["kind"]]>({
    filename: worker,
    minThreads: 1,
    maxThreads: count,
    maxQueue: MOST_WAITING,
    idleTimeout: IDLE,
    resourceLimits: heapLimits(MOST_HEAP_MIB),
  });
  return {
    run: async <T extends ServerTask>(task: T) => (await pool.run(task)) as ServerResult[T["kind"]],
    close: () => pool.destroy(),
  };
}

export const readHere: Readers = {
  run: async <T extends ServerTask>(task: T) =>
    (await doServerTask(task)) as ServerResult[T["kind"]],
  close: async () => {},
};
