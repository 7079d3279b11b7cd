/**
 * The store of a service: reports as they came, what was read of them, what people decided, and the
 * accounts that follow from these. One process writes, any number reads. Reports, readings, claims and
 * judgements are only ever added; stories and accounts are a function of them and can be made again.
 *
 * Every change is whole or not at all, and on the disk when the promise resolves. What a process that
 * was ended left to do (reports not placed, stories not folded) the next one does: `settle`.
 */
import type { Account, FigureRule } from "../core/contract.js";
import type { Judgement } from "../core/judgement.js";
import { type AddOptions, type AddResult, addAll } from "./add-all.js";
import type { ArrivingReport, Original } from "./arrivals.js";
import { type Connection, type ConnectOptions, connect } from "./connection.js";
import { type RevisedVersion, reportNamed, revisionsOf, tellWaiting } from "./corrections.js";
import { engineNumber } from "./engines.js";
import { StoreFault } from "./fault.js";
import { type Folder, foldAll, showAccounts, staleStories } from "./folding.js";
import { isOutgrown, PressGrouping } from "./grouping.js";
import {
  insertJudgement,
  insertKnowingly,
  type JudgementOutcome,
  judgementLog,
} from "./judgements.js";
import type { StorePlace } from "./place.js";
import { planOf, writePlans } from "./plans.js";
import type { Queries } from "./queries.js";
import {
  latestSeq,
  originalAt,
  type ReportOutline,
  type StoredReport,
  seqOf,
  storedReports,
  versionsOf,
} from "./reports.js";
import { type SearchPage, searchReports } from "./search.js";
import {
  accountOfStory,
  changesSince,
  type ListedChange,
  type ListedStory,
  listStories,
  type StoreCounts,
  type StoryPage,
  storeCounts,
} from "./shown.js";
import { thisThread, type Workers } from "./workers.js";

export interface StoreOptions extends Omit<ConnectOptions, "mode"> {
  /** Names the program that reads; another name, another reading of every report. */
  readonly engine: string;
  readonly workers?: Workers;
  /** Chooses low, best and high of each ledger. */
  readonly rule?: FigureRule;
  /** Tells the time, ISO 8601. */
  readonly now?: () => string;
}

export interface SettleOptions {
  /** Also what asks for the whole press: strays, forms, an order that was outgrown. Default: yes. */
  readonly wholly?: boolean;
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((stage: StoreStage, done: number, total: number) => void) | undefined;
}

/** What is counted: reports, but stories where they are folded. */
export type StoreStage = "reading" | "grouping" | "folding";

/** A report that a search found. */
export interface FoundReport extends StoredReport {
  readonly score: number;
  /** `anchor` of its story. */
  readonly story: number | null;
}

/** For whoever shows what is there. */
export class StoreReader {
  constructor(protected readonly connection: Connection) {}

  /** @throws StoreFault */
  static async open(place: StorePlace): Promise<StoreReader> {
    return new StoreReader(await connect(place, { mode: "read" }));
  }

  /** The place as it may be shown to anybody. */
  get where(): string {
    return this.connection.where;
  }

  /** For queries of a server's own; sees what was committed. */
  get queries(): Queries {
    return this.connection.read;
  }

  counts = (): Promise<StoreCounts> => storeCounts(this.connection.read);

  /** Most outlets first, then most reports, then the newest. */
  stories = (page: StoryPage): Promise<readonly ListedStory[]> =>
    listStories(this.connection.read, page);

  /**
   * @param story the id in its account, or its anchor
   * @returns null where there is none
   */
  account = (story: string | number): Promise<Account | null> =>
    accountOfStory(this.connection.read, story);

  /** Newest versions that hold the words; see `parseSearch` for what may be typed. */
  async search(text: string, page: SearchPage): Promise<readonly FoundReport[]> {
    const found = await searchReports(this.connection, text, page);
    const seqs = found.map(({ report }) => report);
    const reports = await storedReports(this.connection.read, seqs);
    const places = await this.connection.read
      .selectFrom("placements")
      .select(["report", "story"])
      .where("report", "in", seqs.length > 0 ? seqs : [0])
      .execute();
    const storyOf = new Map(places.map(({ report, story }) => [report, story]));
    return found.flatMap(({ report, score }) => {
      const stored = reports.get(report);
      return stored ? [{ ...stored, score, story: storyOf.get(report) ?? null }] : [];
    });
  }

