/** The list of stories, and the account of one. */
import { createRoute, z } from "@hono/zod-openapi";
import { storyPageSchema, storyQuerySchema } from "../../api/stories.js";
import { accountSchema } from "../../core/contract.js";
import { answers, INVALID, NOT_FOUND, REFUSALS } from "../answers.js";
import { gzipOf, gzippedJson, sendPacked } from "../packed.js";
import { notFound } from "../problems.js";
import { digest, newId } from "../secrets.js";
import type { Service, ServiceApp } from "../service.js";
import { headersOf, packedAccount, shownStory } from "../shown-story.js";

const TAGS = ["stories"];
export const storyParam = z.object({
  story: z
    .string()
    .max(100)
    .openapi({ description: "`id` of the account, or `anchor`, which stays" }),
});

const listStories = createRoute({
  method: "get",
  path: "/api/v1/stories",
  operationId: "stories",
  tags: TAGS,
  summary: "Stories, filtered and ordered, a page at a time",
  request: { query: storyQuerySchema },
  responses: { 200: answers(storyPageSchema, "A page"), ...REFUSALS, ...INVALID },
});

const account = createRoute({
  method: "get",
  path: "/api/v1/stories/{story}",
  operationId: "account",
  tags: TAGS,
  summary: "The account of a story: everything that is told of it, with its evidence",
  request: { params: storyParam },
  responses: { 200: answers(accountSchema, "The account"), ...REFUSALS, ...NOT_FOUND },
});

/** Tells the lists of this run from those of another, whose numbers may be the same. */
const RUN = newId();

export function storyRoutes(app: ServiceApp, { store, reading }: Service): void {
  app.openapi(listStories, (c) => {
    const query = c.req.valid("query");
    const key = `${RUN}-${reading.index.version} ${JSON.stringify(query)}`;
    return sendPacked(c, `W/"${digest(key).slice(0, 32)}"`, () =>
      reading.ready.get(key, () => {
        const { stories, total, next } = reading.index.find(query);
        const list = stories.map(({ json }) => json).join(",");
        const { reports } = reading.index;
        return gzippedJson(
          `{"stories":[${list}],"total":${total},"reports":${reports},"next":${JSON.stringify(next)}}`,
        );
      }),
    );
  });

  app.openapi(account, async (c) => {
    const story = await shownStory(store, c.req.valid("param").story);
    const body = () =>
      reading.ready.get(story.key, async () => {
        const packed = await packedAccount(store, story.key);
        if (packed === null) throw notFound("story");
        return gzipOf(packed);
      });
    return sendPacked(c, `W/"${story.key}"`, body, headersOf(story));
  });
}
