/** One visit to one feed: what is new is read and kept, and when it is asked again. */
import PQueue from "p-queue";
import { isoTime } from "../fetch/clock.js";
import { type FetchFailure, problemOf } from "../fetch/failure.js";
import type { Fetched } from "../fetch/fetcher.js";
import { type FeedResult, parseFeed } from "../ingest/feed/feed.js";
import type { FeedRow } from "../store/feed-rows.js";
import { forgetPages, knownPages } from "../store/feeds.js";
import type { Store } from "../store/store.js";
import { asBefore } from "./as-before.js";
import type { Found, TellEvent } from "./events.js";
import { isNews, itemsOf, type NewItem } from "./items.js";
import type { Became, Keeper } from "./keeper.js";
import { type PageReader, readItem } from "./page.js";
import { askedPeriod, backOff, periodAfter, spread } from "./rhythm.js";

export interface Visitor extends PageReader {
  readonly store: Store;
  readonly keeper: Keeper;
  readonly tell: TellEvent;
  /** Pages that are being read, so that two feeds do not ask for one at a time. */
  readonly underWay: Set<string>;
  /** By feed: when its pages were last looked through for old ones, by `Clock.elapsed`. */
  readonly forgotAt: Map<string, number>;
  /** Whether nothing more is to be begun. */
  readonly isStopping: () => boolean;
}

/** Items dealt with in one visit; others wait for the next. */
const MOST_ITEMS = 100;
/** Pages of a feed that are asked for at a time, where they lie at several hosts. */
const TOGETHER = 4;
/** Site maps of an index that are read in one visit. */
const MOST_SITE_MAPS = 5;

/** The feed's new state, and milliseconds until it is due; null where the watcher was stopped. */
export interface Visited {
  readonly row: FeedRow;
  readonly wait: number;
}

export async function visitFeed(visitor: Visitor, row: FeedRow): Promise<Visited | null> {
  const { fetcher, signal, tell } = visitor;
  const got = await fetcher.get(row.url, {
    accept: "feed",
    etag: row.etag,
    lastModified: row.last_modified,
    signal,
  });
  switch (got.kind) {
    case "failed":
      return got.code === "stopped" ? null : failed(visitor, row, got);
    case "not-modified":
      tell({ kind: "feed-same", feed: row.url });
      return rested(
        visitor,
        { ...row, last_status: 304 },
        false,
        askedPeriod(new Uint8Array(), got.headers),
      );
    case "fetched": {
      if (got.movedTo !== null) tell({ kind: "feed-moved", feed: row.url, to: got.movedTo });
      const feed = parseFeed(got.bytes, {
        url: got.finalUrl,
        contentType: got.contentType,
        file: row.url,
      });
      const [problem] = feed.problems;
      if (feed.kind === null) {
        const unread = problem ?? noFeed(row.url);
        return failed(visitor, row, {
          kind: "failed",
          code: "not-text",
          url: row.url,
          message: unread.message,
          remedy: unread.remedy,
          isTemporary: true,
          status: got.status,
          retryAfter: null,
        });
      }
      const found = await dealWith(visitor, row, await withSiteMaps(visitor, feed));
      if (found === null) return null;
      tell({ kind: "feed-read", feed: row.url, title: feed.title, ...found });
      return rested(
        visitor,
        stateAfter(row, got, feed, found),
        found.added > 0,
        askedPeriod(got.bytes, got.headers),
      );
    }
  }
}

/** Its marks are kept only when nothing of it is left to do: else it has to come again. */
const stateAfter = (row: FeedRow, got: Fetched, feed: FeedResult, { left }: Found): FeedRow => ({
  ...row,
  title: feed.title ?? row.title,
  etag: left === 0 ? got.etag : null,
  last_modified: left === 0 ? got.lastModified : null,
  last_status: got.status,
});

function rested({ clock, rhythm }: Visitor, row: FeedRow, hasNew: boolean, least: number): Visited {
  const before = row.period === null ? null : row.period * 1000;
  const period = periodAfter(rhythm, before, hasNew, least);
  const wait = spread(period, clock.chance());
  const now = clock.now();
  return {
    wait,
    row: {
      ...row,
      failures: 0,
      last_error: null,
      last_fetched: isoTime(now),
      last_success: isoTime(now),
      next_due: isoTime(now + wait),
      period: Math.max(1, Math.round(period / 1000)),
    },
  };
}

