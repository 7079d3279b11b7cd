/** Bytes to text: which of the encodings that Arabic files come in, and what is wrong if none. */
import { isUtf8 } from "node:buffer";
import { arabicScore, controlShare } from "./letters.js";
import { signatureOf } from "./signature.js";

export type Encoding = "utf-8" | "utf-16le" | "utf-16be" | "windows-1256" | "iso-8859-6";

/** Why bytes are no text. `byte` is the offset of the first that is wrong, where one is. */
export interface Undecodable {
  readonly kind: "binary" | "undecodable";
  readonly what: string;
  readonly byte: number | null;
}

export interface Decoded {
  /** As `TextDecoder` names it. */
  readonly encoding: string;
  /** The text without its byte-order mark; otherwise as it stands, line ends included. */
  readonly text: string;
  /** Sequences of bytes that are not UTF-8 and were read as U+FFFD; 0 in every other encoding. */
  readonly damaged: number;
  /** Where the first of them stands, in bytes; null where there is none. */
  readonly firstDamage: number | null;
}

/** Bytes looked at to tell the encoding. */
const SAMPLE_BYTES = 65_536;
/** Share of damaged UTF-8 sequences up to which the text is still taken for damaged UTF-8. */
const MAX_DAMAGE = 0.02;
/** See `arabicScore`: between the prose of Arabic (3.9) and of anything else (below 2.5). */
const MIN_ARABIC_SCORE = 3.1;
/** Share of control characters above which a text is taken for binary data. */
const MAX_CONTROLS = 0.05;
/** Share of 16-bit units that must lie in the planes Arabic text uses, without a mark. */
const MIN_UTF16_UNITS = 0.95;

export function isUndecodable(result: Decoded | Undecodable): result is Undecodable {
  return "kind" in result;
}

const startsWith = (bytes: Uint8Array, ...head: number[]): boolean =>
  head.every((byte, index) => bytes[index] === byte);

/**
 * UTF-16 without a mark: Arabic letters, spaces and punctuation have few high bytes (06, 00, 20,
 * and those of presentation forms), all in the same half of each pair, and 06 or 00 often.
 */
function markless16(sample: Uint8Array): "utf-16le" | "utf-16be" | null {
  const units = sample.length >> 1;
  if (units < 2) return null;
  const usual = [0, 0];
  const zero = [0, 0];
  const arabic = [0, 0];
  for (let i = 0; i < units * 2; i++) {
    const byte = sample[i];
    const half = i & 1;
    if (byte === 0x06) arabic[half]! += 1;
    if (byte === 0) zero[half]! += 1;
    if (byte === 0 || byte === 6 || byte === 0x20 || byte === 0xfe || byte === 0xfb)
      usual[half]! += 1;
  }
  const fits = (high: 0 | 1): boolean =>
    usual[high]! >= units * MIN_UTF16_UNITS &&
    zero[high]! + arabic[high]! > 0 &&
    usual[1 - high]! < units * 0.7 &&
    zero[1 - high]! < units * 0.02;
  if (fits(1)) return "utf-16le";
  if (fits(0)) return "utf-16be";
  return null;
}

/** Length of the valid UTF-8 sequence at `at`, or 0 where there is none. */
function sequenceLength(bytes: Uint8Array, at: number): number {
  const first = bytes[at]!;
  if (first < 0x80) return 1;
  const length = first < 0xc2 ? 0 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : first < 0xf5 ? 4 : 0;
  if (length === 0 || at + length > bytes.length) return 0;
  for (let i = 1; i < length; i++) if ((bytes[at + i]! & 0xc0) !== 0x80) return 0;
  const second = bytes[at + 1]!;
  if (first === 0xe0 && second < 0xa0) return 0;
  if (first === 0xed && second >= 0xa0) return 0;
  if (first === 0xf0 && second < 0x90) return 0;
  if (first === 0xf4 && second >= 0x90) return 0;
  return length;
}

interface Damage {
  readonly sound: number;
  readonly broken: number;
  readonly first: number | null;
}

/** Counts sound multi-byte sequences and bytes that belong to none. */
function damageOf(bytes: Uint8Array): Damage {
  let sound = 0;
  let broken = 0;
  let first: number | null = null;
  for (let at = 0; at < bytes.length; ) {
    const length = sequenceLength(bytes, at);
    if (length > 1) sound += 1;
    if (length === 0) {
      broken += 1;
      first ??= at;
    }
    at += length || 1;
  }
  return { sound, broken, first };
}

const decodeAs = (encoding: Encoding, bytes: Uint8Array): string =>
  new TextDecoder(encoding, { ignoreBOM: false }).decode(bytes);

function whole(encoding: Encoding, bytes: Uint8Array): Decoded | Undecodable {
  const text = decodeAs(encoding, bytes);
  if (controlShare(text) > MAX_CONTROLS || text.includes("\u0000")) {
    return { kind: "binary", what: "control characters fill it", byte: null };
  }
  return { encoding, text, damaged: 0, firstDamage: null };
}

/** The single-byte table under which the bytes read most like Arabic, or null for none. */
function singleByte(bytes: Uint8Array): "windows-1256" | "iso-8859-6" | null {
  const sample = bytes.subarray(0, SAMPLE_BYTES);
  const windows = arabicScore(decodeAs("windows-1256", sample));
  const iso = arabicScore(decodeAs("iso-8859-6", sample));
  if (Math.max(windows, iso) < MIN_ARABIC_SCORE) return null;
  return windows >= iso ? "windows-1256" : "iso-8859-6";
}

/**
 * Decodes a whole file, or says why it is no text. Tried in order: byte-order marks, signatures
 * of other formats, UTF-16 without a mark, UTF-8, UTF-8 with a little damage, and the two
 * single-byte Arabic tables by how much like Arabic the result reads.
 */
export function decode(bytes: Uint8Array): Decoded | Undecodable {
  if (startsWith(bytes, 0xff, 0xfe, 0, 0) || startsWith(bytes, 0, 0, 0xfe, 0xff)) {
    return { kind: "undecodable", what: "it is in UTF-32", byte: 0 };
  }
  if (startsWith(bytes, 0xff, 0xfe)) return whole("utf-16le", bytes);
  if (startsWith(bytes, 0xfe, 0xff)) return whole("utf-16be", bytes);
  const signature = signatureOf(bytes);
  if (signature !== null) return { kind: "binary", what: `it is ${signature}`, byte: 0 };
  const unmarked = markless16(bytes.subarray(0, SAMPLE_BYTES));
  if (unmarked !== null) return whole(unmarked, bytes);
  const nul = bytes.indexOf(0);
  if (nul >= 0) return { kind: "binary", what: "it holds NUL bytes", byte: nul };
  if (isUtf8(bytes)) return whole("utf-8", bytes);

  const damage = damageOf(bytes);
  if (damage.sound > 0 && damage.broken <= Math.max(1, damage.sound * MAX_DAMAGE)) {
    const text = decodeAs("utf-8", bytes);
    return { encoding: "utf-8", text, damaged: damage.broken, firstDamage: damage.first };
  }
  const table = singleByte(bytes);
  if (table !== null) return whole(table, bytes);
  return {
    kind: "undecodable",
    what: "it is neither UTF-8 nor UTF-16, windows-1256 or ISO-8859-6 Arabic",
    byte: damage.first,
  };
}
