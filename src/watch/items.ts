/** The items of a feed: how each is known again, and which are new. */
import { createHash } from "node:crypto";
import type { FeedItem } from "../ingest/feed/item.js";
import type { WatchedPageRow } from "../store/feed-rows.js";

/** An item that is to be dealt with. */
export interface NewItem {
  readonly item: FeedItem;
  /** `WatchedPageRow.url`. */
  readonly key: string;
  /** Its page; null where it has none. */
  readonly page: string | null;
  readonly stamp: string;
  /** What is remembered of it; null for one that was never met. */
  readonly known: WatchedPageRow | null;
}

/** Characters of an item's own id that it is known by; longer ones by their hash. */
const LONGEST_ID = 200;

const hashOf = (text: string): string => createHash("sha256").update(text).digest("hex");

function pageOf({ url }: FeedItem): string | null {
  if (url === null) return null;
  try {
    const parsed = new URL(url);
    parsed.hash = "";
    return parsed.href;
  } catch {
    return null;
  }
}

/** What the feed says of an item that changes when the item does. */
const stampOf = ({ updated, published, title }: FeedItem): string =>
  hashOf(JSON.stringify([updated, published, title])).slice(0, 32);

/** The items, each once, the newest first where they are dated, else as the feed has them. */
export function itemsOf(items: readonly FeedItem[], feed: string): Omit<NewItem, "known">[] {
  const out = new Map<string, Omit<NewItem, "known">>();
  for (const item of items) {
    const page = pageOf(item);
    const id = item.id ?? item.title ?? "";
    const key = page ?? `${feed}#${id.length > LONGEST_ID ? hashOf(id) : id}`;
    if (!out.has(key)) out.set(key, { item, key, page, stamp: stampOf(item) });
  }
  return [...out.values()].sort((a, b) => timeOf(b.item) - timeOf(a.item));
}

/** Milliseconds since 1970 of the item's last change; 0 where it tells none. */
export const timeOf = ({ updated, published }: FeedItem): number =>
  Date.parse(updated ?? published ?? "") || 0;

/**
 * Whether an item is to be dealt with: never met, to be tried again, or changed since. What another feed
 * led to is known by the time alone, since each feed says other things of it.
 */
export function isNews(
  { item, stamp }: Omit<NewItem, "known">,
  known: WatchedPageRow | undefined,
  feed: string,
): boolean {
  if (!known || known.stamp === null) return true;
  if (known.feed === feed) return known.stamp !== stamp;
  return timeOf(item) > Date.parse(known.last_fetched);
}
