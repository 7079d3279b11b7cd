/** Feeds watched by who writes for a service, since the store has one writer. */
import { allowanceOf } from "../../fetch/allowance.js";
import { Fetcher } from "../../fetch/fetcher.js";
import type { Store } from "../../store/store.js";
import type { TellEvent } from "../../watch/events.js";
import type { ListedFeed } from "../../watch/opml.js";
import type { Rhythm } from "../../watch/rhythm.js";
import { Watcher } from "../../watch/watcher.js";

/** Plain data: it goes to the writing thread. */
export interface WatchStart {
  readonly feeds: readonly ListedFeed[];
  /** Of the program; hosts are told. */
  readonly version: string;
  /** Hosts of private networks that may be asked. */
  readonly allowPrivate: readonly string[];
  readonly contact?: string | undefined;
  /** For tests; else as `isnad watch`. */
  readonly rhythm?: Rhythm;
}

/** Watches feeds over a store that it does not own: stopped before the store is closed. */
export class Watching {
  private ended: Promise<void> | null = null;

  private constructor(
    private readonly watcher: Watcher,
    private readonly fetcher: Fetcher,
  ) {}

  /** @throws StoreFault where the store cannot even be read at first */
  static async start(
    store: Store,
    { feeds, version, allowPrivate, contact, rhythm }: WatchStart,
    tell: TellEvent,
  ): Promise<Watching> {
    const made = allowanceOf(allowPrivate);
    if ("wrong" in made) throw new Error(`no host: ${made.wrong}`);
    const fetcher = new Fetcher({ version, contact, allowance: made.allowance });
    const watcher = new Watcher({ store, fetcher, feeds, tell, ...(rhythm ? { rhythm } : {}) });
    try {
      await watcher.start();
    } catch (error) {
      await fetcher.close();
      throw error;
    }
    return new Watching(watcher, fetcher);
  }

  /** Resolves when what was under way is kept, or was given up. */
  stop(): Promise<void> {
    this.ended ??= this.watcher.stop().finally(() => this.fetcher.close());
    return this.ended;
  }
}
