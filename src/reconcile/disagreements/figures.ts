import type { Claim, Disagreement, Measure, Message } from "../../core/contract.js";
import { addTo, groupBy } from "../../core/grouping.js";
import type { StoryContext } from "../context.js";
import { compareLedgers } from "../counts/compare-ledgers.js";
import { judgeRows } from "../counts/compare-rows.js";
import { isRounding } from "../counts/compare-values.js";
import { judgeSameSpeaker } from "../counts/course-of-count.js";
import type { Judgement } from "../counts/judgement.js";
import { FALLS } from "../counts/never-falls.js";
import { canBeOne } from "../counts/one-number.js";
import { rivalSign } from "../counts/rivals.js";
import { numbersSetAgainst, pairKey } from "../counts/set-against.js";
import { isBefore, stepsOf } from "../counts/steps.js";
import type { CountDeed } from "../language.js";
import { mainRow, standingOf } from "../ledger/figure-rules.js";
import type { OpenLedger } from "../ledger/ledger.js";
import { isHeld, type Row, toldLater } from "../ledger/rows.js";
import { incidentsOf } from "../scenes/incidents.js";
import { counted, measure, message, name } from "../wording.js";
import { deniedFigures } from "./denied-figures.js";
import { type MovedDays, movedDays } from "./moved-days.js";
import { noneDisagreements } from "./none.js";
import { isPartyClaim } from "./party-claims.js";
import { disagreement, formatValue, type Position, positionOf, type Term } from "./position.js";
import { relayDisagreements } from "./relay-fidelity.js";

/** Each crowd is a scene of its own; a price is no count; what is seized is of many kinds; patients come and go. */
const NOT_COMPARED: ReadonlySet<Measure> = new Set([
  "crowd",
  "price",
  "seized",
  "hospitalised",
  "other",
]);
/** … but who was saved, and who was aboard, is counted under no measure of its own. */
const DEEDS: ReadonlySet<string> = new Set<CountDeed>(["rescued", "aboard", "escaped"]);

/** Figures that differ: within a ledger, and between ledgers of groups that can be confused. */
export function figureDisagreements(
  ledgers: readonly OpenLedger[],
  context: StoryContext,
): Disagreement[] {
  const current = ledgers.filter(
    ({ ledger, background, part }) =>
      !background && !part && (!NOT_COMPARED.has(ledger.measure) || DEEDS.has(ledger.counted)),
  );
  const movedOf = movedDays(ledgers);
  const out: Disagreement[] = [];
  const wholes = new Wholes(current);
  for (const ledger of current.map((one) => wholes.without(one))) {
    out.push(...within(ledger, movedOf(ledger.incident), context));
  }
  out.push(...relayDisagreements(current, (one) => subjectOf(one, context), context));
  out.push(...noneDisagreements(current, context));
  out.push(...deniedFigures(current, (one) => subjectOf(one, context), context));
  const byMeasure = groupBy(current, (one) => one.ledger.measure);
  for (const same of byMeasure.values()) out.push(...compareLedgers(same, context));
  return out;
}

/** The counts of people at large, by happening and measure: each number with who tells it. */
class Wholes {
  private readonly told = new Set<string>();

  constructor(ledgers: readonly OpenLedger[]) {
    for (const one of ledgers.filter(({ noun }) => noun === "persons")) {
      for (const row of one.rows) {
        for (const who of tellersOf(row)) this.told.add(keyOf(one, row, who));
      }
    }
  }

  /**
   * A ledger without rows whose speaker or report tells the same number of all: "15 of the force"
   * by who tells fifteen dead is the whole under the name of most of them.
   */
  without(ledger: OpenLedger): OpenLedger {
    if (ledger.noun === "persons") return ledger;
    const rows = ledger.rows.filter(
      (row) => !tellersOf(row).some((who) => this.told.has(keyOf(ledger, row, who))),
    );
    if (rows.length === ledger.rows.length) return ledger;
    // What replaces a row is told by its place among all of them.
    const placed = rows.map((one) => {
      const heir = ledger.rows[one.row.supersededBy ?? -1];
      const at = heir ? rows.indexOf(heir) : -1;
      return { ...one, row: { ...one.row, supersededBy: at === -1 ? null : at } };
    });
    return { ...ledger, rows: placed };
  }
}

/** Its speaker, where he is known, and its reports. */
const tellersOf = ({ isNamed, speaker, claims }: Row): string[] => [
  ...(isNamed ? [speaker] : []),
  ...claims.map(({ report }) => report),
];

const keyOf = ({ incident, ledger }: OpenLedger, { row: { value } }: Row, who: string): string =>
  [incident, ledger.measure, who, value.min, value.max].join("|");

