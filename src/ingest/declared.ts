/** Markup to text: the encoding that a server, a page or an XML declaration names is weighed, not believed. */
import { isUtf8 } from "node:buffer";
import { analyse } from "chardet";
import { type Decoded, decode, isUndecodable, type Undecodable } from "./decode.js";

/** Bytes in which a page has to name its encoding; the standard says 1,024, pages say otherwise. */
const HEAD_BYTES = 4096;
/** Bytes that detection looks at. */
const SAMPLE_BYTES = 65_536;
/** Of 100: below it chardet guesses. */
const LEAST_CONFIDENCE = 30;
/** Byte-order marks of UTF-8 and UTF-16, and `<` in UTF-16 without: what these are needs no word. */
const MARKS = ["\xef\xbb\xbf", "\xff\xfe", "\xfe\xff", "\0<", "<\0"];

const DECLARED =
  /<\?xml[^>]{0,200}?encoding\s*=\s*["']?\s*([\w.:-]{2,40})|<meta[^>]{0,400}?charset\s*=\s*["']?\s*([\w.:-]{2,40})/i;

/** The encoding named in the bytes themselves: XML declaration or `meta`. */
function declaredIn(head: string): string | null {
  const found = DECLARED.exec(head);
  return found?.[1] ?? found?.[2] ?? null;
}

const ofHeader = (contentType: string | null): string | null =>
  /charset\s*=\s*["']?\s*([\w.:-]{2,40})/i.exec(contentType ?? "")?.[1] ?? null;

function decoderOf(label: string): InstanceType<typeof TextDecoder> | null {
  try {
    return new TextDecoder(label);
  } catch {
    return null;
  }
}

const sound = (encoding: string, text: string): Decoded | Undecodable =>
  text.includes("\u0000")
    ? { kind: "binary", what: "it holds NUL characters", byte: null }
    : { encoding, text, damaged: 0, firstDamage: null };

/** Arabic saved in one single-byte table is often declared as the other, or as Latin. */
const TABLES = ["windows-1256", "iso-8859-6"];
/** Latin tables, into which systems of old put whatever they had. */
const LATIN = /^(windows-1252|iso-8859-1|iso-8859-15|us-ascii)$/;

/** @returns null where the declared encoding does not fit */
function asDeclared(bytes: Uint8Array, label: string): Decoded | Undecodable | null {
  const decoder = decoderOf(label);
  if (decoder === null || decoder.encoding.startsWith("utf-")) return null;
  if (TABLES.includes(decoder.encoding) || LATIN.test(decoder.encoding)) {
    const ours = decode(bytes);
    if (!isUndecodable(ours)) return ours;
  }
  const text = decoder.decode(bytes);
  const holes = text.slice(0, SAMPLE_BYTES).match(/\ufffd/g)?.length ?? 0;
  return holes > Math.min(text.length, SAMPLE_BYTES) * 0.01 ? null : sound(decoder.encoding, text);
}

/** What chardet takes the bytes for; null where it does not know. */
function detected(bytes: Uint8Array): Decoded | Undecodable | null {
  const [best] = analyse(bytes.subarray(0, SAMPLE_BYTES));
  if (!best || best.confidence < LEAST_CONFIDENCE) return null;
  const decoder = decoderOf(best.name);
  return decoder === null ? null : sound(decoder.encoding, decoder.decode(bytes));
}

/**
 * Decodes a page, a feed or another piece of markup. In order: byte-order mark; UTF-8 that is valid,
 * whatever is declared; the encoding of the header, then of the markup, where the bytes read soundly in it;
 * what plain text is told by; chardet.
 * @param contentType the server's header, if there was one
 */
export function decodeMarkup(bytes: Uint8Array, contentType: string | null): Decoded | Undecodable {
  const head = Buffer.from(bytes.subarray(0, HEAD_BYTES)).toString("latin1");
  if (MARKS.some((mark) => head.startsWith(mark)) || isUtf8(bytes)) return decode(bytes);
  for (const label of [ofHeader(contentType), declaredIn(head)]) {
    const text = label === null ? null : asDeclared(bytes, label);
    if (text !== null) return text;
  }
  const plain = decode(bytes);
  if (!isUndecodable(plain) || plain.kind === "binary") return plain;
  return detected(bytes) ?? plain;
}
