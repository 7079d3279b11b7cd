import type { FigureRule, Ledger, Message, Value } from "../../core/contract.js";
import type { StoryContext } from "../context.js";
import { isEstimate } from "../counts/compare-values.js";
import { NEVER_FALLS } from "../counts/never-falls.js";
import { numbersSetAgainst, pairKey } from "../counts/set-against.js";
import { message, number } from "../wording.js";
import { isHeld, isOfSome, type Row, toldLater } from "./rows.js";

export type Bounds = Pick<Ledger, "low" | "best" | "high">;

interface Rule {
  /** The sentence that says the rule, in every language of the exports. */
  readonly words: Message;
  /** Where the rule is laid down. */
  readonly source: string;
  /**
   * @param standing rows still held that no later count overtook; at least one
   * @param held those and the overtaken
   */
  readonly choose: (
    standing: readonly Row[],
    held: readonly Row[],
    context: StoryContext,
  ) => Bounds;
}

/**
 * Rules that choose low, best and high of a ledger. Coders of conflict data are bound to their
 * codebook's; all three see the same rows, without what was denied or replaced by its own speaker.
 */
export const FIGURE_RULES: Readonly<Record<FigureRule, Rule>> = {
  isnad: {
    words: message("rule-isnad"),
    source: "docs/LEDGER.md",
    choose: (standing, held, context) => {
      const best = weightiest(standing, context)?.row.value;
      const counts = counting(standing);
      return {
        low: Math.min(...counts.map((one) => one.row.value.min ?? 0)),
        best: best?.min ?? best?.max ?? null,
        high: highest(held.filter((one) => counts.includes(one) || one.row.value.max !== null)),
      };
    },
  },
  acled: {
    words: message("rule-acled"),
    source: "ACLED codebook, Reported fatalities; ACLED FAQ, How does ACLED code fatalities?",
    choose: (standing, held) => {
      const conservative = Math.min(...counting(standing).map((one) => acledValue(one.row.value)));
      return { low: conservative, best: conservative, high: highest(held) };
    },
  },
  ucdp: {
    words: message("rule-ucdp"),
    source: "UCDP, Definitions, sources and methods for battle-death estimates: low, best, high",
    choose: (standing, held) => {
      const reliable = mostReliable(standing);
      return {
        low: Math.min(...held.map((one) => one.row.value.min ?? 0)),
        best: Math.min(...reliable.map((one) => one.row.value.min ?? one.row.value.max ?? 0)),
        high: highest(held),
      };
    },
  },
};

/** Those that tell a number; "dozens", or an estimate, is for want of one, and bounds nothing where one is told. */
function counting(rows: readonly Row[]): readonly Row[] {
  const exact = rows.filter(({ row }) => row.value.hedge !== "vague" && !isEstimate(row.value));
  return exact.length > 0 ? exact : rows;
}

/** The largest number told; null where one is open above and nothing closes it. */
function highest(rows: readonly Row[]): number | null {
  const tops = rows.map((one) => one.row.value.max);
  return tops.some((top) => top === null) ? null : Math.max(...tops.map((top) => top ?? 0));
}

/** Count words as ACLED codes them: 10 for tens, 100 for hundreds; 3 for "several". */
function acledValue({ min, max, hedge }: Value): number {
  const least = min ?? max ?? 0;
  return hedge === "vague" && max === null ? least / 2 : least;
}

/** UCDP asks how specific a report is and whence it has its figure; of equals it takes the lower. */
function mostReliable(rows: readonly Row[]): readonly Row[] {
  const rank = (row: Row): number =>
    vaguenessOf(row) * 2 + (row.row.speaker.kind === "report" ? 1 : 0);
  const best = Math.min(...rows.map(rank));
  return rows.filter((row) => rank(row) === best);
}

const HEDGE_RANK = { exact: 0, about: 1, bound: 2, vague: 3 } as const;

/** "Between 500 and 1,000" is what somebody reckons, and counts no more than "hundreds". */
const vaguenessOf = ({ row: { value } }: Row): number =>
  isEstimate(value) ? HEDGE_RANK.vague : HEDGE_RANK[value.hedge];

/**
 * A count that went on: told later and no fewer by an official or a body, by as many independent
 * witnesses, or by anybody once the earlier is old; the earlier bounds nothing any more. So does "at
 * least 155" overtake 151. And what nobody answered for is put right by an official's later count.
 */
