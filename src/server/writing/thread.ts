/** The writer in a thread of its own: what it writes holds up no answer. */
import { type MessagePort, Worker } from "node:worker_threads";
import type { StoreFaultCode } from "../../store/fault.js";
import type { StorePlace } from "../../store/place.js";
import { Store, StoreFault } from "../../store/store.js";
import { workerThreads } from "../../store/workers.js";
import { heapLimits } from "../../threads/heap.js";
import type { TellEvent, WatchEvent } from "../../watch/events.js";
import { Watching, type WatchStart } from "./watching.js";
import { type Argument, type CommandName, doCommand, type Result, type Writer } from "./writer.js";

/** What the thread is told when it starts. */
export interface WriterStart {
  readonly kind: "isnad-writer";
  readonly place: StorePlace;
  /** Names the program that reads. */
  readonly engine: string;
  /** File of the program, whose threads read and fold. */
  readonly worker: string;
  readonly threads: number;
}

interface Asked {
  readonly id: number;
  readonly name: CommandName | "watch" | "end-watch" | "close";
  readonly argument: unknown;
}

type Told =
  | { readonly kind: "ready" }
  | { readonly kind: "changed" }
  | { readonly kind: "watched"; readonly event: WatchEvent }
  | { readonly kind: "done"; readonly id: number; readonly result: unknown }
  | { readonly kind: "failed"; readonly id: number | null; readonly fault: SentFault };

/** Errors do not keep their class on the way between threads. */
interface SentFault {
  readonly code: StoreFaultCode | null;
  readonly message: string;
}

const sentFault = (error: unknown): SentFault => ({
  code: error instanceof StoreFault ? error.code : null,
  message: error instanceof Error ? (error.stack ?? error.message) : String(error),
});

const faultIn = ({ code, message }: SentFault): Error =>
  code === null ? new Error(message) : new StoreFault(code, message);

const MOST_HEAP_MIB = 1500;
/** It holds the press: more is made at a time than elsewhere. */
const MOST_YOUNG_MIB = 24;

/** What a service is told by its writing thread. */
export interface WriterEars {
  /** Something may have been written. */
  readonly changed: () => void;
  /** What an ended process left, or what was to be done later, could not be done. */
  readonly failed: (error: Error) => void;
  /** The thread has ended by itself. */
  readonly lost: (error: Error) => void;
}

/** What is asked of the thread by nobody. */
const OWN_WORK = 0;

/**
 * Starts the thread, and resolves when the store is open.
 * @throws StoreFault
 */
export function writerThread(start: WriterStart, ears: WriterEars): Promise<Writer> {
  const thread = new Worker(start.worker, {
    workerData: start,
    resourceLimits: heapLimits(MOST_HEAP_MIB, MOST_YOUNG_MIB),
  });
  const waiting = new Map<
    number,
    { readonly resolve: (result: unknown) => void; readonly reject: (error: Error) => void }
  >();
  let count = OWN_WORK;
  let isClosed = false;
  let tellWatched: TellEvent = () => {};
  const ask = (name: Asked["name"], argument: unknown): Promise<unknown> =>
    new Promise((resolve, reject) => {
      if (isClosed) {
        reject(new StoreFault("locked", "The service is being stopped."));
        return;
      }
      const id = ++count;
      waiting.set(id, { resolve, reject });
      thread.postMessage({ id, name, argument } satisfies Asked);
    });
  return new Promise((resolve, reject) => {
    const lose = (error: Error): void => {
      reject(error);
      for (const { reject: refuse } of waiting.values()) refuse(error);
      waiting.clear();
      if (!isClosed) ears.lost(error);
      isClosed = true;
    };
    thread.on("error", lose);
    thread.on("exit", (code) => lose(new Error(`the writing thread ended with ${code}`)));
    thread.on("message", (told: Told) => {
      if (told.kind === "ready") {
        resolve({
          run: <K extends CommandName>(name: K, argument: Argument<K>) =>
            ask(name, argument) as Promise<Result<K>>,
          async watch(what, tell) {
            tellWatched = tell;
            await ask("watch", what);
          },
          async endWatch() {
            await ask("end-watch", null);
          },
          async close() {
            const closed = ask("close", null);
            // At once: its answer and its end may both wait here, and are then heard of in one go.
            isClosed = true;
            await closed;
            await thread.terminate();
          },
        });
      } else if (told.kind === "changed") {
        ears.changed();
      } else if (told.kind === "watched") {
        ears.changed();
        tellWatched(told.event);
      } else if (told.kind === "done") {
        waiting.get(told.id)?.resolve(told.result);
        waiting.delete(told.id);
      } else if (told.id === null) {
        reject(faultIn(told.fault));
      } else if (told.id === OWN_WORK) {
        ears.failed(faultIn(told.fault));
      } else {
        waiting.get(told.id)?.reject(faultIn(told.fault));
        waiting.delete(told.id);
      }
    });
  });
}

