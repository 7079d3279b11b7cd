/** Reports that a browser sent to `isnad serve`: read as files are, kept nowhere. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import type { Account } from "../../core/contract.js";
import type { ReportInput } from "../../core/input.js";
import type { Problem } from "../../core/problem.js";
import { readAccount } from "../../engine.js";
import { Ingest } from "../../ingest/ingest.js";
import type { Origin, Original } from "../../store/arrivals.js";
import { reportOf } from "../../watch/address.js";
import type { SentPage } from "../sent-addresses.js";

/** A file that somebody sent. */
export interface SentFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** From so many reports on, reading takes longer than anybody waits before a browser. */
const MOST_REPORTS = 500;

export interface ReadSent {
  /** Null where nothing could be read. */
  readonly account: Account | null;
  readonly problems: readonly Problem[];
}

/** What a person who waits before a browser is given: all of it, or word that it is too much. */
export function readSent(files: readonly SentFile[], pages: readonly SentPage[] = []): ReadSent {
  const { reports, problems } = sentReports(files, pages);
  if (reports.length === 0) return { account: null, problems };
  if (reports.length > MOST_REPORTS) {
    return { account: null, problems: [...problems, tooMany(reports.length)] };
  }
  return { account: readAccount(reports.map(({ input }) => input)), problems };
}

export interface SentReport {
  readonly input: ReportInput;
  readonly original: Original | null;
  /** Of a page; null of a file. */
  readonly origin: Origin | null;
}

export interface SentReports {
  readonly reports: readonly SentReport[];
  readonly problems: readonly Problem[];
}

/** The reports of files and pages together. */
export function sentReports(files: readonly SentFile[], pages: readonly SentPage[]): SentReports {
  // That no file was sent is a fault only where nothing else was.
  const inFiles = files.length === 0 && pages.length > 0 ? NONE : inSentFiles(files);
  const read = pages.map(({ got, address }) => reportOf(got, address));
  return {
    reports: [...inFiles.reports, ...read.flatMap(({ report }) => (report ? [report] : []))],
    problems: [...inFiles.problems, ...read.flatMap((page) => page.problems)],
  };
}

const NONE: SentReports = { reports: [], problems: [] };

/**
 * The files lie in a folder of their own while they are read, since archives and encodings are told
 * by the same way in as everything else; names are put back to what the sender called them.
 */
function inSentFiles(files: readonly SentFile[]): SentReports {
  const folder = mkdtempSync(join(tmpdir(), "isnad-sent-"));
  try {
    for (const [at, { name, bytes }] of files.entries()) {
      mkdirSync(join(folder, String(at)));
      writeFileSync(join(folder, String(at), fileName(name)), bytes);
    }
    const named = (file: string): string =>
      file.startsWith(folder) ? file.slice(folder.length + 1).replace(/^\d+\//, "") : file;
    const reports: SentReport[] = [];
    const problems: Problem[] = [];
    for (const batch of new Ingest([folder], { originals: true }).batches()) {
      problems.push(
        ...batch.problems.map((problem) =>
          problem.file === null ? problem : { ...problem, file: named(problem.file) },
        ),
      );
      for (const [at, report] of batch.reports.entries()) {
        const input = report.file ? { ...report, file: named(report.file) } : report;
        reports.push({ input, original: batch.originals[at] ?? null, origin: null });
      }
    }
    return { reports, problems };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A name that stays inside its folder, with its ending, by which its kind is told. */
function fileName(name: string): string {
  const safe = basename(name.replaceAll("\\", "/")).replace(/[^\p{L}\p{N}._ -]/gu, "_");
  return /^\.*$/.test(safe) ? "report.txt" : safe.slice(-120);
}

const tooMany = (reports: number): Problem => ({
  severity: "error",
  code: "too-many-reports",
  file: null,
  place: null,
  message: `${reports} reports are more than a browser waits for (${MOST_REPORTS})`,
  remedy: "Read them with `isnad read PATH --out FOLDER`, and serve the folder.",
});
