/** What a store has, for whoever shows it. */
import type { Account } from "../core/contract.js";
import type { Judgement } from "../core/judgement.js";
import type { Original } from "./arrivals.js";
import { type Connection, connect } from "./connection.js";
import { type RevisedVersion, reportNamed, revisionsOf } from "./corrections.js";
import { judgementLog } from "./judgements.js";
import type { StorePlace } from "./place.js";
import type { Queries } from "./queries.js";
import {
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
