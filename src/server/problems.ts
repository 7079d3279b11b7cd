/** Refusals: what a request is answered with when it is not answered as it asked (RFC 9457). */
import { PROBLEM_MEDIA, type ProblemDetails } from "../api/problem.js";

const TITLES = {
  400: "Bad request",
  401: "Not signed in",
  403: "Not permitted",
  404: "Not found",
  405: "Method not allowed",
  409: "Conflict",
  413: "Too large",
  415: "Unsupported media type",
  421: "Not served under this name",
  422: "Not as the schema says",
  429: "Too many requests",
  500: "Fault of the server",
  503: "Not available",
} as const;

export type RefusalStatus = keyof typeof TITLES;

export class Refusal extends Error {
  constructor(
    readonly status: RefusalStatus,
    /** A stable name, in kebab-case. */
    readonly code: string,
    /** What was wrong, and what to do. */
    detail: string,
    readonly headers: Readonly<Record<string, string>> = {},
  ) {
    super(detail);
  }
}

export function problemResponse({ status, code, message, headers }: Refusal): Response {
  const problem: ProblemDetails = {
    type: `/api/v1/problems/${code}`,
    title: TITLES[status],
    status,
    detail: message,
  };
  return new Response(JSON.stringify(problem), {
    status,
    headers: { ...headers, "content-type": PROBLEM_MEDIA, "cache-control": "no-store" },
  });
}

/** @throws Refusal where there are seconds to wait before the next of that */
export function refuseFor(wait: number, what: string): void {
  if (wait === 0) return;
  throw new Refusal(429, "too-many", `Wait ${wait} s before the next ${what}.`, {
    "retry-after": String(wait),
  });
}

export const notFound = (what: string): Refusal =>
  new Refusal(404, "not-found", `There is no such ${what}.`);
