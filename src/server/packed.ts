/** JSON that is kept compressed goes out as it lies there, or not at all where the browser has it already. */

import { promisify } from "node:util";
import { crc32, gunzip, gzip, inflateRaw } from "node:zlib";
import type { Context, TypedResponse } from "hono";

const inflated = promisify(inflateRaw);
const unzipped = promisify(gunzip);
const zipped = promisify(gzip);

/** RFC 1952: no name, no time, unknown system. */
const GZIP_HEAD = Uint8Array.of(0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255);

/**
 * Deflated bytes as a gzip file, the bytes themselves untouched: gzip wants their sum and length besides.
 * @throws Error where they were not deflated
 */
export async function gzipOf(deflated: Uint8Array): Promise<Uint8Array> {
  const plain = await inflated(deflated);
  const end = Buffer.alloc(8);
  end.writeUInt32LE(crc32(plain), 0);
  end.writeUInt32LE(plain.length % 2 ** 32, 4);
  return Buffer.concat([GZIP_HEAD, deflated, end]);
}

export const gzippedJson = (text: string): Promise<Uint8Array> => zipped(text, { level: 1 });

/** Whether the client has what the tag names. */
export function isFresh(c: Context, etag: string): boolean {
  const asked = c.req.header("if-none-match");
  if (asked === undefined) return false;
  const plain = (tag: string): string => tag.trim().replace(/^W\//, "");
  return asked.split(",").some((tag) => plain(tag) === plain(etag) || tag.trim() === "*");
}

const HEADERS = {
  "content-type": "application/json; charset=utf-8",
  // Asked for again each time, and then mostly not sent again; never kept for another person.
  "cache-control": "private, no-cache",
  vary: "Accept-Encoding, Cookie, Authorization",
};

const notModified = (etag: string, more: Readonly<Record<string, string>>): Response =>
  new Response(null, {
    status: 304,
    headers: { ...more, etag, "cache-control": HEADERS["cache-control"], vary: HEADERS.vary },
  });

/** An answer whose JSON was made elsewhere: its shape is stated by the route, and tests hold it to the schema. */
export type PackedResponse<T> = Response & TypedResponse<T, 200, "json">;

/**
 * @param etag of the content; it is weak, since one content goes out in two encodings
 * @param bytes gzipped JSON, made when it is to be sent
 */
export async function sendPacked<T>(
  c: Context,
  etag: string,
  bytes: () => Promise<Uint8Array>,
  more: Readonly<Record<string, string>> = {},
): Promise<PackedResponse<T>> {
  if (isFresh(c, etag)) return notModified(etag, more) as PackedResponse<T>;
  const packed = await bytes();
  const takesGzip = /\bgzip\b/.test(c.req.header("accept-encoding") ?? "");
  return new Response(takesGzip ? packed.slice() : await unzipped(packed), {
    headers: { ...HEADERS, ...more, etag, ...(takesGzip ? { "content-encoding": "gzip" } : {}) },
  }) as PackedResponse<T>;
}