function subjectOf({ ledger }: OpenLedger, context: StoryContext): Term[] {
  const place = context.nameOf(ledger.place);
  return [
    ...(ledger.measure === "other" ? [] : [measure(ledger.measure)]),
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
    // One of a list that has the same number is no telling of it.
    const whole = row.claims.filter((claim) => !incidentsOf(context).isListed(claim));
    const told = whole.length > 0 ? whole : row.claims;
    byValue.set(value, [...(byValue.get(value) ?? []), ...told]);
  }
  return [...byValue].map(([value, claims]) => positionOf(claims, value, context));
}

/**
 * Each other row is held against the weightiest; and rows of one day against each other.
 */
function within(open: OpenLedger, moved: MovedDays, context: StoryContext): Disagreement[] {
  const { measure: kind, counted: group } = open.ledger;
  const rows = open.rows.filter(isHeld);
  const against = numbersSetAgainst(rows);
  const judge: Judge = (a, b) => {
    const judgement = judgeRows(a, b, { measure: kind, group, moved, context });
    if (judgement?.relation === "updates" && against.has(pairKey(a, b))) return null;
    // "About 290", which another tells as 290, is no wording for 257.
    const isRounded = judgement?.why.code === "roundedFigure";
    if (isRounded && ([a, b].some((one) => isToldExactly(one, rows)) || isNearerTold(a, b, rows))) {
      return null;
    }
    const isPutRight = judgement?.relation === "contradicts" && werePutRight(a, b, rows);
    return isPutRight ? { relation: "updates", why: message("earlierCount") } : judgement;
  };
  const impartial = rows.filter((row) => !isPartyClaim(row, context));
  const best = mainRow(impartial.length > 0 ? impartial : rows, context);
  if (!best) return [];
  const others = nextToBest(best, rows, context);
  const judgeAny = (row: Row): (Judgement & { readonly heir: Row }) | null => {
    const replaced = judgeReplaced(row, open, context);
    const judgement = replaced ?? judge(row, best);
    if (judgement) return { ...judgement, heir: replaced?.heir ?? best };
    for (const heir of others) {
      const next = heir === row ? null : judge(row, heir);
      if (next?.relation === "updates") return { ...next, heir };
      // One report sets it against the best number, as another speaker's.
      const { min, max } = heir.row.value;
      const isBest = min === best.row.value.min && max === best.row.value.max;
      const isAgainst = isBest && heir !== row && rivalSign(row, heir, context) === "against";
      if (isAgainst && next?.relation === "contradicts") return { ...next, heir };
    }
    return null;
  };
  const judged = new Map<Disagreement["relation"], Judged[]>();
  for (const row of rows) {
    if (row === best) continue;
    const judgement = judgeAny(row);
    if (!judgement) continue;
    const pair = { row, other: judgement.heir, why: judgement.why };
    addTo(judged, judgement.relation, pair);
  }
  const tell = (relation: Disagreement["relation"], pairs: readonly Judged[]): Disagreement[] => {
    const others = inOrder(new Set(pairs.flatMap(({ row, other }) => [row, other])), open);
    const isStep = (row: Row, next: Row): boolean => {
      const replaced = judgeReplaced(row, open, context);
      const known = replaced?.heir === next ? replaced : judge(row, next);
      return known?.relation === "updates" && isBefore(row, next, kind);
    };
    const steps = relation === "updates" ? stepsOf(others, kind, isStep) : others;
    const told = positions(steps, context);
    const kept = pairs.filter(({ row, other }) => steps.includes(row) && steps.includes(other));
    // What is left where one step alone is known sets nothing against anything.
    if (told.length < 2 || kept.length === 0) return [];
    const reasons = new Map(kept.map(({ why }) => [JSON.stringify(why), why]));
    const why = [...reasons.values()].slice(0, MOST_REASONS);
    return [disagreement("figure", relation, subjectOf(open, context), told, why)];
  };
  const settled = [...judged].flatMap(([relation, pairs]) =>
    relation === "undecided" ? [] : tell(relation, pairs),
  );
  const out = [...settled];
  // A number that stands stands for all who tell it, the day before too.
  const numberOf = ({ row: { value } }: Row): string => `${value.min}|${value.max}`;
  const standing = new Set(standingOf(rows).map(numberOf));
  // What one report sets against each other differed that day, though both have been outgrown since.
  const judgeAgainst: Judge = (a, b) =>
    rivalSign(a, b, context) === "against" ? judge(a, b) : null;
  for (const clash of [
    ...clashes(
      rows.filter((row) => row !== best && standing.has(numberOf(row))),
      judge,
    ),
    ...clashes(
      rows.filter((row) => row !== best),
      judgeAgainst,
    ),
  ]) {
    const told = positions(clash, context);
    // The same numbers by others who repeat them are the same dispute.
    if (out.some((one) => one.relation === "contradicts" && holdsMost(one, told))) continue;
    out.push(
      disagreement("figure", "contradicts", subjectOf(open, context), told, [
        message("sameDayFigures", { counted: counted(group) }),
      ]),
    );
  }
  // What is known of a pair of numbers is not left open a second time.
  const left = (judged.get("undecided") ?? []).filter(
    (pair) => !out.some((one) => holdsBoth(one, pair)),
  );
  return [...out, ...tell("undecided", left)];
}

