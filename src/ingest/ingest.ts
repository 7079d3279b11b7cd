/** Paths to reports: the way in. Files and folders, in a stated order, each file once. */
import { lstatSync, readdirSync, realpathSync, statSync } from "node:fs";
import { contentId } from "../core/hash.js";
import type { ReportInput } from "../core/input.js";
import type { Problem } from "../core/problem.js";
import { unreadable } from "./fault.js";
import { readFile, sniffedKind } from "./file.js";
import { type InputKind, kindOf } from "./kind.js";
import type { Original, Sink } from "./source.js";

export interface Ingested {
  /** In the order of the paths as given; inside a folder, by name. */
  readonly reports: readonly ReportInput[];
  readonly problems: readonly Problem[];
  /** Files that were opened. */
  readonly files: number;
  /**
   * What was met in given folders and archives that Isnad does not read: files by their ending (`.pdf`, or ``
   * for none), pages of a WARC by what they are (`pages not in Arabic`).
   */
  readonly passedOver: Readonly<Record<string, number>>;
}

/** What was read since the last pause: a file, or a file of an archive. */
export interface IngestedBatch {
  readonly reports: readonly ReportInput[];
  readonly problems: readonly Problem[];
  /** What each report was read from; empty unless they were asked for. */
  readonly originals: readonly Original[];
}

export interface IngestOptions {
  /** Keep what each report was read from, too. */
  readonly originals?: boolean;
}

export const READABLE =
  ".txt, .json, .jsonl, .html, .xml, .rss, .atom, .warc, these packed as .gz, and .zip";

/** Names sorted by code unit, so that every machine reads in the same order. */
const byName = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const join = (folder: string, name: string): string =>
  folder.endsWith("/") ? folder + name : `${folder}/${name}`;

function endingOf(name: string): string {
  const dot = name.lastIndexOf(".");
  return dot <= 0 ? "" : name.slice(dot).toLowerCase();
}

/** Opens what the paths lead to, and pauses after each file. */
class Walk {
  readonly passedOver = new Map<string, number>();
  files = 0;
  private reports: ReportInput[] = [];
  private problems: Problem[] = [];
  private originals: Original[] = [];
  private problemCount = 0;
  /** Real paths of what was read: a file reached twice is read once, a circle of links ends. */
  private readonly seen = new Set<string>();
  private readonly sink: Sink = {
    report: (report, original) => this.take(report, original),
    problem: (problem) => this.fail(problem),
    other: (what) => this.count(what),
  };
  private readonly onOther = (name: string): void => this.passOver(name);

  constructor(private readonly options: IngestOptions) {}

  /** What each text was, by `file#id`: a dump may hold one record twice. */
  private readonly records = new Map<string, string>();

  /** What was read since it was last asked for; null where nothing was. */
  batch(): IngestedBatch | null {
    const { reports, problems, originals } = this;
    if (reports.length === 0 && problems.length === 0) return null;
    this.reports = [];
    this.problems = [];
    this.originals = [];
    return { reports, problems, originals };
  }

  private fail(problem: Problem): void {
    this.problemCount++;
    this.problems.push(problem);
  }

