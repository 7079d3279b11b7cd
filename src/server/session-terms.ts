/** How long a session holds, and under which name a browser keeps it. */
import type { Service } from "./service.js";

/** Milliseconds without a request after which a session has ended. */
export const IDLE = 12 * 3600_000;
/** Milliseconds after which it has ended however much it was used. */
export const LONGEST = 7 * 24 * 3600_000;

export const isSecure = ({ publicUrl }: Pick<Service, "publicUrl">): boolean =>
  publicUrl?.protocol === "https:";

/** A name that browsers give to no one but this very host, where they hold it to be safe. */
export const sessionCookie = (service: Pick<Service, "publicUrl">): string =>
  isSecure(service) ? "__Host-isnad" : "isnad_session";
