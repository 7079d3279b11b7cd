/** What people did, for admins. */
import { createRoute, z } from "@hono/zod-openapi";
import { auditPageSchema } from "../../api/people.js";
import { auditRows } from "../../store/audit.js";
import { answers, REFUSALS } from "../answers.js";
import type { Service, ServiceApp } from "../service.js";

const MOST = 200;

const audit = createRoute({
  method: "get",
  path: "/api/v1/audit",
  operationId: "audit",
  tags: ["users"],
  summary: "Who did what, and from where",
  request: {
    query: z.object({
      before: z.coerce.number().int().positive().optional(),
      limit: z.coerce.number().int().min(1).max(MOST).default(50),
    }),
  },
  responses: { 200: answers(auditPageSchema, "The newest first"), ...REFUSALS },
});

export function auditRoutes(app: ServiceApp, { store }: Service): void {
  app.openapi(audit, async (c) => {
    const { before, limit } = c.req.valid("query");
    const deeds = await auditRows(store.queries, { before, limit });
    const last = deeds.at(-1);
    return c.json({ deeds, next: deeds.length === limit && last ? last.seq : null }, 200);
  });
}
