import { type DayNumber, dayNumber, isoDay, isValidDate } from "../../core/calendar.js";
import type { Time } from "../../core/contract.js";
import type { DateConstraint, DayWord } from "../../core/date-constraint.js";
import type { JoinedLetters } from "../../lang/joined-letters.js";
import type { LanguagePack } from "../../lang/pack.js";
import type { TimeSpec } from "../../lang/time-spec.js";
import { Annotations } from "../../rules/annotations.js";
import { applyRules } from "../../rules/match.js";
import { type Annotation, rangeOf, type TextLayer } from "../../text/layer.js";
import { markOf } from "../../text/marks.js";
import { readingOf } from "../../text/word.js";
import type { NumberAnnotation } from "../numbers/numbers.js";
import { numberAnnotations } from "./annotations.js";
import { constraintsOf } from "./constraints.js";
import { resolveCrawled } from "./crawled.js";
import { edtfOf, type ResolutionContext, type ResolvedDays, UNKNOWN_DAY } from "./days.js";
import { resolveSpec } from "./resolve.js";
import { fullDay, mastheadDate, statedDate } from "./stated.js";
import { tellsOnce, tenseAt } from "./tense.js";
import type { TimeExpression, TimesRead } from "./time-expression.js";
import { monthIn, monthOfText } from "./year-hint.js";

/** Mark of the names that tell no earlier day than their own. */
const ERA = markOf(["era"]);
/** "The following day" follows a day told no farther back than this many sentences. */
const TOLD_REACH = 2;
/** A later year is a plan (Vision 2030), whatever the tense. */
const LATEST_PAST_YEAR = 2026;

type Tense = ResolutionContext["tense"];
/** The tense of the clause of a time expression, given with its index. */
type TenseOf = (index: number, expression: TimeExpression) => Tense;

/** Reads all time expressions of the article. */
export function readTimes(
  layer: TextLayer,
  numbers: readonly NumberAnnotation[],
  pack: LanguagePack,
): TimesRead {
  const single = applyRules(pack.times.single, layer, numberAnnotations(layer, numbers), "times");
  const times = new Annotations(layer.tokens.length);
  for (const time of single) times.add("time", time);
  const joined = applyRules(pack.times.joined, layer, times, "times");
  const expressions = merge(single, joined);
  const masthead = mastheadDate(layer, expressions);
  const own = masthead === null ? expressions : expressions.filter((one) => one !== masthead);
  const constraints = constraintsOf(layer, own);
  // A time is resolved seen from several days, and its verb sought once.
  const tenses: (Tense | undefined)[] = [];
  const tenseOf: TenseOf = (index, { first, last }) => {
    let tense = tenses[index];
    if (tense === undefined) {
      tense = tenseAt(layer, first, last, pack.joined);
      tenses[index] = tense;
    }
    return tense;
  };
  // Only a report that is dated by its words needs it.
  let known: { readonly day: DayNumber | null } | null = null;
  const notBefore = (): DayNumber | null => {
    known ??= { day: earliestDay(layer, own, tenseOf) };
    return known.day;
  };
  return {
    expressions,
    constraints,
    dayWords: () => dayWordsOf(layer, own, tenseOf),
    stated: statedDate(layer, own, constraints),
    pageRead: masthead && fullDay(masthead.value.spec),
    dated: own
      .map(({ value }) => fullDay(value.spec))
      .filter((day): day is DayNumber => day !== null),
    notBefore,
    resolve: (published, fetched = null) =>
      published === null && fetched !== null
        ? resolveCrawled(fetched, expressions, constraints, (day) =>
            resolveAll(layer, expressions, day, pack.joined, constraints, notBefore, tenseOf),
          )
        : resolveAll(layer, expressions, published, pack.joined, constraints, notBefore, tenseOf),
  };
}

/** "Today", "yesterday", "Monday" of what was: no dates, no last or next ones. */
function dayWordsOf(
  layer: TextLayer,
  expressions: readonly TimeExpression[],
  tenseOf: TenseOf,
): DayWord[] {
  return expressions.flatMap((expression, index) => {
    const { first, last, value } = expression;
    const { spec } = value;
    if (spec.kind !== "day" || spec.date || spec.which !== null || spec.week) return [];
    const { offset, weekday } = spec;
    if (offset === null ? weekday === null : offset > 0) return [];
    if (offset === null && tenseOf(index, expression) === "future") return [];
    return [{ offset, weekday, span: rangeOf(layer, first, last) }];
  });
}

