/** Sessions of browsers: begun at sign-in under a new id, ended by disuse, age, or sign-out. */
import type { Context } from "hono";
import { deleteCookie, getCookie, setCookie } from "hono/cookie";
import type { Identities } from "./identify.js";
import { digest, newSecret } from "./secrets.js";
import { byOf, type Service, type ServiceEnv, writerOf } from "./service.js";
import { isSecure, LONGEST, sessionCookie } from "./session-terms.js";

/** Signs a user in; the session that the browser had, if any, ends. */
export async function signIn(
  c: Context<ServiceEnv>,
  service: Service,
  user: string,
  identities: Identities,
): Promise<void> {
  const secret = newSecret();
  const name = sessionCookie(service);
  const before = getCookie(c, name);
  const now = service.now();
  const row = {
    id: digest(secret),
    user,
    created: now.toISOString(),
    seen: now.toISOString(),
    expires: new Date(now.getTime() + LONGEST).toISOString(),
    address: c.var.address,
  };
  const by = { ...byOf(c.var), actor: user, via: "session" as const };
  const instead = before ? digest(before) : null;
  await writerOf(service).run("begin-session", { row, instead, by });
  identities.forget();
  setCookie(c, name, secret, {
    path: "/",
    httpOnly: true,
    sameSite: "Strict",
    secure: isSecure(service),
    maxAge: LONGEST / 1000,
  });
}

export function forgetCookie(c: Context<ServiceEnv>, service: Service): void {
  deleteCookie(c, sessionCookie(service), { path: "/", secure: isSecure(service) });
}
