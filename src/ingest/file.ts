/** One file to reports. Every fault becomes a `Problem`; nothing here throws for bad input. */
import { readFileSync, statSync } from "node:fs";
import { emptyFile, tooLarge, unreadable } from "./fault.js";
import { readJson } from "./json.js";
import { MAX_JSON_FILE_BYTES, MAX_TEXT_FILE_BYTES } from "./limits.js";
import { readLines } from "./lines.js";
import { problemOfText } from "./record.js";
import { readDecoded, type Sink } from "./source.js";

export type FileKind = "text" | "json" | "lines";

const KINDS: Readonly<Record<string, FileKind>> = {
  ".txt": "text",
  ".text": "text",
  ".json": "json",
  ".jsonl": "lines",
  ".ndjson": "lines",
};

/** What kind of input a file name says it is; null for a name Isnad does not read. */
export function kindOf(name: string): FileKind | null {
  const dot = name.lastIndexOf(".");
  return dot < 0 ? null : (KINDS[name.slice(dot).toLowerCase()] ?? null);
}

function readText(file: string, bytes: Uint8Array, sink: Sink): void {
  const text = readDecoded(file, bytes, sink);
  if (text === null) return;
  const wrong = problemOfText(text, { file, place: null, mark: null });
  if (wrong) sink.problem(wrong);
  else sink.report({ text, file });
}

/**
 * Reads one file.
 * @param file the path as given, which problems and reports name
 * @param kind what the file is read as
 */
export function readFile(file: string, kind: FileKind, sink: Sink): void {
  try {
    const { size } = statSync(file);
    if (size === 0) {
      sink.problem(emptyFile(file));
      return;
    }
    switch (kind) {
      case "text":
        if (size > MAX_TEXT_FILE_BYTES) {
          const remedy =
            "One report is some thousand characters. If the file holds many, put one a line into a .jsonl file.";
          sink.problem(tooLarge(file, size, MAX_TEXT_FILE_BYTES, remedy));
        } else readText(file, readFileSync(file), sink);
        return;
      case "json":
        if (size > MAX_JSON_FILE_BYTES) {
          const remedy =
            "Put one record a line into a .jsonl file: those are read line by line and may be of any size.";
          sink.problem(tooLarge(file, size, MAX_JSON_FILE_BYTES, remedy));
        } else readJson(file, readFileSync(file), sink);
        return;
      case "lines":
        readLines(file, size, sink);
        return;
    }
  } catch (error) {
    sink.problem(unreadable(file, error));
  }
}
