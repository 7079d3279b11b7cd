import type { DayNumber } from "../../core/calendar.js";
import { dayNumber, isoDay, isValidDate } from "../../core/calendar.js";
import type { Time } from "../../core/contract.js";
import { type DateConstraint, solve } from "../../core/date-constraint.js";
import type { LanguagePack } from "../../lang/pack.js";
import type { TimeSpec } from "../../lang/time-spec.js";
import { applyRules, byFirstToken } from "../../rules/match.js";
import { type Annotation, rangeOf, type TextLayer } from "../../text/layer.js";
import { readingOf, type Word } from "../../text/word.js";
import type { NumberAnnotation } from "../numbers.js";
import { constraintsOf } from "./constraints.js";
import { edtfOf, type ResolvedDays, resolveSpec } from "./resolve.js";
import type { TimeExpression, TimesRead } from "./time-expression.js";

/** EDTF for a day that the words leave open. */
const UNKNOWN_DAY = "XXXX-XX-XX";
const [FIRST_YEAR, LAST_YEAR] = [1000, 2100];
const [FIRST_HIJRI_YEAR, LAST_HIJRI_YEAR] = [1300, 1500];

/** Reads all time expressions of the article. */
export function readTimes(
  layer: TextLayer,
  numbers: readonly NumberAnnotation[],
  pack: LanguagePack,
): TimesRead {
  const annotations = numberAnnotations(layer, numbers);
  const single = applyRules(pack.times.single, layer, annotations);
  const joined = applyRules(pack.times.joined, layer, {
    time: byFirstToken(single, layer.tokens.length),
  });
  const expressions = merge(single, joined);
  const stated = statedDate(layer, expressions);
  const constraints = constraintsOf(layer, expressions);
  return {
    constraints,
    stated,
    dated: fullDates(expressions),
    notBefore: earliestDay(layer, expressions),
    resolve: (published) => resolveAll(layer, expressions, published, constraints),
  };
}

function numberAnnotations(layer: TextLayer, numbers: readonly NumberAnnotation[]) {
  const tokens = layer.tokens.length;
  const whole = numbers.filter(({ value }) => value.kind !== "percent");
  const within = (low: number, high: number, spelledToo: boolean) =>
    byFirstToken(
      whole.filter(
        ({ value }) =>
          Number.isInteger(value.value) &&
          value.value >= low &&
          value.value <= high &&
          (spelledToo || !value.spelled),
      ),
      tokens,
    );
  return {
    digits: plainDigits(layer),
    number: byFirstToken(whole, tokens),
    day: within(1, 31, true),
    year: within(FIRST_YEAR, LAST_YEAR, false),
    "hijri-year": within(FIRST_HIJRI_YEAR, LAST_HIJRI_YEAR, false),
    count: byFirstToken(
      whole.filter(({ value }) => (value.kind === "cardinal" || !value.spelled) && value.value > 0),
      tokens,
    ),
  };
}

