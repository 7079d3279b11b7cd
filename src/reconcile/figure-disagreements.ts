import type { Claim, Disagreement, Measure, Message } from "../core/contract.js";
import { compareLedgers } from "./compare-ledgers.js";
import { areRivals, type Judgement, judgeRows, judgeSameSpeaker } from "./compare-rows.js";
import type { StoryContext } from "./context.js";
import { mainRow, standingOf } from "./figure-rules.js";
import type { OpenLedger } from "./ledger.js";
import type { Row } from "./ledger-rows.js";
import { NEVER_FALLS } from "./never-falls.js";
import { disagreement, formatValue, type Position, positionOf, type Term } from "./position.js";
import { relayDisagreements } from "./relay-fidelity.js";
import { counted, measure, message, name } from "./wording.js";

/** Each crowd is a scene of its own; a price is no count; what is seized is of many kinds; patients come and go. */
const NOT_COMPARED: ReadonlySet<Measure> = new Set([
  "crowd",
  "price",
  "seized",
  "hospitalised",
  "other",
]);

/** Figures that differ: within a ledger, and between ledgers of groups that can be confused. */
export function figureDisagreements(
  ledgers: readonly OpenLedger[],
  context: StoryContext,
): Disagreement[] {
  const current = ledgers.filter(
    ({ ledger, background, part }) => !background && !part && !NOT_COMPARED.has(ledger.measure),
  );
  const moving = new Set(
    ledgers.filter(({ rows }) => rows.some((row) => row.step !== null)).map((one) => one.incident),
  );
  const out: Disagreement[] = [];
  for (const ledger of current) {
    out.push(...within(ledger, moving.has(ledger.incident), context));
  }
  out.push(...relayDisagreements(current, (one) => subjectOf(one, context), context));
  const byMeasure = new Map<string, OpenLedger[]>();
  for (const one of current) {
    const list = byMeasure.get(one.ledger.measure);
    if (list) list.push(one);
    else byMeasure.set(one.ledger.measure, [one]);
  }
  for (const same of byMeasure.values()) out.push(...compareLedgers(same, context));
  return out;
}

function subjectOf({ ledger }: OpenLedger, context: StoryContext): Term[] {
  const place = context.nameOf(ledger.place);
  return [
    measure(ledger.measure),
    counted(ledger.counted),
    ...(place === null ? [] : [name(place)]),
  ];
}

type Judge = (a: Row, b: Row) => Judgement | null;

/** One position for one value, whoever gives it. */
function positions(rows: readonly Row[], context: StoryContext): Position[] {
  const byValue = new Map<string, Claim[]>();
  for (const row of rows) {
    const value = formatValue(row.row.value);
    byValue.set(value, [...(byValue.get(value) ?? []), ...row.claims]);
  }
  return [...byValue].map(([value, claims]) => positionOf(claims, value, context));
}

/**
 * Each other row is held against the weightiest; and rows of one day against each other.
 * @param isMoving the tolls of this happening are told to have risen
 */
function within(open: OpenLedger, isMoving: boolean, context: StoryContext): Disagreement[] {
  const { measure: kind, counted: group } = open.ledger;
  const judge: Judge = (a, b) => judgeRows(a, b, { measure: kind, group, isMoving, context });
  const rows = open.rows.filter((row) => !row.denied);
  const best = mainRow(rows, context);
  if (!best) return [];
  const judged = new Map<
    Disagreement["relation"],
    { reasons: Map<string, Message>; rows: Set<Row> }
  >();
  for (const row of rows) {
    if (row === best) continue;
    const replaced = judgeReplaced(row, open, context);
    const judgement = replaced ?? judge(row, best);
    if (!judgement) continue;
    const known = judged.get(judgement.relation) ?? {
      reasons: new Map<string, Message>(),
      rows: new Set<Row>(),
    };
    known.rows.add(row).add(replaced?.heir ?? best);
    known.reasons.set(JSON.stringify(judgement.why), judgement.why);
    judged.set(judgement.relation, known);
  }
  const all = [...judged].flatMap(([relation, { reasons, rows: others }]) => {
    const told = positions(chain(relation, inOrder(others, open), kind), context);
    // What is left of a chain that a lower figure cut short sets nothing against anything.
    if (told.length < 2) return [];
    const why = [...reasons.values()].slice(0, MOST_REASONS);
    return [disagreement("figure", relation, subjectOf(open, context), told, why)];
  });
  // What is known of a pair of numbers is not left open a second time.
  const out = all.filter(
    (one) =>
      one.relation !== "undecided" ||
      !all.some((other) => other !== one && holdsAll(other, one.positions)),
  );
  const standing = standingOf(rows);
  for (const clash of clashes(
    rows.filter((row) => row !== best && standing.includes(row)),
    judge,
  )) {
    const told = positions(clash, context);
    // The same numbers by others who repeat them are the same dispute.
    if (out.some((one) => one.relation === "contradicts" && holdsAll(one, told))) continue;
    out.push(
      disagreement("figure", "contradicts", subjectOf(open, context), told, [
        message("sameDayFigures", { counted: counted(group) }),
      ]),
    );
  }
  return out;
}

const holdsAll = (known: Disagreement, told: readonly Position[]): boolean =>
  told.every(({ value }) => known.positions.some((one) => one.value === value));

/**
 * A number that its own speaker replaced was a step of his count; and who repeats the number
 * after him tells that step.
 */
function judgeReplaced(
  row: Row,
  { rows, ledger }: OpenLedger,
  context: StoryContext,
): (Judgement & { readonly heir: Row }) | null {
  const key = ({ row: { value } }: Row): string => `${value.min}|${value.max}`;
  const told =
    row.row.supersededBy !== null
      ? row
      : rows.find((one) => one.row.supersededBy !== null && key(one) === key(row));
  const heir = told && rows[told.row.supersededBy ?? -1];
  if (!told || !heir || key(heir) === key(row) || !areRivals(row, heir, context)) return null;
  return { ...judgeSameSpeaker(told, heir, ledger.measure), heir };
}

const MOST_REASONS = 3;

/** Of a count that went on, the steps: a lower figure told in between was of something less. */
function chain(relation: Disagreement["relation"], rows: readonly Row[], kind: Measure): Row[] {
  if (relation !== "updates" || !NEVER_FALLS.has(kind)) return [...rows];
  let reached = Number.NEGATIVE_INFINITY;
  return rows.filter(({ row: { value } }) => {
    const least = value.min ?? 0;
    if (least < reached || (least === reached && value.max !== null)) return false;
    reached = least;
    return true;
  });
}

const inOrder = (rows: ReadonlySet<Row>, { rows: all }: OpenLedger): Row[] =>
  all.filter((row) => rows.has(row));

/** Rows of one day that cannot both hold, beside the weightiest, which is judged above. */
function clashes(rows: readonly Row[], judge: Judge): Row[][] {
  const out: Row[][] = [];
  const byDay = new Map<number, Row[]>();
  for (const row of rows) {
    if (row.saidDay === null) continue;
    byDay.set(row.saidDay, [...(byDay.get(row.saidDay) ?? []), row]);
  }
  for (const day of byDay.values()) {
    const clashing = day.filter((row) =>
      day.some((other) => other !== row && judge(row, other)?.relation === "contradicts"),
    );
    if (clashing.length > 1) out.push(clashing);
  }
  return out;
}
