import type { Claim, Disagreement, Measure } from "../../core/contract.js";
import type { StoryContext } from "../context.js";
import type { OpenLedger } from "../ledger/ledger.js";
import { isHeld, type Row, toldLater } from "../ledger/rows.js";
import { incidentsOf } from "../scenes/incidents.js";
import { counted, measure, message } from "../wording.js";
import { disagreement, formatValue, positionOf } from "./position.js";

/** What there is none of, where a measure is none: without victims nobody was killed or hurt. */
const TAKES_IN: Partial<Readonly<Record<Measure, readonly Measure[]>>> = {
  casualties: ["killed", "injured", "casualties"],
};

/** Rows of a ledger that are looked at. */
const MOST_ROWS = 12;
/** Claims of a row that are looked at. */
const MOST_COMPARED = 6;

/**
 * "A raid without victims", and elsewhere a number of dead of it: told under two measures, they
 * meet in no ledger. Both must be what a report was written for, and told of the same things.
 */
export function noneDisagreements(
  ledgers: readonly OpenLedger[],
  context: StoryContext,
): Disagreement[] {
  if (!incidentsOf(context).isFocused) return [];
  return ledgers.flatMap((none) => {
    const within = TAKES_IN[none.ledger.measure] ?? [];
    return none.rows
      .filter((row) => row.row.value.max === 0 && isTold(row))
      .slice(0, MOST_ROWS)
      .flatMap((row) =>
        ledgers
          .filter((one) => one !== none && within.includes(one.ledger.measure))
          .flatMap((some) => disputeOf(row, some, context)),
      );
  });
}

const isTold = (row: Row): boolean =>
  row.isHeadline && isHeld(row) && !row.isEcho && !row.isListed && !row.isMore;

function disputeOf(none: Row, some: OpenLedger, context: StoryContext): Disagreement[] {
  const { ledger } = some;
  const others = some.rows
    .slice(0, MOST_ROWS)
    .filter(
      (row) => (row.row.value.min ?? 0) > 0 && isTold(row) && areToldOfOne(none, row, context),
    );
  const [first] = others;
  if (!first) return [];
  const isOvertaken = others.every((row) => toldLater(none, row));
  const positions = [none, ...others].map((row) =>
    positionOf(row.claims, formatValue(row.row.value), context),
  );
  return [
    disagreement(
      "figure",
      isOvertaken ? "updates" : "contradicts",
      [measure(ledger.measure), counted(ledger.counted)],
      positions,
      [message(isOvertaken ? "noneOvertaken" : "noneAndSome")],
    ),
  ];
}

function areToldOfOne(a: Row, b: Row, context: StoryContext): boolean {
  const heads = ({ claims }: Row): readonly Claim[] =>
    claims.filter((claim) => incidentsOf(context).isHeadline(claim)).slice(0, MOST_COMPARED);
  const others = heads(b);
  return heads(a).some((one) =>
    others.some(
      (other) =>
        one.report !== other.report &&
        (context.alike.isAlike(one, other) || context.alike.holdsAll(one, other)),
    ),
  );
}
