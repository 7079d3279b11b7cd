/** A `.jsonl` file: one record a line, read without ever holding the whole file. */
import { readFileSync } from "node:fs";
import type { Problem } from "../core/problem.js";
import { decode, isUndecodable } from "./decode.js";
import { emptyFile, problemOfBytes, problemOfDamage, tooLarge } from "./fault.js";
import { findJsonFault } from "./json-fault.js";
import { bytesInWords, MAX_JSON_FILE_BYTES, MAX_LINE_BYTES } from "./limits.js";
import { headOfFile, piecesOf } from "./pieces.js";
import { type RecordPlace, readRecord } from "./record.js";
import { readDecoded, type Sink } from "./source.js";

const LINE_FEED = 0x0a;
/** Bytes from which the encoding is told. */
const HEAD_BYTES = 4096;

/** Calls back with every line, without its line feed. */
function eachLine(
  pieces: Iterable<Buffer>,
  onLine: (line: Uint8Array, tooLong: boolean) => void,
): void {
  let held: Buffer[] = [];
  let heldBytes = 0;
  let tooLong = false;
  const hold = (piece: Buffer): void => {
    heldBytes += piece.length;
    if (heldBytes > MAX_LINE_BYTES) {
      tooLong = true;
      held = [];
    } else if (piece.length > 0) held.push(Buffer.from(piece));
  };
  const release = (): void => {
    onLine(held.length === 1 ? held[0]! : Buffer.concat(held), tooLong);
    held = [];
    heldBytes = 0;
    tooLong = false;
  };
  for (const piece of pieces) {
    let start = 0;
    for (;;) {
      const end = piece.indexOf(LINE_FEED, start);
      if (end < 0) break;
      hold(piece.subarray(start, end));
      release();
      start = end + 1;
    }
    hold(piece.subarray(start));
  }
  if (heldBytes > 0) release();
}

/** UTF-16 holds the byte of a line feed in other places: such files, and what is no text at all, are decoded whole. */
function isSplitAfterDecoding(head: Uint8Array): boolean {
  const decoded = decode(head);
  if (isUndecodable(decoded)) return decoded.kind === "binary";
  return decoded.encoding.startsWith("utf-16");
}

class LineReader {
  private line = 0;
  private records = 0;
  /** Problems wait for the number of lines: "line 5 of 10". */
  private readonly waiting: { readonly line: number; readonly problem: Problem }[] = [];

  constructor(
    private readonly file: string,
    private readonly sink: Sink,
  ) {}

  private fail(severity: Problem["severity"], code: string, message: string, remedy: string): void {
    this.wait({ severity, code, file: this.file, place: `line ${this.line}`, message, remedy });
  }

  private wait(problem: Problem): void {
    this.waiting.push({ line: this.line, problem });
  }

  bytes(bytes: Uint8Array, tooLong: boolean): void {
    if (tooLong) {
      this.line += 1;
      this.fail(
        "error",
        "too-large",
        `The line has more than ${bytesInWords(MAX_LINE_BYTES)}.`,
        "One line holds one report; check that lines are not run together.",
      );
      return;
    }
    const decoded = decode(bytes);
    if (isUndecodable(decoded)) {
      this.line += 1;
      this.wait(problemOfBytes(this.file, `line ${this.line}`, decoded));
      return;
    }
    this.text(decoded.text, bytes);
    const damage = problemOfDamage(this.file, `line ${this.line}`, decoded);
    if (damage) this.wait(damage);
  }

  /** @param bytes of the line, where it was decoded alone */
  text(text: string, bytes: Uint8Array = Buffer.from(text)): void {
    this.line += 1;
    if (text.trim() === "") return;
    this.records += 1;
    let value: unknown;
    try {
      value = JSON.parse(text);
    } catch (error) {
      const fault = findJsonFault(text);
      const column = fault ? ` (column ${fault.column})` : "";
      this.fail(
        "error",
        "broken-json",
        `The JSON is broken: ${fault?.message ?? String(error)}${column}. The other lines were read.`,
        "Correct the line, or take it out.",
      );
      return;
    }
    const at: RecordPlace = {
      file: this.file,
      place: `line ${this.line}`,
      mark: `line ${this.line}`,
    };
    const { report, problems } = readRecord(value, at);
    for (const problem of problems) this.wait(problem);
    if (report) this.sink.report(report, () => ({ bytes, media: "application/json" }));
  }

  end(): void {
    for (const { line, problem } of this.waiting) {
      const place = problem.place?.replace(`line ${line}`, `line ${line} of ${this.line}`) ?? null;
      this.sink.problem({ ...problem, place });
    }
    if (this.records === 0 && this.waiting.length === 0) this.sink.problem(emptyFile(this.file));
  }
}

/** Reads a file line by line. */
export function readLines(file: string, size: number, sink: Sink): void {
  if (!isSplitAfterDecoding(headOfFile(file, HEAD_BYTES))) {
    readLinesFrom(file, piecesOf(file), sink);
    return;
  }
  if (size > MAX_JSON_FILE_BYTES) {
    const remedy = "Save it as UTF-8: .jsonl files in UTF-8 may be of any size.";
    sink.problem(tooLarge(file, size, MAX_JSON_FILE_BYTES, remedy));
    return;
  }
  readDecodedLines(file, readFileSync(file), sink);
}

/** As `readLines`, for a file that is held whole. */
export function readLinesOf(file: string, bytes: Uint8Array, sink: Sink): void {
  if (isSplitAfterDecoding(bytes.subarray(0, HEAD_BYTES))) readDecodedLines(file, bytes, sink);
  else {
    readLinesFrom(file, [Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)], sink);
  }
}

/** As `readLines`, for what comes in pieces, in an encoding that has line feeds of one byte. */
export function readLinesFrom(file: string, pieces: Iterable<Buffer>, sink: Sink): void {
  const lines = new LineReader(file, sink);
  eachLine(pieces, (bytes, tooLong) => lines.bytes(bytes, tooLong));
  lines.end();
}

function readDecodedLines(file: string, bytes: Uint8Array, sink: Sink): void {
  const text = readDecoded(file, bytes, sink);
  if (text === null) return;
  const lines = new LineReader(file, sink);
  const parts = text.split("\n");
  if (parts.at(-1) === "") parts.pop();
  for (const part of parts) lines.text(part);
  lines.end();
}
