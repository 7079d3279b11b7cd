/** What a server answered, as a crawler kept it. Source: RFC 9112. */
import { brotliDecompressSync, gunzipSync, inflateRawSync, inflateSync } from "node:zlib";
import { MAX_PAGE_BYTES } from "../limits.js";

export interface HttpAnswer {
  readonly status: number;
  /** Names in small letters; the last of a name holds. */
  readonly headers: ReadonlyMap<string, string>;
  /** Unchunked and unpacked. */
  readonly body: Uint8Array;
}

/** Bytes in which the answer's headers have to end. */
const MAX_HEAD_BYTES = 65_536;

export function headersOf(lines: readonly string[]): Map<string, string> {
  const headers = new Map<string, string>();
  for (const line of lines) {
    const colon = line.indexOf(":");
    if (colon > 0)
      headers.set(line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim());
  }
  return headers;
}

/** Many crawlers keep bodies unchunked and leave the header: what does not begin like a chunk is as it is. */
function unchunked(body: Buffer): Buffer {
  const parts: Buffer[] = [];
  let at = 0;
  while (at < body.length) {
    const end = body.indexOf("\r\n", at, "latin1");
    if (end < 0 || end - at > 40) break;
    const size = /^([0-9a-f]{1,8})\s*(?:;|$)/i.exec(body.toString("latin1", at, end))?.[1];
    if (size === undefined) break;
    const length = Number.parseInt(size, 16);
    if (length === 0) return Buffer.concat(parts);
    parts.push(body.subarray(end + 2, end + 2 + length));
    at = end + 2 + length + 2;
  }
  return parts.length === 0 ? body : Buffer.concat(parts);
}

/** @throws Error where it unpacks to more than a page may have, or is damaged */
function unpackedBody(body: Buffer, encoding: string): Uint8Array {
  const bounds = { maxOutputLength: MAX_PAGE_BYTES };
  switch (encoding) {
    case "gzip":
    case "x-gzip":
      // Crawlers unpack and leave the header, too.
      return body[0] === 0x1f && body[1] === 0x8b ? gunzipSync(body, bounds) : body;
    case "br":
      return body.includes("<", 0, "latin1") &&
        /<(!doctype|html|head)/i.test(body.toString("latin1", 0, 1024))
        ? body
        : brotliDecompressSync(body, bounds);
    case "deflate":
      return (body[0] ?? 0) % 16 === 8 ? inflateSync(body, bounds) : inflateRawSync(body, bounds);
    default:
      return body;
  }
}

/**
 * Reads an answer; null where it is none.
 * @throws Error where its body cannot be unpacked within the bounds
 */
export function httpAnswer(bytes: Buffer): HttpAnswer | null {
  const head = bytes.toString("latin1", 0, Math.min(bytes.length, MAX_HEAD_BYTES));
  const end = /\r?\n\r?\n/.exec(head);
  const status = /^HTTP\/\d(?:\.\d)?\s+(\d{3})/.exec(head)?.[1];
  if (!end || status === undefined) return null;
  const headers = headersOf(head.slice(0, end.index).split(/\r?\n/).slice(1));
  const raw = bytes.subarray(end.index + end[0].length);
  const isChunked = /chunked/i.test(headers.get("transfer-encoding") ?? "");
  const encoding = (headers.get("content-encoding") ?? "").toLowerCase();
  const body = unpackedBody(isChunked ? unchunked(raw) : raw, encoding);
  return { status: Number(status), headers, body };
}
