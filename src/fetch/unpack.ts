/** An answer's bytes, counted as they come and as they unpack. */
import type { Readable, Transform } from "node:stream";
import { createBrotliDecompress, createGunzip, createInflate, createInflateRaw } from "node:zlib";

export type Unpacked =
  | { readonly kind: "bytes"; readonly bytes: Uint8Array; readonly isCut: boolean }
  | { readonly kind: "too-large" }
  | { readonly kind: "unpacks-too-large" }
  | { readonly kind: "broken"; readonly why: string };

export interface UnpackLimits {
  readonly bytes: number;
  readonly unpacked: number;
  /** Give what came up to the limit instead of nothing. */
  readonly cut?: boolean;
}

/** Ways of packing that may lie over one another; nobody sends more than one. */
const MOST_LAYERS = 2;

const GZIP_START = [0x1f, 0x8b] as const;

const isGzip = (bytes: Uint8Array): boolean =>
  bytes[0] === GZIP_START[0] && bytes[1] === GZIP_START[1];

/** By the first byte: `deflate` is sent with the head of zlib, and by some without. */
const inflaterFor = (first: number): Transform =>
  (first & 0x0f) === 8 ? createInflate() : createInflateRaw();

function unpackerFor(coding: string, first: number): Transform | null {
  switch (coding) {
    case "gzip":
    case "x-gzip":
      return createGunzip();
    case "br":
      return createBrotliDecompress();
    case "deflate":
      return inflaterFor(first);
    default:
      return null;
  }
}

/**
 * Reads an answer to its end or its bound. A file that is itself packed by gzip (as site maps are) is
 * unpacked, too.
 *
 * @param encoding the header `Content-Encoding`
 * @throws what the stream throws where the connection fails
 */
export async function readUnpacked(
  body: Readable,
  encoding: string,
  limits: UnpackLimits,
): Promise<Unpacked> {
  const codings = encoding
    .toLowerCase()
    .split(",")
    .map((one) => one.trim())
    .filter((one) => one !== "" && one !== "identity");
  if (codings.length > MOST_LAYERS) {
    return { kind: "broken", why: `It is packed in ${codings.length} ways over one another` };
  }
  const sent = await bytesOf(body, limits.bytes);
  if (sent.isCut && !(limits.cut && codings.length === 0)) return { kind: "too-large" };
  let unpacked: Unpacked = { kind: "bytes", ...sent };
  for (const coding of codings.reverse()) {
    if (unpacked.kind !== "bytes" || unpacked.bytes.length === 0) return unpacked;
    unpacked = await unpackOnce(unpacked.bytes, coding, limits);
  }
  if (unpacked.kind === "bytes" && isGzip(unpacked.bytes)) {
    return unpackOnce(unpacked.bytes, "gzip", limits);
  }
  return unpacked;
}

async function unpackOnce(
  packed: Uint8Array,
  coding: string,
  { unpacked, cut }: UnpackLimits,
): Promise<Unpacked> {
  const unpacker = unpackerFor(coding, packed[0] ?? 0);
  if (unpacker === null) {
    return {
      kind: "broken",
      why: `It is packed in a way that was not asked for (${shown(coding)})`,
    };
  }
  unpacker.end(packed);
  try {
    const { bytes, isCut } = await bytesOf(unpacker, unpacked);
    return isCut && !cut ? { kind: "unpacks-too-large" } : { kind: "bytes", bytes, isCut };
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return { kind: "broken", why: `It does not unpack as ${coding} (${why})` };
  }
}

const shown = (coding: string): string => coding.replace(/[^\w-]/g, "").slice(0, 20);

/** Up to so many bytes; leaving the loop then ends the stream. */
async function bytesOf(
  stream: Readable,
  most: number,
): Promise<{ readonly bytes: Uint8Array; readonly isCut: boolean }> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of stream as AsyncIterable<Uint8Array>) {
    size += piece.length;
    if (size > most) {
      pieces.push(piece.subarray(0, piece.length - (size - most)));
      return { bytes: Buffer.concat(pieces), isCut: true };
    }
    pieces.push(piece);
  }
  return { bytes: Buffer.concat(pieces), isCut: false };
}
