/** What `isnad read` does, once its words are understood. */
import { join } from "node:path";
import type { Account, FigureRule } from "../core/contract.js";
import type { LabelLanguage } from "../export/labels.js";
import { type Ingested, ingest } from "../ingest/ingest.js";
import { EXIT } from "./exit-code.js";
import { WriteFailure, withoutInterrupt, writeWhole } from "./file-output.js";
import { describeProblems } from "./problem-list.js";
import { createProgress } from "./progress.js";
import { columns, errorColours, wantsColour, writeAll } from "./screen.js";

export interface ReadOptions {
  readonly json?: string;
  readonly html?: string;
  readonly out?: string;
  readonly quiet?: boolean;
  readonly full?: boolean;
  readonly rule: FigureRule;
  readonly lang: LabelLanguage;
  readonly width?: number;
  readonly color?: boolean;
}

/** The path that means standard output. */
const STDOUT = "-";

interface Output {
  readonly path: string;
  readonly pieces: (account: Account) => Promise<Iterable<string>>;
}

async function jsonOutput(account: Account): Promise<Iterable<string>> {
  const { jsonPieces } = await import("../export/json.js");
  return jsonPieces(account);
}

async function pageOutput(account: Account): Promise<Iterable<string>> {
  const { renderPage } = await import("../export/html/page.js");
  return [renderPage(account)];
}

function outputsOf({ json, html, out }: ReadOptions): Output[] {
  return [
    ...(json !== undefined && json !== STDOUT ? [{ path: json, pieces: jsonOutput }] : []),
    ...(html !== undefined ? [{ path: html, pieces: pageOutput }] : []),
    ...(out !== undefined
      ? [
          { path: join(out, "account.json"), pieces: jsonOutput },
          { path: join(out, "report.html"), pieces: pageOutput },
        ]
      : []),
  ];
}

/** Everything is rendered before anything is written: a fault leaves no half of a pair behind. */
async function writeOutputs(account: Account, outputs: readonly Output[]): Promise<void> {
  const rendered: { readonly path: string; readonly pieces: Iterable<string> }[] = [];
  for (const { path, pieces } of outputs) rendered.push({ path, pieces: await pieces(account) });
  await withoutInterrupt(() => {
    for (const { path, pieces } of rendered) writeWhole(path, pieces);
  }, EXIT.interrupted);
}

async function printAccount(account: Account, options: ReadOptions): Promise<void> {
  if (options.json === STDOUT) {
    await writeAll(process.stdout, await jsonOutput(account));
    return;
  }
  if (options.quiet) return;
  const { renderTerminal } = await import("../export/terminal/account.js");
  const text = renderTerminal(account, {
    width: options.width ?? columns(),
    colour: wantsColour(options.color, process.stdout),
    lang: options.lang,
    full: options.full,
  });
  await writeAll(process.stdout, [text]);
}

const count = (n: number, one: string, many: string): string => `${n} ${n === 1 ? one : many}`;

function passedOver({ passedOver: endings }: Ingested): string | null {
  const entries = Object.entries(endings);
  if (entries.length === 0) return null;
  const total = entries.reduce((sum, [, n]) => sum + n, 0);
  const kinds = entries.map(([ending, n]) => `${ending || "no ending"} ${n}`).join(", ");
  return `${count(total, "other file was", "other files were")} passed over (${kinds}).`;
}

async function tellProblems(ingested: Ingested, options: ReadOptions): Promise<void> {
  const { problems } = ingested;
  const lines: string[] = [];
  if (problems.length > 0) {
    lines.push(
      "",
      `${count(problems.length, "problem", "problems")}; ${count(ingested.reports.length, "report was", "reports were")} read.`,
      describeProblems(problems, await errorColours(options.color)),
    );
  }
  const other = options.quiet ? null : passedOver(ingested);
  if (other) lines.push(other);
  if (lines.length > 0) await writeAll(process.stderr, [`${lines.join("\n")}\n`]);
}

/** Reads, folds, writes and prints. Returns the exit code. */
export async function runRead(paths: readonly string[], options: ReadOptions): Promise<number> {
  const ingested = ingest(paths);
  if (ingested.reports.length === 0) {
    await tellProblems(ingested, options);
    return EXIT.failed;
  }
  const progress = await createProgress(!options.quiet);
  const { readAccount } = await import("../engine.js");
  const account = readAccount(ingested.reports, {
    onProgress: progress.update,
    rule: options.rule,
  });
  progress.stop();

  const outputs = outputsOf(options);
  try {
    await writeOutputs(account, outputs);
  } catch (failure) {
    if (!(failure instanceof WriteFailure)) throw failure;
    await tellProblems(ingested, options);
    await writeAll(process.stderr, [`\nerror  ${failure.message}\n`]);
    return EXIT.failed;
  }
  await printAccount(account, options);
  await tellProblems(ingested, options);
  if (!options.quiet && outputs.length > 0) {
    const written = outputs.map(({ path }) => path).join(" and ");
    await writeAll(process.stderr, [`Wrote ${written}.\n`]);
  }
  return ingested.problems.length > 0 ? EXIT.problems : EXIT.ok;
}
