/** What an account tells, part by part: ledger, claims, disagreements, entities. */
import { createRoute } from "@hono/zod-openapi";
import type { Context } from "hono";
import {
  claimQuerySchema,
  storyClaimsSchema,
  storyDisagreementsSchema,
  storyEntitiesSchema,
  storyLedgerSchema,
} from "../../api/stories.js";
import { answers, INVALID, NOT_FOUND, REFUSALS } from "../answers.js";
import { type PackedResponse, sendPacked } from "../packed.js";
import { notFound } from "../problems.js";
import { type Part, partKey } from "../reading/parts.js";
import { digest } from "../secrets.js";
import type { Service, ServiceApp } from "../service.js";
import { headersOf, packedAccount, shownStory } from "../shown-story.js";
import { storyParam } from "./stories.js";

const TAGS = ["stories"];
const request = { params: storyParam };

const ledger = createRoute({
  method: "get",
  path: "/api/v1/stories/{story}/ledger",
  operationId: "ledger",
  tags: TAGS,
  summary: "How each figure moved, who says it, through whom",
  request,
  responses: { 200: answers(storyLedgerSchema, "Its ledgers"), ...REFUSALS, ...NOT_FOUND },
});

const disagreements = createRoute({
  method: "get",
  path: "/api/v1/stories/{story}/disagreements",
  operationId: "disagreements",
  tags: TAGS,
  summary: "Where the reports differ, and whether they contradict one another",
  request,
  responses: {
    200: answers(storyDisagreementsSchema, "Its disagreements"),
    ...REFUSALS,
    ...NOT_FOUND,
  },
});

const entities = createRoute({
  method: "get",
  path: "/api/v1/stories/{story}/entities",
  operationId: "storyEntities",
  tags: TAGS,
  summary: "Who and what is named, with every spelling and mention",
  request,
  responses: { 200: answers(storyEntitiesSchema, "Its entities"), ...REFUSALS, ...NOT_FOUND },
});

const claims = createRoute({
  method: "get",
  path: "/api/v1/stories/{story}/claims",
  operationId: "claims",
  tags: TAGS,
  summary: "The claims that the account rests on, each with its place in a report",
  request: { ...request, query: claimQuerySchema },
  responses: { 200: answers(storyClaimsSchema, "A page"), ...REFUSALS, ...NOT_FOUND, ...INVALID },
});

export function storyPartRoutes(app: ServiceApp, { store, reading }: Service): void {
  const send = async <T>(c: Context, name: string, part: Part): Promise<PackedResponse<T>> => {
    const story = await shownStory(store, name);
    const own = `${story.key} ${partKey(part)}`;
    const make = (): Promise<Uint8Array> =>
      reading.ready.get(own, async () => {
        const body = await packedAccount(store, story.key);
        if (body === null) throw notFound("story");
        return reading.readers.run({ kind: "server-part", body, part });
      });
    return sendPacked(c, `W/"${digest(own).slice(0, 32)}"`, make, headersOf(story));
  };
  app.openapi(ledger, (c) => send(c, c.req.valid("param").story, { name: "ledger" }));
  app.openapi(disagreements, (c) => send(c, c.req.valid("param").story, { name: "disagreements" }));
  app.openapi(entities, (c) => send(c, c.req.valid("param").story, { name: "entities" }));
  app.openapi(claims, (c) =>
    send(c, c.req.valid("param").story, { name: "claims", query: c.req.valid("query") }),
  );
}
