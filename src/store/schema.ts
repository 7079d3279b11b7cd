/**
 * The tables, as queries see them: one schema for both databases. Times are ISO 8601 in UTC, days are
 * `DayNumber`s or ISO days as said, packed columns are deflated JSON (`packing.ts`), hashes SHA-256 in
 * hexadecimal digits. `reports`, `contents`, `readings`, `claims` and `judgements` are only ever added to:
 * triggers refuse anything else. What stands below them can be made anew from them.
 */

import type { FeedSchema } from "./feed-rows.js";
import type { PeopleSchema } from "./people-rows.js";

/** What a database gives back for bytes. */
type Bytes = Uint8Array;

export interface MigrationRow {
  readonly number: number;
  readonly name: string;
  readonly applied: string;
}

export interface SettingRow {
  readonly key: string;
  readonly value: string;
}

/** Bytes as they came, each once. */
export interface ContentRow {
  readonly hash: string;
  readonly media: string;
  readonly bytes: Bytes;
}

/** One version of one report. */
export interface ReportRow {
  /** 1, 2, 3 … in the order in which they came. */
  readonly seq: number;
  /** The engine's id. */
  readonly id: string;
  /** Hash of all that a reader would see: who has it already is an exact duplicate. */
  readonly identity: string;
  /** What its versions have in common; null where nothing tells. */
  readonly work: string | null;
  /** 1 for the first. */
  readonly version: number;
  /** `seq` of the first version. */
  readonly first: number;
  /** Hash of its original bytes. */
  readonly content: string;
  /** `ReportInput`, packed. */
  readonly input: Bytes;
  readonly title: string | null;
  readonly outlet: string | null;
  readonly url: string | null;
  /** ISO day, as the input tells. */
  readonly published: string | null;
  /** `Origin` as JSON: how it came. */
  readonly origin: string;
  readonly added: string;
}

/** A program that read. */
export interface EngineRow {
  readonly number: number;
  readonly label: string;
}

/** What one engine read of one report. */
export interface ReadingRow {
  readonly report: number;
  readonly engine: number;
  /** Of `body` unpacked. */
  readonly hash: string;
  /** `ReportReading` without the text, packed. */
  readonly body: Bytes;
  /** `ReportSketch`, packed. */
  readonly sketch: Bytes;
  readonly claims: number;
}

/** The reading of a report on the day that its siblings told last. A cache: it is read so again where it is not here. */
export interface DatedReadingRow {
  readonly report: number;
  readonly engine: number;
  /** As in `ReadingRow`. */
  readonly body: Bytes;
}

/** A claim's outline, by which it is found; all of it stands in the reading. */
export interface ClaimRow {
  readonly report: number;
  readonly engine: number;
  /** Its place among the claims of the reading. */
  readonly place: number;
  readonly kind: string;
  /** Of a figure its measure, of an event its type, of an office its name; else null. */
  readonly subject: string | null;
  /** UTF-16 code units, half-open. */
  readonly span_start: number;
  readonly span_end: number;
  readonly low: number | null;
  readonly high: number | null;
  /** ISO days between which it is told to have happened. */
  readonly first_day: string | null;
  readonly last_day: string | null;
}

export interface JudgementRow {
  readonly seq: number;
  readonly id: string;
  /** The entry as a line of the log, without its end. */
  readonly entry: string;
  readonly added: string;
}

/** Where a report stands. Made anew by a rebuild. */
export interface PlacementRow {
  readonly report: number;
  /** `stories.anchor`. */
  readonly story: number;
}

export interface StoryRow {
  /** `reports.first` of its earliest report: stays when others join, unless that one leaves. */
  readonly anchor: number;
  /** Of all that its account is to be made from but the engine. */
  readonly fold: string;
  /** `StoryPlan`, packed. */
  readonly plan: Bytes;
  /** `fold` of the account that is shown; another where it is to be folded anew, null where there is none. */
  readonly folded: string | null;
  /** `accounts.key` of what is shown. */
  readonly account: string | null;
}

/** An account of one story. A cache: anything here can be made again. */
export interface AccountRow {
  /** Of `stories.fold` and the engine. */
  readonly key: string;
  readonly engine: number;
  /** `account.stories[0].id`. */
  readonly story: string;
  readonly title: string;
  readonly first_day: string | null;
  readonly last_day: string | null;
  readonly reports: number;
  readonly outlets: number;
  readonly disputes: number;
  /** `StorySummary` as JSON. */
  readonly summary: string;
  /** `Account`, packed. */
  readonly body: Bytes;
}

/** Who and what is named in an account. */
export interface EntityRow {
  readonly account: string;
  readonly entity: string;
  readonly kind: string;
  readonly name: string;
  /** `searchWords` of the name, by spaces. */
  readonly words: string;
  readonly mentions: number;
}

/** Something that a reader of a story would want to know. */
export interface ChangeRow {
  readonly seq: number;
  readonly time: string;
  /** `stories.anchor` at that time. */
  readonly story: number;
  readonly kind: string;
  /** JSON. */
  readonly detail: string;
}

export interface Schema extends FeedSchema, PeopleSchema {
  migrations: MigrationRow;
  settings: SettingRow;
  contents: ContentRow;
  reports: ReportRow;
  engines: EngineRow;
  readings: ReadingRow;
  dated_readings: DatedReadingRow;
  claims: ClaimRow;
  judgements: JudgementRow;
  placements: PlacementRow;
  stories: StoryRow;
  accounts: AccountRow;
  entities: EntityRow;
  changes: ChangeRow;
}
