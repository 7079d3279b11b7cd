/** What `isnad read` does, once its words are understood. */
import { join } from "node:path";
import type { Account } from "../core/contract.js";
import type { Judgement } from "../core/judgement.js";
import { WriteFailure, withoutInterrupt, writeWhole } from "../disk/whole-file.js";
import { Ingest, type IngestedBatch } from "../ingest/ingest.js";
import type { Program } from "./command.js";
import { EXIT } from "./exit-code.js";
import { type InputsTold, tellInputs } from "./ingest-report.js";
import { JudgementFault, judgementsFor } from "./judgement-file.js";
import { createProgress } from "./progress.js";
import type { ReadOptions } from "./read-options.js";
import { terminal, writeAll } from "./screen.js";

/** The path that means standard output. */
const STDOUT = "-";

interface Output {
  readonly path: string;
  readonly pieces: (account: Account, program: Program) => Promise<Iterable<string>>;
}

async function jsonOutput(account: Account): Promise<Iterable<string>> {
  const { jsonPieces } = await import("../export/json.js");
  return jsonPieces(account);
}

async function pageOutput(account: Account, program: Program): Promise<Iterable<string>> {
  const { accountPage } = await import("./account-page.js");
  return [accountPage(account, program)];
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
async function writeOutputs(
  account: Account,
  outputs: readonly Output[],
  program: Program,
): Promise<void> {
  const rendered: { readonly path: string; readonly pieces: Iterable<string> }[] = [];
  for (const { path, pieces } of outputs)
    rendered.push({ path, pieces: await pieces(account, program) });
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
    ...terminal(options),
    lang: options.lang,
    full: options.full,
  });
  await writeAll(process.stdout, [text]);
}

/**
 * From so many reports on, an account a story is written into a folder: one page of them all would
 * be more than a browser shows.
 */
const PRESS_FROM = 1000;

/** Reads, folds, writes and prints. Returns the exit code. */
export async function runRead(
  paths: readonly string[],
  options: ReadOptions,
  program: Program,
): Promise<number> {
  const source = new Ingest(paths);
  const batches = source.batches();
  const first: IngestedBatch[] = [];
  const wantsOne = options.json !== undefined || options.html !== undefined;
  let met = 0;
  for (let next = batches.next(); !next.done; next = batches.next()) {
    first.push(next.value);
    met += next.value.reports.length;
    if (options.stories || (met >= PRESS_FROM && !wantsOne)) {
      const { runPress } = await import("./run-press.js");
      return runPress(source, chain(first, batches), options, program);
    }
  }
  return runAccount(first, source, options, program);
}

function* chain<T>(first: readonly T[], rest: Iterable<T>): Generator<T> {
  yield* first;
  yield* rest;
}

async function runAccount(
  batches: readonly IngestedBatch[],
  source: Ingest,
  options: ReadOptions,
  program: Program,
): Promise<number> {
  const inputs = batches.flatMap(({ reports }) => reports);
  const told: InputsTold = {
    problems: batches.flatMap(({ problems }) => problems),
    reports: inputs.length,
    passedOver: source.passedOver,
  };
  if (inputs.length === 0) {
    await tellInputs(told, options);
    return EXIT.failed;
  }
  let judgements: readonly Judgement[];
  try {
    judgements = judgementsFor(options);
  } catch (fault) {
    if (!(fault instanceof JudgementFault)) throw fault;
    await writeAll(process.stderr, [`\nerror  ${fault.message}\n`]);
    return EXIT.failed;
  }
  const progress = await createProgress(!options.quiet);
  const { readAccount } = await import("../engine.js");
  const account = readAccount(inputs, {
    onProgress: progress.update,
    rule: options.rule,
    judgements,
  });
  progress.stop();

  const outputs = outputsOf(options);
  try {
    await writeOutputs(account, outputs, program);
  } catch (failure) {
    if (!(failure instanceof WriteFailure)) throw failure;
    await tellInputs(told, options);
    await writeAll(process.stderr, [`\nerror  ${failure.message}\n`]);
    return EXIT.failed;
  }
  await printAccount(account, options);
  await tellInputs(told, options);
  if (!options.quiet && outputs.length > 0) {
    const written = outputs.map(({ path }) => path).join(" and ");
    await writeAll(process.stderr, [`Wrote ${written}.\n`]);
  }
  return told.problems.length > 0 ? EXIT.problems : EXIT.ok;
}
