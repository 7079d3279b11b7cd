import { type Floors, isBelow } from "./floors.js";
import type { Finding, Row } from "./task.js";

const percent = (value: number | null): string => (value === null ? "–" : (value * 100).toFixed(1));

const COLUMNS = ["task", "cases", "P", "R", "score", "floor"] as const;
const TASK_WIDTH = 36;
const NUMBER_WIDTH = 7;

const line = (cells: readonly string[]): string =>
  cells
    .map((cell, index) => (index === 0 ? cell.padEnd(TASK_WIDTH) : cell.padStart(NUMBER_WIDTH)))
    .join(" ");

export const tableHead = (): string => line(COLUMNS);

export type Outcome = "passed" | "failed" | "printed";

/** A row without a floor is only printed; one with a floor and nothing scored has failed it. */
export function outcome(row: Row, floors: Floors): Outcome {
  const floor = floors[row.name];
  if (floor === undefined) return "printed";
  return isBelow(row.score ?? 0, floor) ? "failed" : "passed";
}

export function tableLine(row: Row, floors: Floors): string {
  const floor = floors[row.name];
  const numbers = [row.precision, row.recall, row.score].map(percent);
  const cells = [row.name, String(row.cases), ...numbers, percent(floor ?? null)];
  const mark = outcome(row, floors) === "failed" ? "  BELOW FLOOR" : "";
  return `${line(cells)}${mark}${row.remark ? `  ${row.remark}` : ""}`;
}

const VERDICT_WIDTH = 8;

/** One finding for a person: what, which record and where, the words. */
export const findingLine = ({ verdict, record, at, text }: Finding): string =>
  `  ${verdict.toUpperCase().padEnd(VERDICT_WIDTH)} ${record}${at === null ? "" : `@${at}`}  ${text}`;