function isOvertaken(row: Row, held: readonly Row[], against: ReadonlySet<string>): boolean {
  const least = row.row.value.min ?? 0;
  if (row.step === "earlier" && held.some((other) => (other.row.value.min ?? 0) > least))
    return true;
  return held.some(
    (later) =>
      !against.has(pairKey(row, later)) &&
      (isReachedThatDay(row, later) || toldLater(row, later)) &&
      later !== row &&
      (isPutRight(row, later) ||
        (wentBeyond(row.row.value, later.row.value) &&
          (isOfficial(later) ||
            (!isOfficial(row) && later.row.witnesses >= row.row.witnesses) ||
            isAnew(row, later, held)))),
  );
}

/**
 * Of one day, and its words, or the other's, tell which came first: "rose to 174", "had said earlier"; whoever had
 * said it had before the day on which that is told.
 */
function isReachedThatDay(row: Row, later: Row): boolean {
  if (!isOfNeverFalling(row) || row.saidDay === null || later.saidDay === null) return false;
  const isOneDay = row.saidDay === later.saidDay;
  const isOlder = row.isSaidBefore && !later.isSaidBefore;
  const isNear = isOneDay || (isOlder && row.saidDay - later.saidDay === 1);
  if (!isNear || !(isOlder || later.step === "later")) return false;
  return (row.row.value.max ?? row.row.value.min ?? 0) < (later.row.value.min ?? 0);
}

/** "Lowered the toll to 84": what was told before it, and is more, holds no longer. */
const isLoweredTo = (row: Row, put: Row): boolean =>
  put.step === "lowered" &&
  row.step !== "lowered" &&
  !toldLater(put, row) &&
  (row.row.value.min ?? 0) > (put.row.value.max ?? 0);

/** "About 2000" may be said of so much fewer. */
const ABOUT_FROM = 0.85;

function wentBeyond(earlier: Value, later: Value): boolean {
  const top = earlier.max ?? earlier.min ?? 0;
  const least = later.min ?? 0;
  if (later.hedge === "exact") return top <= least;
  if (later.hedge === "about") return top < least * ABOUT_FROM;
  // What is open above ("dozens") is overtaken by a higher one that is open, too.
  const isOpen = later.max === null && (later.hedge === "bound" || earlier.max === null);
  return isOpen && (earlier.max === null ? (earlier.min ?? 0) < least : top < least);
}

/** Days after which nobody tells an old count any more: a higher one of a report's own was counted anew. */
const OLD_AFTER = 2;

/** Counted anew, whoever tells it: its words say that the toll rose to it, or the other is old. */
function isAnew(row: Row, later: Row, held: readonly Row[]): boolean {
  if (!isOfNeverFalling(row)) return false;
  if (later.step === "later" || (row.isSaidBefore && !later.isSaidBefore)) return true;
  const days = row.saidDay === null || later.saidDay === null ? 0 : later.saidDay - row.saidDay;
  const isOfPress = later.speaker === "report" || later.row.speaker.kind === "outlet";
  if (days <= OLD_AFTER || !isOfPress) return false;
  // Who tells both sets the one against the other.
  const reports = new Set(later.claims.map(({ report }) => report));
  return !held.some(
    (one) =>
      one.row.value.min === row.row.value.min &&
      one.claims.some(({ report }) => reports.has(report)),
  );
}

const isOfNeverFalling = ({ claims }: Row): boolean =>
  NEVER_FALLS.has(claims[0]?.figure?.measure ?? "other");

/** Nameless sources told of 27 dead; the day after the president counts 21, and not of some of them. */
function isPutRight(row: Row, later: Row): boolean {
  const [x, y] = [row.row.value, later.row.value];
  return (
    !row.isNamed &&
    later.isNamed &&
    isOfficial(later) &&
    !later.isListed &&
    isOfNeverFalling(row) &&
    y.hedge === "exact" &&
    (y.min ?? 0) < (x.min ?? 0) &&
    !isOfSome(y, x, row.claims[0]?.figure?.measure ?? "other")
  );
}

/** The row whose value carries most: exact, then most independent witnesses, official, latest, higher. */
export function weightiest(rows: readonly Row[], context: StoryContext): Row | null {
  const witnesses = new Map<string, number>();
  const key = ({ row: { value } }: Row): string => `${value.min}|${value.max}`;
  for (const row of rows) {
    const own = rows.filter((other) => key(other) === key(row)).flatMap((other) => other.claims);
    if (!witnesses.has(key(row))) witnesses.set(key(row), context.witnesses.count(own));
  }
  const of = (row: Row): number => witnesses.get(key(row)) ?? 0;
  const [best] = [...rows].sort(
    (a, b) =>
      vaguenessOf(a) - vaguenessOf(b) ||
      of(b) - of(a) ||
      Number(isOfficial(b)) - Number(isOfficial(a)) ||
      Number(toldLater(a, b)) - Number(toldLater(b, a)) ||
      (b.row.value.min ?? 0) - (a.row.value.min ?? 0),
  );
  return best ?? null;
}

