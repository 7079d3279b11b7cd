/** What holds for every answer of either server: its headers, and the names it answers to. */
import { isIP } from "node:net";
import { secureHeaders } from "hono/secure-headers";

/** A header that only a page of this server can send without being asked first. */
export const OWN_HEADER = "x-isnad-desk";

/** The page's own policy travels inside it; this one keeps others from framing or sniffing it. */
export const HEADERS = secureHeaders({
  xFrameOptions: "DENY",
  referrerPolicy: "no-referrer",
  crossOriginResourcePolicy: "same-origin",
  crossOriginOpenerPolicy: "same-origin",
  strictTransportSecurity: false,
});

/** The name of a `Host` header, in small letters and without its port. */
export const hostName = (header: string | undefined): string =>
  (header ?? "").replace(/:\d+$/, "").toLowerCase();

/**
 * Whether it may be asked under a name, so that no page of another site reaches it by a name of its own
 * that leads here (DNS rebinding). Plain addresses cannot be such names.
 */
export const answersTo = (name: string, hosts: ReadonlySet<string>): boolean =>
  hosts.has(name) || isIP(name.replace(/^\[|\]$/g, "")) !== 0;

export const notServedUnder = (name: string): string =>
  `Isnad is not served under the name «${name}»: start it with --host.`;

export const isLoopback = (address: string): boolean =>
  /^(?:::ffff:)?127\.\d+\.\d+\.\d+$/.test(address) || address === "::1";
