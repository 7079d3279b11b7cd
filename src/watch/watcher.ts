/**
 * Feeds over time. A watcher is given a store that it may write to, and does not end because of anything
 * that a feed, a host, a clock or a disk does. What is due is remembered in the store; what is waited
 * for in this process goes by a clock that does not jump.
 */
import PQueue from "p-queue";
import { type Clock, isoTime, systemClock } from "../fetch/clock.js";
import type { Fetcher } from "../fetch/fetcher.js";
import type { FeedRow, WatchedPageRow } from "../store/feed-rows.js";
import { feedStates, forgetFeedsPages, insertFeeds, pagesDue, saveFeed } from "../store/feeds.js";
import type { Store } from "../store/store.js";
import { asBefore } from "./as-before.js";
import type { TellEvent } from "./events.js";
import { Keeper, Stopped } from "./keeper.js";
import type { ListedFeed } from "./opml.js";
import { readAgain } from "./page.js";
import { backOff, RHYTHM, type Rhythm } from "./rhythm.js";
import { type Visitor, visitFeed } from "./visit.js";

export interface WatcherOptions {
  readonly store: Store;
  readonly fetcher: Fetcher;
  /** Those that are watched; others that the store knows are left alone. */
  readonly feeds: readonly ListedFeed[];
  readonly clock?: Clock;
  readonly rhythm?: Rhythm;
  readonly tell?: TellEvent;
  /** Ask all feeds at first, due or not. */
  readonly atOnce?: boolean;
  /** Milliseconds after which a store that failed is tried again. */
  readonly firstRetry?: number;
}

interface Watched {
  row: FeedRow;
  /** By `Clock.elapsed`. */
  dueAt: number;
  isUnderWay: boolean;
}

/** Feeds that are visited at a time; most of a visit is waiting for its turn at a host. */
const VISITS = 40;
/** Pages looked at again in one go. */
const PAGES_AT_A_TIME = 50;
/** Milliseconds that what is under way is given to end by itself when the watcher is stopped. */
const GRACE = 3000;

export class Watcher {
  private readonly store: Store;
  private readonly clock: Clock;
  private readonly rhythm: Rhythm;
  private readonly tell: TellEvent;
  private readonly fetcher: Fetcher;
  private readonly ending = new AbortController();
  private readonly visits = new PQueue({ concurrency: VISITS });
  private readonly underWay = new Set<string>();
  private readonly feeds = new Map<string, Watched>();
  private readonly forgotAt = new Map<string, number>();
  private waking = new AbortController();
  private isStopping = false;
  private looking: Promise<void> | null = null;
  private lookedAt = Number.NEGATIVE_INFINITY;
  private settledAt: number;
  private running: Promise<void> | null = null;
  private keeper: Keeper;

  constructor(private readonly options: WatcherOptions) {
    this.store = options.store;
    this.fetcher = options.fetcher;
    this.clock = options.clock ?? systemClock;
    this.rhythm = options.rhythm ?? RHYTHM;
    this.tell = options.tell ?? (() => {});
    this.settledAt = this.clock.elapsed();
    this.keeper = this.keeperThat(true);
  }

  /**
   * Visits what is due, settles the store and ends.
   * @returns how many feeds were due
   * @throws StoreFault
   */
  async once(): Promise<number> {
    this.keeper = this.keeperThat(false);
    await this.load();
    const due = [...this.feeds.values()].filter(({ dueAt }) => dueAt <= this.clock.elapsed());
    await this.allOf(due.map((feed) => this.visits.add(() => this.visit(feed))));
    if (!this.isStopping) await this.lookAgain();
    if (this.keeper.addedAt !== null && !this.ending.signal.aborted) await this.settle();
    return due.length;
  }

  /**
   * Goes on until it is stopped.
   * @throws StoreFault where the store cannot even be read at first
   */
  async start(): Promise<void> {
    await this.load();
    this.running = this.run();
  }

  /** Resolves when what was under way is kept, or was given up. */
  async stop(): Promise<void> {
    this.isStopping = true;
    this.wake();
    const grace = new AbortController();
    void this.clock.wait(GRACE, grace.signal).then(() => this.ending.abort());
    await this.running;
    await this.visits.onIdle();
    await this.looking;
    grace.abort();
  }

  private keeperThat(isPatient: boolean): Keeper {
    const { store, clock, tell } = this;
    const { firstRetry } = this.options;
    const { signal } = this.ending;
    const own = firstRetry === undefined ? {} : { firstRetry };
    return new Keeper({ store, clock, tell, signal, isPatient, ...own });
  }

  private get visitor(): Visitor {
    const { store, fetcher, clock, rhythm, tell, keeper, underWay, forgotAt } = this;
    const { signal } = this.ending;
    const isStopping = (): boolean => this.isStopping;
    return { store, fetcher, clock, rhythm, tell, keeper, underWay, forgotAt, signal, isStopping };
  }

  private async load(): Promise<void> {
    const now = this.clock.now();
    const longAgo = isoTime(now - this.rhythm.rememberedOfOthers);
    await this.keeper.change(async (queries) => {
      await insertFeeds(queries, this.options.feeds, isoTime(now));
      await forgetFeedsPages(queries, longAgo);
    });
    const wanted = new Set(this.options.feeds.map(({ url }) => url));
    for (const row of await feedStates(this.store.queries)) {
      if (!wanted.has(row.url)) continue;
      const dueAt = this.clock.elapsed() + this.waitOf(row, now);
      this.feeds.set(row.url, { row, dueAt, isUnderWay: false });
    }
  }