/** Far fewer than an official counted before: some of them, or those who died since. */
function countsSome(row: Row, told: readonly Row[]): boolean {
  const measure = row.claims[0]?.figure?.measure;
  if (measure === undefined) return false;
  return told.some(
    (whole) =>
      whole !== row &&
      isOfficial(whole) &&
      !isEstimate(whole.row.value) &&
      !toldLater(row, whole) &&
      isOfSome(row.row.value, whole.row.value, measure),
  );
}

/**
 * Rows that bound the count now: neither replaced by their own speaker, nor overtaken by a later
 * count, nor the echo of a number that its own speaker has since replaced, nor a count of some of them. All of the held where
 * these leave none.
 */
export function standingOf(rows: readonly Row[]): readonly Row[] {
  const told = rows.filter(isHeld);
  const held = told.filter((one) => one.row.supersededBy === null);
  const against = numbersSetAgainst(told);
  const key = ({ row: { value } }: Row): string => `${value.min}|${value.max}`;
  const replaced = new Set(told.filter((one) => one.row.supersededBy !== null).map(key));
  const overtaken = new Set(held.filter((one) => isOvertaken(one, held, against)));
  const old = new Set([...overtaken].map(key));
  const all = held.filter(
    (one) =>
      !replaced.has(key(one)) &&
      !overtaken.has(one) &&
      // Printed once more after it was outgrown, by who answers for nothing.
      !(old.has(key(one)) && !one.isNamed && isOfNeverFalling(one)) &&
      !told.some((put) => isLoweredTo(one, put)) &&
      !countsSome(one, told),
  );
  // One of a list, or of a sum, is no count of all while somebody gives one.
  const whole = all.filter((one) => !one.isListed && !isOfFound(one, all));
  const standing = whole.length > 0 ? whole : all;
  return standing.length > 0 ? standing : held.length > 0 ? held : told;
}

/** Bodies that were found, beside a toll of more. */
const isOfFound = (row: Row, all: readonly Row[]): boolean =>
  row.isOfBodies &&
  all.some((one) => !one.isOfBodies && (one.row.value.min ?? 0) > (row.row.value.min ?? 0));

/** The row that others are held against. */
export const mainRow = (rows: readonly Row[], context: StoryContext): Row | null =>
  weightiest(standingOf(rows), context);

export function isOfficial(row: Row): boolean {
  return row.row.speaker.kind === "official" || row.row.speaker.kind === "institution";
}

/** Low, best and high of the rows still held, and in words how they were chosen. */
export function boundsOf(
  rows: readonly Row[],
  rule: FigureRule,
  context: StoryContext,
): Bounds & { readonly ruleMessages: readonly Message[] } {
  const all = rows.filter((one) => one.row.supersededBy === null && isHeld(one));
  // "No dead" is said of some place or hour: beside counts of dead it bounds nothing.
  const some = all.filter((one) => one.row.value.max !== 0);
  const held = some.length > 0 ? some : all;
  if (held.length === 0) {
    return { low: null, best: null, high: null, ruleMessages: [message("noFigure")] };
  }
  const note = (code: Parameters<typeof message>[0], count: number): Message[] =>
    count > 0 ? [message(code, { count: number(count) })] : [];
  const standing = standingOf(rows).filter((one) => held.includes(one));
  const bounding = standing.length > 0 ? standing : held;
  return {
    ...FIGURE_RULES[rule].choose(bounding, held, context),
    ruleMessages: [
      ...(rows.length === 1 ? [message("oneRow")] : note("rows", rows.length)),
      ...note("rowsSuperseded", rows.filter((one) => one.row.supersededBy !== null).length),
      ...note("rowsDenied", rows.filter((one) => one.denied).length),
      ...note("rowsForeseen", rows.filter((one) => one.isForeseen).length),
      ...note("rowsNone", all.length - held.length),
      ...note("rowsOvertaken", held.length - bounding.length),
      ...(held.length > 1 ? [FIGURE_RULES[rule].words] : []),
    ],
  };
}
