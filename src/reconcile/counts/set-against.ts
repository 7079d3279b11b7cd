import type { Row } from "../ledger/rows.js";

/** Characters between two sentences of one report that set two counts side by side. */
const BESIDE_CHARACTERS = 200;

const numberOf = ({ row: { value } }: Row): string => `${value.min}|${value.max}`;

/** Two numbers, whoever tells them. */
export const pairKey = (a: Row, b: Row): string => [numberOf(a), numberOf(b)].sort().join(" ");

const isStep = ({ step, isSaidBefore, isFurther }: Row): boolean =>
  step !== null || isSaidBefore || isFurther;

/**
 * Pairs of numbers that one report gives two speakers side by side ("the government says 95, the party
 * 128"): by whomever, the one is no step to the other, and no later one overtakes the other.
 */
export function numbersSetAgainst(rows: readonly Row[]): ReadonlySet<string> {
  const out = new Set<string>();
  for (const [at, one] of rows.entries()) {
    for (const other of rows.slice(at + 1, at + 1 + MOST_ROWS)) {
      if (one.speaker === other.speaker || isStep(one) || isStep(other)) continue;
      if (one.speaker === "report" || other.speaker === "report") continue;
      if (numberOf(one) !== numberOf(other) && areBeside(one, other)) out.add(pairKey(one, other));
    }
  }
  return out;
}

const MOST_ROWS = 40;

const areBeside = (a: Row, b: Row): boolean =>
  a.claims.some((one) =>
    b.claims.some(
      (other) =>
        one.report === other.report &&
        one.figure?.partOf === null &&
        other.figure?.partOf === null &&
        Math.max(one.sentence[0] - other.sentence[1], other.sentence[0] - one.sentence[1]) <=
          BESIDE_CHARACTERS,
    ),
  );
