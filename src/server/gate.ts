/** What every request goes through before its route: names, forgery, who asks, how much, whether it may. */
import type { Context, MiddlewareHandler } from "hono";
import { matchedRoutes } from "hono/route";
import { mayAs } from "../store/people-rows.js";
import { ACCESS, type Access } from "./access.js";
import { answersTo, hostName, isLoopback, notServedUnder, OWN_HEADER } from "./guard.js";
import type { Identities } from "./identify.js";
import { Refusal, refuseFor } from "./problems.js";
import { API_RATE, NOBODYS_RATE, type RateLimit } from "./rate-limit.js";
import type { Actor, Service, ServiceEnv } from "./service.js";
import { networkOf } from "./sign-in-limits.js";

const SAFE: ReadonlySet<string> = new Set(["GET", "HEAD", "OPTIONS"]);

/** The route that will answer, as it stands in the table; null where none will. */
function routeOf(c: Context): string | null {
  const route = matchedRoutes(c).findLast(({ path }) => !path.endsWith("*"));
  return route ? `${route.method} ${route.path}` : null;
}

/** The connection's own address. */
const peerOf = (c: Context<ServiceEnv>): string => c.env?.incoming?.socket.remoteAddress ?? "";

/** A proxy on this machine says for whom it asks; anybody else might say anything. */
function addressOf(c: Context<ServiceEnv>, service: Service): string {
  const peer = peerOf(c);
  if (service.publicUrl === null || !isLoopback(peer)) return peer;
  return c.req.header("x-forwarded-for")?.split(",").at(-1)?.trim() || peer;
}

/** @throws Refusal where a page of another site may have made the browser ask */
function refuseForged(c: Context<ServiceEnv>, service: Service): void {
  const forged = (why: string): Refusal =>
    new Refusal(
      403,
      "forged",
      `${why} Requests that change anything come from the desk itself, with the header ${OWN_HEADER}, or carry a token.`,
    );
  if (c.req.header(OWN_HEADER) === undefined) throw forged("The header is missing.");
  const site = c.req.header("sec-fetch-site");
  if (site !== undefined && site !== "same-origin" && site !== "none") {
    throw forged("A page of another site asked.");
  }
  const origin = c.req.header("origin");
  if (origin === undefined) return;
  const own = service.publicUrl?.origin ?? `http://${c.req.header("host")}`;
  if (origin.toLowerCase() !== own.toLowerCase()) throw forged("A page of another site asked.");
}

function refuseWithout(actor: Actor | null, asked: Access): void {
  if (asked === "anyone") return;
  if (actor === null) {
    throw new Refusal(
      401,
      "not-signed-in",
      "Sign in first, or send a token: Authorization: Bearer …",
      {
        "www-authenticate": "Bearer",
      },
    );
  }
  if (!mayAs(actor.role, asked)) {
    throw new Refusal(
      403,
      "not-permitted",
      `This is for ${asked === "admin" ? "admins" : `${asked}s and above`}.`,
    );
  }
}

function refuseTooMany(limit: RateLimit, actor: Actor | null, address: string): void {
  const known = actor !== null && actor.via !== "open";
  const wait = known
    ? limit.take(`${actor.via} ${actor.id}`, API_RATE)
    : limit.take(`address ${networkOf(address)}`, actor === null ? NOBODYS_RATE : API_RATE);
  refuseFor(wait, "request");
}

export function gate(
  service: Service,
  identities: Identities,
  limit: RateLimit,
): MiddlewareHandler<ServiceEnv> {
  const hosts = new Set(service.hosts);
  return async (c, next) => {
    const name = hostName(c.req.header("host"));
    if (!answersTo(name, hosts)) throw new Refusal(421, "wrong-host", notServedUnder(name));
    const address = addressOf(c, service);
    c.set("address", address);
    c.set("actor", null);
    const route = routeOf(c);
    if (route === null) return next();
    const asked = ACCESS[route];
    // Who forgot its line in the table finds out here, and nobody else gets in.
    if (asked === undefined) throw new Refusal(500, "no-rule", `${route} has no rule who may ask.`);
    const actor = await identities.of(c, peerOf(c));
    c.set("actor", actor);
    if (route !== "GET /") refuseTooMany(limit, actor, address);
    if (!SAFE.has(c.req.method) && actor?.via !== "token") refuseForged(c, service);
    refuseWithout(actor, asked);
    return next();
  };
}