function failed({ clock, rhythm, tell }: Visitor, row: FeedRow, why: FetchFailure): Visited {
  const failures = row.failures + 1;
  const asked = (why.retryAfter ?? 0) * 1000;
  // What will not mend itself (it is gone, robots.txt forbids it) is hardly worth asking.
  const counted = why.isTemporary ? failures : failures + 4;
  const wait = backOff(rhythm, counted, asked, clock.chance());
  const now = clock.now();
  const again = isoTime(now + wait);
  tell({
    kind: "feed-failed",
    feed: row.url,
    problem: { ...problemOf(why), file: row.url },
    failures,
    again,
  });
  return {
    wait,
    row: {
      ...row,
      failures,
      last_status: why.status,
      last_error: why.message,
      last_fetched: isoTime(now),
      next_due: again,
    },
  };
}

const noFeed = (file: string) => ({
  file,
  message: "It is no feed.",
  remedy: "Give the address of a feed: RSS, Atom, JSON Feed or a news site map.",
});

/** An index of site maps leads to the items of its newest. */
async function withSiteMaps({ fetcher, signal }: Visitor, feed: FeedResult): Promise<FeedResult> {
  if (feed.kind !== "sitemap-index") return feed;
  const newest = itemsOf(feed.items, "").slice(0, MOST_SITE_MAPS);
  const items: FeedResult["items"][number][] = [];
  for (const { page } of newest) {
    if (page === null) continue;
    const got = await fetcher.get(page, { accept: "feed", signal });
    if (got.kind !== "fetched") continue;
    const about = { url: got.finalUrl, contentType: got.contentType, file: page };
    const map = parseFeed(got.bytes, about);
    if (map.kind === "sitemap") items.push(...map.items);
  }
  return { ...feed, items };
}

/** Deals with what is new. Null where the watcher was stopped before all was. */
async function dealWith(visitor: Visitor, row: FeedRow, feed: FeedResult): Promise<Found | null> {
  const items = itemsOf(feed.items, row.url);
  const known = await knownPages(
    visitor.store.queries,
    items.map(({ key }) => key),
  );
  const news = items
    .filter((item) => isNews(item, known.get(item.key), row.url))
    .map((item): NewItem => ({ ...item, known: known.get(item.key) ?? null }));
  const taken = news.slice(0, MOST_ITEMS).filter(({ key }) => !visitor.underWay.has(key));
  for (const { key } of taken) visitor.underWay.add(key);
  const about = { title: feed.title ?? row.title, language: feed.language, url: row.url };
  const queue = new PQueue({ concurrency: TOGETHER });
  const outcomes: ItemOutcome[] = [];
  try {
    await Promise.all(
      taken.map((item) =>
        queue.add(async () => {
          outcomes.push(await deal(visitor, item, about));
        }),
      ),
    );
  } finally {
    for (const { key } of taken) visitor.underWay.delete(key);
  }
  if (outcomes.includes("stopped")) return null;
  await forgetOld(visitor, row.url, new Set(items.map(({ key }) => key)));
  const of = (...wanted: readonly ItemOutcome[]): number =>
    outcomes.filter((one) => wanted.includes(one)).length;
  return {
    added: of("added", "corrected"),
    corrected: of("corrected"),
    without: of(null),
    left: news.length - taken.length + of("later"),
  };
}

/** Once in a while, after the feed told what it lists. */
async function forgetOld(
  { clock, rhythm, keeper, forgotAt }: Visitor,
  feed: string,
  listed: ReadonlySet<string>,
): Promise<void> {
  const now = clock.elapsed();
  if (now - (forgotAt.get(feed) ?? Number.NEGATIVE_INFINITY) < rhythm.forgetEvery) return;
  forgotAt.set(feed, now);
  const before = isoTime(clock.now() - rhythm.remembered);
  await keeper.change(async (queries) => {
    await forgetPages(queries, feed, listed, { most: rhythm.mostRemembered, before });
  });
}

/** What became of an item: `later` where it is to be tried again. */
type ItemOutcome = Became | "later" | "stopped";

async function deal(
  visitor: Visitor,
  item: NewItem,
  feed: Parameters<typeof readItem>[2],
): Promise<ItemOutcome> {
  if (visitor.isStopping()) return "stopped";
  const outcome = await readItem(visitor, item, feed);
  if (outcome === null) return "stopped";
  const { report, page, problem } = outcome;
  if (problem !== null && report === null) {
    visitor.tell({ kind: "page-failed", feed: feed.url, problem });
  }
  const filled = report && (await asBefore(visitor.store, report));
  const became = await visitor.keeper.keep({ report: filled, page });
  return page.stamp === null ? "later" : became;
}
