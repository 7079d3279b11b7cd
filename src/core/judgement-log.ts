/** The log of judgements as text: JSON Lines, an entry a line, the oldest first. */
import { judgementId } from "./judgement.js";
import { type Judgement, judgementSchema } from "./judgement-schema.js";

/** A line of the log that cannot be taken for an entry. */
export interface LogFault {
  /** From 1. */
  readonly line: number;
  readonly message: string;
  readonly remedy: string;
}

export interface JudgementLog {
  readonly judgements: readonly Judgement[];
  readonly faults: readonly LogFault[];
}

const RESTORE = "Put the line back as it was, or take it out and judge anew.";

/** Empty lines are passed over. A log with a fault is not to be applied: what it would leave out may be an undo. */
export function parseJudgements(text: string): JudgementLog {
  const judgements: Judgement[] = [];
  const faults: LogFault[] = [];
  for (const [at, line] of text
    .replace(/^\uFEFF/, "")
    .split(/\r?\n/)
    .entries()) {
    if (line.trim() === "") continue;
    const parsed = parseEntry(line);
    if ("message" in parsed) faults.push({ line: at + 1, ...parsed });
    else judgements.push(parsed);
  }
  return { judgements, faults };
}

function parseEntry(line: string): Judgement | Omit<LogFault, "line"> {
  let json: unknown;
  try {
    json = JSON.parse(line);
  } catch {
    return { message: "is no JSON; it may have been cut off", remedy: RESTORE };
  }
  const read = judgementSchema.safeParse(json);
  if (!read.success) {
    const [issue] = read.error.issues;
    const where = issue?.path.join(".") || "the entry";
    return { message: `is no judgement: ${where}: ${issue?.message ?? ""}`, remedy: RESTORE };
  }
  const wanted = judgementId(read.data);
  if (read.data.id !== wanted) {
    const message = `was changed after it was written: its id is ${read.data.id}, and what it says makes ${wanted}`;
    return { message, remedy: RESTORE };
  }
  return read.data;
}

/** One line of the log, its end included; what a person looks for stands first. */
export function judgementLine({ id, time, author, kind, ...rest }: Judgement): string {
  return `${JSON.stringify({ id, time, author, kind, ...rest })}\n`;
}
