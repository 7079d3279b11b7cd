/** One file to reports. Every fault becomes a `Problem`; nothing here throws for bad input. */
import { readFileSync, statSync } from "node:fs";
import { assertNever } from "../core/assert.js";
import { emptyFile, tooLarge, unreadable } from "./fault.js";
import { readJson } from "./json.js";
import { type FileKind, MAX_BYTES } from "./kind.js";
import { MAX_ZIP_BYTES } from "./limits.js";
import { readLines, readLinesOf } from "./lines.js";
import { problemOfText } from "./record.js";
import { readDecoded, type Sink } from "./source.js";
import { readZip } from "./zip.js";

const REMEDIES: Readonly<Record<"text" | "json", string>> = {
  text: "One report is some thousand characters. If the file holds many, put one a line into a .jsonl file.",
  json: "Put one record a line into a .jsonl file: those are read line by line and may be of any size.",
};

function readText(file: string, bytes: Uint8Array, sink: Sink): void {
  const text = readDecoded(file, bytes, sink);
  if (text === null) return;
  const wrong = problemOfText(text, { file, place: null, mark: null });
  if (wrong) sink.problem(wrong);
  else sink.report({ text, file });
}

/** Reads what a file holds, however it came: from disk, or out of an archive. */
function readBytes(file: string, kind: FileKind, bytes: Uint8Array, sink: Sink): void {
  if (bytes.length === 0) {
    sink.problem(emptyFile(file));
    return;
  }
  switch (kind) {
    case "text":
      readText(file, bytes, sink);
      return;
    case "json":
      readJson(file, bytes, sink);
      return;
    case "lines":
      readLinesOf(file, bytes, sink);
      return;
    default:
      assertNever(kind);
  }
}

/**
 * Reads one file; an archive pauses after each file in it, so that its reports need not be held
 * together.
 * @param file the path as given, which problems and reports name
 * @param kind what the file is read as
 * @param onOther called with the name of each file in an archive that Isnad does not read
 */
export function* readFile(
  file: string,
  kind: FileKind | "zip",
  sink: Sink,
  onOther: (name: string) => void,
): Generator<void> {
  try {
    const { size } = statSync(file);
    if (size === 0) sink.problem(emptyFile(file));
    else if (kind === "zip") {
      if (size > MAX_ZIP_BYTES) {
        sink.problem(tooLarge(file, size, MAX_ZIP_BYTES, "Split it into several archives."));
        return;
      }
      for (const entry of readZip(file, sink, onOther)) {
        readBytes(entry.file, entry.kind, entry.bytes, sink);
        yield;
      }
    } else if (kind === "lines") readLines(file, size, sink);
    else if (size > MAX_BYTES[kind]) {
      sink.problem(tooLarge(file, size, MAX_BYTES[kind], REMEDIES[kind]));
    } else readBytes(file, kind, readFileSync(file), sink);
  } catch (error) {
    sink.problem(unreadable(file, error));
  }
}
