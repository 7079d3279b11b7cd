/** The log of judgements on disk: where it lies, reading it whole, adding to it. */
import { existsSync, readFileSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Judgement } from "../core/judgement.js";
import { judgementLine, parseJudgements } from "../core/judgement-log.js";
import { appendLine } from "../disk/whole-file.js";

/** The log's name in the folder of an account or a press. */
const JUDGEMENTS_FILE = "judgements.jsonl";

/** What keeps a log from being used: file, line, what is wrong, what to do. */
export class JudgementFault extends Error {}

/** Beside the account's file, or in the folder. */
export function judgementsBeside(path: string): string {
  const isFolder = statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
  return join(isFolder ? path : dirname(path), JUDGEMENTS_FILE);
}

/** All entries, the oldest first; none where there is no file. @throws JudgementFault */
export function readJudgements(file: string): readonly Judgement[] {
  if (!existsSync(file)) return [];
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new JudgementFault(`${file} cannot be read: ${why}.`);
  }
  const { judgements, faults } = parseJudgements(text);
  const [first] = faults;
  if (!first) return judgements;
  const lines = faults.map(({ line, message }) => `${file}, line ${line} ${message}.`);
  throw new JudgementFault(`${lines.join("\n       ")}\n       ${first.remedy}`);
}

/**
 * The log that a run is to apply.
 * @throws JudgementFault where it is broken, or was named and is not there
 */
export function judgementsFor({
  judgements,
  out,
}: {
  readonly judgements?: string;
  readonly out?: string;
}): readonly Judgement[] {
  if (judgements !== undefined) {
    if (existsSync(judgements)) return readJudgements(judgements);
    throw new JudgementFault(
      `${judgements}: there is no such file. \`isnad judge\` makes it, or leave --judgements out.`,
    );
  }
  return out === undefined ? [] : readJudgements(join(out, JUDGEMENTS_FILE));
}

/** @throws WriteFailure */
export const addJudgement = (file: string, entry: Judgement): void =>
  appendLine(file, judgementLine(entry));
