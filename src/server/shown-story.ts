/** The story that an address names, as the store shows it now. */
import type { StoreReader } from "../store/store.js";
import { notFound } from "./problems.js";

export interface ShownStory {
  readonly anchor: number;
  /** `accounts.key`: another account, another key. */
  readonly key: string;
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
    .select(["stories.anchor", "accounts.key"])
    .where((one) =>
      isAnchor ? one("stories.anchor", "=", Number(name)) : one("accounts.story", "=", name),
    )
    .executeTakeFirst();
  if (!row) throw notFound("story");
  return row;
}

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
