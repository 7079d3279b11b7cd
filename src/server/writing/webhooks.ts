/** Commands about webhooks. */
import { type By, noteDeed } from "../../store/audit.js";
import type { WebhookRow } from "../../store/people-rows.js";
import type { Store } from "../../store/store.js";
import {
  allWebhooks,
  insertWebhook,
  noteDelivery,
  removeWebhook,
  type WebhookState,
} from "../../store/webhooks.js";

/** Each is asked for at every look. */
const MOST = 50;

/** @returns false where there are too many */
export function addWebhook(
  store: Store,
  { row, by }: { row: WebhookRow; by: By },
): Promise<boolean> {
  return store.open.change(async (queries) => {
    if ((await allWebhooks(queries)).length >= MOST) return false;
    await insertWebhook(queries, row);
    const deed = { action: "webhook-added", subject: `${row.id}: ${new URL(row.url).origin}` };
    await noteDeed(queries, by, deed, store.options.now());
    return true;
  });
}

export function dropWebhook(store: Store, { id, by }: { id: string; by: By }): Promise<boolean> {
  return store.open.change(async (queries) => {
    const isDone = await removeWebhook(queries, id);
    const deed = { action: "webhook-removed", subject: id };
    if (isDone) await noteDeed(queries, by, deed, store.options.now());
    return isDone;
  });
}

export const delivered = (
  store: Store,
  { id, state }: { id: string; state: WebhookState },
): Promise<void> => store.open.change((queries) => noteDelivery(queries, id, state));
