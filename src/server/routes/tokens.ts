/** Tokens by which programs ask in a user's name. */
import { createRoute, z } from "@hono/zod-openapi";
import { madeTokenSchema, newTokenSchema, type Token, tokenListSchema } from "../../api/people.js";
import { mayAs, type TokenRow } from "../../store/people-rows.js";
import { tokensOf } from "../../store/users.js";
import { answers, INVALID, NOT_FOUND, REFUSALS, sent } from "../answers.js";
import type { Identities } from "../identify.js";
import { newToken } from "../new-token.js";
import { notFound, Refusal } from "../problems.js";
import { type Actor, byOf, type Service, type ServiceApp, writerOf } from "../service.js";
import { onlySessions } from "./session.js";

const TAGS = ["tokens"];

const listTokens = createRoute({
  method: "get",
  path: "/api/v1/tokens",
  operationId: "tokens",
  tags: TAGS,
  summary: "One's own tokens; an admin's are everybody's",
  responses: { 200: answers(tokenListSchema, "The oldest first"), ...REFUSALS },
});

const addToken = createRoute({
  method: "post",
  path: "/api/v1/tokens",
  operationId: "addToken",
  tags: TAGS,
  summary: "A new token, told this once",
  request: sent(newTokenSchema),
  responses: { 201: answers(madeTokenSchema, "Made"), ...REFUSALS, ...INVALID },
});

const endToken = createRoute({
  method: "delete",
  path: "/api/v1/tokens/{id}",
  operationId: "endToken",
  tags: TAGS,
  summary: "Takes a token back",
  request: { params: z.object({ id: z.string() }) },
  responses: { 200: answers(tokenListSchema, "Those left"), ...REFUSALS, ...NOT_FOUND },
});

const shown = ({ hash: _, ...token }: TokenRow): Token => token;

export function tokenRoutes(app: ServiceApp, service: Service, identities: Identities): void {
  const list = async (actor: Actor | null) => {
    const { user } = ownerOf(actor);
    return { tokens: (await tokensOf(service.store.queries, user)).map(shown) };
  };

  app.openapi(listTokens, async (c) => c.json(await list(c.var.actor), 200));

  app.openapi(addToken, async (c) => {
    const { actor } = c.var;
    // A token that was taken would otherwise make itself others.
    if (actor?.via !== "session") throw onlySessions();
    const { title, role, days } = c.req.valid("json");
    if (!mayAs(actor.role, role)) {
      throw new Refusal(403, "not-permitted", "A token may no more than whose it is.");
    }
    const { token, row } = newToken({ user: actor.name, title, role, days }, service.now());
    await writerOf(service).run("add-token", { row, by: byOf(c.var) });
    return c.json({ ...shown(row), token }, 201, { "cache-control": "no-store" });
  });

  app.openapi(endToken, async (c) => {
    const { actor } = c.var;
    const { user } = ownerOf(actor);
    const { id } = c.req.valid("param");
    const isDone = await writerOf(service).run("end-token", { id, user, by: byOf(c.var) });
    if (!isDone) throw notFound("token");
    identities.forget();
    return c.json(await list(actor), 200);
  });
}

/** Whose tokens one may see: null for everybody's. */
function ownerOf(actor: Actor | null): { readonly user: string | null } {
  if (actor === null || actor.via === "open") throw onlySessions();
  return { user: actor.role === "admin" ? null : actor.name };
}
