/** What is told of the inputs when the work is done: problems, and files that were passed over. */
import type { Problem } from "../core/problem.js";
import { describeProblems } from "./problem-list.js";
import { errorColours, writeAll } from "./screen.js";

export const count = (n: number, one: string, many: string): string =>
  `${n.toLocaleString("en")} ${n === 1 ? one : many}`;

export interface InputsTold {
  readonly problems: readonly Problem[];
  /** Reports that were read all the same. */
  readonly reports: number;
  /** Files that Isnad does not read, by their ending. */
  readonly passedOver: Readonly<Record<string, number>>;
  /** File in which all problems stand; null where there is none, so that all are told here. */
  readonly listedIn?: string | null;
}

function passedOverInWords(endings: InputsTold["passedOver"]): string | null {
  const entries = Object.entries(endings);
  if (entries.length === 0) return null;
  const total = entries.reduce((sum, [, n]) => sum + n, 0);
  const kinds = entries.map(([ending, n]) => `${ending || "no ending"} ${n}`).join(", ");
  return `${count(total, "other file was", "other files were")} passed over (${kinds}).`;
}

/** @param quiet tell problems only */
export async function tellInputs(
  { problems, reports, passedOver, listedIn = null }: InputsTold,
  { quiet, color }: { readonly quiet?: boolean; readonly color?: boolean },
): Promise<void> {
  const lines: string[] = [];
  if (problems.length > 0) {
    lines.push(
      "",
      `${count(problems.length, "problem", "problems")}; ${count(reports, "report was", "reports were")} read.`,
      describeProblems(problems, await errorColours(color), listedIn !== null),
    );
    if (listedIn !== null) lines.push(`All of them stand in ${listedIn}.`);
  }
  const other = quiet ? null : passedOverInWords(passedOver);
  if (other) lines.push(other);
  if (lines.length > 0) await writeAll(process.stderr, [`${lines.join("\n")}\n`]);
}
