/** Files in pieces, so that none need be held whole: as they lie, and unpacked. */
import { closeSync, openSync, readSync } from "node:fs";
import { Gunzip } from "fflate";

const CHUNK_BYTES = 1 << 20;
/** Of packed bytes at a time: they unpack to a thousand times as much at most. */
const PACKED_BYTES = 1 << 14;

/** The pieces of a file, one after another, never the whole of it. A piece lives until the next. */
export function* piecesOf(path: string, size: number = CHUNK_BYTES): Generator<Buffer> {
  const handle = openSync(path, "r");
  try {
    const chunk = Buffer.allocUnsafe(size);
    for (;;) {
      const read = readSync(handle, chunk, 0, size, null);
      if (read === 0) return;
      yield chunk.subarray(0, read);
    }
  } finally {
    closeSync(handle);
  }
}

/** The first bytes of a file. */
export function headOfFile(path: string, size: number): Uint8Array {
  const handle = openSync(path, "r");
  try {
    const head = Buffer.alloc(size);
    return head.subarray(0, readSync(handle, head, 0, size, 0));
  } finally {
    closeSync(handle);
  }
}

/** Bytes held in memory, in pieces. */
export function* slicesOf(bytes: Uint8Array, size: number = CHUNK_BYTES): Generator<Buffer> {
  for (let at = 0; at < bytes.length; at += size) {
    const piece = bytes.subarray(at, at + size);
    yield Buffer.from(piece.buffer, piece.byteOffset, piece.byteLength);
  }
}

export const isPacked = (head: Uint8Array): boolean => head[0] === 0x1f && head[1] === 0x8b;

/**
 * What gzip members hold, in pieces. Members that stand one after another are one stream.
 * @param packed pieces of the file; large ones are cut
 * @throws Error where the packed bytes are damaged; what came before has been given
 */
export function* unpacked(packed: Iterable<Uint8Array>): Generator<Buffer> {
  let out: Buffer[] = [];
  const gunzip = new Gunzip((piece) => {
    if (piece.length > 0) out.push(Buffer.from(piece.buffer, piece.byteOffset, piece.byteLength));
  });
  for (const piece of packed) {
    for (const slice of slicesOf(piece, PACKED_BYTES)) {
      let failure: unknown = null;
      try {
        // The pieces of a file share one buffer; what the unpacker holds back has to be its own.
        gunzip.push(Uint8Array.from(slice));
      } catch (error) {
        failure = error;
      }
      const ready = out;
      out = [];
      yield* ready;
      if (failure !== null) throw failure;
    }
  }
}
