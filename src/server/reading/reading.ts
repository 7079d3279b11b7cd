/** All that a service reads by: held lists, ready answers, threads. */
import type { StorePlace } from "../../store/place.js";
import type { StoreReader } from "../../store/store.js";
import { ByteCache } from "./byte-cache.js";
import { ChangeFeed } from "./change-feed.js";
import type { Readers } from "./readers.js";
import { StoryIndex } from "./story-index.js";

/** Bytes of answers that are kept ready. */
const MOST_READY = 64 << 20;
/** Milliseconds between looks at the list while something is written. */
const REFRESH_EVERY = 1000;
/** A look is followed by so many times its own length without one: who reads comes first. */
const REST = 10;
/** Milliseconds after which the list is looked at though no change was told. */
const REFRESH_AT_LEAST = 10_000;

export interface Reading {
  readonly place: StorePlace;
  readonly index: StoryIndex;
  readonly changes: ChangeFeed;
  readonly ready: ByteCache;
  readonly readers: Readers;
  /** To be told when something was written. */
  readonly wrote: () => void;
  /** Resolves when who asks finds what was committed by now. */
  readonly caughtUp: () => Promise<void>;
  readonly stop: () => Promise<void>;
}

export async function startReading(
  store: StoreReader,
  place: StorePlace,
  readers: Readers,
  complain: (error: unknown) => void,
): Promise<Reading> {
  const index = new StoryIndex(store);
  let isDue = false;
  let last = Date.now();
  let isEnded = false;
  let refreshing = Promise.resolve();
  const changes = new ChangeFeed(
    store,
    () => {
      isDue = true;
    },
    complain,
  );
  await Promise.all([index.refresh(), changes.start()]);
  let notBefore = 0;
  const timer = setInterval(() => {
    const now = Date.now();
    if (now < notBefore || (!isDue && now - last < REFRESH_AT_LEAST)) return;
    isDue = false;
    last = now;
    refreshing = index
      .refresh()
      .catch(complain)
      .finally(() => {
        notBefore = Date.now() + REST * (Date.now() - now);
      });
  }, REFRESH_EVERY);
  timer.unref();
  return {
    place,
    index,
    changes,
    ready: new ByteCache(MOST_READY),
    readers,
    wrote: () => {
      // Who writes tells of his last work while the store is being closed.
      if (isEnded) return;
      isDue = true;
      changes.look().catch(complain);
    },
    async caughtUp() {
      await changes.look();
      await index.catchUp();
    },
    async stop() {
      isEnded = true;
      clearInterval(timer);
      changes.stop();
      await Promise.all([refreshing, changes.looked()]);
      await readers.close();
    },
  };
}
