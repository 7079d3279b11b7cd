import type { Measure } from "../../core/contract.js";
import { type Row, toldLater } from "../ledger/rows.js";
import { isLower } from "./compare-values.js";
import { NEVER_FALLS } from "./never-falls.js";

/** Rows of one count that are looked at: each may be held against each. */
const MOST_ROWS = 30;

/**
 * The steps of a count that went on: the longest row of figures of which each is known to have come
 * before the next. What somebody else told in between, and nobody knows when, is no step.
 * @param rows in the order of their days
 * @param isStep true where the first is known to have gone on to the second
 */
export function stepsOf(
  rows: readonly Row[],
  measure: Measure,
  isStep: (row: Row, next: Row) => boolean,
): readonly Row[] {
  const told = NEVER_FALLS.has(measure) ? asReached(rows) : asCalled(rows);
  const ordered = told.slice(-MOST_ROWS);
  const upTo: (readonly Row[])[] = [];
  for (const row of ordered) {
    const ways = upTo.filter((before) => isStep(before.at(-1) as Row, row));
    upTo.push(ways.map((before) => [...before, row]).reduce(better, [row]));
  }
  return upTo.reduce(better, []);
}

/**
 * The longer; of two as long, the one with more steps of one speaker, which are the surest; then the
 * one that more witnesses tell; then the one that ends later.
 */
function better(one: readonly Row[], other: readonly Row[]): readonly Row[] {
  const own = (rows: readonly Row[]): number =>
    rows.filter((row, at) => row.isNamed && row.speaker === rows[at + 1]?.speaker).length;
  const witnesses = (rows: readonly Row[]): number =>
    rows.reduce((sum, { row }) => sum + row.witnesses, 0);
  const more =
    other.length - one.length || own(other) - own(one) || witnesses(other) - witnesses(one);
  return more >= 0 ? other : one;
}

/** The first may stand before the second in a count that went on: of the dead, it is the lower. */
export function isBefore(row: Row, next: Row, measure: Measure): boolean {
  // A count that was put right stands behind what it put right, and before what is told on a later day.
  if (row.step !== next.step && next.step === "lowered") return !toldLater(next, row);
  if (row.step !== next.step && row.step === "lowered" && !toldLater(row, next)) return false;
  if (NEVER_FALLS.has(measure)) return isLower(row.row.value, next.row.value);
  return row.step === "earlier" || next.step === "later" || !toldLater(next, row);
}

/** What its own words call a former count, and nobody knows of what day, stands before the others. */
function asCalled(rows: readonly Row[]): Row[] {
  const isFormer = ({ step, saidDay }: Row): boolean => step === "earlier" && saidDay === null;
  return [...rows.filter(isFormer), ...rows.filter((row) => !isFormer(row))];
}

/** What its own words call a count that was reached stands behind those that it went beyond. */
function asReached(rows: readonly Row[]): Row[] {
  const isReached = ({ step, isFurther }: Row): boolean => step === "later" || isFurther;
  const out = rows.filter((row) => !isReached(row));
  for (const row of rows.filter(isReached)) {
    const least = row.row.value.min ?? 0;
    const lower = out.findLastIndex(
      (one) => (one.row.value.min ?? 0) < least && isToldNoLonger(one, row),
    );
    const own = rows[rows.indexOf(row) - 1];
    out.splice(Math.max(lower, own ? out.indexOf(own) : -1) + 1, 0, row);
  }
  for (const row of rows.filter(({ step }) => step === "lowered")) {
    out.splice(out.indexOf(row), 1);
    const last = out.findLastIndex((one) => !toldLater(row, one));
    out.splice(last + 1, 0, row);
  }
  return out;
}

const isToldNoLonger = ({ lastTold: a }: Row, { lastTold: b }: Row): boolean =>
  a !== null && b !== null && a <= b;
