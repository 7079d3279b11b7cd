import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";

/** 64 bits: one chance in 10^7 of a clash among a million ids. */
const ID_HEX_DIGITS = 16;

/**
 * A stable id made from content: the same parts give the same id in every run. Made for the many
 * short ids inside an account (some dozens a report), which rest on a report's own id; whoever
 * could make two of them clash would spoil only an account of his own texts.
 * @param kind one short word that says what the id names, kept readable in front: `claim-4f…`
 * @param parts what makes the thing itself; joined by a separator no text holds
 */
export function contentId(kind: string, ...parts: readonly (string | number)[]): string {
  return `${kind}-${mixed(parts.join("\u0000"))}`;
}

/** As `contentId`, for what comes from outside and may be long: nobody can write a second text to it. */
export function textId(kind: string, ...parts: readonly string[]): string {
  const digest = bytesToHex(sha256(utf8ToBytes(parts.join("\u0000"))));
  return `${kind}-${digest.slice(0, ID_HEX_DIGITS)}`;
}

/**
 * 64 bits over UTF-16 code units, in two lanes of 32 that are mixed at the end: multiply and xor
 * as in MurmurHash3, whose constants these are.
 */
function mixed(text: string): string {
  let a = 0x9747b28c ^ text.length;
  let b = 0x5bd1e995 ^ text.length;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    a = Math.imul(a ^ code, 0xcc9e2d51);
    a = (a << 15) | (a >>> 17);
    b = Math.imul(b ^ code, 0x1b873593);
    b = (b << 13) | (b >>> 19);
  }
  a = finish(a ^ Math.imul(b, 0xe6546b64));
  b = finish(b ^ Math.imul(a, 0x38b34ae5));
  return hex(a) + hex(b);
}

function finish(lane: number): number {
  let h = lane;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

const BYTES = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, "0"));
const byteAt = (lane: number, shift: number): string => BYTES[(lane >>> shift) & 0xff] ?? "";
const hex = (lane: number): string =>
  byteAt(lane, 24) + byteAt(lane, 16) + byteAt(lane, 8) + byteAt(lane, 0);
