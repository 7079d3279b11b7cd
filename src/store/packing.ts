/** JSON in a fifth of its bytes. */
import { createHash } from "node:crypto";
import { deflateRawSync, inflateRawSync } from "node:zlib";

/** The fastest: the next levels take twice as long for a tenth less. */
const LEVEL = 1;

export const packText = (text: string): Uint8Array => deflateRawSync(text, { level: LEVEL });

export const pack = (value: unknown): Uint8Array => packText(JSON.stringify(value));

/** @throws Error where the bytes were not packed, or were cut off */
export const unpackText = (bytes: Uint8Array): string => inflateRawSync(bytes).toString("utf8");

/** @throws Error where the bytes were not packed, or were cut off */
export const unpack = (bytes: Uint8Array): unknown => JSON.parse(unpackText(bytes));

/** SHA-256 in hexadecimal digits. */
export const hashOf = (bytes: string | Uint8Array): string =>
  createHash("sha256").update(bytes).digest("hex");
