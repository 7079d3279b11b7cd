/** Who does the tasks: threads, or this one where there is no program to start threads with. */
import { availableParallelism } from "node:os";
import { WriteFailure } from "../disk/whole-file.js";
import { heapLimits } from "../threads/heap.js";
import { runTask, type Task, type TaskResult } from "./tasks.js";

/** What a thread answers: errors do not keep their class on the way between threads. */
export type Answer<T> = { readonly result: T } | { readonly writeFailure: string };

export interface Pool {
  /** @throws WriteFailure */
  run<T extends Task>(task: T): Promise<TaskResult[T["kind"]]>;
  close(): Promise<void>;
}

/** What a thread does with a task; the other side of `threads`. */
export function answer(task: Task): Answer<TaskResult[Task["kind"]]> {
  try {
    return { result: runTask(task) };
  } catch (error) {
    if (error instanceof WriteFailure) return { writeFailure: error.message };
    throw error;
  }
}

/** More than two tasks a thread wait for this one to read archives; then it may be late. */
const TASKS_AHEAD = 2;

/** Mebibytes of heap that a thread may take; it needs a tenth. */
const MOST_HEAP_MIB = 2000;
/** Reports are read side by side: with less, what lives as long as they do is moved about, a tenth of the time. */
const MOST_YOUNG_MIB = 48;

/**
 * @param worker file of a program that answers tasks (see `answer`)
 * @param count threads; as many as the machine runs at once, unless given
 */
export async function threads(worker: string, count = availableParallelism()): Promise<Pool> {
  const { Piscina } = await import("piscina");
  const pool = new Piscina<Task, Answer<TaskResult[Task["kind"]]>>({
    filename: worker,
    minThreads: count,
    maxThreads: count,
    concurrentTasksPerWorker: TASKS_AHEAD,
    resourceLimits: heapLimits(MOST_HEAP_MIB, MOST_YOUNG_MIB),
  });
  return {
    async run<T extends Task>(task: T) {
      const given = await pool.run(task);
      if ("writeFailure" in given) throw new WriteFailure(given.writeFailure);
      return given.result as TaskResult[T["kind"]];
    },
    close: () => pool.destroy(),
  };
}

/** Does each task at once, in this thread. */
export const sameThread: Pool = {
  run: async <T extends Task>(task: T) => runTask(task) as TaskResult[T["kind"]],
  close: async () => {},
};
