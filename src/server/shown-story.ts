/** The story that an address names, as the store shows it now. */
import { ANCHOR_HEADER, BEHIND_HEADER } from "../api/headers.js";
import type { StoreReader } from "../store/store.js";
import { notFound } from "./problems.js";

export interface ShownStory {
  readonly anchor: number;
  /** `accounts.key`: another account, another key. */
  readonly key: string;
  /** Reports of the story that the account does not tell of yet; null where it is of the story as it is. */
  readonly behind: number | null;
}

/**
 * @param name `id` of its account, or its anchor
 * @throws Refusal where there is none
 */
export async function shownStory({ queries }: StoreReader, name: string): Promise<ShownStory> {
  const isAnchor = /^\d{1,9}$/.test(name);
  const row = await queries
    .selectFrom("stories")
    .innerJoin("accounts", "accounts.key", "stories.account")
    .select(["stories.anchor", "stories.fold", "stories.folded"])
    .select(["accounts.key", "accounts.reports"])
    .where((one) =>
      isAnchor ? one("stories.anchor", "=", Number(name)) : one("accounts.story", "=", name),
    )
    .executeTakeFirst();
  if (!row) throw notFound("story");
  const { anchor, key, fold, folded, reports } = row;
  if (fold === folded) return { anchor, key, behind: null };
  const placed = await queries
    .selectFrom("placements")
    .select((one) => one.fn.countAll().as("count"))
    .where("story", "=", anchor)
    .executeTakeFirst();
  // At least one that was corrected or judged.
  return { anchor, key, behind: Math.max(1, Number(placed?.count ?? 0) - reports) };
}

/** What is said of an account beside it, or of a part of it. */
export const headersOf = ({ anchor, behind }: ShownStory): Readonly<Record<string, string>> => ({
  [ANCHOR_HEADER]: String(anchor),
  ...(behind === null ? {} : { [BEHIND_HEADER]: String(behind) }),
});

/** Deflated JSON; null where the account was replaced meanwhile. */
export async function packedAccount(
  { queries }: StoreReader,
  key: string,
): Promise<Uint8Array | null> {
  const row = await queries
    .selectFrom("accounts")
    .select("body")
    .where("key", "=", key)
    .executeTakeFirst();
  return row?.body ?? null;
}
