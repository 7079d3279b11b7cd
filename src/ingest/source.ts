import type { ReportInput } from "../core/input.js";
import type { Problem } from "../core/problem.js";
import { decode, isUndecodable } from "./decode.js";
import { problemOfBytes, problemOfDamage } from "./fault.js";

/** What a report was read from, as it came. */
export interface Original {
  /** The file; of a record its line, or its JSON written anew where it shares a file with others. */
  readonly bytes: Uint8Array;
  /** Media type: `text/plain`, `application/json`, `text/html`. */
  readonly media: string;
}

/** Where reports and problems go as they are met. */
export interface Sink {
  /** @param original made when it is asked for, before the next report */
  readonly report: (report: ReportInput, original: () => Original) => void;
  readonly problem: (problem: Problem) => void;
  /** What was passed over, in words: `.pdf`, `pages not in Arabic`. */
  readonly other: (what: string) => void;
}

/** Decodes a whole file; null where it is no text, which the sink is told. */
export function readDecoded(file: string, bytes: Uint8Array, sink: Sink): string | null {
  const decoded = decode(bytes);
  if (isUndecodable(decoded)) {
    sink.problem(problemOfBytes(file, null, decoded));
    return null;
  }
  const damage = problemOfDamage(file, null, decoded);
  if (damage) sink.problem(damage);
  return decoded.text;
}