/** Milliseconds between what readers are told of while much is written. */
const TELL_EVERY = 250;

/** The other side: runs in the thread until it is told to close. */
export async function serveWrites(
  { place, engine, worker, threads }: WriterStart,
  port: MessagePort,
): Promise<void> {
  const tell = (told: Told): void => port.postMessage(told);
  const workers = await workerThreads(worker, threads, { readsAlways: true });
  let store: Store;
  try {
    store = await Store.openToWrite(place, {
      engine,
      workers,
      create: true,
      shown: () => tell({ kind: "changed" }),
      failed: (error) => tell({ kind: "failed", id: OWN_WORK, fault: sentFault(error) }),
    });
  } catch (error) {
    tell({ kind: "failed", id: null, fault: sentFault(error) });
    await workers.close();
    port.close();
    return;
  }
  let running = 0;
  // While something long is under way its parts are committed one by one.
  const ticking = setInterval(() => {
    if (running > 0) tell({ kind: "changed" });
  }, TELL_EVERY);
  tell({ kind: "ready" });
  const ending = new AbortController();
  const under = new Set<Promise<void>>();
  const start = (id: number, work: () => Promise<unknown>): Promise<void> => {
    running++;
    const task = Promise.resolve()
      .then(work)
      .then((result) => {
        tell({ kind: "changed" });
        tell({ kind: "done", id, result });
      })
      .catch((error: unknown) => tell({ kind: "failed", id, fault: sentFault(error) }))
      .finally(() => {
        running--;
        under.delete(task);
      });
    under.add(task);
    return task;
  };
  // What a process that was ended left to do, and what placing needs in memory.
  const settled = start(OWN_WORK, () => store.settle({ wholly: true, signal: ending.signal }));
  void settled.then(() => {
    if (!ending.signal.aborted) start(OWN_WORK, () => store.warm({ signal: ending.signal }));
  });
  let watching: Watching | null = null;
  const watch = async (what: WatchStart): Promise<void> => {
    await settled;
    if (ending.signal.aborted) return;
    watching = await Watching.start(store, what, (event) => tell({ kind: "watched", event }));
    if (ending.signal.aborted) await watching.stop();
  };
  const endWatch = async (): Promise<void> => {
    ending.abort();
    await watching?.stop();
  };
  const close = async (id: number): Promise<void> => {
    await endWatch();
    await Promise.all(under);
    clearInterval(ticking);
    await store.close();
    await workers.close();
    tell({ kind: "done", id, result: undefined });
    port.close();
  };
  port.on("message", ({ id, name, argument }: Asked) => {
    switch (name) {
      case "close":
        void close(id);
        return;
      case "watch":
        // What went over to this thread is what `watch` of the other side was given.
        void start(id, () => watch(argument as WatchStart));
        return;
      case "end-watch":
        void start(id, endWatch);
        return;
      default:
        void start(id, () => doCommand(store, name, argument as Argument<typeof name>));
    }
  });
}