/** Joined expressions take the place of those inside them. */
function merge(
  single: readonly TimeExpression[],
  joined: readonly TimeExpression[],
): TimeExpression[] {
  const covered = new Set<number>();
  for (const { first, last } of joined) for (let at = first; at < last; at++) covered.add(at);
  return [...single.filter(({ first }) => !covered.has(first)), ...joined].sort(
    (a, b) => a.first - b.first,
  );
}

function resolveAll(
  layer: TextLayer,
  expressions: readonly TimeExpression[],
  published: DayNumber | null,
  joined: JoinedLetters,
  constraints: readonly DateConstraint[],
  notBefore: () => DayNumber | null,
  tenseOf: TenseOf,
): Annotation<Time>[] {
  const needed =
    published === null && expressions.some(({ value }) => monthIn(value.spec) !== null);
  const hint = needed ? monthOfText(layer, constraints, notBefore()) : null;
  let told: { readonly days: ResolvedDays; readonly sentence: number } | null = null;
  return expressions.map((expression, index) => {
    const { first, last, rule, value } = expression;
    const sentence = layer.sentenceOf[first] ?? -1;
    const days = resolveSpec(value.spec, {
      published,
      told: told !== null && sentence - told.sentence <= TOLD_REACH ? told.days : null,
      tense: tenseOf(index, expression),
      once: value.spec.kind === "since" && tellsOnce(layer, first, joined),
      yearHint: hint && monthIn(value.spec) === hint.month ? hint.year : null,
    });
    if (days && !looksBack(value.spec)) told = { days, sentence };
    const span = rangeOf(layer, first, last);
    const stated = isStated(value.spec);
    const time: Time = days
      ? {
          edtf: edtfOf(days),
          start: isoDay(days.start),
          end: isoDay(days.end),
          span,
          basis: stated ? "stated" : "relative",
          clock: value.clock,
        }
      : { edtf: UNKNOWN_DAY, start: null, end: null, span, basis: "unknown", clock: value.clock };
    return { first, last, rule, value: time };
  });
}

/** "Two days earlier": a step aside, from which the story goes on where it was. */
const looksBack = (spec: TimeSpec): boolean =>
  (spec.kind === "distance" && spec.from === "told" && spec.direction < 0) ||
  (spec.kind === "night" && spec.from === "told");

/** The words themselves give the year. */
function isStated(spec: TimeSpec): boolean {
  switch (spec.kind) {
    case "day":
      return spec.date?.year !== undefined || spec.other?.year !== undefined;
    case "period":
    case "season":
      return spec.date.year !== undefined;
    case "holiday":
      return spec.year?.year !== undefined;
    case "range":
      return isStated(spec.to);
    default:
      return false;
  }
}

/** "Since 2009", "from 2009 to 2014": what it begins with has been. */
const beginningOf = (spec: TimeSpec): TimeSpec =>
  spec.kind === "since" || spec.kind === "range" ? spec.from : spec;

/**
 * The report cannot be older than what it looks back on (a year or date told without a future
 * tense), nor than the names it uses.
 */
function earliestDay(
  layer: TextLayer,
  expressions: readonly TimeExpression[],
  tenseOf: TenseOf,
): DayNumber | null {
  let earliest: DayNumber | null = null;
  const raise = (day: DayNumber): void => {
    if (earliest === null || day > earliest) earliest = day;
  };
  for (const [index, expression] of expressions.entries()) {
    const spec = beginningOf(expression.value.spec);
    if (spec.kind !== "day" && spec.kind !== "period") continue;
    const { year, month, day, calendar } = spec.date ?? {};
    if (year === undefined || calendar !== "gregorian" || year > LATEST_PAST_YEAR) continue;
    if (tenseOf(index, expression) === "future") continue;
    if (isValidDate(year, month ?? 1, day ?? 1)) raise(dayNumber(year, month ?? 1, day ?? 1));
  }
  for (let at = 0; at < layer.tokens.length; at++) {
    if (((layer.marks[at] ?? 0) & ERA) === 0) continue;
    const word = layer.words[at];
    const era = word ? readingOf(word, "era") : null;
    const since = era?.entry.features["since"];
    if (since) raise(dayNumber(Number(since), 1, 1));
    for (const phrase of layer.phrases[at] ?? []) {
      const named = phrase.reading.entry.features["since"];
      if (named && phrase.reading.entry.classes.includes("era"))
        raise(dayNumber(Number(named), 1, 1));
    }
  }
  return earliest;
}
