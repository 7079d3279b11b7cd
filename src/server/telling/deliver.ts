/** One change to one webhook: signed, bounded in time and size, never to this machine or its network. */
import { createHmac } from "node:crypto";
import { Agent, request } from "undici";
import type { Change } from "../../api/changes.js";
import { checkAddress } from "../../fetch/address.js";
import { NONE_ALLOWED } from "../../fetch/allowance.js";
import { safeConnector, systemResolve } from "../../fetch/connecting.js";
import type { WebhookRow } from "../../store/people-rows.js";

/** Milliseconds for all of it. */
const PATIENCE = 10_000;

/** What webhooks are sent by; a test of one on this machine gives another. */
export const publicAgent = (): Agent =>
  new Agent({
    connect: safeConnector({
      allowance: NONE_ALLOWED,
      resolve: systemResolve,
      timeout: PATIENCE,
    }),
    bodyTimeout: PATIENCE,
    headersTimeout: PATIENCE,
  });

/** Whether an address may be one of the public internet; a name is looked up when it is connected to. */
export const isPublicUrl = (text: string): boolean =>
  checkAddress(text, NONE_ALLOWED) instanceof URL;

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
