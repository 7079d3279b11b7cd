/** Who is told of changes, and how far. */
import type { WebhookRow } from "./people-rows.js";
import type { Queries } from "./queries.js";

export const allWebhooks = (queries: Queries): Promise<WebhookRow[]> =>
  queries.selectFrom("webhooks").selectAll().orderBy("created").orderBy("id").execute();

export async function insertWebhook(queries: Queries, row: WebhookRow): Promise<void> {
  await queries.insertInto("webhooks").values(row).execute();
}

/** @returns false where there is none */
export async function removeWebhook(queries: Queries, id: string): Promise<boolean> {
  const there = (await allWebhooks(queries)).some((one) => one.id === id);
  if (there) await queries.deleteFrom("webhooks").where("id", "=", id).execute();
  return there;
}

/** What a delivery, or its failure, leaves. */
export type WebhookState = Pick<
  WebhookRow,
  "state" | "delivered" | "failures" | "next_try" | "last_status" | "last_error"
>;

export async function noteDelivery(
  queries: Queries,
  id: string,
  state: WebhookState,
): Promise<void> {
  await queries.updateTable("webhooks").set(state).where("id", "=", id).execute();
}