  /**
   * Time until a feed is due. What was noted by a clock that ran ahead may lie years away: nothing is
   * waited for longer than it would have been noted for.
   */
  private waitOf({ next_due, period, failures }: FeedRow, now: number): number {
    if (this.options.atOnce) return 0;
    const noted = Date.parse(next_due) - now;
    const longest =
      failures > 0 ? this.rhythm.longest : Math.max((period ?? 0) * 1100, this.rhythm.shortest);
    return Number.isNaN(noted) || noted > longest ? 0 : Math.max(0, noted);
  }

  private async run(): Promise<void> {
    while (!this.isStopping) {
      for (const feed of this.feeds.values()) {
        if (feed.isUnderWay || feed.dueAt > this.clock.elapsed()) continue;
        feed.isUnderWay = true;
        void this.visits.add(() => this.visit(feed)).then(() => this.wake());
      }
      if (this.looking === null && this.clock.elapsed() - this.lookedAt >= this.rhythm.tick) {
        this.lookedAt = this.clock.elapsed();
        this.looking = this.lookAgain().finally(() => {
          this.looking = null;
        });
      }
      if (this.isToSettle()) await this.settleOrTell();
      const woken = new AbortController();
      this.waking = woken;
      if (!this.isStopping) await this.clock.wait(this.untilNext(), woken.signal);
    }
  }

  private wake(): void {
    this.waking.abort();
  }

  private untilNext(): number {
    const now = this.clock.elapsed();
    const { tick, quiet } = this.rhythm;
    const { addedAt } = this.keeper;
    let wait = addedAt === null ? tick : Math.min(tick, Math.max(10, addedAt + quiet - now));
    for (const { isUnderWay, dueAt } of this.feeds.values()) {
      if (!isUnderWay) wait = Math.min(wait, Math.max(0, dueAt - now));
    }
    return wait;
  }

  private isToSettle(): boolean {
    const { addedAt } = this.keeper;
    if (addedAt === null) return false;
    const now = this.clock.elapsed();
    return now - addedAt >= this.rhythm.quiet || now - this.settledAt >= this.rhythm.settleAtLeast;
  }

  private async settle(): Promise<void> {
    this.settledAt = this.clock.elapsed();
    await this.keeper.settle();
    this.tell({ kind: "settled" });
  }

  private async settleOrTell(): Promise<void> {
    try {
      await this.settle();
    } catch (error) {
      if (!(error instanceof Stopped)) this.tell({ kind: "store-failed", message: wordsOf(error) });
    }
  }

  /** Never rejects while the watcher goes on; `once` is told of what fails. */
  private async visit(feed: Watched): Promise<void> {
    if (this.isStopping) return;
    feed.isUnderWay = true;
    try {
      const visited = await visitFeed(this.visitor, feed.row);
      if (visited === null) return;
      feed.row = visited.row;
      feed.dueAt = this.clock.elapsed() + visited.wait;
      await this.keeper.change((queries) => saveFeed(queries, visited.row));
    } catch (error) {
      if (error instanceof Stopped) return;
      if (this.running === null) throw error;
      this.failedAt(feed, error);
    } finally {
      feed.isUnderWay = false;
    }
  }

  /** What is not foreseen (a store that cannot be read, a fault of this program) ends a visit, not the watcher. */
  private failedAt(feed: Watched, error: unknown): void {
    const failures = feed.row.failures + 1;
    const wait = backOff(this.rhythm, failures, 0, this.clock.chance());
    feed.row = { ...feed.row, failures };
    feed.dueAt = this.clock.elapsed() + wait;
    this.tell({
      kind: "feed-failed",
      feed: feed.row.url,
      failures,
      again: isoTime(this.clock.now() + wait),
      problem: {
        severity: "error",
        code: "visit-failed",
        file: feed.row.url,
        place: null,
        message: wordsOf(error),
        remedy:
          "It is tried again. If it stays so, this is a fault of the program: please report it.",
      },
    });
  }

  /** Pages that may have been corrected. */
  private async lookAgain(): Promise<void> {
    const now = this.clock.now();
    const latest = isoTime(now + 2 * this.rhythm.longest);
    try {
      const due = await pagesDue(this.store.queries, isoTime(now), latest, PAGES_AT_A_TIME);
      const free = due.filter(({ url }) => !this.underWay.has(url));
      await this.allOf(free.map((page) => this.visits.add(() => this.lookAt(page))));
    } catch (error) {
      if (this.running === null) throw error;
      this.tell({ kind: "store-failed", message: wordsOf(error) });
    }
  }

  private async lookAt(known: WatchedPageRow): Promise<void> {
    if (this.isStopping) return;
    this.underWay.add(known.url);
    try {
      const outcome = await readAgain(this.visitor, known);
      if (outcome === null) return;
      const report = outcome.report && (await asBefore(this.store, outcome.report));
      const became = await this.keeper.keep({ report, page: outcome.page });
      if (became === "corrected" || became === "added") {
        this.tell({ kind: "page-corrected", page: known.url });
      }
    } catch (error) {
      if (!(error instanceof Stopped)) throw error;
    } finally {
      this.underWay.delete(known.url);
    }
  }

  /** Waits for all of them, then fails as the first that failed. */
  private async allOf(all: readonly Promise<void>[]): Promise<void> {
    for (const one of await Promise.allSettled(all)) {
      if (one.status === "rejected") throw one.reason;
    }
  }
}

const wordsOf = (error: unknown): string =>
  error instanceof Error ? error.message : String(error);
