/** One change to one webhook: signed, bounded in time and size, never to this machine or its network. */
import { createHmac } from "node:crypto";
import { lookup } from "node:dns";
import type { LookupFunction } from "node:net";
import ipaddr from "ipaddr.js";
import { Agent, request } from "undici";
import type { Change } from "../../api/changes.js";
import type { WebhookRow } from "../../store/people-rows.js";

/** Milliseconds for all of it. */
const PATIENCE = 10_000;

/** Whether an address is one of the open network: of no machine or network of one's own. */
export function isPublic(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  return ipaddr.process(address).range() === "unicast";
}

/** Looks a name up once, and lets the connection go to what was looked at and nowhere else. */
const guarded: LookupFunction = (name, options, done) => {
  lookup(name, { ...options, all: true }, (error, addresses) => {
    const bad = addresses?.find(({ address }) => !isPublic(address));
    const [first] = addresses ?? [];
    if (error || bad || !first) {
      done(
        error ??
          new Error(
            `${name} leads to ${bad?.address ?? "nowhere"}, which is not of the open network`,
          ),
        "",
        0,
      );
    } else if (options.all) {
      done(null, addresses);
    } else {
      done(null, first.address, first.family);
    }
  });
};

/** What webhooks are sent by; a test of one on this machine gives another. */
export const publicAgent = (): Agent =>
  new Agent({
    connect: { lookup: guarded, timeout: PATIENCE },
    bodyTimeout: PATIENCE,
    headersTimeout: PATIENCE,
  });

/** The host of an address may be a number, which is never looked up. */
export function isPublicUrl(text: string): boolean {
  const host = new URL(text).hostname.replace(/^\[|\]$/g, "");
  return ipaddr.isValid(host)
    ? isPublic(host)
    : !/^localhost$|\.localhost$|\.local$|\.internal$/i.test(host);
}

/** `t=SECONDS,v1=HEX`: HMAC-SHA-256 of `SECONDS.BODY` by the secret. */
export function signature(secret: string, seconds: number, body: string): string {
  const made = createHmac("sha256", secret).update(`${seconds}.${body}`).digest("hex");
  return `t=${seconds},v1=${made}`;
}

export type Delivery = { readonly status: number } | { readonly error: string };

export async function deliver(
  { url, secret }: Pick<WebhookRow, "url" | "secret">,
  change: Change,
  seconds: number,
  agent: Agent,
): Promise<Delivery> {
  const body = JSON.stringify(change);
  try {
    const answer = await request(url, {
      method: "POST",
      dispatcher: agent,
      signal: AbortSignal.timeout(PATIENCE),
      headers: {
        "content-type": "application/json",
        "user-agent": "Isnad",
        "isnad-event": change.kind,
        // The same at every attempt: who has it already passes it over.
        "isnad-delivery": String(change.seq),
        "isnad-signature": signature(secret, seconds, body),
      },
      body,
    });
    // What it answers is of no interest, and might never end.
    answer.body.on("error", () => {});
    answer.body.destroy();
    return { status: answer.statusCode };
  } catch (error) {
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
    return { error: cause instanceof Error ? cause.message : String(cause) };
  }
}
