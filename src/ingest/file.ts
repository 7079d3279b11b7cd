/** One file to reports. Every fault becomes a `Problem`; nothing here throws for bad input. */
import { readFileSync, statSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { assertNever } from "../core/assert.js";
import { emptyFile, tooLarge, unreadable } from "./fault.js";
import { readJson } from "./json.js";
import {
  type FileKind,
  HEAD_BYTES,
  type InputKind,
  kindByContent,
  kindOfBoth,
  MAX_BYTES,
  packedKindOf,
} from "./kind.js";
import { bytesInWords, MAX_PACKED_BYTES, MAX_ZIP_BYTES } from "./limits.js";
import { readLines, readLinesFrom, readLinesOf } from "./lines.js";
import { readHtml, readXml } from "./markup.js";
import { headOfFile, isPacked, piecesOf, slicesOf, unpacked } from "./pieces.js";
import { problemOfText } from "./record.js";
import { readDecoded, type Sink } from "./source.js";
import { readWarc } from "./warc/warc.js";
import { readZip } from "./zip.js";

const SPLIT = "Split it into several files.";
const REMEDIES: Readonly<Record<FileKind, string>> = {
  text: "One report is some thousand characters. If the file holds many, put one a line into a .jsonl file.",
  json: "Put one record a line into a .jsonl file: those are read line by line and may be of any size.",
  html: "Save the article alone, or give its text as .txt.",
  xml: SPLIT,
  lines: SPLIT,
  warc: SPLIT,
};

function readText(file: string, bytes: Uint8Array, sink: Sink): void {
  const text = readDecoded(file, bytes, sink);
  if (text === null) return;
  const wrong = problemOfText(text, { file, place: null, mark: null });
  if (wrong) sink.problem(wrong);
  else sink.report({ text, file }, () => ({ bytes, media: "text/plain" }));
}

/** Reads what a file holds, however it came: from disk, or out of an archive. */
function* readBytes(file: string, named: FileKind, bytes: Uint8Array, sink: Sink): Generator<void> {
  if (bytes.length === 0) {
    sink.problem(emptyFile(file));
    return;
  }
  const kind = kindOfBoth(named, bytes);
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
    case "html":
      readHtml(file, bytes, sink);
      return;
    case "xml":
      readXml(file, bytes, sink);
      return;
    case "warc":
      yield* readWarc(file, slicesOf(bytes), sink);
      return;
    default:
      assertNever(kind);
  }
}

/** What a packed file holds by its name, else by its first bytes; null where neither says. */
function kindInside(file: string, packed: Iterable<Uint8Array>): FileKind | null {
  const named = packedKindOf(file);
  if (named !== null) return named;
  try {
    for (const piece of unpacked(packed)) {
      const told = kindByContent(piece);
      return told === "zip" || told === "gzip" ? null : told;
    }
  } catch {
    // Reading it says what is wrong.
  }
  return null;
}

/** Unpacks a `.gz` whole, to no more than its kind may have; null where that fails, which the sink is told. */
function unpackedWhole(
  file: string,
  bytes: Uint8Array,
  kind: FileKind,
  sink: Sink,
): Uint8Array | null {
  try {
    return gunzipSync(bytes, { maxOutputLength: MAX_BYTES[kind] });
  } catch (error) {
    const isTooLarge = error instanceof RangeError;
    sink.problem({
      severity: "error",
      code: isTooLarge ? "too-large" : "broken-gzip",
      file,
      place: null,
      message: isTooLarge
        ? `It unpacks to more than ${bytesInWords(MAX_BYTES[kind])}.`
        : "It cannot be unpacked: it is damaged or cut off.",
      remedy: isTooLarge ? "Unpack it and split it." : "Fetch or pack it again.",
    });
    return null;
  }
}

function* readPackedBytes(file: string, bytes: Uint8Array, sink: Sink): Generator<void> {
  const kind = kindInside(file, [bytes]);
  if (kind === null) {
    sink.problem(unknownInside(file));
    return;
  }
  const whole = unpackedWhole(file, bytes, kind, sink);
  if (whole !== null) yield* readBytes(file, kind, whole, sink);
}

function* readPacked(file: string, size: number, sink: Sink): Generator<void> {
  const kind = kindInside(file, piecesOf(file));
  if (kind === "warc") yield* readWarc(file, piecesOf(file), sink);
  else if (kind === "lines") {
    try {
      readLinesFrom(file, unpacked(piecesOf(file)), sink);
    } catch {
      sink.problem({
        severity: "error",
        code: "broken-gzip",
        file,
        place: null,
        message: "Its packed bytes are damaged; the lines before that were read.",
        remedy: "Fetch or pack it again.",
      });
    }
  } else if (size > MAX_PACKED_BYTES) {
    sink.problem(tooLarge(file, size, MAX_PACKED_BYTES, "Unpack it and split it."));
  } else yield* readPackedBytes(file, readFileSync(file), sink);
}

const unknownInside = (file: string) =>
  ({
    severity: "error",
    code: "unsupported-file",
    file,
    place: null,
    message: "Neither its name nor its first bytes say what is packed in it.",
    remedy: "Unpack it, or name it by what it holds: press.jsonl.gz, page.html.gz.",
  }) as const;

/** What a file whose name says nothing is, by its first bytes; null where they do not say either. */
export function sniffedKind(file: string): InputKind | null {
  try {
    const told = kindByContent(headOfFile(file, HEAD_BYTES));
    return told === "gzip" && kindInside(file, piecesOf(file)) === null ? null : told;
  } catch {
    return null;
  }
}

/**
 * Reads one file; an archive pauses after each file in it, so that its reports need not be held
 * together.
 * @param file the path as given, which problems and reports name
 * @param kind what its name says it is
 * @param onOther called with the name of each file in an archive that Isnad does not read
 */
export function* readFile(
  file: string,
  kind: InputKind,
  sink: Sink,
  onOther: (name: string) => void,
): Generator<void> {
  try {
    const { size } = statSync(file);
    if (size === 0) sink.problem(emptyFile(file));
    else if (kind === "zip") yield* readArchive(file, size, sink, onOther);
    else if (kind === "warc") yield* readWarc(file, piecesOf(file), sink);
    else if (kind === "gzip" || isPacked(headOfFile(file, 2))) yield* readPacked(file, size, sink);
    else if (kind === "lines") readLines(file, size, sink);
    else {
      const told = kindOfBoth(kind, headOfFile(file, HEAD_BYTES));
      if (told === "warc") yield* readWarc(file, piecesOf(file), sink);
      else if (size > MAX_BYTES[told]) {
        sink.problem(tooLarge(file, size, MAX_BYTES[told], REMEDIES[told]));
      } else yield* readBytes(file, told, readFileSync(file), sink);
    }
  } catch (error) {
    sink.problem(unreadable(file, error));
  }
}

function* readArchive(
  file: string,
  size: number,
  sink: Sink,
  onOther: (name: string) => void,
): Generator<void> {
  if (size > MAX_ZIP_BYTES) {
    sink.problem(tooLarge(file, size, MAX_ZIP_BYTES, "Split it into several archives."));
    return;
  }
  for (const entry of readZip(file, sink, onOther)) {
    if (entry.kind === "gzip") yield* readPackedBytes(entry.file, entry.bytes, sink);
    else yield* readBytes(entry.file, entry.kind, entry.bytes, sink);
    yield;
  }
}
