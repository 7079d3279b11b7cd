import type { Match } from "../../../rules/rule.js";
import type { PartialDate, Portion, TimeSpec } from "../../time-spec.js";
import {
  gregorianOf,
  hijriOf,
  isSupportedMonth,
  numberFeature,
  numberOf,
  whichOf,
  yearSpec,
} from "./time-captures.js";
import { MONTH, modifier, TAIL } from "./time-pieces.js";

/**
 * What a week or a weekday is counted in: "… of July 2014", "… of Ramadan", "… of this month",
 * "… of the coming year". Captures `month` `year` `hijri` `hyear` `of`.
 */
const YEAR_TOLD = "( <time.year-word> | لعام | للعام | لسنة )";
const HIJRI = `( شهر )? hijri:<time.hijri-month> ( ( من )? ( عام | سنة | لعام )? hyear:@hijri-year <time.hijri-mark>? )?`;
const UNIT_TOLD = `( <time.this> of:<time.unit article=yes> | of:<time.unit article=yes> ${modifier("ofMod")} | of:<time.unit article=yes> )`;

/** A month, of either calendar, or the month running. */
export const OF_MONTH = `( ( شهر )? ${MONTH} ${TAIL} | ${HIJRI} | ${UNIT_TOLD} )`;
/** A month or a year. */
export const OF_MONTH_OR_YEAR = `( ( شهر )? ${MONTH} ${TAIL} | ${HIJRI} | ${YEAR_TOLD} ( year:@year | year:@spelled-year ) <time.gregorian-mark>? | ${UNIT_TOLD} )`;

/** What was captured by them; null where it is no month or year. */
export function monthTold(match: Match, portion: Portion | null = null): TimeSpec | null {
  if (match.captures.has("of")) return unitTold(match, portion);
  const year = numberOf(match, "year");
  if (numberFeature(match, "month", "n") === null && !match.captures.has("hijri")) {
    return year === undefined ? null : ({ ...yearSpec(year), portion } as TimeSpec);
  }
  const date: PartialDate | null = hijriOf(match) ?? gregorianOf(match);
  if (!date || (date.calendar === "gregorian" && !isSupportedMonth(match, date))) return null;
  return { kind: "period", date, which: whichOf(match), portion };
}

function unitTold(match: Match, portion: Portion | null): TimeSpec | null {
  const reading = match.captures.get("of")?.reading;
  const unit = reading?.entry.features["unit"];
  if (reading?.number !== "singular" || (unit !== "month" && unit !== "year")) return null;
  const which = whichOf(match, "ofMod") ?? "this";
  return { kind: "unit", unit, count: 1, which, portion };
}
