/**
 * The examples beside the account that a careful reader would give of them, which stands in the
 * tables of `docs/EXAMPLES.md`. They belong to the project, so these tasks are never skipped.
 */
import { readFileSync } from "node:fs";
import { MEASURES, type Measure } from "../src/core/contract.js";
import { exampleInputs, type FigureLabel, type Labels } from "./data.js";
import type { LabelledReading } from "./labelled.js";
import { findWords } from "./match.js";
import type { ReadReports } from "./task.js";

const tables = new URL("../docs/EXAMPLES.md", import.meta.url);

/** The cells of a table row; null for any other line. */
function cellsOf(line: string): readonly string[] | null {
  if (!line.startsWith("|") || /^\|[\s|:-]+\|$/.test(line)) return null;
  return line
    .split("|")
    .slice(1, -1)
    .map((cell) => cell.trim());
}

const isMeasure = (word: string): word is Measure => MEASURES.some((measure) => measure === word);

/** `30.. bound` → 30 and no upper bound. */
function boundsOf(value: string): Pick<FigureLabel, "min" | "max"> | null {
  const match = /^(\d*)\.\.(\d*)\s/.exec(`${value} `);
  if (!match) return null;
  const [, min, max] = match;
  return { min: min ? Number(min) : null, max: max ? Number(max) : null };
}

interface FigureRow {
  /** `01`, `06a`. */
  readonly report: string;
  readonly id: string;
  readonly partOf: string;
  readonly label: FigureLabel;
}

function figureRow(cells: readonly string[]): FigureRow | null {
  const [id = "", evidence = "", measure = "", value = "", who = "", partOf = "", chain = ""] =
    cells;
  const bounds = boundsOf(value);
  const quoted = /^`(.*)`$/.exec(evidence)?.[1];
  if (!/^\d\d[a-z]?\.\d+$/.test(id) || !quoted || !bounds || !isMeasure(measure)) return null;
  return {
    report: id.split(".")[0] ?? "",
    id,
    partOf,
    label: {
      evidence: quoted.trim(),
      measure,
      who,
      ...bounds,
      role: partOf ? "part" : "total",
      part_of: null,
      date: null,
      place: cells[9] || null,
      chain: chain === "—" ? [] : chain.split(" > ").map((name) => name.trim()),
      background: (cells[10] ?? "").includes("background"),
    },
  };
}

export interface ExampleTables {
  /** Report number → the day of its publication, ISO. */
  readonly published: ReadonlyMap<string, string>;
  readonly figures: ReadonlyMap<string, readonly FigureLabel[]>;
}

export function parseExampleTables(markdown: string): ExampleTables {
  const published = new Map<string, string>();
  const rows: FigureRow[] = [];
  for (const line of markdown.split("\n")) {
    const cells = cellsOf(line);
    if (!cells) continue;
    const [first = "", second = ""] = cells;
    if (/^\d\d[a-z]?$/.test(first) && /^\d{4}-\d\d-\d\d$/.test(second))
      published.set(first, second);
    const row = figureRow(cells);
    if (row) rows.push(row);
  }
  const figures = new Map<string, FigureLabel[]>();
  for (const report of new Set(rows.map((row) => row.report))) {
    const own = rows.filter((row) => row.report === report);
    const indexOf = (id: string): number | null => {
      const index = own.findIndex((row) => row.id === id);
      return index < 0 ? null : index;
    };
    figures.set(
      report,
      own.map(({ label, partOf }) => ({ ...label, part_of: indexOf(partOf) })),
    );
  }
  return { published, figures };
}

/** The reports of `examples/` in one account, beside what the tables say of each. */
export function readExamples(read: ReadReports): readonly LabelledReading[] | null {
  const inputs = exampleInputs();
  if (inputs.length === 0) return null;
  const { published, figures } = parseExampleTables(readFileSync(tables, "utf8"));
  const account = read(inputs);
  const files = inputs.map(({ file }) => file ?? "");
  const numberOf = (file: string): string => /(\d\d)-[^/]*$/.exec(file)?.[1] ?? "";
  return files.map((file): LabelledReading => {
    const number = numberOf(file);
    const siblings = files.filter((other) => numberOf(other) === number);
    const letter = siblings.length > 1 ? String.fromCharCode(97 + siblings.indexOf(file)) : "";
    const name = number + letter;
    const report = account.reports.find((candidate) => candidate.file === file);
    if (!report) throw new Error(`report ${file} is missing from the account`);
    const labels: Labels = {
      outlet: "",
      group: "examples",
      published: published.get(name) ?? null,
      figures: (figures.get(name) ?? []).map((figure) => {
        const span = findWords(report.text, figure.evidence);
        return span ? { ...figure, span } : figure;
      }),
      times: [],
      attributions: [],
      chrome: [],
    };
    const claims = account.claims.filter((claim) => claim.report === report.id);
    return { record: { name, text: report.text, labels }, report, claims, account };
  });
}
