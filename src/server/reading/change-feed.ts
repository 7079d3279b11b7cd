/** What happens to stories, for whoever follows: the newest are held in memory, older ones come from the store. */
import type { Change } from "../../api/changes.js";
import type { StoreReader } from "../../store/store.js";

const MOST_HELD = 2000;
const AT_A_TIME = 500;
/** Milliseconds between looks where nobody says that something was written: another process may write. */
const LOOK_EVERY = 1000;

export class ChangeFeed {
  private held: Change[] = [];
  latest = 0;
  isStopped = false;
  private waiting = new Set<() => void>();
  private looking: Promise<void> | null = null;
  private timer: NodeJS.Timeout | null = null;

  constructor(
    private readonly store: StoreReader,
    /** Told when changes were found. */
    private readonly onFound: () => void = () => {},
    private readonly complain: (error: unknown) => void = () => {},
  ) {}

  /** Begins to follow from what is there by now. */
  async start(): Promise<void> {
    const row = await this.store.queries
      .selectFrom("changes")
      .select((one) => one.fn.max("seq").as("latest"))
      .executeTakeFirst();
    this.latest = row?.latest ?? 0;
    this.timer = setInterval(() => void this.look().catch(this.complain), LOOK_EVERY);
    this.timer.unref();
  }

  /** Whoever waits is told that there is nothing more to come. */
  stop(): void {
    this.isStopped = true;
    if (this.timer) clearInterval(this.timer);
    for (const wake of [...this.waiting]) wake();
  }

  /** Looks whether something was written. */
  look(): Promise<void> {
    this.looking ??= this.read().finally(() => {
      this.looking = null;
    });
    return this.looking;
  }

  /** Resolves when no look is under way any more, however it ended. */
  async looked(): Promise<void> {
    await this.looking?.catch(() => {
      // Whoever asked for it was told.
    });
  }

  /** Those after a number, the oldest first. */
  async since(seq: number, limit: number): Promise<readonly Change[]> {
    const first = this.held[0];
    if (seq >= this.latest) return [];
    if (first && seq >= first.seq - 1) {
      return this.held.slice(seq - first.seq + 1, seq - first.seq + 1 + limit);
    }
    return (await this.store.changesSince(seq, limit)).map(changeOf);
  }

  /** Resolves when something happens after a number, at the latest after so many milliseconds. */
  next(seq: number, patience: number): Promise<void> {
    if (seq < this.latest || this.isStopped) return Promise.resolve();
    return new Promise((done) => {
      const wake = (): void => {
        clearTimeout(timer);
        this.waiting.delete(wake);
        done();
      };
      const timer = setTimeout(wake, patience);
      this.waiting.add(wake);
    });
  }

  private async read(): Promise<void> {
    let isFound = false;
    for (;;) {
      const found = await this.store.changesSince(this.latest, AT_A_TIME);
      const last = found.at(-1);
      if (!last) break;
      isFound = true;
      this.held.push(...found.map(changeOf));
      this.held = this.held.slice(-MOST_HELD);
      this.latest = last.seq;
      if (found.length < AT_A_TIME) break;
    }
    if (!isFound) return;
    this.onFound();
    for (const wake of [...this.waiting]) wake();
  }
}

const changeOf = ({
  detail,
  ...row
}: Omit<Change, "detail"> & { readonly detail: unknown }): Change => ({
  ...row,
  detail: typeof detail === "object" && detail !== null ? { ...detail } : {},
});
