/** What most needs a person in the stories of a store, worked out once for each account. */
import type { WiredReviewItem } from "../api/review.js";
import { referenceTo } from "../core/claim-reference.js";
import type { Account } from "../core/contract.js";
import { reviewQueue } from "../review/queue.js";
import type { StoreReader } from "../store/store.js";
import type { StoryIndex } from "./reading/story-index.js";
import { shownStory } from "./shown-story.js";

/** Stories with most disputes, which a person is asked about. */
const STORIES = 40;
/** Queues kept in memory: those of the stories above, and of some that were asked for. */
const KEPT = 200;

export class ReviewQueues {
  /** By `accounts.key`, the one used last standing last. */
  private readonly kept = new Map<string, readonly WiredReviewItem[]>();

  constructor(
    private readonly store: StoreReader,
    private readonly index: Pick<StoryIndex, "withIdle">,
  ) {}

  async ofAll(): Promise<readonly WiredReviewItem[]> {
    const idle = this.index.withIdle().slice(0, STORIES);
    const rows = await this.store.queries
      .selectFrom("stories")
      .innerJoin("accounts", "accounts.key", "stories.account")
      .select(["stories.anchor", "accounts.key"])
      .where((one) =>
        one.or([
          one("accounts.disputes", ">", 0),
          ...(idle.length > 0 ? [one("stories.anchor", "in", idle)] : []),
        ]),
      )
      .orderBy("accounts.disputes", "desc")
      .orderBy("stories.anchor")
      .limit(STORIES + idle.length)
      .execute();
    const items: WiredReviewItem[] = [];
    for (const { anchor, key } of rows) items.push(...(await this.of(anchor, key)));
    return items.sort((a, b) => b.need - a.need || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
  }

  /** @throws Refusal where there is none */
  async ofStory(name: string): Promise<readonly WiredReviewItem[]> {
    const row = await shownStory(this.store, name);
    return this.of(row.anchor, row.key);
  }

  private async of(anchor: number, key: string): Promise<readonly WiredReviewItem[]> {
    const known = this.kept.get(key);
    const items = known ?? itemsOf(await this.store.account(anchor), anchor);
    this.kept.delete(key);
    this.kept.set(key, items);
    const [oldest] = this.kept.keys();
    if (this.kept.size > KEPT && oldest !== undefined) this.kept.delete(oldest);
    return items;
  }
}

function itemsOf(account: Account | null, anchor: number): WiredReviewItem[] {
  if (account === null) return [];
  const claims = new Map(account.claims.map((claim) => [claim.id, claim]));
  const texts = new Map(account.reports.map(({ id, text }) => [id, text]));
  const titles = new Map(account.stories.map(({ id, title }) => [id, title]));
  return reviewQueue(account).map(({ claim: id, identity, unapplied, ...item }) => {
    const idle = unapplied === null ? undefined : account.unapplied?.[unapplied];
    const claim = id === null ? undefined : claims.get(id);
    return {
      ...item,
      anchor,
      title: titles.get(item.story) ?? "",
      claim: claim ? referenceTo(claim, texts.get(claim.report) ?? "") : null,
      named: identity === null ? null : (account.identities?.[identity]?.named ?? null),
      judgement: idle ? { id: idle.judgement, why: idle.why } : null,
    };
  });
}
