/** What people decided, what most needs a person, and deciding it. */
import { createRoute, z } from "@hono/zod-openapi";
import { PROBLEM_MEDIA } from "../../api/problem.js";
import {
  judgementPageSchema,
  madeJudgementSchema,
  overtakenSchema,
  reviewPageSchema,
  sentJudgementSchema,
} from "../../api/review.js";
import { identified, type Judgement, reportsOf, undoneIn } from "../../core/judgement.js";
import { answers, INVALID, NOT_FOUND, REFUSALS, sent } from "../answers.js";
import { notFound, Refusal } from "../problems.js";
import { ReviewQueues } from "../review-queues.js";
import { byOf, type Service, type ServiceApp, writerOf } from "../service.js";

const TAGS = ["review"];
const MOST = 200;
const limit = z.coerce.number().int().min(1).max(MOST).default(50);
const offset = z.coerce.number().int().min(0).max(1_000_000).default(0);

const judgements = createRoute({
  method: "get",
  path: "/api/v1/judgements",
  operationId: "judgements",
  tags: TAGS,
  summary: "The log of what people decided",
  request: { query: z.object({ before: z.coerce.number().int().positive().optional(), limit }) },
  responses: { 200: answers(judgementPageSchema, "The newest first"), ...REFUSALS, ...INVALID },
});

const judge = createRoute({
  method: "post",
  path: "/api/v1/judgements",
  operationId: "judge",
  tags: TAGS,
  summary: "Decides, in the name of who asks; its stories are made anew before the answer",
  request: sent(sentJudgementSchema),
  responses: {
    201: answers(madeJudgementSchema, "Added to the log"),
    409: {
      description: "Somebody decided about the same thing meanwhile: the latest such judgement",
      content: { [PROBLEM_MEDIA]: { schema: overtakenSchema } },
    },
    ...REFUSALS,
    ...NOT_FOUND,
    ...INVALID,
  },
});

const review = createRoute({
  method: "get",
  path: "/api/v1/review",
  operationId: "review",
  tags: TAGS,
  summary: "What most needs a person, in the forty stories with most disputes",
  request: { query: z.object({ limit, offset }) },
  responses: { 200: answers(reviewPageSchema, "The most pressing first"), ...REFUSALS, ...INVALID },
});

const storyReview = createRoute({
  method: "get",
  path: "/api/v1/stories/{story}/review",
  operationId: "storyReview",
  tags: TAGS,
  summary: "What of a story most needs a person",
  request: {
    params: z.object({ story: z.string().max(100) }),
    query: z.object({ limit, offset }),
  },
  responses: {
    200: answers(reviewPageSchema, "The most pressing first"),
    ...REFUSALS,
    ...NOT_FOUND,
    ...INVALID,
  },
});

export function reviewRoutes(app: ServiceApp, service: Service): void {
  const { store, reading } = service;
  const queues = new ReviewQueues(store, reading.index);

  app.openapi(judgements, async (c) => {
    const { before = Number.POSITIVE_INFINITY, limit: most } = c.req.valid("query");
    const log = await store.judgements();
    const undone = undoneIn(log);
    const all = log
      .map((judgement, at) => ({ number: at + 1, judgement, holds: !undone.has(at) }))
      .filter(({ number }) => number < before)
      .reverse();
    const page = all.slice(0, most);
    const last = page.at(-1);
    return c.json({ judgements: page, next: all.length > most && last ? last.number : null }, 200, {
      "cache-control": "no-store",
    });
  });

  app.openapi(judge, async (c) => {
    const { actor } = c.var;
    if (actor === null || actor.via === "open") {
      throw new Refusal(403, "not-permitted", "A judgement needs an author: sign in.");
    }
    const { decision, seen } = c.req.valid("json");
    const reason = decision.reason.trim();
    if (reason === "") throw new Refusal(422, "no-reason", "A decision needs its reason.");
    const author = { author: actor.name, time: service.now().toISOString() };
    const entry = identified({ ...decision, reason, ...author });
    if (decision.kind !== "undo" && !(await isKnown(service, reportsOf(decision)))) {
      throw notFound("report");
    }
    const outcome = await writerOf(service).run("judge", { entry, seen, by: byOf(c.var) });
    switch (outcome.kind) {
      case "no-entry":
        throw notFound("judgement to take back");
      case "overtaken": {
        const problem = {
          type: "/api/v1/problems/overtaken",
          title: "Conflict",
          status: 409,
          detail: `${outcome.by.author} decided about this at ${outcome.by.time}. Look at it, and send yours again with "seen": ${JSON.stringify(outcome.holds)} if you still think so.`,
          judgement: outcome.by,
          seen: outcome.holds,
        };
        return c.json(problem, 409, { "content-type": PROBLEM_MEDIA, "cache-control": "no-store" });
      }
      default:
        await reading.caughtUp();
        return c.json({ judgement: entry, stories: await madeAnew(service, entry) }, 201);
    }
  });

  app.openapi(review, async (c) => {
    const { limit: most, offset: from } = c.req.valid("query");
    return c.json(pageOf(await queues.ofAll(), from, most), 200, { "cache-control": "no-store" });
  });

  app.openapi(storyReview, async (c) => {
    const { limit: most, offset: from } = c.req.valid("query");
    const items = await queues.ofStory(c.req.valid("param").story);
    return c.json(pageOf(items, from, most), 200, { "cache-control": "no-store" });
  });
}

function pageOf<T>(items: readonly T[], from: number, most: number) {
  const page = items.slice(from, from + most);
  const end = from + page.length;
  return { items: page, total: items.length, next: end < items.length ? end : null };
}

/** Whether one of the reports is here: a decision about others would do nothing. */
async function isKnown({ store }: Service, reports: readonly string[]): Promise<boolean> {
  const row = await store.queries
    .selectFrom("reports")
    .select("seq")
    .where("id", "in", reports.slice(0, MOST))
    .executeTakeFirst();
  return row !== undefined;
}

/** Stories in which the reports of an entry are now. */
async function madeAnew({ store }: Service, entry: Judgement) {
  const reports = await reportsMeant(store, entry);
  if (reports.length === 0) return [];
  const rows = await store.queries
    .selectFrom("reports")
    .innerJoin("placements", "placements.report", "reports.seq")
    .innerJoin("stories", "stories.anchor", "placements.story")
    .leftJoin("accounts", "accounts.key", "stories.account")
    .select(["stories.anchor", "stories.fold", "stories.folded", "accounts.story"])
    .where("reports.id", "in", reports.slice(0, MOST))
    .distinct()
    .orderBy("stories.anchor")
    .execute();
  return rows.map(({ anchor, fold, folded, story }) => ({
    anchor,
    id: fold === folded ? story : null,
  }));
}

async function reportsMeant(store: Service["store"], entry: Judgement): Promise<readonly string[]> {
  if (entry.kind !== "undo") return reportsOf(entry);
  const log = new Map((await store.judgements()).map((one) => [one.id, one]));
  let one: Judgement | undefined = entry;
  // An undo names an entry before it, so that this ends.
  for (let steps = 0; one?.kind === "undo" && steps < log.size; steps++) one = log.get(one.undoes);
  return one && one.kind !== "undo" ? reportsOf(one) : [];
}
