/** `isnad read` of more reports than one account holds: an account a story, in a folder. */
import { join } from "node:path";
import type { StoryList } from "../core/story-list.js";
import { WriteFailure } from "../disk/whole-file.js";
import { renderStories } from "../export/terminal/stories.js";
import type { Ingest, IngestedBatch } from "../ingest/ingest.js";
import { lockFolder } from "../press/lock.js";
import { sameThread, threads } from "../press/pool.js";
import { type PressResult, readPress } from "../press/press.js";
import type { Program } from "./command.js";
import { EXIT } from "./exit-code.js";
import { count, tellInputs } from "./ingest-report.js";
import { JudgementFault, judgementsFor } from "./judgement-file.js";
import { stampOf } from "./program-stamp.js";
import { createProgress, STAGES } from "./progress.js";
import type { ReadOptions } from "./read-options.js";
import { terminal, writeAll } from "./screen.js";

/** Where accounts go when no folder is given. */
const DEFAULT_FOLDER = "isnad-account";

/**
 * @param batches of the source, those read before included
 * @returns the exit code
 */
export async function runPress(
  source: Ingest,
  batches: Iterable<IngestedBatch>,
  options: ReadOptions,
  program: Program,
): Promise<number> {
  const folder = options.out ?? DEFAULT_FOLDER;
  const ending = new AbortController();
  // The first interrupt ends the run when what is under way is kept; a second one at once.
  const end = (): void => ending.abort();
  process.once("SIGINT", end);
  process.once("SIGTERM", end);
  const progress = await createProgress(!options.quiet);
  const pool = program.worker === null ? sameThread : await threads(program.worker);
  try {
    const judgements = judgementsFor({ ...options, out: folder });
    const unlock = lockFolder(folder);
    try {
      const result = await readPress(batches, {
        folder,
        program: stampOf(program),
        pool,
        rule: options.rule,
        judgements,
        onProgress: (stage, done, total) => progress.update(done, total, STAGES[stage]),
        signal: ending.signal,
      });
      progress.stop();
      return await tell(result, source, folder, options);
    } finally {
      unlock();
    }
  } catch (error) {
    progress.stop();
    if (!(error instanceof WriteFailure || error instanceof JudgementFault)) throw error;
    await writeAll(process.stderr, [`\nerror  ${error.message}\n`]);
    return EXIT.failed;
  } finally {
    await pool.close();
    process.off("SIGINT", end);
    process.off("SIGTERM", end);
  }
}

async function tell(
  result: PressResult,
  source: Ingest,
  folder: string,
  options: ReadOptions,
): Promise<number> {
  const { problems, reports, keptReports, list } = result;
  const told = { problems, reports, passedOver: source.passedOver };
  if (reports === 0) {
    await tellInputs(told, options);
    return EXIT.failed;
  }
  if (list === null) {
    const message = `Interrupted: ${count(reports, "report is", "reports are")} read and kept in ${folder}. The same command goes on from there.`;
    await writeAll(process.stderr, [`\n${message}\n`]);
    return EXIT.interrupted;
  }
  if (!options.quiet) await writeAll(process.stdout, [shown(list, options)]);
  await tellInputs({ ...told, listedIn: join(folder, "problems.json") }, options);
  if (!options.quiet) {
    const kept = keptReports > 0 ? ` (${keptReports.toLocaleString("en")} were read before)` : "";
    const written = `${count(reports, "report", "reports")}${kept} → ${count(list.stories.length, "story", "stories")}. Wrote ${join(folder, "stories.json")} and an account of each in ${join(folder, "stories")}.`;
    await writeAll(process.stderr, [`${written}\n`]);
  }
  return problems.length > 0 ? EXIT.problems : EXIT.ok;
}

function shown(list: StoryList, options: ReadOptions): string {
  return renderStories(list, {
    ...terminal(options),
    lang: options.lang,
    full: options.full,
  });
}
