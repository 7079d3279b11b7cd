/** What `isnad explain` does, once its words are understood. */
import { existsSync } from "node:fs";
import type { Range } from "../core/contract.js";
import type { ReportInput } from "../core/input.js";
import { type Ingested, ingest } from "../ingest/ingest.js";
import { EXIT } from "./exit-code.js";
import { describeProblems } from "./problem-list.js";
import { errorColours, terminal, writeAll } from "./screen.js";

export interface ExplainOptions {
  readonly find?: string;
  readonly among?: readonly string[];
  readonly json?: boolean;
  readonly width?: number;
  readonly color?: boolean;
}

/** FILE, the record in it where it holds several, and code units where they are given. */
interface Place {
  readonly path: string;
  readonly record: string | null;
  readonly span: Range | null;
}

const PLACE = /^(?<path>.+?)(?:#(?<record>[^#:]+))?(?::(?<start>\d+)(?:-(?<end>\d+))?)?$/;

function parsePlace(text: string): Place {
  const { path = text, record, start, end } = PLACE.exec(text)?.groups ?? {};
  const from = start === undefined ? null : Number(start);
  return {
    path,
    record: record ?? null,
    span: from === null ? null : [from, end === undefined ? from + 1 : Number(end)],
  };
}

/** What keeps a place from being explained: one sentence of what is wrong, one of what to do. */
class Misplaced extends Error {}

function reportAt({ path, record }: Place, reports: readonly ReportInput[]): ReportInput {
  const wanted = record === null ? null : `${path}#${record}`;
  if (wanted === null && reports.length === 1) return reports[0] as ReportInput;
  const found = reports.find(({ file }) => file === wanted || file === `${path}#line ${record}`);
  if (found) return found;
  const names = reports.slice(0, 3).map(({ file }) => file);
  throw new Misplaced(
    wanted === null
      ? `${path} holds ${reports.length} reports. Name one of them: ${names.join(", ")} …`
      : `${path} holds no record ${record}. It holds ${names.join(", ")} …`,
  );
}

function spanIn({ text }: ReportInput, place: Place, find: string | undefined): Range {
  if (find !== undefined) {
    const start = text.indexOf(find);
    if (start >= 0 && find !== "") return [start, start + find.length];
    throw new Misplaced(
      `The words «${find}» do not stand in ${place.path}. They must be written as they are there.`,
    );
  }
  if (place.span === null) {
    throw new Misplaced(
      `Say which place of ${place.path} is meant: ${place.path}:OFFSET, or --find WORDS.`,
    );
  }
  const [start, end] = place.span;
  if (start < end && end <= text.length) return place.span;
  throw new Misplaced(
    `There is no place ${start}–${end} in ${place.path}: its text has ${text.length} code units. Give START before END, both within it.`,
  );
}

const IN_ARCHIVE = /^(.+?\.zip)\//i;

/** What stands at a path; of an archive, what its one file gives that the path leads on to. */
function ingestAt(path: string): Pick<Ingested, "reports" | "problems"> {
  const archive = IN_ARCHIVE.exec(path)?.[1];
  if (archive === undefined || existsSync(path)) return ingest([path]);
  const { reports, problems } = ingest([archive]);
  const isMeant = (file: string | null | undefined): boolean =>
    file === path || (file?.startsWith(`${path}#`) ?? false) || file === archive;
  return {
    reports: reports.filter(({ file }) => isMeant(file)),
    problems: problems.filter(({ file }) => isMeant(file)),
  };
}

/** Explains one place. Returns the exit code. */
export async function runExplain(target: string, options: ExplainOptions): Promise<number> {
  const place = parsePlace(target);
  const ingested = ingestAt(place.path);
  const among = ingest(options.among ?? []);
  const problems = [...ingested.problems, ...among.problems];
  if (problems.length > 0) {
    const colours = await errorColours(options.color);
    await writeAll(process.stderr, [`${describeProblems(problems, colours)}\n`]);
  }
  if (ingested.reports.length === 0) {
    if (problems.length === 0) {
      await writeAll(process.stderr, [`error  There is no report at ${place.path}.\n`]);
    }
    return EXIT.failed;
  }
  const { explain } = await import("../engine.js");
  let pieces: readonly string[];
  try {
    const report = reportAt(place, ingested.reports);
    const span = spanIn(report, place, options.find);
    // The report itself stands among its siblings, too.
    const others = among.reports.filter(({ text }) => text !== report.text);
    const explanation = explain(report, span, others);
    if (options.json) {
      pieces = [`${JSON.stringify(explanation, null, 2)}\n`];
    } else {
      const { renderExplanation } = await import("../export/terminal/explanation.js");
      pieces = [renderExplanation(explanation, terminal(options))];
    }
  } catch (error) {
    if (!(error instanceof Misplaced)) throw error;
    await writeAll(process.stderr, [`error  ${error.message}\n`]);
    return EXIT.failed;
  }
  await writeAll(process.stdout, pieces);
  return problems.length > 0 ? EXIT.problems : EXIT.ok;
}
