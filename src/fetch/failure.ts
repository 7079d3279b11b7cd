/** Why an address could not be had: a value, in words, with what to do. */
import { assertNever } from "../core/assert.js";
import type { Problem } from "../core/problem.js";

export type FetchFailureCode =
  /** No address, or one that is not asked: another scheme, a password in it, a port of another service. */
  | "invalid-address"
  /** Leads into a network that is not public. */
  | "private-address"
  | "no-such-host"
  /** Refuses connections, or ended one. */
  | "unreachable"
  /** Its certificate is not valid, or it speaks no TLS. */
  | "insecure"
  /** Did not answer, or paused longer than is waited. */
  | "stalled"
  /** Sent all the time and was not done in time. */
  | "too-slow"
  | "too-large"
  /** Small as sent, and larger than is taken when unpacked. */
  | "unpacks-too-large"
  /** What came is no HTTP, or is packed in another way than is said. */
  | "broken-answer"
  | "redirect-loop"
  | "too-many-redirects"
  | "bad-redirect"
  /** Answered with a status that is no success. */
  | "status"
  /** The host asked to be left alone for a while (429, 503). */
  | "asked-to-wait"
  | "robots"
  /** Its robots.txt cannot be had now, so that nobody knows what it permits. */
  | "robots-unknown"
  /** A picture, a film, a document: nothing that is read. */
  | "not-text"
  /** The program was told to stop. */
  | "stopped";

export interface FetchFailure {
  readonly kind: "failed";
  readonly code: FetchFailureCode;
  /** What was asked for when it failed: may be where a redirect led. */
  readonly url: string;
  readonly message: string;
  readonly remedy: string;
  /** Whether asking again later may help. */
  readonly isTemporary: boolean;
  readonly status: number | null;
  /** Seconds, where the host said for how long. */
  readonly retryAfter: number | null;
}

interface Told {
  readonly status?: number;
  readonly retryAfter?: number | null;
}

/** @param detail what was met, without a full stop */
export function failure(
  code: FetchFailureCode,
  url: string,
  detail: string,
  { status, retryAfter }: Told = {},
): FetchFailure {
  return {
    kind: "failed",
    code,
    url: shownAddress(url),
    message: `${detail}.`,
    remedy: remedyOf(code, status ?? null),
    isTemporary: isTemporary(code, status ?? null),
    status: status ?? null,
    retryAfter: retryAfter ?? null,
  };
}

const LONGEST_SHOWN = 300;

/** Without a password, and not longer than anybody reads. */
function shownAddress(url: string): string {
  const open = url.replace(/^([a-z][a-z0-9+.-]*:\/\/)[^/?#]*@/i, "$1");
  return open.length > LONGEST_SHOWN ? `${open.slice(0, LONGEST_SHOWN)}…` : open;
}

const LATER = "It is asked again later; if it stays so, look at the address in a browser.";

function remedyOf(code: FetchFailureCode, status: number | null): string {
  switch (code) {
    case "invalid-address":
      return "Give an address that begins with http:// or https://, without user name and password.";
    case "private-address":
      return "If a host of your own network is meant, permit it: --allow-private HOST.";
    case "no-such-host":
      return "Check the spelling of the host, and that this machine reaches its name server.";
    case "unreachable":
    case "stalled":
    case "too-slow":
    case "broken-answer":
      return LATER;
    case "insecure":
      return "Tell whoever runs the site: its certificate cannot be trusted. Isnad does not read past that.";
    case "too-large":
    case "unpacks-too-large":
      return "No report or feed is that large: check that the address leads to one.";
    case "redirect-loop":
    case "too-many-redirects":
    case "bad-redirect":
      return "Open the address in a browser and give the one where it ends.";
    case "status":
      return statusRemedy(status);
    case "asked-to-wait":
      return "Nothing to do: it is asked again when the host permits.";
    case "robots":
      return "Ask the outlet for permission, or take another source: Isnad keeps to robots.txt.";
    case "robots-unknown":
      return "It is asked again later; until robots.txt can be read, nothing of the host is fetched.";
    case "not-text":
      return "Give the address of a page or a feed.";
    case "stopped":
      return "Run the command again.";
    default:
      return assertNever(code);
  }
}

function statusRemedy(status: number | null): string {
  if (status === 404 || status === 410) return "It is not there: look for its new address.";
  if (status === 401 || status === 402 || status === 403) {
    return "The host does not give it to programs, or only to subscribers: ask the outlet.";
  }
  return LATER;
}

function isTemporary(code: FetchFailureCode, status: number | null): boolean {
  switch (code) {
    case "no-such-host":
    case "unreachable":
    case "insecure":
    case "stalled":
    case "too-slow":
    case "broken-answer":
    case "asked-to-wait":
    case "robots-unknown":
    case "stopped":
      return true;
    case "status":
      return status === 408 || status === 425 || status === 429 || (status ?? 0) >= 500;
    case "invalid-address":
    case "private-address":
    case "too-large":
    case "unpacks-too-large":
    case "redirect-loop":
    case "too-many-redirects":
    case "bad-redirect":
    case "robots":
    case "not-text":
      return false;
    default:
      return assertNever(code);
  }
}

/** @param severity an error where nothing else stands for it */
export const problemOf = (
  { code, url, message, remedy }: FetchFailure,
  severity: Problem["severity"] = "error",
): Problem => ({ severity, code: `fetch-${code}`, file: url, place: null, message, remedy });
