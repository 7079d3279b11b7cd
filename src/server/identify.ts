/** Who asks: by a session's cookie, by a token, or nobody. */

import type { Context } from "hono";
import { getCookie } from "hono/cookie";
import { mayAs, type Role } from "../store/people-rows.js";
import { sessionOf, tokenOf } from "../store/users.js";
import { isLoopback } from "./guard.js";
import { TOKEN_PREFIX } from "./new-token.js";
import { Refusal } from "./problems.js";
import { digest } from "./secrets.js";
import type { Actor, Service, ServiceEnv } from "./service.js";
import { IDLE, sessionCookie } from "./session-terms.js";

/** Milliseconds for which somebody who was recognised is not looked up again. */
const KEPT = 2000;
const MOST_KEPT = 5000;
/** How exact `sessions.seen` is, in milliseconds. */
const SEEN_EVERY = 5 * 60_000;

interface Known {
  readonly actor: Actor;
  readonly at: number;
}

export class Identities {
  private readonly known = new Map<string, Known>();

  constructor(private readonly service: Service) {}

  /** What is known of everybody holds no longer: somebody's rights were changed. */
  forget(): void {
    this.known.clear();
  }

  /**
   * @param peer the address that the connection itself comes from
   * @throws Refusal where a token is given that does not hold
   */
  async of(c: Context<ServiceEnv>, peer: string): Promise<Actor | null> {
    const header = c.req.header("authorization");
    if (header !== undefined) return this.byToken(header);
    const cookie = getCookie(c, sessionCookie(this.service));
    const actor = cookie ? await this.bySession(cookie) : null;
    if (actor !== null) return actor;
    const isHere = this.service.open && isLoopback(peer);
    return isHere ? { name: "", role: "reader", via: "open", id: "open" } : null;
  }

  private async byToken(header: string): Promise<Actor> {
    const [scheme, token = ""] = header.split(" ");
    const hash = digest(token);
    if (scheme?.toLowerCase() === "bearer" && token.startsWith(TOKEN_PREFIX)) {
      const known = this.fresh(hash);
      if (known) return known;
      const row = await tokenOf(this.service.store.queries, hash);
      if (row && !(row.expires && row.expires <= this.service.now().toISOString())) {
        const role = least(row.role, row.userRole);
        return this.keep(hash, { name: row.user, role, via: "token", id: row.id });
      }
    }
    throw new Refusal(
      401,
      "bad-token",
      "The token does not hold: it was mistyped, taken back, or has ended.",
      { "www-authenticate": 'Bearer error="invalid_token"' },
    );
  }

  private async bySession(cookie: string): Promise<Actor | null> {
    const id = digest(cookie);
    const known = this.fresh(id);
    if (known) return known;
    const { store, writer, now } = this.service;
    const row = await sessionOf(store.queries, id);
    if (!row) return null;
    const time = now().getTime();
    const seen = Date.parse(row.seen);
    if (time >= Date.parse(row.expires) || time - seen > IDLE) return null;
    if (time - seen > SEEN_EVERY) {
      await writer?.run("touch-session", { id, seen: now().toISOString() });
    }
    return this.keep(id, { name: row.user, role: row.role, via: "session", id });
  }

  private fresh(key: string): Actor | null {
    const known = this.known.get(key);
    return known && this.service.now().getTime() - known.at < KEPT ? known.actor : null;
  }

  private keep(key: string, actor: Actor): Actor {
    if (this.known.size >= MOST_KEPT) this.known.clear();
    this.known.set(key, { actor, at: this.service.now().getTime() });
    return actor;
  }
}

const least = (a: Role, b: Role): Role => (mayAs(a, b) ? b : a);
