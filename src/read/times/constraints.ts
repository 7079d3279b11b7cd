import type { Weekday } from "../../core/calendar.js";
import type { DateConstraint } from "../../core/date-constraint.js";
import type { PartialDate, TimeSpec } from "../../lang/time-spec.js";
import { rangeOf, type TextLayer } from "../../text/layer.js";
import type { TimeExpression } from "./time-expression.js";

/** "The current January" is told within the month; "last Monday" within a week. */
const WEEK = 7;
/** A day told without a year lies less than this far back. */
const ALMOST_A_YEAR = 330;
/** Sentences from the top in which a report says when its news happened. */
const LEAD_SENTENCES = 2;
/** News of a day is out within this many days. */
const NEWS_DAYS = 2;

/** What the time expressions of a report tell of its day of publication. */
export function constraintsOf(
  layer: TextLayer,
  expressions: readonly TimeExpression[],
): DateConstraint[] {
  return expressions.flatMap(({ first, last, value }) => {
    const span = rangeOf(layer, first, last);
    const quoted = false;
    const lead = (layer.sentenceOf[first] ?? 0) < LEAD_SENTENCES && !quoted;
    return ofSpec(value.spec, lead).map((constraint): DateConstraint => ({ ...constraint, span }));
  });
}

type Open = Omit<DateConstraint, "span">;

function ofSpec(spec: TimeSpec, lead: boolean): Open[] {
  switch (spec.kind) {
    case "day":
      return ofDay(spec, lead);
    case "period": {
      const { month, year, calendar } = spec.date;
      if (calendar === "hijri" || spec.which !== "this" || month === undefined) return [];
      return [{ kind: "month-year", month, ...yearField(year), offset: 0, exact: true }];
    }
    default:
      return [];
  }
}

function ofDay(spec: Extract<TimeSpec, { kind: "day" }>, lead: boolean): Open[] {
  const { offset, weekday, date } = spec;
  if (date?.calendar === "hijri") return [];
  const fields = { ...weekdayField(weekday), ...dateFields(date) };
  const kind =
    date?.year !== undefined ? "date" : date?.month !== undefined ? "day-month" : "weekday";
  const out: Open[] = [];
  if (offset !== null) {
    if (weekday !== null || date?.month !== undefined)
      out.push({ kind, ...fields, offset, exact: true });
  } else if (date?.month !== undefined && date.day !== undefined) {
    // The lead tells news: what is dated there happened a day or two ago at most.
    if (date.year !== undefined) {
      if (lead) out.push({ kind, ...fields, offset: -NEWS_DAYS, exact: false });
    } else if (spec.which === "last" || (weekday !== null && spec.dateWhich === "this")) {
      out.push({ kind, ...fields, offset: -WEEK, exact: false });
    } else if (weekday !== null)
      out.push({ kind, ...fields, offset: -ALMOST_A_YEAR, exact: false });
  }
  if (spec.dateWhich === "this" && date?.month !== undefined) {
    out.push({
      kind: "month-year",
      month: date.month,
      ...yearField(date.year),
      offset: 0,
      exact: true,
    });
  }
  return out;
}

const weekdayField = (weekday: Weekday | null) => (weekday === null ? {} : { weekday });
const yearField = (year: number | undefined) => (year === undefined ? {} : { year });

function dateFields(date: PartialDate | null) {
  if (!date) return {};
  return {
    ...(date.day === undefined ? {} : { day: date.day }),
    ...(date.month === undefined ? {} : { month: date.month }),
    ...yearField(date.year),
  };
}
