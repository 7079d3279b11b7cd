import type { ReportInput } from "../core/input.js";
import type { Problem } from "../core/problem.js";
import { decode, isUndecodable } from "./decode.js";
import { problemOfBytes, problemOfDamage } from "./fault.js";

/** Where reports and problems go as they are met. */
export interface Sink {
  readonly report: (report: ReportInput) => void;
  readonly problem: (problem: Problem) => void;
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
