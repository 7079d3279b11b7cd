import {
  MAX_JSON_FILE_BYTES,
  MAX_MARKUP_BYTES,
  MAX_PAGE_BYTES,
  MAX_TEXT_FILE_BYTES,
  MAX_UNPACKED_LINES_BYTES,
  MAX_UNPACKED_WARC_BYTES,
} from "./limits.js";

/** How the records of a file lie in it. */
export type FileKind = "text" | "json" | "lines" | "html" | "xml" | "warc";
/** What a file may be: one of those, or what holds them. */
export type InputKind = FileKind | "zip" | "gzip";

const KINDS: Readonly<Record<string, InputKind>> = {
  ".txt": "text",
  ".text": "text",
  ".json": "json",
  ".jsonl": "lines",
  ".ndjson": "lines",
  ".html": "html",
  ".htm": "html",
  ".xhtml": "html",
  ".shtml": "html",
  ".xml": "xml",
  ".rss": "xml",
  ".atom": "xml",
  ".rdf": "xml",
  ".warc": "warc",
  ".zip": "zip",
};
const PACKED = ".gz";

/**
 * What kind of input a file name says it is; null for a name Isnad does not read. `press.warc.gz` is a
 * WARC, whose records are packed one by one; any other `.gz` is a packed file of the kind that the name
 * before says.
 */
export function kindOf(name: string): InputKind | null {
  const lower = name.toLowerCase();
  if (lower.endsWith(PACKED)) {
    const inner = kindOf(lower.slice(0, -PACKED.length));
    if (inner === "warc") return "warc";
    return inner === null || inner === "zip" || inner === "gzip" ? null : "gzip";
  }
  const dot = lower.lastIndexOf(".");
  return dot < 0 ? null : (KINDS[lower.slice(dot)] ?? null);
}

/** The kind of what a `.gz` holds, by its name. */
export function packedKindOf(name: string): FileKind | null {
  const inner = name.toLowerCase().endsWith(PACKED) ? kindOf(name.slice(0, -PACKED.length)) : null;
  return inner === "zip" || inner === "gzip" ? null : inner;
}

/** Bytes that a kind is told by. */
export const HEAD_BYTES = 4096;

const MARKUP_START = /^(?:<\?xml[^>]*>|<!--[\s\S]*?-->|\s)*<(?:!doctype\s+)?([\w.:-]+)/i;
const NEWS_XML =
  /^(?:rss|feed|rdf:rdf|urlset|sitemapindex|(?:[\w-]+:)?(?:newsitem|newsmessage|packageitem|newsml))$/i;
const PAGE = /^(?:html|head|body)$/i;

/**
 * The kind that the first bytes say, where they say one beyond doubt; null where they do not, and the name
 * has to be believed.
 */
export function kindByContent(bytes: Uint8Array): FileKind | "zip" | "gzip" | null {
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) return "gzip";
  if (bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4) return "zip";
  const head = Buffer.from(bytes.subarray(0, HEAD_BYTES))
    .toString("latin1")
    // Marks of byte order, and the empty halves of letters in UTF-16.
    .replaceAll("\0", "")
    .replace(/^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)/, "")
    .trimStart();
  if (head.startsWith("WARC/1.") || head.startsWith("WARC/0.")) return "warc";
  const start = MARKUP_START.exec(head)?.[1];
  if (start === undefined) return null;
  if (PAGE.test(start)) return "html";
  return NEWS_XML.test(start) ? "xml" : null;
}

/** What a file is read as: `.txt` may hold a page that was saved, `.xml` JSON, `.html` a feed. */
export function kindOfBoth(named: FileKind, bytes: Uint8Array): FileKind {
  if (named === "lines" || named === "warc") return named;
  const told = kindByContent(bytes);
  if (told === "html" || told === "xml" || told === "warc") return told;
  if ((named === "xml" || named === "html") && /^\s*[{[]\s*["{]/.test(headOf(bytes))) return "json";
  return named;
}

const headOf = (bytes: Uint8Array): string =>
  Buffer.from(bytes.subarray(0, 64))
    .toString("latin1")
    .replace(/^\xef\xbb\xbf/, "");

/** Bytes that a file held whole in memory may have. */
export const MAX_BYTES: Readonly<Record<FileKind, number>> = {
  text: MAX_TEXT_FILE_BYTES,
  json: MAX_JSON_FILE_BYTES,
  lines: MAX_UNPACKED_LINES_BYTES,
  html: MAX_PAGE_BYTES,
  xml: MAX_MARKUP_BYTES,
  warc: MAX_UNPACKED_WARC_BYTES,
};