/** Runs of up to four digits, as in 2022-01-20, whatever the number layer made of them. */
function plainDigits(layer: TextLayer): (Annotation<{ readonly value: number }> | undefined)[] {
  return layer.tokens.map((token, first) =>
    token.kind === "number" && /^\d{1,4}$/.test(token.form)
      ? { first, last: first + 1, rule: "digits", value: { value: Number(token.form) } }
      : undefined,
  );
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
  constraints: readonly DateConstraint[],
): Annotation<Time>[] {
  const hint = published === null ? monthOfText(layer, constraints) : null;
  let told: ResolvedDays | null = null;
  return expressions.map(({ first, last, rule, value }) => {
    const days = resolveSpec(value.spec, {
      published,
      told,
      future: looksAhead(layer, first),
      yearHint: hint && monthIn(value.spec) === hint.month ? hint.year : null,
    });
    if (days) told = days;
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

/** The words themselves give the year. */
function isStated(spec: TimeSpec): boolean {
  switch (spec.kind) {
    case "day":
      return spec.date?.year !== undefined;
    case "period":
      return spec.date.year !== undefined;
    case "range":
      return isStated(spec.to);
    default:
      return false;
  }
}

/** A future verb or "it is planned" stands before the time in its sentence. */
function looksAhead(layer: TextLayer, first: number): boolean {
  const sentence = layer.sentences[layer.sentenceOf[first] ?? -1];
  if (!sentence) return false;
  for (let at = first - 1; at >= Math.max(sentence.first, first - 16); at--) {
    const word = layer.words[at];
    if (!word) continue;
    if (word.classes.has("time.future")) return true;
    const reading = word.readings[0];
    if (reading?.preposition === "س" && reading.tense === "present") return true;
    if (reading?.tense === "past") return false;
  }
  return false;
}

/** Month that a day or period is told in, without a year and without "current" or "last". */
function monthIn(spec: TimeSpec): number | null {
  if (spec.kind === "day") return spec.dateWhich === null ? (spec.date?.month ?? null) : null;
  if (spec.kind === "period") return spec.which === null ? (spec.date.month ?? null) : null;
  return null;
}

/**
 * The one month and year that the page dates itself by, furniture included (a menu line "what
 * happened on 28 October 2022"): a day told in that month without a year is of that year, unless
 * the report's weekdays speak against it. Null where the page's full dates differ.
 */
function monthOfText(
  layer: TextLayer,
  constraints: readonly DateConstraint[],
): { readonly year: number; readonly month: number } | null {
  const found = new Map<string, { year: number; month: number }>();
  for (let at = 1; at < layer.tokens.length; at++) {
    const token = layer.tokens[at];
    if (token?.kind !== "number" || token.form.length !== 4) continue;
    const year = Number(token.form);
    const month = monthBefore(layer, at);
    if (month !== null && year > FIRST_NEWS_YEAR && year < LAST_YEAR) {
      found.set(`${year}-${month}`, { year, month });
    }
  }
  const [only] = found.values();
  if (found.size !== 1 || !only) return null;
  if (constraints.length === 0) return only;
  const bounds = { notBefore: dayNumber(only.year, 1, 1), notAfter: dayNumber(only.year, 12, 31) };
  return solve(constraints, bounds).days.length > 0 ? only : null;
}

const FIRST_NEWS_YEAR = 1990;

function monthBefore(layer: TextLayer, at: number): number | null {
  const single = layer.words[at - 1];
  const reading = single ? readingOf(single, "time.month") : null;
  if (reading) return Number(reading.entry.features["n"]);
  for (const phrase of layer.phrases[at - 2] ?? []) {
    if (phrase.last === at && phrase.reading.entry.classes.includes("time.month")) {
      return Number(phrase.reading.entry.features["n"]);
    }
  }
  return null;
}

/** Days that the text dates in full. */
function fullDates(expressions: readonly TimeExpression[]): DayNumber[] {
  return expressions.flatMap(({ value: { spec } }) => {
    if (spec.kind !== "day" || !spec.date || spec.date.calendar !== "gregorian") return [];
    const { year, month, day } = spec.date;
    if (year === undefined || month === undefined || day === undefined) return [];
    return isValidDate(year, month, day) ? [dayNumber(year, month, day)] : [];
  });
}

/**
 * The report cannot be older than what it looks back on (a year or date told without a future
 * tense), nor than the names it uses.
 */
function earliestDay(layer: TextLayer, expressions: readonly TimeExpression[]): DayNumber | null {
  let earliest: DayNumber | null = null;
  const raise = (day: DayNumber): void => {
    if (earliest === null || day > earliest) earliest = day;
  };
  for (const { first, value } of expressions) {
    const { spec } = value;
    if (looksAhead(layer, first) || !("date" in spec) || !spec.date) continue;
    const { year, month, day, calendar } = spec.date;
    if (year === undefined || calendar !== "gregorian" || year > LATEST_PAST_YEAR) continue;
    const m = month ?? 1;
    const d = day ?? 1;
    if (isValidDate(year, m, d)) raise(dayNumber(year, m, d));
  }
  for (let at = 0; at < layer.tokens.length; at++) {
    const era = layer.words[at] ? readingOf(layer.words[at] as Word, "era") : null;
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

/** A later year is a plan (Vision 2030), whatever the tense. */
const LATEST_PAST_YEAR = 2026;

/** A date stamp on a line of its own near the top: the report's own day. */
function statedDate(layer: TextLayer, expressions: readonly TimeExpression[]): TimesRead["stated"] {
  for (const { first, last, value } of expressions) {
    const sentence = layer.sentences[layer.sentenceOf[first] ?? -1];
    if (!sentence || layer.sentenceOf[first] === undefined) continue;
    if ((layer.sentenceOf[first] ?? 0) > STAMP_SENTENCES) break;
    const { spec } = value;
    if (spec.kind !== "day" || !spec.date || spec.date.calendar !== "gregorian") continue;
    const { year, month, day } = spec.date;
    if (year === undefined || month === undefined || day === undefined) continue;
    const alone = first <= sentence.first + 1 && sentence.last - last <= STAMP_REST;
    if (!alone || !isValidDate(year, month, day)) continue;
    return { day: dayNumber(year, month, day), first, last };
  }
  return null;
}

const STAMP_SENTENCES = 5;
/** Tokens of a clock time behind the date: `07:15:00`. */
const STAMP_REST = 8;