  /** @param id as in an account */
  async report(id: string): Promise<StoredReport | null> {
    const seq = await seqOf(this.connection.read, id);
    return seq === null ? null : ((await this.reports([seq])).get(seq) ?? null);
  }

  reports = (seqs: readonly number[]): Promise<ReadonlyMap<number, StoredReport>> =>
    storedReports(this.connection.read, seqs);

  /** Of the report with that id, the oldest first; empty where there is none. */
  versions = (id: string): Promise<readonly ReportOutline[]> =>
    versionsOf(this.connection.read, id);

  /** The same with what each changed in the one before, by words. */
  revisions = (id: string): Promise<readonly RevisedVersion[]> =>
    revisionsOf(this.connection.read, id);

  /** The id of the report that is meant by an id, the beginning of one, or an address. */
  reportNamed = (name: string): Promise<string | null> => reportNamed(this.connection.read, name);

  /** The bytes of a report as they came. */
  original = (seq: number): Promise<Original | null> => originalAt(this.connection.read, seq);

  /** The oldest first. @throws StoreFault where an entry was changed */
  judgements = (): Promise<readonly Judgement[]> => judgementLog(this.connection.read);

  /** What happened to stories after the change of that number, the oldest first. */
  changesSince = (seq: number, limit: number): Promise<readonly ListedChange[]> =>
    changesSince(this.connection.read, seq, limit);

  close = (): Promise<void> => this.connection.close();
}

/** For the one process that writes. */
export class Store extends StoreReader {
  /** Loaded when a report is first placed: a while for tens of thousands of reports. */
  private grouping: PressGrouping | null = null;
  /** One placing at a time. */
  private placing: Promise<unknown> = Promise.resolve();

  private constructor(
    connection: Connection,
    readonly options: Required<Pick<StoreOptions, "engine" | "workers" | "rule" | "now">>,
  ) {
    super(connection);
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
      ...rest
    }: StoreOptions,
  ): Promise<Store> {
    const connection = await connect(place, { ...rest, mode: "write" });
    return new Store(connection, { engine, workers, rule, now });
  }

  /**
   * Reads and keeps reports, a change a batch, then settles. What is there already is passed over, so
   * that a run that was ended can be run again.
   * @throws StoreFault
   */
  async add(
    batches: AsyncIterable<readonly ArrivingReport[]> | Iterable<readonly ArrivingReport[]>,
    options: AddOptions & SettleOptions = {},
  ): Promise<AddResult> {
    const result = await addAll(this.connection, this.options, batches, options);
    if (!options.signal?.aborted) await this.settle(options);
    return result;
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

  private async followLog(): Promise<void> {
    await this.inTurn(async () => {
      this.grouping?.press.judge(await this.judgements());
    });
    await this.settle({ wholly: false });
  }

  /** Does all that is left to do: places reports, folds stories. */
  async settle({ wholly = true, signal, onProgress }: SettleOptions = {}): Promise<void> {
    await this.inTurn(() => this.place(wholly, onProgress));
    const folder = await this.folder({
      grows: !wholly,
      signal,
      onProgress: (done, total) => onProgress?.("folding", done, total),
    });
    const stale = await staleStories(this.connection.read);
    await foldAll(folder, stale, (accounts, planned) => showAccounts(folder, accounts, planned));
    await tellWaiting(this.connection, this.options.now());
  }

  /** What folding needs, by this program. */
  async folder(how: Pick<Folder, "grows" | "signal" | "onProgress"> = {}): Promise<Folder> {
    const { engine, workers, now } = this.options;
    const { connection } = this;
    const number = await connection.change((queries) => engineNumber(queries, engine));
    return { connection, workers, engine: number, now, ...how };
  }

  /** For what works on the whole store: verifying, rebuilding, copying. */
  get open(): Connection {
    return this.connection;
  }

  /** Forgets what is held in memory of the press; it is read again when it is needed. */
  forget(): void {
    this.grouping = null;
  }

  private async place(wholly: boolean, onProgress: SettleOptions["onProgress"]): Promise<void> {
    const { read } = this.connection;
    const latest = await latestSeq(read);
    if (latest === 0) return;
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
      await writePlans(this.connection, engine, grouping, {
        planned,
        gone: anew || isFirst ? "others" : gone,
      });
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

export { StoreFault };
