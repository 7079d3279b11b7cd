/** The tables of what is watched. Times are ISO 8601 in UTC; `null` where nothing is known yet. */

/** The state of a watched feed. */
export interface FeedRow {
  readonly url: string;
  readonly title: string | null;
  readonly etag: string | null;
  readonly last_modified: string | null;
  /** When it is to be asked again. */
  readonly next_due: string;
  /** Failures in a row. */
  readonly failures: number;
  readonly last_status: number | null;
  readonly last_error: string | null;
  /** Of the last time that it was asked, whatever came of it. */
  readonly last_fetched: string | null;
  /** Of the last time that it could be read, or had not changed. */
  readonly last_success: string | null;
  /** Seconds between two questions while all is well. */
  readonly period: number | null;
  readonly added: string;
}

/** A page that a feed led to, or an item without a page. */
export interface WatchedPageRow {
  /** The page's address; of an item without one the feed's, `#` and the item's own id. */
  readonly url: string;
  /** The feed that led to it first. */
  readonly feed: string;
  /** What the feed said of it when it was dealt with; null where it is to be tried again. */
  readonly stamp: string | null;
  readonly etag: string | null;
  readonly last_modified: string | null;
  /** When it is looked at again for corrections; null for no more. */
  readonly next_check: string | null;
  /** How often it was looked at again. */
  readonly checks: number;
  /** Failures in a row. */
  readonly failures: number;
  readonly last_error: string | null;
  readonly last_fetched: string;
}

export interface FeedSchema {
  feeds: FeedRow;
  watched_pages: WatchedPageRow;
}
