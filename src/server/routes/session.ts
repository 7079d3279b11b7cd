/** Signing in and out, and what the desk asks first. */
import { createRoute } from "@hono/zod-openapi";
import type { Context } from "hono";
import { getCookie } from "hono/cookie";
import {
  ownPasswordSchema,
  type SessionState,
  sessionSchema,
  setupSchema,
  signInSchema,
} from "../../api/people.js";
import { NAME_RULE, userName, userNamed } from "../../store/users.js";
import { answers, CONFLICT, INVALID, REFUSALS, sent } from "../answers.js";
import type { Identities } from "../identify.js";
import { Overloaded } from "../passwords.js";
import { Refusal } from "../problems.js";
import { digest } from "../secrets.js";
import { byOf, type Service, type ServiceApp, type ServiceEnv, writerOf } from "../service.js";
import { sessionCookie } from "../session-terms.js";
import { forgetCookie, signIn } from "../sessions.js";

const TAGS = ["session"];

const askSession = createRoute({
  method: "get",
  path: "/api/v1/session",
  operationId: "session",
  tags: TAGS,
  summary: "Who asks, and what may be done without signing in",
  responses: { 200: answers(sessionSchema, "Who asks") },
});

const startSession = createRoute({
  method: "post",
  path: "/api/v1/session",
  operationId: "signIn",
  tags: TAGS,
  summary: "Signs in; the answer sets the session's cookie",
  request: sent(signInSchema),
  responses: { 200: answers(sessionSchema, "Signed in"), ...REFUSALS, ...INVALID },
});

const stopSession = createRoute({
  method: "delete",
  path: "/api/v1/session",
  operationId: "signOut",
  tags: TAGS,
  summary: "Signs out",
  responses: { 200: answers(sessionSchema, "Signed out"), ...REFUSALS },
});

const changePassword = createRoute({
  method: "put",
  path: "/api/v1/session/password",
  operationId: "changePassword",
  tags: TAGS,
  summary: "Changes one's own password; all other sessions of the user end",
  request: sent(ownPasswordSchema),
  responses: { 200: answers(sessionSchema, "Changed"), ...REFUSALS, ...INVALID },
});

const setUp = createRoute({
  method: "post",
  path: "/api/v1/setup",
  operationId: "setUp",
  tags: TAGS,
  summary: "Makes the first admin, by the link that the server printed, and signs in",
  request: sent(setupSchema),
  responses: { 200: answers(sessionSchema, "Signed in"), ...REFUSALS, ...CONFLICT, ...INVALID },
});

export function sessionRoutes(app: ServiceApp, service: Service, identities: Identities): void {
  const state = (user: SessionState["user"]): SessionState => ({
    user,
    open: service.open,
    setup: service.setup.isIssued,
    writable: service.writer !== null,
  });

  app.openapi(askSession, (c) => {
    const { actor } = c.var;
    const user = actor && actor.via !== "open" ? { name: actor.name, role: actor.role } : null;
    return c.json(state(user), 200, { "cache-control": "no-store" });
  });

  app.openapi(startSession, async (c) => {
    const { name, password } = c.req.valid("json");
    const user = await checked(c, service, name, password);
    await signIn(c, service, user.name, identities);
    return c.json(state({ name: user.name, role: user.role }), 200);
  });

  app.openapi(stopSession, async (c) => {
    const cookie = getCookie(c, sessionCookie(service));
    if (cookie && c.var.actor?.via === "session") {
      await writerOf(service).run("end-session", { id: digest(cookie), by: byOf(c.var) });
      identities.forget();
    }
    forgetCookie(c, service);
    return c.json(state(null), 200);
  });

  app.openapi(changePassword, async (c) => {
    const { actor } = c.var;
    if (actor?.via !== "session") throw onlySessions();
    const { current, password } = c.req.valid("json");
    const user = await checked(c, service, actor.name, current);
    const change = { password: await hashed(service, password) };
    await writerOf(service).run("change-user", { name: user.name, change, by: byOf(c.var) });
    identities.forget();
    await signIn(c, service, user.name, identities);
    return c.json(state({ name: user.name, role: user.role }), 200);
  });

  app.openapi(setUp, async (c) => {
    const { token, name: typed, password } = c.req.valid("json");
    const wait = service.signIns.begin("setup", c.var.address);
    if (wait > 0) throw patience(wait);
    if (!service.setup.fits(token)) {
      throw new Refusal(403, "bad-link", "The link is not the one that the server printed last.");
    }
    const name = userName(typed);
    if (name === null) throw new Refusal(422, "bad-name", NAME_RULE);
    const time = service.now().toISOString();
    const row = {
      name,
      role: "admin" as const,
      password: await hashed(service, password),
      created: time,
      changed: time,
    };
    const isMade = await writerOf(service).run("add-user", {
      row,
      onlyFirst: true,
      by: { ...byOf(c.var), actor: name },
    });
    if (!isMade) throw new Refusal(409, "has-admin", "There is an admin already: sign in.");
    service.setup.spend();
    await signIn(c, service, name, identities);
    return c.json(state({ name, role: "admin" }), 200);
  });
}

export const onlySessions = (): Refusal =>
  new Refusal(403, "only-signed-in", "This is for who has signed in by password, not for tokens.");

/** @throws Refusal where the server is too busy to */
export async function hashed({ passwords }: Service, password: string): Promise<string> {
  try {
    return await passwords.hash(password);
  } catch (error) {
    throw error instanceof Overloaded ? busy() : error;
  }
}

/**
 * The user, if the password is the user's.
 * @throws Refusal
 */
async function checked(c: Context<ServiceEnv>, service: Service, typed: string, password: string) {
  const { store, signIns, passwords } = service;
  const name = userName(typed) ?? "";
  const { address } = c.var;
  const wait = signIns.begin(name, address);
  if (wait > 0) throw patience(wait);
  const user = name === "" ? null : await userNamed(store.queries, name);
  let fits: boolean;
  try {
    fits = await passwords.fits(password, user?.password ?? null);
  } catch (error) {
    throw error instanceof Overloaded ? busy() : error;
  }
  if (user && fits) {
    signIns.succeeded(name, address);
    return user;
  }
  const by = { ...byOf(c.var), actor: null, via: "none" as const };
  await writerOf(service).run("note-deed", {
    by,
    deed: { action: "sign-in-failed", subject: name || null },
  });
  // The same for a name that nobody has.
  throw new Refusal(401, "wrong-password", "Name or password is wrong.");
}

const patience = (wait: number): Refusal =>
  new Refusal(429, "too-many-tries", `Too many attempts: wait ${wait} s.`, {
    "retry-after": String(wait),
  });

const busy = (): Refusal =>
  new Refusal(503, "busy", "Too many sign in at once: try again.", { "retry-after": "5" });
