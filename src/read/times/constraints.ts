import { civil, type Weekday } from "../../core/calendar.js";
import type { DateConstraint } from "../../core/date-constraint.js";
import type { PartialDate, TimeSpec, Which } from "../../lang/time-spec.js";
import { rangeOf, type TextLayer } from "../../text/layer.js";
import { dayOfHijri } from "./resolve-hijri.js";
import { isDateline } from "./stated.js";
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
    const index = layer.sentenceOf[first] ?? 0;
    const sentence = layer.sentences[index];
    const place: Place = {
      // "في سوريا منذ 23 سبتمبر 2014": what lasts began then, and is told on any day behind it.
      lead: index < LEAD_SENTENCES && !layer.words[first - 1]?.classes.has("time.since"),
      dateline:
        index < LEAD_SENTENCES &&
        sentence !== undefined &&
        isDateline(layer, first, last, sentence),
    };
    return ofSpec(value.spec, place).map((constraint): DateConstraint => ({ span, ...constraint }));
  });
}

/** Where an expression stands. */
interface Place {
  /** Where a report tells its news. */
  readonly lead: boolean;
  /** Between the place and the dash that open a report. */
  readonly dateline: boolean;
}

type Open = Omit<DateConstraint, "span">;
type DaySpec = Extract<TimeSpec, { kind: "day" }>;

function ofSpec(spec: TimeSpec, place: Place): Open[] {
  switch (spec.kind) {
    case "day":
      return ofDay(spec, place);
    case "period": {
      const { month, year, calendar } = spec.date;
      if (calendar === "hijri") return [];
      if (month === undefined) return ofYear(year, spec.which);
      if (spec.which !== "this") return [];
      return [{ kind: "month-year", month, ...yearField(year), offset: 0, exact: true }];
    }
    default:
      return [];
  }
}

/** "The past year 2014" is told in 2015, "the current year 2015" too. */
function ofYear(year: number | undefined, which: Which | null): Open[] {
  const away = which === "last" ? 1 : which === "this" ? 0 : which === "next" ? -1 : null;
  if (year === undefined || away === null) return [];
  return [{ kind: "year", year: year + away, offset: 0, exact: true }];
}

/** A Hijri date told in full is a day of the other calendar; any other tells nothing here. */
function gregorian(spec: DaySpec): PartialDate | null {
  if (spec.date?.calendar !== "hijri") return spec.date;
  const day = dayOfHijri(spec.date, spec.weekday);
  return day === null ? null : { ...civil(day), calendar: "gregorian" };
}

function ofDay(spec: DaySpec, { lead, dateline }: Place): Open[] {
  const { offset, weekday } = spec;
  const date = gregorian(spec);
  if (spec.date && !date && offset === null) return [];
  const fields = { ...weekdayField(weekday), ...dateFields(date) };
  const kind =
    date?.year !== undefined ? "date" : date?.month !== undefined ? "day-month" : "weekday";
  const out: Open[] = [];
  if (offset !== null) {
    if (weekday !== null || date?.month !== undefined)
      out.push({ kind, offset, exact: true, ...fields });
  } else if (date?.month !== undefined && date.day !== undefined) {
    // The lead tells news: what is dated there happened a day or two ago at most.
    if (dateline) out.push({ kind, offset: 0, exact: true, ...fields });
    else if (date.year !== undefined) {
      if (lead) out.push({ kind, offset: -NEWS_DAYS, exact: false, ...fields });
    } else if (spec.which === "last" || (weekday !== null && spec.dateWhich === "this")) {
      out.push({ kind, offset: -WEEK, exact: false, ...fields });
    } else if (weekday !== null)
      out.push({ kind, offset: -ALMOST_A_YEAR, exact: false, ...fields });
  }
  if (spec.dateWhich === "this" && date?.month !== undefined && spec.date?.calendar !== "hijri") {
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
