/** Reports and stories by their words. */
import { createRoute } from "@hono/zod-openapi";
import { searchAnswerSchema, searchQuerySchema } from "../../api/reports.js";
import { storyQuerySchema } from "../../api/stories.js";
import { answers, INVALID, REFUSALS } from "../answers.js";
import { gzippedJson, sendPacked } from "../packed.js";
import { search as searchHere } from "../reading/tasks.js";
import { digest } from "../secrets.js";
import type { Service, ServiceApp } from "../service.js";

const STORIES = 10;

const search = createRoute({
  method: "get",
  path: "/api/v1/search",
  operationId: "search",
  tags: ["reports"],
  summary: "Reports that hold the words, in any spelling, and stories named by them",
  request: { query: searchQuerySchema },
  responses: { 200: answers(searchAnswerSchema, "A page"), ...REFUSALS, ...INVALID },
});

export function searchRoutes(app: ServiceApp, { store, reading }: Service): void {
  const { place, index, readers, ready } = reading;
  app.openapi(search, (c) => {
    const asked = c.req.valid("query");
    const { q, limit, offset } = asked;
    const key = `search ${index.version} ${JSON.stringify(asked)}`;
    return sendPacked(c, `W/"${digest(key).slice(0, 32)}"`, () =>
      ready.get(key, async () => {
        // One more tells whether there are more.
        const page = { q, limit: limit + 1, offset };
        // A server's own database works apart by itself; ours works on the thread that asks.
        const reports =
          place.kind === "folder"
            ? await readers.run({ kind: "server-search", place, ...page })
            : await searchHere(store, page);
        const stories =
          offset === 0 ? index.find(storyQuerySchema.parse({ q, limit: STORIES })).stories : [];
        const next = reports.length > limit ? offset + limit : null;
        const list = stories.map(({ json }) => json).join(",");
        return gzippedJson(
          `{"reports":${JSON.stringify(reports.slice(0, limit))},"stories":[${list}],"next":${next}}`,
        );
      }),
    );
  });
}
