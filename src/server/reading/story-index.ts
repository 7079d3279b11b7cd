/**
 * The list of stories, held in memory: a page of it, however filtered and ordered, is found without
 * asking the store, and sent as the store has it.
 */
import type { z } from "zod";
import type { storyQuerySchema } from "../../api/stories.js";
import type { StorySummary } from "../../core/story-list.js";
import { searchWords } from "../../engine.js";
import type { StoreReader } from "../../store/store.js";
import { after, cursorAt, type Order, type Ranked, ranked, rankedAnew } from "./story-order.js";

type Query = z.output<typeof storyQuerySchema>;

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
  private readonly stories = new Map<number, IndexedStory>();
  /** Those orders that were asked for. */
  private readonly ordered = new Map<Order, readonly Ranked<IndexedStory>[]>();
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

  /** Anchors of stories with a judgement that does nothing any more. */
  withIdle = (): number[] =>
    [...this.stories.values()].flatMap(({ anchor, summary }) =>
      summary.unapplied === undefined ? [] : [anchor],
    );

  find(query: Query): FoundStories {
    const words = query.q === undefined ? [] : searchWords(query.q);
    const all = this.inOrder(query.order);
    const fits = isForAll(query, words)
      ? all
      : all.filter(({ story }) => isAsked(story, query, words));
    const start = query.cursor === undefined ? 0 : after(fits, query.cursor);
    const stories = fits.slice(start, start + query.limit);
    const last = stories.at(-1);
    const isMore = start + stories.length < fits.length;
    return {
      stories: stories.map(({ story }) => story),
      total: fits.length,
      next: isMore && last ? cursorAt(last) : null,
    };
  }

  private inOrder(order: Order): readonly Ranked<IndexedStory>[] {
    const known = this.ordered.get(order);
    if (known) return known;
    const sorted = ranked(this.stories.values(), order);
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
    const changed: { anchor: number; key: string }[] = [];
    let known = 0;
    for (const { anchor, account } of shown) {
      const before = this.stories.get(anchor);
      if (before) known++;
      if (before?.key !== account && account !== null) changed.push({ anchor, key: account });
    }
    const gone = known < this.stories.size ? this.without(shown) : [];
    const fresh: IndexedStory[] = [];
    for (let from = 0; from < changed.length; from += AT_A_TIME) {
      fresh.push(...(await this.indexed(changed.slice(from, from + AT_A_TIME))));
      await new Promise<void>((go) => setImmediate(go));
    }
    const reports = row?.latest ?? 0;
    if (fresh.length === 0 && gone.length === 0 && reports === this.reports) return;
    this.reports = reports;
    for (const anchor of gone) this.stories.delete(anchor);
    for (const story of fresh) this.stories.set(story.anchor, story);
    this.orderAnew(fresh);
    this.version++;
  }

  /** Those held that are not among the shown. */
  private without(shown: readonly { readonly anchor: number }[]): number[] {
    const there = new Set(shown.map(({ anchor }) => anchor));
    return [...this.stories.keys()].filter((anchor) => !there.has(anchor));
  }

  private orderAnew(fresh: readonly IndexedStory[]): void {
    const isThere = (story: IndexedStory): boolean => this.stories.get(story.anchor) === story;
    for (const [order, before] of this.ordered) {
      this.ordered.set(order, rankedAnew(before, isThere, fresh, order));
    }
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

/** Whether nothing is asked of a story. */
const isForAll = (
  { from, to, measure, place, outlet, disputed }: Query,
  words: readonly string[],
): boolean =>
  words.length === 0 &&
  [from, to, measure, place, outlet, disputed].every((asked) => asked === undefined);

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
