/** Problems as a person reads them: which file, where in it, what is wrong, what to do. */
import type { Problem } from "../core/problem.js";
import { isolate, showable } from "../export/terminal/direction.js";

/** Of one kind in one file, this many are listed in full; the others are counted. */
const LISTED_OF_A_KIND = 10;

export interface Colours {
  readonly strong: (text: string) => string;
  readonly quiet: (text: string) => string;
  readonly error: (text: string) => string;
  readonly warning: (text: string) => string;
}

function describe(problem: Problem, colours: Colours): string {
  const { severity, file, place, message, remedy } = problem;
  const kind = severity === "error" ? colours.error("error") : colours.warning("warning");
  const where = [file ?? "", place ?? ""].filter(Boolean).map((part) => isolate(showable(part)));
  return [
    `${kind}  ${colours.strong(where.join(", "))}`,
    `    ${isolate(showable(message))}`,
    `    ${colours.quiet(isolate(showable(remedy)))}`,
  ].join("\n");
}

/**
 * All problems, in the order met; a hundred alike in one file are not all repeated.
 * @param across list no more of a kind than this in all files together, either
 */
export function describeProblems(
  problems: readonly Problem[],
  colours: Colours,
  across = false,
): string {
  const seen = new Map<string, number>();
  const lines: string[] = [];
  for (const problem of problems) {
    const inFile = across ? "" : problem.file?.replace(/#.*$/, "");
    const key = `${problem.code}\u0000${inFile}`;
    const count = (seen.get(key) ?? 0) + 1;
    seen.set(key, count);
    if (count <= LISTED_OF_A_KIND) lines.push(describe(problem, colours));
  }
  for (const [key, count] of seen) {
    if (count <= LISTED_OF_A_KIND) continue;
    const [code, file] = key.split("\u0000");
    const where = file ? ` in ${file}` : "";
    lines.push(`    … and ${count - LISTED_OF_A_KIND} more of this kind (${code})${where}`);
  }
  return lines.join("\n");
}
