/**
 * The store of a service: reports as they came, what was read of them, what people decided, and the
 * accounts that follow from these. One process writes, any number reads. Reports, readings, claims and
 * judgements are only ever added; stories and accounts are a function of them and can be made again.
 *
 * Every change is whole or not at all, and on the disk when the promise resolves. What a process that
 * was ended left to do (reports not placed, stories not folded) the next one does: `settle`.
 */
import { setTimeout as wait } from "node:timers/promises";
import type { FigureRule } from "../core/contract.js";
import type { Judgement } from "../core/judgement.js";
import { type AddOptions, type AddResult, addAll } from "./add-all.js";
import type { ArrivingReport } from "./arrivals.js";
import { type Connection, type ConnectOptions, connect } from "./connection.js";
import { tellWaiting } from "./corrections.js";
import { engineNumber } from "./engines.js";
import { StoreFault } from "./fault.js";
import { type Folder, foldAll, staleStories } from "./folding.js";
import { isOutgrown, PressGrouping } from "./grouping.js";
import { MOST_REPORTS } from "./growing-stories.js";
import { insertJudgement, insertKnowingly, type JudgementOutcome } from "./judgements.js";
import type { StorePlace } from "./place.js";
import { planOf, writePlans } from "./plans.js";
import { type Folded, Refolding, type Touched } from "./refolding.js";
import { latestSeq } from "./reports.js";
import { SentReports } from "./sent-reports.js";
import { showAccounts } from "./showing.js";
import { type FoundReport, StoreReader } from "./store-reader.js";
import { untoldAmong } from "./untold.js";
import { latestStories, practise } from "./warming.js";
import { thisThread, type Workers } from "./workers.js";

export interface StoreOptions extends Omit<ConnectOptions, "mode"> {
  /** Names the program that reads; another name, another reading of every report. */
  readonly engine: string;
  readonly workers?: Workers;
  /** Chooses low, best and high of each ledger. */
  readonly rule?: FigureRule;
  /** Tells the time, ISO 8601. */
  readonly now?: () => string;
  /**
   * Told of accounts that could not be made while nobody waited for them. They are tried again, and the
   * next `settle` meets the same fault.
   */
  readonly failed?: (error: unknown) => void;
  /** Told when accounts are shown that nobody waited for. */
  readonly shown?: () => void;
}

/** What is waited for when reports are added. */
export type AddedUntil =
  /** All that is left to do is done. */
  | "settled"
  /** They are kept. Their stories are found and told soon: see `showing`. */
  | "kept";

export interface SettleOptions {
  /** Also what asks for the whole press: strays, forms, an order that was outgrown. Default: yes. */
  readonly wholly?: boolean;
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((stage: StoreStage, done: number, total: number) => void) | undefined;
}

/** What is counted: reports, but stories where they are folded. */
export type StoreStage = "reading" | "grouping" | "folding";

/** Milliseconds after which placing that failed is tried again. */
const PLACED_AGAIN_AFTER = 5000;

/** For the one process that writes. */
export class Store extends StoreReader {
  /** Loaded when a report is first placed: a while for tens of thousands of reports. */
  private grouping: PressGrouping | null = null;
  /** One placing at a time. */
  private placing: Promise<unknown> = Promise.resolve();
  private readonly refolding: Refolding;
  private readonly sent = new SentReports();
  /** Stories made anew because somebody judged. */
  private readonly judged = new Set<Promise<void>>();
  /** Placing that has not begun. */
  private toPlace: Promise<void> | null = null;
  private isClosing = false;

  private constructor(
    connection: Connection,
    readonly options: Required<Pick<StoreOptions, "engine" | "workers" | "rule" | "now">>,
    private readonly tellers: Required<Pick<StoreOptions, "failed" | "shown">>,
  ) {
    super(connection);
    const { failed, shown } = tellers;
    const fold = async (anchors: readonly number[]): Promise<ReadonlyMap<number, Folded>> => {
      const became = await this.refold(anchors);
      shown();
      return became;
    };
    this.refolding = new Refolding({ fold, failed, most: 1 });
  }

