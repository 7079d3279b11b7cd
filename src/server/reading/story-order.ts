/** Stories in an order: kept sorted while some of them change, and gone through a page at a time. */
import type { STORY_ORDERS } from "../../api/stories.js";
import { assertNever } from "../../core/assert.js";
import type { StorySummary } from "../../core/story-list.js";

export type Order = (typeof STORY_ORDERS)[number];

/** What an order rests on. */
export interface Orderable {
  readonly id: string;
  readonly summary: Pick<StorySummary, "start" | "outlets" | "reports" | "disputes">;
}

/** The greatest first, part by part; of equals the one of the smaller id. */
type Key = readonly [...parts: (number | string)[], id: string];

export interface Ranked<T> {
  readonly story: T;
  readonly key: Key;
}

export function ranked<T extends Orderable>(stories: Iterable<T>, order: Order): Ranked<T>[] {
  const out = Array.from(stories, (story) => ({ story, key: keyOf(story, order) }));
  return out.sort((a, b) => compare(a.key, b.key));
}

/** Without those that are gone, and with fresh ones at their places. */
export function rankedAnew<T extends Orderable>(
  before: readonly Ranked<T>[],
  isThere: (story: T) => boolean,
  fresh: readonly T[],
  order: Order,
): Ranked<T>[] {
  const out: Ranked<T>[] = [];
  const added = ranked(fresh, order);
  let at = 0;
  for (const one of before) {
    if (!isThere(one.story)) continue;
    for (let next = added[at]; next && compare(next.key, one.key) < 0; next = added[++at]) {
      out.push(next);
    }
    out.push(one);
  }
  out.push(...added.slice(at));
  return out;
}

function keyOf({ id, summary }: Orderable, order: Order): Key {
  const { outlets, reports, disputes, start } = summary;
  const weight = [outlets.length, reports, start ?? "", id] as const;
  switch (order) {
    case "weight":
      return weight;
    case "newest":
      return [start ?? "", ...weight];
    case "disputes":
      return [disputes, ...weight];
    case "reports":
      return [reports, ...weight];
    default:
      return assertNever(order);
  }
}

function compare(a: Key, b: Key): number {
  for (let at = 0; at < a.length - 1; at++) {
    const [one, other] = [a[at] ?? "", b[at] ?? ""];
    if (one !== other) return one > other ? -1 : 1;
  }
  const [one, other] = [String(a.at(-1)), String(b.at(-1))];
  return one === other ? 0 : one < other ? -1 : 1;
}

export const cursorAt = <T>({ key }: Ranked<T>): string =>
  Buffer.from(JSON.stringify(key)).toString("base64url");

/**
 * Where what comes after a cursor begins; it holds though stories come, go and move meanwhile.
 * A cursor that is none begins at the beginning.
 */
export function after<T>(stories: readonly Ranked<T>[], cursor: string): number {
  const key = parsedKey(cursor);
  if (key === null) return 0;
  let [from, to] = [0, stories.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if (compare((stories[middle] as Ranked<T>).key, key) > 0) to = middle;
    else from = middle + 1;
  }
  return from;
}

function parsedKey(cursor: string): Key | null {
  try {
    const key: unknown = JSON.parse(Buffer.from(cursor, "base64url").toString());
    const isKey =
      Array.isArray(key) &&
      key.length > 3 &&
      key.every((part) => typeof part === "string" || typeof part === "number");
    return isKey ? (key as unknown as Key) : null;
  } catch {
    return null;
  }
}
