/** What a store shows of its stories. */
import { sql } from "kysely";
import type { Account } from "../core/contract.js";
import type { StorySummary } from "../core/story-list.js";
import { unpack } from "./packing.js";
import type { Queries } from "./queries.js";

/** A story in the list of a store. */
export interface ListedStory extends StorySummary {
  /** Stays when reports join; `id` is that of the account as it stands. */
  readonly anchor: number;
}

export interface StoryPage {
  readonly limit: number;
  readonly offset?: number;
  /** Words of the title, as they stand there. */
  readonly title?: string | undefined;
  /** ISO days: stories that touch them. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

export interface StoreCounts {
  /** Versions included. */
  readonly reports: number;
  readonly stories: number;
  /** Stories whose account is not as planned. */
  readonly stale: number;
  readonly judgements: number;
}

export async function listStories(
  queries: Queries,
  { limit, offset = 0, title, from, to }: StoryPage,
): Promise<ListedStory[]> {
  let query = queries
    .selectFrom("stories")
    .innerJoin("accounts", "accounts.key", "stories.account")
    .select(["stories.anchor", "accounts.summary"]);
  if (title)
    query = query.where(sql<boolean>`accounts.title like ${`%${escaped(title)}%`} escape '\\'`);
  if (from) query = query.where("accounts.last_day", ">=", from);
  if (to) query = query.where("accounts.first_day", "<=", to);
  const rows = await query
    .orderBy("accounts.outlets", "desc")
    .orderBy("accounts.reports", "desc")
    .orderBy(sql`coalesce(accounts.first_day, '')`, "desc")
    .orderBy("accounts.story")
    .limit(limit)
    .offset(offset)
    .execute();
  return rows.map(({ anchor, summary }) => ({ ...(JSON.parse(summary) as StorySummary), anchor }));
}

const escaped = (text: string): string => text.replace(/[\\%_]/g, "\\$&");

export async function accountOfStory(
  queries: Queries,
  story: string | number,
): Promise<Account | null> {
  const row = await queries
    .selectFrom("stories")
    .innerJoin("accounts", "accounts.key", "stories.account")
    .select("accounts.body")
    .where((one) =>
      typeof story === "number"
        ? one("stories.anchor", "=", story)
        : one("accounts.story", "=", story),
    )
    .executeTakeFirst();
  return row ? (unpack(row.body) as Account) : null;
}

/** A row of `changes`. */
export interface ListedChange {
  readonly seq: number;
  readonly time: string;
  readonly story: number;
  readonly kind: string;
  readonly detail: unknown;
}

export async function changesSince(
  queries: Queries,
  seq: number,
  limit: number,
): Promise<ListedChange[]> {
  const rows = await queries
    .selectFrom("changes")
    .selectAll()
    .where("seq", ">", seq)
    .orderBy("seq")
    .limit(limit)
    .execute();
  return rows.map((row) => ({ ...row, detail: JSON.parse(row.detail) as unknown }));
}

export async function storeCounts(queries: Queries): Promise<StoreCounts> {
  const count = async (table: "reports" | "stories" | "judgements"): Promise<number> => {
    const row = await queries
      .selectFrom(table)
      .select((one) => one.fn.countAll().as("rows"))
      .executeTakeFirst();
    return Number(row?.rows ?? 0);
  };
  const stale = await queries
    .selectFrom("stories")
    .select((one) => one.fn.countAll().as("rows"))
    .where((one) => one.or([one("folded", "is", null), one("folded", "!=", one.ref("fold"))]))
    .executeTakeFirst();
  return {
    reports: await count("reports"),
    stories: await count("stories"),
    stale: Number(stale?.rows ?? 0),
    judgements: await count("judgements"),
  };
}
