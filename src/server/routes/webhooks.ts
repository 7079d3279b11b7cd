/** Webhooks, for admins. */
import { createRoute, z } from "@hono/zod-openapi";
import {
  madeWebhookSchema,
  newWebhookSchema,
  type Webhook,
  webhookListSchema,
} from "../../api/webhooks.js";
import type { WebhookRow } from "../../store/people-rows.js";
import { allWebhooks } from "../../store/webhooks.js";
import { answers, CONFLICT, INVALID, NOT_FOUND, REFUSALS, sent } from "../answers.js";
import { notFound, Refusal } from "../problems.js";
import { newId, newSecret } from "../secrets.js";
import { byOf, type Service, type ServiceApp, writerOf } from "../service.js";
import { isPublicUrl } from "../telling/deliver.js";

const TAGS = ["webhooks"];

const list = createRoute({
  method: "get",
  path: "/api/v1/webhooks",
  operationId: "webhooks",
  tags: TAGS,
  summary: "Who is told of changes, and how far",
  responses: { 200: answers(webhookListSchema, "The oldest first"), ...REFUSALS },
});

const add = createRoute({
  method: "post",
  path: "/api/v1/webhooks",
  operationId: "addWebhook",
  tags: TAGS,
  summary: "Tells an address of all changes from now on; its secret is told this once",
  request: sent(newWebhookSchema),
  responses: {
    201: answers(madeWebhookSchema, "Registered"),
    ...REFUSALS,
    ...CONFLICT,
    ...INVALID,
  },
});

const remove = createRoute({
  method: "delete",
  path: "/api/v1/webhooks/{id}",
  operationId: "removeWebhook",
  tags: TAGS,
  summary: "Tells it no more",
  request: { params: z.object({ id: z.string() }) },
  responses: { 200: answers(webhookListSchema, "Those left"), ...REFUSALS, ...NOT_FOUND },
});

const shown = (row: WebhookRow): Webhook => ({
  id: row.id,
  url: row.url,
  kinds: JSON.parse(row.kinds) as string[],
  state: row.state,
  created: row.created,
  delivered: row.delivered,
  failures: row.failures,
  nextTry: row.next_try,
  lastStatus: row.last_status,
  lastError: row.last_error,
});

export function webhookRoutes(app: ServiceApp, service: Service): void {
  const { store, reading, now } = service;
  const all = async () => ({ webhooks: (await allWebhooks(store.queries)).map(shown) });

  app.openapi(list, async (c) => c.json(await all(), 200));

  app.openapi(add, async (c) => {
    const { url, kinds } = c.req.valid("json");
    if (!isPublicUrl(url)) {
      throw new Refusal(
        422,
        "private-address",
        "Webhooks go to the public internet alone, never to this machine or its network.",
      );
    }
    const secret = newSecret();
    const row: WebhookRow = {
      id: newId(),
      url,
      secret,
      kinds: JSON.stringify(kinds),
      state: "active",
      created: now().toISOString(),
      delivered: reading.changes.latest,
      failures: 0,
      next_try: null,
      last_status: null,
      last_error: null,
    };
    const isMade = await writerOf(service).run("add-webhook", { row, by: byOf(c.var) });
    if (!isMade) throw new Refusal(409, "too-many-webhooks", "There are too many: remove some.");
    return c.json({ ...shown(row), secret }, 201, { "cache-control": "no-store" });
  });

  app.openapi(remove, async (c) => {
    const { id } = c.req.valid("param");
    if (!(await writerOf(service).run("remove-webhook", { id, by: byOf(c.var) }))) {
      throw notFound("webhook");
    }
    return c.json(await all(), 200);
  });
}
