import { dayNumber } from "../../core/calendar.js";
import { type DateConstraint, solve } from "../../core/date-constraint.js";
import type { TimeSpec } from "../../lang/time-spec.js";
import type { TextLayer } from "../../text/layer.js";
import { readingOf } from "../../text/word.js";

export interface MonthHint {
  readonly year: number;
  readonly month: number;
}

/** Pages of the press are younger, and no plan reaches farther. */
const [FIRST_NEWS_YEAR, LAST_NEWS_YEAR] = [1990, 2100];

/** Month that a day or period is told in, without a year and without "current" or "last". */
export function monthIn(spec: TimeSpec): number | null {
  if (spec.kind === "day") return spec.dateWhich === null ? (spec.date?.month ?? null) : null;
  if (spec.kind === "period") return spec.which === null ? (spec.date.month ?? null) : null;
  return null;
}

/**
 * The one month and year that the page dates itself by, furniture included (a menu line "what
 * happened on 28 October 2022"): a day told in that month without a year is of that year, unless
 * the report's weekdays or a later year that it looks back on speak against it. Null where the
 * page's full dates differ.
 */
export function monthOfText(
  layer: TextLayer,
  constraints: readonly DateConstraint[],
  notBefore: number | null,
): MonthHint | null {
  const found = new Map<string, MonthHint>();
  for (let at = 1; at < layer.tokens.length; at++) {
    const token = layer.tokens[at];
    if (token?.kind !== "number" || token.form.length !== 4) continue;
    const year = Number(token.form);
    const month = monthBefore(layer, at);
    if (month !== null && year > FIRST_NEWS_YEAR && year < LAST_NEWS_YEAR) {
      found.set(`${year}-${month}`, { year, month });
    }
  }
  const [only] = found.values();
  if (found.size !== 1 || !only) return null;
  if (notBefore !== null && notBefore > dayNumber(only.year, 12, 31)) return null;
  if (constraints.length === 0) return only;
  const bounds = { notBefore: dayNumber(only.year, 1, 1), notAfter: dayNumber(only.year, 12, 31) };
  return solve(constraints, bounds).days.length > 0 ? only : null;
}

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
