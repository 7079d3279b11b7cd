/** Who changes the store for a service: a thread of its own, or this one. */
import type { Store } from "../../store/store.js";
import type { TellEvent } from "../../watch/events.js";
import { COMMANDS } from "./commands.js";
import { Watching, type WatchStart } from "./watching.js";

type Commands = typeof COMMANDS;
export type CommandName = keyof Commands;
export type Argument<K extends CommandName> = Parameters<Commands[K]>[1];
export type Result<K extends CommandName> = Commands[K] extends (
  store: Store,
  argument: never,
) => Promise<infer R>
  ? R
  : never;

export interface Writer {
  /**
   * Does it, or nothing of it.
   * @throws StoreFault
   */
  run<K extends CommandName>(name: K, argument: Argument<K>): Promise<Result<K>>;
  /**
   * Begins to watch feeds, when what an ended process left is done. Asked for once.
   * @throws StoreFault where the store cannot even be read at first
   */
  watch(start: WatchStart, tell: TellEvent): Promise<void>;
  /** Ends watching, when what was under way is kept or given up. */
  endWatch(): Promise<void>;
  /** Ends when what is under way is done. */
  close(): Promise<void>;
}

/** What a command does, its types aside: they were checked where it was asked for. */
export function doCommand<K extends CommandName>(
  store: Store,
  name: K,
  argument: Argument<K>,
): Promise<Result<K>> {
  const command = COMMANDS[name] as (store: Store, argument: Argument<K>) => Promise<Result<K>>;
  return command(store, argument);
}

/** In this thread: for tests, and where there is no program to start threads with. */
export function writerHere(store: Store, onChanged: () => void): Writer {
  let watching: Watching | null = null;
  const endWatch = async (): Promise<void> => {
    await watching?.stop();
    watching = null;
  };
  return {
    run: (name, argument) =>
      doCommand(store, name, argument).then((result) => {
        onChanged();
        return result;
      }),
    async watch(start, tell) {
      await store.settle();
      watching = await Watching.start(store, start, (event) => {
        onChanged();
        tell(event);
      });
    },
    endWatch,
    async close() {
      await endWatch();
      await store.close();
    },
  };
}
