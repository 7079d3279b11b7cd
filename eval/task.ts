import type { Account } from "../src/core/contract.js";
import type { ReportInput } from "../src/core/input.js";

/** One thing looked at while scoring, for a person who wants to see why a score is what it is. */
export interface Finding {
  readonly verdict: "hit" | "miss" | "wrong" | "spurious" | "note";
  /** Name of the record in its data set, without extension: `05`. */
  readonly record: string;
  /** Where in the record's text, in UTF-16 code units; null where it has no place. */
  readonly at: number | null;
  readonly text: string;
}

/** One line of the table. `precision` and `recall` are shares, 0 to 1; null where not defined. */
export interface Row {
  readonly name: string;
  readonly cases: number;
  readonly precision: number | null;
  readonly recall: number | null;
  /** What the floor is held against: F1, or the share of right cases; null where nothing was scored. */
  readonly score: number | null;
  /** Said after the numbers: `right 4, unknown 1, wrong 0`. */
  readonly remark?: string;
  readonly findings: readonly Finding[];
}

/** Reads reports into one account; a task never calls the engine otherwise. */
export type ReadReports = (inputs: readonly ReportInput[]) => Account;

export interface Task {
  readonly name: string;
  /** The names of the rows it prints, so that a skipped task can be counted too. */
  readonly rows: readonly string[];
  /** Why what it finds may not be looked at, where it may not: `--show` is refused then. */
  readonly sealed?: string | null;
  /** The rows; null where its data are not present. */
  readonly run: (read: ReadReports) => readonly Row[] | null;
}

export interface Counts {
  readonly hits: number;
  /** Cases labelled. */
  readonly labelled: number;
  /** Cases the engine gave. */
  readonly given: number;
}

/** Precision, recall and F1; nothing labelled and nothing given is undefined, not perfect. */
export function rate(counts: Counts): Pick<Row, "cases" | "precision" | "recall" | "score"> {
  const { hits, labelled, given } = counts;
  return {
    cases: labelled,
    precision: given === 0 ? null : hits / given,
    recall: labelled === 0 ? null : hits / labelled,
    score: labelled + given === 0 ? null : (2 * hits) / (labelled + given),
  };
}

/** What one text scored, and where. */
export interface TextScore extends Counts {
  readonly findings: readonly Finding[];
}

/** One row over several texts. */
export function ratedRow(name: string, scores: readonly TextScore[], remark?: string): Row {
  const total = (count: (score: Counts) => number): number =>
    scores.reduce((sum, score) => sum + count(score), 0);
  return {
    name,
    ...rate({
      hits: total(({ hits }) => hits),
      labelled: total(({ labelled }) => labelled),
      given: total(({ given }) => given),
    }),
    ...(remark === undefined ? {} : { remark }),
    findings: scores.flatMap(({ findings }) => findings),
  };
}

/** A row whose score is a plain share of right cases. */
export function share(
  right: number,
  cases: number,
): Pick<Row, "cases" | "precision" | "recall" | "score"> {
  return { cases, precision: null, recall: null, score: cases === 0 ? null : right / cases };
}
