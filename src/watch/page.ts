/** One page that a feed led to: fetched, read, and what is to be remembered of it. */
import type { ReportInput } from "../core/input.js";
import type { Problem } from "../core/problem.js";
import { type Clock, isoTime } from "../fetch/clock.js";
import { type FetchFailure, problemOf } from "../fetch/failure.js";
import type { Fetched, Fetcher } from "../fetch/fetcher.js";
import type { FeedResult } from "../ingest/feed/feed.js";
import { reportOfItem } from "../ingest/feed/reports.js";
import { readPage } from "../ingest/html/page.js";
import type { ArrivingReport } from "../store/arrivals.js";
import type { WatchedPageRow } from "../store/feed-rows.js";
import { type NewItem, timeOf } from "./items.js";
import type { Dealt } from "./keeper.js";
import { type Rhythm, recheckAfter } from "./rhythm.js";

export interface PageOutcome extends Dealt {
  /** Why there is no report, or what is wrong with it. */
  readonly problem: Problem | null;
}

export interface PageReader {
  readonly fetcher: Fetcher;
  readonly clock: Clock;
  readonly rhythm: Rhythm;
  readonly signal: AbortSignal;
}

type AboutFeed = Pick<FeedResult, "title" | "language"> & { readonly url: string };

/** Failures of a page after which what its feed holds of it is taken, or nothing. */
const MOST_FAILURES = 3;

/**
 * Deals with an item: its page, or where that cannot be had, the text that the feed holds.
 * @returns null where the watcher was stopped meanwhile
 */
export async function readItem(
  reader: PageReader,
  found: NewItem,
  feed: AboutFeed,
): Promise<PageOutcome | null> {
  const { known, key, page } = found;
  const now = isoTime(reader.clock.now());
  const remembered: WatchedPageRow = {
    url: key,
    feed: known?.feed ?? feed.url,
    stamp: found.stamp,
    etag: known?.etag ?? null,
    last_modified: known?.last_modified ?? null,
    next_check: null,
    checks: 0,
    failures: 0,
    last_error: null,
    last_fetched: now,
  };
  if (page === null) return ofFeed(found, feed, remembered, null);
  const got = await reader.fetcher.get(page, {
    accept: "page",
    etag: remembered.etag,
    lastModified: remembered.last_modified,
    signal: reader.signal,
  });
  switch (got.kind) {
    case "not-modified":
      return { report: null, page: remembered, problem: null };
    case "failed":
      return got.code === "stopped" ? null : afterFailure(found, feed, remembered, got);
    case "fetched": {
      const { report, problem } = reportOfPage(got, key, found);
      const marks = { etag: got.etag, last_modified: got.lastModified };
      if (report === null) return ofFeed(found, feed, { ...remembered, ...marks }, problem);
      const next = isRecent(reader, found) ? nextCheck(reader, 0) : null;
      return { report, page: { ...remembered, ...marks, next_check: next }, problem };
    }
  }
}

/** A page that was read before, looked at again. */
export async function readAgain(
  reader: PageReader,
  known: WatchedPageRow,
): Promise<PageOutcome | null> {
  const checks = known.checks + 1;
  const now = isoTime(reader.clock.now());
  const remembered = { ...known, checks, last_fetched: now, next_check: nextCheck(reader, checks) };
  const got = await reader.fetcher.get(known.url, {
    accept: "page",
    etag: known.etag,
    lastModified: known.last_modified,
    signal: reader.signal,
  });
  switch (got.kind) {
    case "not-modified":
      return { report: null, page: { ...remembered, failures: 0 }, problem: null };
    case "failed": {
      if (got.code === "stopped") return null;
      const page = {
        ...remembered,
        failures: known.failures + 1,
        last_error: got.message,
        next_check: got.isTemporary ? remembered.next_check : null,
      };
      return { report: null, page, problem: null };
    }
    case "fetched": {
      const { report } = reportOfPage(got, known.url, null);
      const marks = { etag: got.etag, last_modified: got.lastModified };
      return { report, page: { ...remembered, ...marks, failures: 0 }, problem: null };
    }
  }
}

function isRecent({ clock, rhythm }: PageReader, { item }: NewItem): boolean {
  const time = timeOf(item);
  return time === 0 || clock.now() - time < rhythm.recheckedWithin;
}

function nextCheck({ clock, rhythm }: PageReader, checks: number): string | null {
  const after = recheckAfter(rhythm, checks);
  return after === null ? null : isoTime(clock.now() + after);
}

function afterFailure(
  found: NewItem,
  feed: AboutFeed,
  remembered: WatchedPageRow,
  failed: FetchFailure,
): PageOutcome {
  const failures = (found.known?.failures ?? 0) + 1;
  const problem = problemOf(failed, "warning");
  if (failed.isTemporary && failures < MOST_FAILURES) {
    const page = { ...remembered, stamp: null, failures, last_error: failed.message };
    return { report: null, page, problem: failures === 1 ? problem : null };
  }
  return ofFeed(found, feed, { ...remembered, failures }, problem);
}

/** What the feed itself holds of an item, where that is its whole text. */
function ofFeed(
  { item }: NewItem,
  feed: AboutFeed,
  remembered: WatchedPageRow,
  problem: Problem | null,
): PageOutcome {
  const retrieved = remembered.last_fetched;
  const { report, problem: own } = reportOfItem(item, feed, { file: feed.url, fetched: retrieved });
  const why = problem ?? own ?? noText(remembered.url);
  if (report === null) {
    return { report: null, page: { ...remembered, last_error: why.message }, problem: why };
  }
  const original = item.html ?? item.text ?? item.summary;
  const media = item.html === null && item.text !== null ? "text/plain" : "text/html";
  return {
    report: {
      input: report,
      original: original === null ? null : { bytes: Buffer.from(original), media },
      origin: { via: "feed", url: feed.url, file: report.file ?? undefined, retrieved },
    },
    page: { ...remembered, last_error: problem?.message ?? null },
    problem: null,
  };
}

const noText = (file: string): Problem => ({
  severity: "warning",
  code: "no-page",
  file,
  place: null,
  message: "The item has neither a page nor a text of its own.",
  remedy: "Nothing to do, unless all items of the feed are so: then it is no feed of reports.",
});

/** @param found the item that led there: what the page does not tell of itself, the feed may */
export function reportOfPage(
  { bytes, contentType, media, url, finalUrl, retrieved, status, headers }: Fetched,
  file: string,
  found: NewItem | null,
): { readonly report: ArrivingReport | null; readonly problem: Problem | null } {
  const read = readPage(bytes, { url: finalUrl, contentType, fetched: retrieved, file });
  const problem = read.problems[0] ?? null;
  if (read.report === null) return { report: null, problem };
  const { item } = found ?? {};
  const input: ReportInput = {
    ...read.report,
    title: read.report.title ?? item?.title ?? null,
    byline: read.report.byline ?? item?.byline ?? null,
    published: read.report.published ?? item?.published?.slice(0, 10) ?? null,
  };
  const origin = { via: "page", url, finalUrl, retrieved, status, headers } as const;
  return {
    report: { input, original: { bytes, media: media ?? "text/html" }, origin },
    problem,
  };
}
