import { MAX_JSON_FILE_BYTES, MAX_TEXT_FILE_BYTES, MAX_UNPACKED_LINES_BYTES } from "./limits.js";

/** How the records of a file lie in it. */
export type FileKind = "text" | "json" | "lines";

const KINDS: Readonly<Record<string, FileKind | "zip">> = {
  ".txt": "text",
  ".text": "text",
  ".json": "json",
  ".jsonl": "lines",
  ".ndjson": "lines",
  ".zip": "zip",
};

/** What kind of input a file name says it is; null for a name Isnad does not read. */
export function kindOf(name: string): FileKind | "zip" | null {
  const dot = name.lastIndexOf(".");
  return dot < 0 ? null : (KINDS[name.slice(dot).toLowerCase()] ?? null);
}

/** Bytes that a file held whole in memory may have. */
export const MAX_BYTES: Readonly<Record<FileKind, number>> = {
  text: MAX_TEXT_FILE_BYTES,
  json: MAX_JSON_FILE_BYTES,
  lines: MAX_UNPACKED_LINES_BYTES,
};
