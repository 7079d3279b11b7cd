/** Whether the service is there, for whoever watches over it. */
import { createRoute } from "@hono/zod-openapi";
import { healthSchema } from "../../api/people.js";
import { answers } from "../answers.js";
import type { Service, ServiceApp } from "../service.js";

const health = createRoute({
  method: "get",
  path: "/api/v1/health",
  operationId: "health",
  tags: ["service"],
  summary: "Whether the service is there and its store can be read",
  responses: { 200: answers(healthSchema, "It is") },
});

export function healthRoutes(app: ServiceApp, { store, version, writer }: Service): void {
  app.openapi(health, async (c) => {
    await store.queries.selectFrom("settings").select("key").limit(1).execute();
    return c.json({ status: "ok" as const, version, readOnly: writer === null }, 200, {
      "cache-control": "no-store",
    });
  });
}