  /**
   * Opens a store for writing, and brings it to this program's schema.
   * @throws StoreFault among others where another process writes to it
   */
  static async openToWrite(
    place: StorePlace,
    {
      engine,
      workers = thisThread,
      rule = "isnad",
      now = () => new Date().toISOString(),
      failed = () => {},
      shown = () => {},
      ...rest
    }: StoreOptions,
  ): Promise<Store> {
    const connection = await connect(place, { ...rest, mode: "write" });
    return new Store(connection, { engine, workers, rule, now }, { failed, shown });
  }

  /**
   * Reads and keeps reports, a change a batch, then settles, or what else is waited for. What is there
   * already is passed over, so that a run that was ended can be run again.
   * @throws StoreFault
   */
  async add(
    batches: AsyncIterable<readonly ArrivingReport[]> | Iterable<readonly ArrivingReport[]>,
    options: AddOptions & SettleOptions & { readonly until?: AddedUntil } = {},
  ): Promise<AddResult> {
    const { until = "settled", signal } = options;
    const result = await addAll(this.connection, this.options, batches, options);
    if (signal?.aborted) return result;
    if (until === "settled") await this.settle(options);
    else this.placeSoon();
    return result;
  }

  /**
   * Has the stories of reports told before others, and waits for it.
   * @param patience milliseconds
   * @returns how many of the reports no account tells of by then
   * @throws StoreFault
   */
  async showing(reports: readonly number[], patience: number): Promise<number> {
    if (reports.length === 0 || patience <= 0) return reports.length;
    const { read } = this.connection;
    const shown = async (): Promise<void> => {
      await this.placeSoon();
      await this.refolding.now((await untoldAmong(read, reports)).stories);
    };
    const late = new AbortController();
    const tooLong = wait(patience, undefined, { signal: late.signal, ref: false }).catch(() => {
      // All was shown before.
    });
    await Promise.race([shown(), tooLong]).finally(() => late.abort());
    return (await untoldAmong(read, reports)).reports;
  }

  /** Once for all that came before it is its turn. */
  private placeSoon(): Promise<void> {
    this.toPlace ??= this.inTurn(async () => {
      this.toPlace = null;
      this.refolding.soon(await this.place(false));
    }).catch((error: unknown) => {
      this.tellers.failed(error);
      if (!this.isClosing) setTimeout(() => this.placeSoon(), PLACED_AGAIN_AFTER).unref();
    });
    return this.toPlace;
  }

  /**
   * Keeps an entry of the log and makes the stories anew that it touches.
   * @returns false where the entry is there already
   * @throws StoreFault
   */
  async judge(entry: Judgement): Promise<boolean> {
    const { now } = this.options;
    const isNew = await this.connection.change((queries) => insertJudgement(queries, entry, now()));
    if (isNew) await this.followLog();
    return isNew;
  }

  /**
   * As `judge`, for one of several who judge at once: adds nothing where somebody decided about the same
   * thing after what the author had seen.
   * @param seen id of the latest judgement of that thing that held when the author looked; null for none
   * @throws StoreFault
   */
  async judgeKnowingly(entry: Judgement, seen: string | null): Promise<JudgementOutcome> {
    const { now } = this.options;
    const outcome = await this.connection.change((queries) =>
      insertKnowingly(queries, entry, seen, now()),
    );
    if (outcome.kind === "added") await this.followLog();
    return outcome;
  }

  /** The stories that were judged are made anew before all others, and waited for. */
  private async followLog(): Promise<void> {
    await this.inTurn(async () => {
      this.grouping?.press.judge(await this.judgements());
      const shown = this.refolding.now(await this.place(false));
      this.judged.add(shown);
      const isOver = (): void => void this.judged.delete(shown);
      shown.then(isOver, isOver);
    });
    // The turn of one who judged just before may have followed this entry, too.
    await Promise.all(this.judged);
  }