  private take(report: ReportInput, original: () => Original): void {
    const key = report.file ?? "";
    const text = contentId("text", report.text);
    if (this.records.get(key) === text) {
      this.fail({
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
    this.records.set(key, text);
    this.reports.push(report);
    if (this.options.originals) this.originals.push(original());
  }

  *path(path: string): Generator<void> {
    try {
      if (statSync(path).isDirectory()) yield* this.givenFolder(path);
      else yield* this.givenFile(path);
    } catch (error) {
      this.fail(unreadable(path, error));
    }
  }

  private isNew(path: string): boolean {
    const real = realpathSync(path);
    if (this.seen.has(real)) return false;
    this.seen.add(real);
    return true;
  }

  private *givenFile(path: string): Generator<void> {
    if (!statSync(path).isFile()) {
      this.fail({
        severity: "error",
        code: "not-a-file",
        file: path,
        place: null,
        message: "It is neither a file nor a folder.",
        remedy: "Give a file or a folder.",
      });
      return;
    }
    const kind = kindOf(path) ?? sniffedKind(path);
    if (kind === null) {
      const ending = endingOf(path);
      this.fail({
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
    if (this.isNew(path)) yield* this.file(path, kind);
  }

  private *file(path: string, kind: InputKind): Generator<void> {
    this.files += 1;
    yield* readFile(path, kind, this.sink, this.onOther);
    yield;
  }

  private *givenFolder(path: string): Generator<void> {
    const before = this.files;
    const problemsBefore = this.problemCount;
    const seenBefore = this.seen.size;
    yield* this.folder(path);
    const wasReadAlready = this.seen.size === seenBefore;
    if (this.files === before && this.problemCount === problemsBefore && !wasReadAlready) {
      this.fail({
        severity: "error",
        code: "empty-folder",
        file: path,
        place: null,
        message: "There is no report in this folder.",
        remedy: `Isnad reads ${READABLE} files, in folders of any depth; hidden files are passed over.`,
      });
    }
  }

  private *folder(path: string): Generator<void> {
    if (!this.isNew(path)) return;
    for (const name of readdirSync(path).sort(byName)) {
      if (!name.startsWith(".")) yield* this.entry(join(path, name), name);
    }
  }

  /** A file or folder met inside a folder: what Isnad does not read is only counted. */
  private *entry(path: string, name: string): Generator<void> {
    try {
      const stat = statSync(path);
      if (stat.isDirectory()) {
        yield* this.folder(path);
        return;
      }
      const kind = stat.isFile() ? kindOf(name) : null;
      if (kind === null) this.passOver(name);
      else if (this.isNew(path)) yield* this.file(path, kind);
    } catch (error) {
      if (isDanglingLink(path) && kindOf(name) === null) this.passOver(name);
      else this.fail(unreadable(path, error));
    }
  }

  private passOver(name: string): void {
    this.count(endingOf(name));
  }

  private count(what: string): void {
    this.passedOver.set(what, (this.passedOver.get(what) ?? 0) + 1);
  }
}

function isDanglingLink(path: string): boolean {
  try {
    return lstatSync(path).isSymbolicLink();
  } catch {
    return false;
  }
}

/** Paths that are read a file at a time, so that not all texts need be held together. */
export class Ingest {
  private readonly walk: Walk;

  constructor(
    private readonly paths: readonly string[],
    options: IngestOptions = {},
  ) {
    this.walk = new Walk(options);
  }

  /** Reports and problems, a batch for each file that gave any. Never throws for bad input. */
  *batches(): Generator<IngestedBatch> {
    for (const path of this.paths) {
      for (const _ of this.walk.path(path)) {
        const batch = this.walk.batch();
        if (batch) yield batch;
      }
      const last = this.walk.batch();
      if (last) yield last;
    }
  }

  /** Files opened so far. */
  get files(): number {
    return this.walk.files;
  }

  /** As of `Ingested`, so far. */
  get passedOver(): Readonly<Record<string, number>> {
    return Object.fromEntries([...this.walk.passedOver].sort(([a], [b]) => byName(a, b)));
  }
}

/**
 * Reads every report under the given paths. Never throws for bad input: what cannot be read is
 * in `problems`, and the rest is read all the same.
 */
export function ingest(paths: readonly string[]): Ingested {
  const source = new Ingest(paths);
  const reports: ReportInput[] = [];
  const problems: Problem[] = [];
  for (const batch of source.batches()) {
    for (const report of batch.reports) reports.push(report);
    for (const problem of batch.problems) problems.push(problem);
  }
  return { reports, problems, files: source.files, passedOver: source.passedOver };
}
