/** A `.json` file: one record, a list of records, `{ "reports": [ … ] }`, or a JSON Feed. */
import { emptyFile } from "./fault.js";
import { findJsonFault } from "./json-fault.js";
import { readFeed } from "./markup.js";
import { isObject, type RecordPlace, readRecord } from "./record.js";
import { readDecoded, type Sink } from "./source.js";

function take(value: unknown, at: RecordPlace, sink: Sink): void {
  const { report, problems } = readRecord(value, at);
  for (const problem of problems) sink.problem(problem);
  if (report) {
    sink.report(report, () => ({
      bytes: Buffer.from(JSON.stringify(value)),
      media: "application/json",
    }));
  }
}

/** True for an account that Isnad wrote: it holds reports, but is none. */
function isAccount(value: unknown): boolean {
  return (
    isObject(value) &&
    typeof value["schema"] === "string" &&
    value["schema"].startsWith("isnad/account")
  );
}

const isJsonFeed = (value: unknown): boolean =>
  isObject(value) &&
  typeof value["version"] === "string" &&
  value["version"].startsWith("https://jsonfeed.org/version/");

function takeValue(file: string, value: unknown, bytes: Uint8Array, sink: Sink): void {
  const problem = (code: string, message: string, remedy: string): void =>
    sink.problem({ severity: "error", code, file, place: null, message, remedy });

  if (isAccount(value)) {
    problem(
      "an-account",
      "This is an account that Isnad wrote, not a report.",
      "Give the reports that it was made from.",
    );
    return;
  }
  if (isJsonFeed(value)) {
    readFeed(file, bytes, sink);
    return;
  }
  const list = Array.isArray(value) ? value : isObject(value) ? value["reports"] : undefined;
  if (list === undefined) {
    take(value, { file, place: null, mark: null }, sink);
    return;
  }
  if (!Array.isArray(list)) {
    problem(
      "wrong-type",
      'The field "reports" is not a list.',
      'Write {"reports": [{"text": "…"}]}.',
    );
    return;
  }
  if (list.length === 0) {
    problem("empty-file", "The file holds no records.", "Take it out of the input.");
    return;
  }
  for (const [index, record] of list.entries()) {
    const mark = String(index + 1);
    take(record, { file, place: `record ${mark} of ${list.length}`, mark }, sink);
  }
}

export function readJson(file: string, bytes: Uint8Array, sink: Sink): void {
  const text = readDecoded(file, bytes, sink);
  if (text === null) return;
  if (text.trim() === "") {
    sink.problem(emptyFile(file));
    return;
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    const fault = findJsonFault(text);
    sink.problem({
      severity: "error",
      code: "broken-json",
      file,
      place: fault ? `line ${fault.line}, column ${fault.column}` : null,
      message: `The JSON is broken: ${fault?.message ?? String(error)}.`,
      remedy:
        "Correct it at that place. If each line is a record of its own, name the file .jsonl.",
    });
    return;
  }
  takeValue(file, value, bytes, sink);
}