  /** Does all that is left to do: places reports, folds stories. */
  async settle({ wholly = true, signal, onProgress }: SettleOptions = {}): Promise<void> {
    await this.inTurn(() => this.place(wholly, onProgress));
    const folder = await this.folder({
      sent: wholly ? undefined : this.sent,
      signal,
      onProgress: (done, total) => onProgress?.("folding", done, total),
    });
    const stale = await staleStories(this.connection.read);
    await foldAll(folder, stale, async (accounts, planned) => {
      await showAccounts(folder, accounts, planned);
    });
    await tellWaiting(this.connection, this.options.now());
  }

  /**
   * Works out ahead what threads remember of the stories that reports came to last, and has them read some
   * reports, so that the next report shows as soon behind a start as later. Changes nothing in the store.
   * @returns how many reports are remembered
   */
  async warm({ signal }: Pick<SettleOptions, "signal"> = {}): Promise<number> {
    const folder = await this.folder({ sent: this.sent, signal });
    const most = MOST_REPORTS * this.options.workers.folding;
    const latest = await latestStories(this.connection.read, most);
    await foldAll(folder, latest, async () => {});
    await practise(folder, latest);
    return latest.reduce((reports, { plan }) => reports + plan.members.length, 0);
  }

  private async refold(anchors: readonly number[]): Promise<ReadonlyMap<number, Folded>> {
    const folder = await this.folder({ sent: this.sent });
    const stale = await staleStories(this.connection.read, anchors);
    const became = new Map<number, Folded>();
    await foldAll(folder, stale, async (accounts, planned) => {
      for (const [anchor, one] of await showAccounts(folder, accounts, planned)) {
        became.set(anchor, one);
      }
    });
    await tellWaiting(this.connection, this.options.now());
    return became;
  }

  /** What folding needs, by this program. */
  async folder(how: Pick<Folder, "sent" | "signal" | "onProgress"> = {}): Promise<Folder> {
    const { engine, workers, now } = this.options;
    const { connection } = this;
    const number = await connection.change((queries) => engineNumber(queries, engine));
    return { connection, workers, engine: number, now, ...how };
  }

  /** For what works on the whole store: verifying, rebuilding, copying. */
  get open(): Connection {
    return this.connection;
  }

  /** What is being folded is shown; what was to be folded soon is left to whoever opens the store next. */
  override close = async (): Promise<void> => {
    this.isClosing = true;
    await this.placing;
    await this.refolding.stop();
    await this.connection.close();
  };

  /** Forgets what is held in memory of the press; it is read again when it is needed. */
  forget(): void {
    this.grouping = null;
  }

  /** @returns stories whose accounts are to be made anew; none where the store is being closed */
  private async place(
    wholly: boolean,
    onProgress?: SettleOptions["onProgress"],
  ): Promise<readonly Touched[]> {
    if (this.isClosing) return [];
    const { read } = this.connection;
    const latest = await latestSeq(read);
    if (latest === 0) return [];
    try {
      const isFirst = this.grouping === null;
      if (isFirst) onProgress?.("grouping", 0, latest);
      let grouping = this.grouping ?? (await PressGrouping.load(read));
      const anew =
        wholly &&
        isOutgrown(grouping.order, grouping.press.current + latest - grouping.order.placed, latest);
      if (anew) grouping = await PressGrouping.anew(read, latest);
      else await grouping.follow(read, latest);
      if (wholly || isFirst) grouping.press.settle();
      this.grouping = grouping;
      const { stories, gone } = grouping.press.changes();
      const planned = stories.map((story) => planOf(story, grouping.seqs, this.options.rule));
      const { engine } = await this.folder();
      // A press that was loaded does not know what it gave out before.
      const changed = await writePlans(this.connection, engine, grouping, {
        planned,
        gone: anew || isFirst ? "others" : gone,
      });
      return changed.map(({ plan: { anchor, members } }) => ({ anchor, reports: members.length }));
    } catch (error) {
      // What is held may be ahead of what was written.
      this.grouping = null;
      throw error;
    }
  }

  private inTurn<T>(work: () => Promise<T>): Promise<T> {
    const next = this.placing.then(work);
    this.placing = next.catch(() => {});
    return next;
  }
}

export { type FoundReport, StoreFault, StoreReader };
