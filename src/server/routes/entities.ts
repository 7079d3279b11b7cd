/** In which stories somebody or something is named. */
import { createRoute } from "@hono/zod-openapi";
import { entityQuerySchema, namedListSchema } from "../../api/stories.js";
import { searchWords } from "../../engine.js";
import { answers, INVALID, REFUSALS } from "../answers.js";
import type { Service, ServiceApp } from "../service.js";

const entities = createRoute({
  method: "get",
  path: "/api/v1/entities",
  operationId: "entities",
  tags: ["stories"],
  summary: "Who and what is named, by the beginning of the name, and in which story",
  request: { query: entityQuerySchema },
  responses: {
    200: answers(namedListSchema, "Those named most often first"),
    ...REFUSALS,
    ...INVALID,
  },
});

/** Behind every text that begins so: the last code point. */
const LAST = "\u{10ffff}";

export function entityRoutes(app: ServiceApp, { store }: Service): void {
  app.openapi(entities, async (c) => {
    const { name, kind, limit } = c.req.valid("query");
    const words = searchWords(name).join(" ");
    if (words === "") return c.json({ entities: [] }, 200);
    let query = store.queries
      .selectFrom("entities")
      .innerJoin("stories", "stories.account", "entities.account")
      .innerJoin("accounts", "accounts.key", "entities.account")
      .select(["entity", "kind", "name", "mentions", "stories.anchor", "accounts.story", "title"])
      .where("words", ">=", words)
      .where("words", "<", words + LAST);
    if (kind !== undefined) query = query.where("kind", "=", kind);
    const rows = await query
      .orderBy("mentions", "desc")
      .orderBy("stories.anchor")
      .limit(limit)
      .execute();
    return c.json({ entities: rows }, 200);
  });
}
