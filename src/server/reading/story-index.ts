/**
 * The list of stories, held in memory: a page of it, however filtered and ordered, is found without
 * asking the store, and sent as the store has it.
 */
import type { z } from "zod";
import type { STORY_ORDERS, storyQuerySchema } from "../../api/stories.js";
import type { StorySummary } from "../../core/story-list.js";
import { searchWords } from "../../engine.js";
import type { StoreReader } from "../../store/store.js";

type Query = z.output<typeof storyQuerySchema>;
type Order = (typeof STORY_ORDERS)[number];

/** Stories looked at before others are let in. */
const AT_A_TIME = 400;

export interface IndexedStory {
  readonly anchor: number;
  /** `accounts.key` of what is shown. */
  readonly key: string;
  readonly id: string;
  /** `ServedStory`. */
  readonly json: string;
  /** Folded words of title, places and outlets, each between spaces. */
  readonly words: string;
  readonly summary: Pick<
    StorySummary,
    "start" | "end" | "places" | "outlets" | "reports" | "disputes" | "unapplied"
  >;
  readonly measures: readonly string[];
}

export interface FoundStories {
  readonly stories: readonly IndexedStory[];
  readonly total: number;
  readonly next: string | null;
}

export class StoryIndex {
  private stories = new Map<number, IndexedStory>();
  private ordered = new Map<Order, readonly IndexedStory[]>();
  private byId = new Map<string, number>();
  /** Counts what was changed: a tag of any page as long as it stays. */
  version = 0;
  reports = 0;
  private loading: Promise<void> | null = null;

  constructor(private readonly store: StoreReader) {}

  /** Takes over what the store shows by now; one at a time. */
  refresh(): Promise<void> {
    this.loading ??= this.load().finally(() => {
      this.loading = null;
    });
    return this.loading;
  }

  /** The same, of all that was committed by now. */
  async catchUp(): Promise<void> {
    // What is under way may have looked before.
    if (this.loading) await this.loading;
    await this.refresh();
  }

  anchorOf = (id: string): number | null => this.byId.get(id) ?? null;

  at = (anchor: number): IndexedStory | null => this.stories.get(anchor) ?? null;

  /** Anchors of stories with a judgement that does nothing any more. */
  withIdle = (): number[] =>
    [...this.stories.values()].flatMap(({ anchor, summary }) =>
      summary.unapplied === undefined ? [] : [anchor],
    );

  find(query: Query): FoundStories {
    const words = query.q === undefined ? [] : searchWords(query.q);
    const fits = this.inOrder(query.order).filter((story) => isAsked(story, query, words));
    const start = query.cursor === undefined ? 0 : after(fits, query.order, query.cursor);
    const stories = fits.slice(start, start + query.limit);
    const last = stories.at(-1);
    const isMore = start + stories.length < fits.length;
    return {
      stories,
      total: fits.length,
      next: isMore && last ? cursorOf(last, query.order) : null,
    };
  }

  private inOrder(order: Order): readonly IndexedStory[] {
    const known = this.ordered.get(order);
    if (known) return known;
    const keyed = [...this.stories.values()].map((story) => ({ story, key: keyOf(story, order) }));
    const sorted = keyed.sort((a, b) => compare(a.key, b.key)).map(({ story }) => story);
    this.ordered.set(order, sorted);
    return sorted;
  }

  private async load(): Promise<void> {
    const { queries } = this.store;
    const shown = await queries
      .selectFrom("stories")
      .select(["anchor", "account"])
      .where("account", "is not", null)
      .execute();
    const row = await queries
      .selectFrom("reports")
      .select((one) => one.fn.max("seq").as("latest"))
      .executeTakeFirst();
    const next = new Map<number, IndexedStory>();
    const fresh: { anchor: number; key: string }[] = [];
    for (const { anchor, account } of shown) {
      const known = this.stories.get(anchor);
      if (known && known.key === account) next.set(anchor, known);
      else if (account !== null) fresh.push({ anchor, key: account });
    }
    for (let from = 0; from < fresh.length; from += AT_A_TIME) {
      for (const story of await this.indexed(fresh.slice(from, from + AT_A_TIME))) {
        next.set(story.anchor, story);
      }
      await new Promise<void>((go) => setImmediate(go));
    }
    const reports = row?.latest ?? 0;
    const isSame =
      fresh.length === 0 && next.size === this.stories.size && reports === this.reports;
    if (isSame) return;
    this.reports = reports;
    this.stories = next;
    this.byId = new Map([...next.values()].map(({ id, anchor }) => [id, anchor]));
    this.ordered = new Map();
    this.version++;
  }

  private async indexed(
    fresh: readonly { readonly anchor: number; readonly key: string }[],
  ): Promise<IndexedStory[]> {
    const rows = await this.store.queries
      .selectFrom("accounts")
      .select(["key", "summary"])
      .where(
        "key",
        "in",
        fresh.map(({ key }) => key),
      )
      .execute();
    const summaries = new Map(rows.map(({ key, summary }) => [key, summary]));
    return fresh.flatMap(({ anchor, key }) => {
      const summary = summaries.get(key);
      return summary === undefined ? [] : [indexedStory(anchor, key, summary)];
    });
  }
}

function indexedStory(anchor: number, key: string, json: string): IndexedStory {
  const told = JSON.parse(json) as StorySummary;
  const { id, title, start, end, places, outlets, reports, disputes, tolls, unapplied } = told;
  return {
    anchor,
    key,
    id,
    json: `{"anchor":${anchor},${json.slice(1)}`,
    words: ` ${searchWords([title, ...places, ...outlets].join(" ")).join(" ")} `,
    summary: { start, end, places, outlets, reports, disputes, unapplied },
    measures: tolls.map(({ measure }) => measure),
  };
}

function isAsked(
  { summary, measures, words: has }: IndexedStory,
  { from, to, measure, place, outlet, disputed }: Query,
  words: readonly string[],
): boolean {
  const { start, end, places, outlets, disputes } = summary;
  return (
    (disputed === undefined || disputes > 0 === (disputed === "true")) &&
    (measure === undefined || measures.includes(measure)) &&
    (place === undefined || places.includes(place)) &&
    (outlet === undefined || outlets.includes(outlet)) &&
    (from === undefined || (end ?? start ?? "") >= from) &&
    (to === undefined || (start ?? end ?? "9999") <= to) &&
    words.every((word) => has.includes(word))
  );
}

/** The greatest first, part by part; of equals the one of the smaller id. */
type Key = readonly [...parts: (number | string)[], id: string];

function keyOf({ id, summary }: IndexedStory, order: Order): Key {
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

const cursorOf = (story: IndexedStory, order: Order): string =>
  Buffer.from(JSON.stringify(keyOf(story, order))).toString("base64url");

/**
 * Where what comes after a cursor begins; it holds though stories come, go and move meanwhile.
 * A cursor that is none begins at the beginning.
 */
function after(stories: readonly IndexedStory[], order: Order, cursor: string): number {
  const key = parsedKey(cursor);
  if (key === null) return 0;
  const at = stories.findIndex((story) => compare(keyOf(story, order), key) > 0);
  return at === -1 ? stories.length : at;
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
