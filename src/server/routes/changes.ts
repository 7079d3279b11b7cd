/** What happened to stories: asked for, or told as it happens. */
import { createRoute } from "@hono/zod-openapi";
import { changePageSchema, changeQuerySchema } from "../../api/changes.js";
import { answers, INVALID, REFUSALS } from "../answers.js";
import { eventStream } from "../event-stream.js";
import type { Service, ServiceApp } from "../service.js";

const TAGS = ["changes"];

const changes = createRoute({
  method: "get",
  path: "/api/v1/changes",
  operationId: "changes",
  tags: TAGS,
  summary: "What happened after a change of that number",
  request: { query: changeQuerySchema },
  responses: { 200: answers(changePageSchema, "The oldest first"), ...REFUSALS, ...INVALID },
});

const events = createRoute({
  method: "get",
  path: "/api/v1/events",
  operationId: "events",
  tags: TAGS,
  summary:
    "The same as it happens, as server-sent events; resumes after the change of Last-Event-ID",
  request: { query: changeQuerySchema.pick({ since: true }).partial() },
  responses: {
    200: {
      description: "Each event's id is the number of its change, its data the change",
      content: { "text/event-stream": { schema: { type: "string" } } },
    },
    ...REFUSALS,
  },
});

export function changeRoutes(app: ServiceApp, { reading: { changes: feed } }: Service): void {
  app.openapi(changes, async (c) => {
    const { since, limit } = c.req.valid("query");
    const found = await feed.since(since, limit);
    const last = found.at(-1)?.seq ?? feed.latest;
    return c.json({ changes: [...found], latest: last, more: last < feed.latest }, 200, {
      "cache-control": "no-store",
    });
  });

  app.openapi(events, (c) => {
    const { actor, address } = c.var;
    const resumed = Number(
      c.req.header("last-event-id") ?? c.req.valid("query").since ?? Number.NaN,
    );
    const from = Number.isInteger(resumed) && resumed >= 0 ? resumed : feed.latest;
    return eventStream(feed, from, actor && actor.via !== "open" ? `user ${actor.name}` : address);
  });
}