const isToldExactly = ({ row: { value } }: Row, rows: readonly Row[]): boolean =>
  value.hedge === "about" &&
  rows.some(({ row }) => row.value.hedge === "exact" && row.value.min === value.min);

/** "About 380" is said of the 378 that somebody tells, and not of 347. */
function isNearerTold(a: Row, b: Row, rows: readonly Row[]): boolean {
  const [round, exact] = isRounding(a.row.value, b.row.value) ? [a, b] : [b, a];
  const from = ({ row: { value } }: Row): number =>
    Math.abs((value.min ?? 0) - (round.row.value.min ?? 0));
  return rows.some(
    (one) => one !== round && one.row.value.hedge === "exact" && from(one) < from(exact),
  );
}

/** "253 instead of 359": the 257 of a later day go on from there, and nobody tells the 359 any more. */
function werePutRight(a: Row, b: Row, rows: readonly Row[]): boolean {
  const [high, low] = (a.row.value.min ?? 0) > (b.row.value.min ?? 0) ? [a, b] : [b, a];
  return rows.some(
    (put) =>
      put !== high &&
      put !== low &&
      put.step === "lowered" &&
      (put.row.value.max ?? 0) < (high.row.value.min ?? 0) &&
      !toldLater(put, high) &&
      !toldLater(low, put),
  );
}

/**
 * Who else tells the best number may be tied to what the best is not; and where nobody answers for the
 * best, a count of a known speaker went on beside it.
 */
function nextToBest(best: Row, rows: readonly Row[], context: StoryContext): readonly Row[] {
  const { min, max } = best.row.value;
  const twins = rows.filter(
    (row) => row !== best && row.row.value.min === min && row.row.value.max === max,
  );
  const named = best.isNamed ? [] : rows.filter((row) => row !== best && row.isNamed);
  const known = mainRow(named, context);
  return known === null ? twins : [...twins, known];
}

/** A figure judged against another. */
interface Judged {
  readonly row: Row;
  readonly other: Row;
  readonly why: Message;
}

/** "At least 43" and "43" are one number of the reports. */
const leastOf = (value: string): string => value.replace(/\+$/u, "");

const holdsBoth = ({ positions: told }: Disagreement, { row, other }: Judged): boolean =>
  [row, other].every((one) =>
    told.some(({ value }) => leastOf(value) === leastOf(formatValue(one.row.value))),
  );

/** All numbers of the one, or two of them, stand in the other. */
function holdsMost(known: Disagreement, told: readonly Position[]): boolean {
  const shared = told.filter(({ value }) => known.positions.some((one) => one.value === value));
  return shared.length >= Math.min(told.length, 2);
}

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
  if (!told || !heir || heir.row.value.min === row.row.value.min) return null;
  // "Hundreds", then "about 300": he counted no more than before.
  const [before, after] = [told.row.value, heir.row.value];
  if (before.hedge === "vague" && canBeOne(before, after) && !FALLS.has(ledger.measure))
    return null;
  const sign = rivalSign(row, heir, context);
  const judgement = sign && judgeSameSpeaker(told, heir, ledger.measure, sign);
  return judgement ? { ...judgement, heir } : null;
}

const MOST_REASONS = 3;

const inOrder = (rows: ReadonlySet<Row>, { rows: all }: OpenLedger): Row[] =>
  all.filter((row) => rows.has(row));

/** Rows of one day that cannot both hold, beside the weightiest, which is judged above. */
function clashes(rows: readonly Row[], judge: Judge): Row[][] {
  const out: Row[][] = [];
  const byDay = new Map<number, Row[]>();
  for (const row of rows) {
    if (row.saidDay === null) continue;
    addTo(byDay, row.saidDay, row);
  }
  for (const day of byDay.values()) {
    const clashing = day.filter((row) =>
      day.some((other) => other !== row && judge(row, other)?.relation === "contradicts"),
    );
    if (clashing.length > 1) out.push(clashing);
  }
  return out;
}
