/** Paths to reports: the way in. Files and folders, in a stated order, each file once. */
import { lstatSync, readdirSync, realpathSync, statSync } from "node:fs";
import type { ReportInput } from "../core/input.js";
import type { Problem } from "../core/problem.js";
import { unreadable } from "./fault.js";
import { kindOf, readFile } from "./file.js";
import type { Sink } from "./source.js";

export interface Ingested {
  /** In the order of the paths as given; inside a folder, by name. */
  readonly reports: readonly ReportInput[];
  readonly problems: readonly Problem[];
  /** Files that were opened. */
  readonly files: number;
  /** Files inside given folders that Isnad does not read, by their ending (`.pdf`, or `` for none). */
  readonly passedOver: Readonly<Record<string, number>>;
}

export const READABLE = ".txt, .json and .jsonl";

/** Names sorted by code unit, so that every machine reads in the same order. */
const byName = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const join = (folder: string, name: string): string =>
  folder.endsWith("/") ? folder + name : `${folder}/${name}`;

function endingOf(name: string): string {
  const dot = name.lastIndexOf(".");
  return dot <= 0 ? "" : name.slice(dot).toLowerCase();
}

class Walk {
  readonly reports: ReportInput[] = [];
  readonly problems: Problem[] = [];
  readonly passedOver = new Map<string, number>();
  files = 0;
  /** Real paths of what was read: a file reached twice is read once, a circle of links ends. */
  private readonly seen = new Set<string>();
  private readonly sink: Sink = {
    report: (report) => this.take(report),
    problem: (problem) => this.problems.push(problem),
  };

  /** Texts by `file#id`: a dump may hold one record twice. */
  private readonly records = new Map<string, string>();

  private take(report: ReportInput): void {
    const key = report.file ?? "";
    if (this.records.get(key) === report.text) {
      this.problems.push({
        severity: "warning",
        code: "repeated-record",
        file: key,
        place: null,
        message:
          "The same record, with the same id and text, stands there twice; it was read once.",
        remedy: "Take one of them out.",
      });
      return;
    }
    this.records.set(key, report.text);
    this.reports.push(report);
  }

  path(path: string): void {
    try {
      if (statSync(path).isDirectory()) this.givenFolder(path);
      else this.givenFile(path);
    } catch (error) {
      this.problems.push(unreadable(path, error));
    }
  }

  private isNew(path: string): boolean {
    const real = realpathSync(path);
    if (this.seen.has(real)) return false;
    this.seen.add(real);
    return true;
  }

  private givenFile(path: string): void {
    if (!statSync(path).isFile()) {
      this.problems.push({
        severity: "error",
        code: "not-a-file",
        file: path,
        place: null,
        message: "It is neither a file nor a folder.",
        remedy: "Give a file or a folder.",
      });
      return;
    }
    const kind = kindOf(path);
    if (kind === null) {
      const ending = endingOf(path);
      this.problems.push({
        severity: "error",
        code: "unsupported-file",
        file: path,
        place: null,
        message: ending
          ? `Isnad does not read ${ending} files.`
          : "The name has no ending that says what it is.",
        remedy: `Isnad reads ${READABLE}. If it is plain text, name it .txt.`,
      });
      return;
    }
    if (!this.isNew(path)) return;
    this.files += 1;
    readFile(path, kind, this.sink);
  }

  private givenFolder(path: string): void {
    const before = this.files;
    const problemsBefore = this.problems.length;
    const seenBefore = this.seen.size;
    this.folder(path);
    const wasReadAlready = this.seen.size === seenBefore;
    if (this.files === before && this.problems.length === problemsBefore && !wasReadAlready) {
      this.problems.push({
        severity: "error",
        code: "empty-folder",
        file: path,
        place: null,
        message: "There is no report in this folder.",
        remedy: `Isnad reads ${READABLE} files, in folders of any depth; hidden files are passed over.`,
      });
    }
  }

  private folder(path: string): void {
    if (!this.isNew(path)) return;
    for (const name of readdirSync(path).sort(byName)) {
      if (!name.startsWith(".")) this.entry(join(path, name), name);
    }
  }

  /** A file or folder met inside a folder: what Isnad does not read is only counted. */
  private entry(path: string, name: string): void {
    try {
      const stat = statSync(path);
      if (stat.isDirectory()) {
        this.folder(path);
        return;
      }
      const kind = stat.isFile() ? kindOf(name) : null;
      if (kind === null) {
        this.passOver(name);
      } else if (this.isNew(path)) {
        this.files += 1;
        readFile(path, kind, this.sink);
      }
    } catch (error) {
      if (isDanglingLink(path) && kindOf(name) === null) this.passOver(name);
      else this.problems.push(unreadable(path, error));
    }
  }

  private passOver(name: string): void {
    const ending = endingOf(name);
    this.passedOver.set(ending, (this.passedOver.get(ending) ?? 0) + 1);
  }
}

function isDanglingLink(path: string): boolean {
  try {
    return lstatSync(path).isSymbolicLink();
  } catch {
    return false;
  }
}

/**
 * Reads every report under the given paths. Never throws for bad input: what cannot be read is
 * in `problems`, and the rest is read all the same.
 */
export function ingest(paths: readonly string[]): Ingested {
  const walk = new Walk();
  for (const path of paths) walk.path(path);
  return {
    reports: walk.reports,
    problems: walk.problems,
    files: walk.files,
    passedOver: Object.fromEntries([...walk.passedOver].sort(([a], [b]) => byName(a, b))),
  };
}
