/** What a host answered to one question. */
import type { FetchFailure } from "./failure.js";

export interface Answer {
  readonly kind: "answer";
  /** What was asked. */
  readonly url: URL;
  readonly status: number;
  /** Names in small letters; of several of one name the first. */
  readonly headers: Readonly<Record<string, string>>;
  /** Unpacked; empty where the status is no success. */
  readonly bytes: Uint8Array;
}

export type Answered = Answer | FetchFailure;

/** Headers that say what came and when it was changed: kept with a report. */
const KEPT = [
  "content-type",
  "content-language",
  "content-encoding",
  "content-location",
  "date",
  "last-modified",
  "etag",
  "expires",
  "cache-control",
  "server",
  "link",
  "x-robots-tag",
] as const;

/** Characters of one header that is kept. */
const LONGEST_KEPT = 1000;

export function keptHeaders(headers: Answer["headers"]): Readonly<Record<string, string>> {
  const kept: Record<string, string> = {};
  for (const name of KEPT) {
    const value = headers[name];
    if (value !== undefined) kept[name] = value.slice(0, LONGEST_KEPT);
  }
  return kept;
}

/**
 * A mark (`ETag`, `Last-Modified`) as it may be sent back to its host; null where it is none: what
 * stands in a header is printable and short.
 */
export const markOf = (value: string | undefined): string | null =>
  value !== undefined && value.length <= LONGEST_KEPT && /^[\x20-\x7e]+$/.test(value)
    ? value
    : null;

/** `text/html` of `text/html; charset=utf-8`; null where nothing is said. */
export const mediaOf = (headers: Answer["headers"]): string | null =>
  headers["content-type"]?.split(";")[0]?.trim().toLowerCase() || null;

/**
 * Seconds of `Retry-After`, given as seconds or as a time.
 * @param now milliseconds since 1970
 */
export function retryAfterOf(headers: Answer["headers"], now: number, most: number): number | null {
  const value = headers["retry-after"]?.trim();
  if (!value) return null;
  const seconds = /^\d+$/.test(value) ? Number(value) : Math.ceil((Date.parse(value) - now) / 1000);
  return Number.isNaN(seconds) ? null : Math.min(Math.max(0, seconds), most);
}
