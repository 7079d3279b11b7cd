/** Reports that a browser sent to `isnad serve`: read as files are, kept nowhere. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import type { Account } from "../core/contract.js";
import type { Problem } from "../core/problem.js";
import { readAccount } from "../engine.js";
import { ingest } from "../ingest/ingest.js";
import type { SentFile } from "../server/app.js";

/** From so many reports on, reading takes longer than anybody waits before a browser. */
const MOST_REPORTS = 500;

export interface SentReading {
  /** Null where nothing could be read. */
  readonly account: Account | null;
  readonly problems: readonly Problem[];
}

/**
 * The files lie in a folder of their own while they are read, since archives and encodings are told
 * by the same way in as everything else; names are put back to what the sender called them.
 */
export function readSent(files: readonly SentFile[]): SentReading {
  const folder = mkdtempSync(join(tmpdir(), "isnad-sent-"));
  try {
    for (const [at, { name, bytes }] of files.entries()) {
      mkdirSync(join(folder, String(at)));
      writeFileSync(join(folder, String(at), fileName(name)), bytes);
    }
    const named = (file: string): string =>
      file.startsWith(folder) ? file.slice(folder.length + 1).replace(/^\d+\//, "") : file;
    const { reports, problems } = ingest([folder]);
    const told = problems.map((problem) =>
      problem.file === null ? problem : { ...problem, file: named(problem.file) },
    );
    if (reports.length === 0) return { account: null, problems: told };
    if (reports.length > MOST_REPORTS) {
      return { account: null, problems: [...told, tooMany(reports.length)] };
    }
    const inputs = reports.map((report) =>
      report.file ? { ...report, file: named(report.file) } : report,
    );
    return { account: readAccount(inputs), problems: told };
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
