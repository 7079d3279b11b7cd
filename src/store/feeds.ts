/** What is remembered of watched feeds and of the pages that they led to. */
import type { FeedRow, WatchedPageRow } from "./feed-rows.js";
import type { Queries } from "./queries.js";
import { forAll, slices } from "./rows.js";

/** By address. */
export const feedStates = (queries: Queries): Promise<FeedRow[]> =>
  queries.selectFrom("feeds").selectAll().orderBy("url").execute();

/** Notes feeds that are not known yet; they are due at once. */
export async function insertFeeds(
  queries: Queries,
  feeds: readonly Pick<FeedRow, "url" | "title">[],
  now: string,
): Promise<void> {
  for (const { url, title } of feeds) {
    await queries
      .insertInto("feeds")
      .values({ url, title, next_due: now, failures: 0, added: now })
      .onConflict((conflict) => conflict.column("url").doNothing())
      .execute();
  }
}

export async function saveFeed(queries: Queries, { url, ...state }: FeedRow): Promise<void> {
  await queries.updateTable("feeds").set(state).where("url", "=", url).execute();
}

/** Those of these pages that were dealt with before, by address. */
export async function knownPages(
  queries: Queries,
  urls: readonly string[],
): Promise<Map<string, WatchedPageRow>> {
  const rows = await forAll(urls, (some) =>
    queries.selectFrom("watched_pages").selectAll().where("url", "in", some).execute(),
  );
  return new Map(rows.map((row) => [row.url, row]));
}

export async function savePages(queries: Queries, pages: readonly WatchedPageRow[]): Promise<void> {
  for (const page of pages) {
    const { url: _, feed: __, ...state } = page;
    await queries
      .insertInto("watched_pages")
      .values(page)
      .onConflict((conflict) => conflict.column("url").doUpdateSet(state))
      .execute();
  }
}

/**
 * Pages that are to be looked at again, the longest due first.
 * @param latest what is due later than this was noted by a clock that ran ahead: due, too
 */
export const pagesDue = (
  queries: Queries,
  now: string,
  latest: string,
  limit: number,
): Promise<WatchedPageRow[]> =>
  queries
    .selectFrom("watched_pages")
    .selectAll()
    .where((page) => page.or([page("next_check", "<=", now), page("next_check", ">", latest)]))
    .orderBy("next_check")
    .limit(limit)
    .execute();

/** Which pages are forgotten; those that their feed lists stay, or they would be read as new ones. */
export interface Forgetting {
  /** Pages of one feed that it lists no longer, and that are kept nevertheless: the newest. */
  readonly most: number;
  /** ISO 8601: of them, those last asked for before this are forgotten, too. */
  readonly before: string;
}

/**
 * Forgets pages that a feed lists no longer. One that it lists again, or another feed, is read again; a
 * report that is there already is known by its words.
 * @param listed addresses of pages that it lists now
 * @returns how many
 */
export async function forgetPages(
  queries: Queries,
  feed: string,
  listed: ReadonlySet<string>,
  { most, before }: Forgetting,
): Promise<number> {
  const rows = await queries
    .selectFrom("watched_pages")
    .select(["url", "last_fetched", "next_check"])
    .where("feed", "=", feed)
    .orderBy("last_fetched", "desc")
    .orderBy("url")
    .execute();
  const unlisted = rows.filter(({ url }) => !listed.has(url));
  const old = unlisted.filter(
    ({ last_fetched, next_check }, at) =>
      at >= most || (next_check === null && last_fetched < before),
  );
  await dropPages(
    queries,
    old.map(({ url }) => url),
  );
  return old.length;
}

/** Forgets the pages of feeds that nobody has read since. @param before ISO 8601 */
export async function forgetFeedsPages(queries: Queries, before: string): Promise<void> {
  await queries
    .deleteFrom("watched_pages")
    .where("last_fetched", "<", before)
    .where("feed", "not in", (feeds) =>
      feeds.selectFrom("feeds").select("url").where("last_fetched", ">=", before),
    )
    .execute();
}

async function dropPages(queries: Queries, urls: readonly string[]): Promise<void> {
  for (const some of slices(urls)) {
    await queries.deleteFrom("watched_pages").where("url", "in", some).execute();
  }
}
