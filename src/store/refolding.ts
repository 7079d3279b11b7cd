/**
 * Accounts of stories that reports came to, made soon after: who brings reports does not wait for them.
 * A story is folded at once when it was let alone, and once for all that came meanwhile where reports
 * keep coming; a large one, whose account takes long, less often than a small one.
 */

/** What became of a story that was to be folded. */
export type Folded =
  /** Its account tells what was planned when it was asked for, or there is no such story any more. */
  | "shown"
  /** More came meanwhile: the account that was made is shown, or was not to be shown any more. */
  | "shown-behind"
  | "overtaken";

export interface RefoldingOptions {
  /** Folds stories as they are planned now, and shows them; those not told of are "shown". */
  readonly fold: (anchors: readonly number[]) => Promise<ReadonlyMap<number, Folded>>;
  /** Told of what failed for nobody who waits; it is tried again. */
  readonly failed: (error: unknown) => void;
  /** Calls of `fold` at a time, but for those that somebody waits for. */
  readonly most: number;
}

/** Milliseconds for which a story is let alone behind a fold, for each of its reports; and at most. */
const REST_PER_REPORT = 10;
const LONGEST_REST = 3000;
/** Stories of a call. */
const TOGETHER = 40;
/** Milliseconds after which what failed is tried again, at first and at most. */
const FIRST_RETRY = 5000;
const LONGEST_RETRY = 600_000;

interface Waiter {
  readonly done: () => void;
  readonly failed: (error: unknown) => void;
}

interface Due {
  /** By `performance.now`. */
  at: number;
  /** Of the story, as last told. */
  reports: number;
  waiters: Waiter[];
  failures: number;
}

/** A story to which something came. */
export interface Touched {
  readonly anchor: number;
  /** How many it has now. */
  readonly reports: number;
}

export class Refolding {
  /** In the order in which they became due. */
  private readonly due = new Map<number, Due>();
  private readonly busy = new Set<number>();
  /** Until when a story is let alone. */
  private readonly rests = new Map<number, number>();
  private readonly running = new Set<Promise<void>>();
  private timer: NodeJS.Timeout | null = null;
  private isStopped = false;

  constructor(private readonly options: RefoldingOptions) {}

  /** How many stories are to be folded, or are being folded. */
  get left(): number {
    return new Set([...this.due.keys(), ...this.busy]).size;
  }

  /** Has the stories folded soon. */
  soon(stories: readonly Touched[]): void {
    for (const story of stories) this.add(story);
    this.go();
  }

  /**
   * Has them folded before all others, and resolves when each shows what is planned by now.
   * @throws what folding threw
   */
  async now(stories: readonly Touched[]): Promise<void> {
    if (this.isStopped) return;
    const shown = stories.map(
      (story) =>
        new Promise<void>((done, failed) => this.add(story).waiters.push({ done, failed })),
    );
    this.go();
    await Promise.all(shown);
  }

  /** Begins nothing more, and resolves when what is under way has ended. Whoever waits is let go. */
  async stop(): Promise<void> {
    this.isStopped = true;
    if (this.timer) clearTimeout(this.timer);
    await Promise.all(this.running);
    for (const { waiters } of this.due.values()) for (const { done } of waiters) done();
    this.due.clear();
  }

  private add({ anchor, reports }: Touched): Due {
    const known = this.due.get(anchor);
    if (known) {
      known.reports = reports;
      return known;
    }
    const at = Math.max(performance.now(), this.rests.get(anchor) ?? 0);
    const due: Due = { at, reports, waiters: [], failures: 0 };
    this.due.set(anchor, due);
    return due;
  }

  private go(): void {
    if (this.isStopped) return;
    for (;;) {
      const urgent = this.next(({ waiters }) => waiters.length > 0);
      if (urgent.length > 0) {
        this.start(urgent);
        continue;
      }
      if (this.running.size >= this.options.most) break;
      const now = performance.now();
      const some = this.next(({ at }) => at <= now);
      if (some.length === 0) break;
      this.start(some);
    }
    this.wait();
  }

  /** What is to be folded next: no story that is being folded, and by itself what failed before. */
  private next(isAsked: (due: Due) => boolean): [anchor: number, due: Due][] {
    const out: [number, Due][] = [];
    for (const [anchor, due] of this.due) {
      if (out.length >= TOGETHER) break;
      if (this.busy.has(anchor) || !isAsked(due)) continue;
      if (due.failures === 0) out.push([anchor, due]);
      else if (out.length === 0) return [[anchor, due]];
    }
    return out;
  }

  private wait(): void {
    if (this.timer) clearTimeout(this.timer);
    this.timer = null;
    if (this.running.size >= this.options.most) return;
    let first = Number.POSITIVE_INFINITY;
    for (const [anchor, { at }] of this.due)
      if (!this.busy.has(anchor)) first = Math.min(first, at);
    if (first === Number.POSITIVE_INFINITY) return;
    this.timer = setTimeout(() => this.go(), Math.max(1, first - performance.now()));
    this.timer.unref();
  }

  private start(some: readonly (readonly [number, Due])[]): void {
    for (const [anchor] of some) {
      this.due.delete(anchor);
      this.busy.add(anchor);
    }
    const task = this.options
      .fold(some.map(([anchor]) => anchor))
      .then(
        (became) => {
          for (const [anchor, due] of some) this.ended(anchor, due, became.get(anchor) ?? "shown");
        },
        (error: unknown) => this.failedAt(some, error),
      )
      .finally(() => {
        this.running.delete(task);
        this.go();
      });
    this.running.add(task);
  }

  private ended(anchor: number, due: Due, became: Folded): void {
    this.busy.delete(anchor);
    const rest = Math.min(LONGEST_REST, REST_PER_REPORT * due.reports);
    const until = performance.now() + rest;
    this.rests.set(anchor, until);
    this.forgetRests();
    if (became === "shown" || became === "shown-behind") for (const { done } of due.waiters) done();
    if (became === "shown") return;
    const again = this.add({ anchor, reports: this.due.get(anchor)?.reports ?? due.reports });
    again.at = Math.max(again.at, until);
    if (became === "overtaken") again.waiters.push(...due.waiters);
  }

  /** One of several is at fault, or the store: each is tried by itself, one by itself after a while. */
  private failedAt(some: readonly (readonly [number, Due])[], error: unknown): void {
    const isAlone = some.length === 1;
    let isTold = !isAlone;
    for (const [anchor, { reports, waiters, failures }] of some) {
      this.busy.delete(anchor);
      const again = this.add({ anchor, reports });
      again.failures = failures + 1;
      if (!isAlone) {
        again.waiters.push(...waiters);
        continue;
      }
      again.at = performance.now() + Math.min(LONGEST_RETRY, FIRST_RETRY * 2 ** failures);
      for (const { failed } of waiters) failed(error);
      isTold ||= waiters.length > 0;
    }
    if (!isTold) this.options.failed(error);
  }

  private forgetRests(): void {
    if (this.rests.size < 1000) return;
    const now = performance.now();
    for (const [anchor, until] of this.rests) if (until <= now) this.rests.delete(anchor);
  }
}
