/**
 * What was fetched, into the store: together where much comes at once, and again and again where the
 * store cannot be written to. Whoever brings something waits until it is kept, so that nothing is
 * fetched that cannot be.
 */
import type { Problem } from "../core/problem.js";
import type { Clock } from "../fetch/clock.js";
import type { AddedReport } from "../store/adding.js";
import type { ArrivingReport } from "../store/arrivals.js";
import type { WatchedPageRow } from "../store/feed-rows.js";
import { savePages } from "../store/feeds.js";
import { identityOf } from "../store/identity.js";
import type { Queries } from "../store/queries.js";
import { type Store, StoreFault } from "../store/store.js";
import type { TellEvent } from "./events.js";

/** A page that was dealt with. */
export interface Dealt {
  /** Null where it gave none. */
  readonly report: ArrivingReport | null;
  readonly page: WatchedPageRow;
}

/** What became of a report: there already, new, or new and a correction. Null where there was none. */
export type Became = "known" | "added" | "corrected" | null;

interface Waiting {
  readonly dealt: Dealt;
  readonly done: (became: Became) => void;
  readonly failed: (error: unknown) => void;
}

/** Pages kept in one change. */
const MOST_TOGETHER = 50;
/** Milliseconds after which a store that failed is tried again, at first and at most. */
const FIRST_RETRY = 5000;
const LONGEST_RETRY = 300_000;

/** Thrown to whoever waits for the store when the watcher stops. */
export class Stopped extends Error {}

export interface KeeperOptions {
  readonly store: Store;
  readonly clock: Clock;
  readonly tell: TellEvent;
  /** Ends the trying. */
  readonly signal: AbortSignal;
  /** Try again where the store fails; else its fault is thrown. */
  readonly isPatient: boolean;
  /** Milliseconds; for tests. */
  readonly firstRetry?: number;
}

export class Keeper {
  private readonly waiting: Waiting[] = [];
  private working: Promise<void> | null = null;
  private hasFailed = false;
  /** By `Clock.elapsed`: when reports were last added; null where all is settled. */
  addedAt: number | null = null;

  constructor(private readonly options: KeeperOptions) {}

  /**
   * Resolves when it is in the store.
   * @throws Stopped, StoreFault where the keeper is not patient
   */
  keep(dealt: Dealt): Promise<Became> {
    return new Promise((done, failed) => {
      this.waiting.push({ dealt, done, failed });
      this.working ??= this.work().finally(() => {
        this.working = null;
      });
    });
  }

  /** A change of what is remembered of feeds. */
  change(work: (queries: Queries) => Promise<void>): Promise<void> {
    return this.persist(() => this.options.store.open.change(work));
  }

  /** All that only a look at the whole press finds, where something was added since. */
  async settle(): Promise<void> {
    const at = this.addedAt;
    await this.persist(() =>
      this.options.store.settle({ wholly: true, signal: this.options.signal }),
    );
    if (this.addedAt === at) this.addedAt = null;
  }

  private async work(): Promise<void> {
    while (this.waiting.length > 0) {
      const some = this.waiting.splice(0, MOST_TOGETHER);
      try {
        const became = await this.keepAll(some.map(({ dealt }) => dealt));
        for (const [at, { done }] of some.entries()) done(became[at] ?? null);
      } catch (error) {
        for (const { failed } of some) failed(error);
      }
    }
  }

  private async keepAll(all: readonly Dealt[]): Promise<readonly Became[]> {
    let became: readonly Became[];
    try {
      became = await this.persist(() => this.add(all.map(({ report }) => report)));
      await this.change((queries) =>
        savePages(
          queries,
          all.map(({ page }) => page),
        ),
      );
      return became;
    } catch (error) {
      if (error instanceof Stopped || error instanceof StoreFault) throw error;
      // A report that cannot be read is a fault of this program; it shall not keep others out.
      const [only] = all;
      if (all.length > 1 || !only) {
        const out: Became[] = [];
        for (const one of all) out.push(...(await this.keepAll([one])));
        return out;
      }
      const page = { ...only.page, last_error: messageOf(error), next_check: null };
      this.options.tell({ kind: "page-failed", feed: page.feed, problem: faultOf(page, error) });
      await this.change((queries) => savePages(queries, [page]));
      return [null];
    }
  }

  private async add(reports: readonly (ArrivingReport | null)[]): Promise<readonly Became[]> {
    const arriving = reports.flatMap((report) => report ?? []);
    if (arriving.length === 0) return reports.map(() => null);
    const isCorrection = new Map<string, boolean>();
    const onAdded = (added: readonly AddedReport[]): void => {
      for (const { identity, replaces } of added) isCorrection.set(identity, replaces !== null);
      if (added.length > 0) this.addedAt = this.options.clock.elapsed();
    };
    await this.options.store.add([arriving], { until: "kept", onAdded });
    return reports.map((report) => {
      if (report === null) return null;
      const corrects = isCorrection.get(identityOf(report.input));
      return corrects === undefined ? "known" : corrects ? "corrected" : "added";
    });
  }

  /** Does it, as often as it takes. */
  private async persist<T>(work: () => Promise<T>): Promise<T> {
    const { clock, tell, signal, isPatient, firstRetry = FIRST_RETRY } = this.options;
    for (let wait = firstRetry; ; wait = Math.min(2 * wait, LONGEST_RETRY)) {
      try {
        const done = await work();
        if (this.hasFailed) tell({ kind: "store-works" });
        this.hasFailed = false;
        return done;
      } catch (error) {
        if (!(error instanceof StoreFault) || !isPatient) throw error;
        if (!this.hasFailed) tell({ kind: "store-failed", message: error.message });
        this.hasFailed = true;
        await clock.wait(wait, signal);
        if (signal.aborted) throw new Stopped();
      }
    }
  }
}

const messageOf = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).slice(0, 300);

const faultOf = (page: WatchedPageRow, error: unknown): Problem => ({
  severity: "error",
  code: "unreadable-report",
  file: page.url,
  place: null,
  message: `Isnad failed to read it: ${messageOf(error)}.`,
  remedy: "This is a fault of the program: please report it with the address.",
});
