import type { Queries } from "./queries.js";

export async function setting(queries: Queries, key: string): Promise<string | null> {
  const row = await queries
    .selectFrom("settings")
    .select("value")
    .where("key", "=", key)
    .executeTakeFirst();
  return row?.value ?? null;
}

export async function setSetting(queries: Queries, key: string, value: string): Promise<void> {
  await queries
    .insertInto("settings")
    .values({ key, value })
    .onConflict((conflict) => conflict.column("key").doUpdateSet({ value }))
    .execute();
}
