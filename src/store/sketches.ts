import type { ReportSketch } from "../engine.js";
import { pack, unpack } from "./packing.js";

/** As it is kept: the hashes of the fingerprint as base64. */
interface KeptSketch {
  readonly features: ReportSketch["features"];
  readonly words: number;
  readonly minima: string;
}

export function packSketch({ features, fingerprint }: ReportSketch): Uint8Array {
  const { buffer, byteOffset, byteLength } = fingerprint.minima;
  const minima = Buffer.from(buffer, byteOffset, byteLength).toString("base64");
  const kept: KeptSketch = { features, words: fingerprint.words, minima };
  return pack(kept);
}

/** The day of the report; null where it is not known. */
export const dayIn = (bytes: Uint8Array): ReportSketch["features"]["day"] =>
  (unpack(bytes) as KeptSketch).features.day;

export function unpackSketch(bytes: Uint8Array): ReportSketch {
  const { features, words, minima } = unpack(bytes) as KeptSketch;
  const decoded = Buffer.from(minima, "base64");
  // A copy of its own: a buffer may begin where no number may.
  const hashes = new Uint32Array(decoded.length / Uint32Array.BYTES_PER_ELEMENT);
  new Uint8Array(hashes.buffer).set(decoded);
  return { features, fingerprint: { minima: hashes, words } };
}
