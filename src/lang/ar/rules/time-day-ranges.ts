import type { Match, Rule } from "../../../rules/rule.js";
import type { PartialDate, TimeExpressionValue, TimeSpec } from "../../time-spec.js";
import {
  DAY_BASE,
  gregorianOf,
  hijriOf,
  isSupportedMonth,
  numberOf,
  numericOf,
  value,
  weekdayOf,
  whichOf,
  wordBefore,
} from "./time-captures.js";
import { isTrappedWeekday } from "./time-day-traps.js";
import { MONTH, modifier, TAIL } from "./time-pieces.js";

/** How Arabic news words several days running: "from the 4th to the 23rd of this month". */
export const DAY_RANGE_RULES: readonly Rule<TimeExpressionValue>[] = [
  {
    id: "time.days-of-month",
    pattern: `day:@day ( و | - | – | الى | حتى | ولغاية | لغاية )? day2:@day ( من )? ( شهر )? ${MONTH} ${TAIL}`,
    priority: 2,
    build: daysOfMonth,
  },
  {
    id: "time.days-of-this-month",
    pattern: `day:@day ( و | - | – | to:( الى | حتى ) )? day2:@day ( من | في )? ( <time.this> )? unit:<time.unit unit=month> ( ${modifier("mod")} )?`,
    priority: 2,
    build: (match) => {
      const last = numberOf(match, "day2");
      const first = numberOf(match, "day");
      if (first === undefined || last === undefined || first >= last) return null;
      const led = /^[وف]?(من|بين)$/.test(wordBefore(match)) || match.captures.has("to");
      if (!led) return null;
      const which = whichOf(match, "mod") ?? "this";
      const on = (number: number): TimeSpec => ({
        ...DAY_BASE,
        date: { day: number, calendar: "gregorian" },
        dateWhich: which,
      });
      return value({ kind: "range", from: on(first), to: on(last) }, match);
    },
  },
  {
    id: "time.weekdays",
    pattern: `( يومي )? wd:<time.weekday> ( الى | حتى | - | – | / )? ( يوم )? wd2:<time.weekday> ( ${modifier("mod")} )?`,
    priority: 1,
    build: (match) => {
      const from = weekdayOf(match, "wd");
      const to = weekdayOf(match, "wd2");
      if (from === null || to === null || isTrappedWeekday(match)) return null;
      if (from === to) return null;
      return value(
        {
          kind: "range",
          from: { ...DAY_BASE, weekday: from, which: whichOf(match) },
          to: { ...DAY_BASE, weekday: to, which: whichOf(match) },
        },
        match,
      );
    },
  },
  {
    id: "time.days-of-hijri-month",
    pattern: `day:@day ( و | - | – | الى | حتى | ولغاية | لغاية )? hday:@day ( من )? ( شهر )? hijri:<time.hijri-month> ( ( من )? ( عام | لعام | سنة )? hyear:@hijri-year <time.hijri-mark>? )?`,
    priority: 2,
    build: (match) => {
      const last = hijriOf(match);
      return last && daysUpTo(match, last);
    },
  },
  {
    id: "time.days-in-figures",
    pattern: `day:@day ( - | – | الى | حتى | ولغاية | لغاية ) a:@digits / b:@digits / c:@digits <time.hijri-mark|time.gregorian-mark>?`,
    priority: 2,
    build: (match) => {
      const last = numericOf(match);
      return last && /^[وف]?(من|بين)$/.test(wordBefore(match)) ? daysUpTo(match, last) : null;
    },
  },
  {
    id: "time.month-between-days",
    pattern: `( شهر )? ${MONTH} ( بين | من ) day:@day ( و | الى | حتى | - | – )? day2:@day`,
    priority: 2,
    build: daysOfMonth,
  },
];

/** From `day` to the date told, of its month. */
function daysUpTo(match: Match, last: PartialDate): TimeExpressionValue | null {
  const first = numberOf(match, "day");
  if (first === undefined || last.day === undefined || first >= last.day) return null;
  const on = (day: number): TimeSpec => ({ ...DAY_BASE, date: { ...last, day } });
  return value({ kind: "range", from: on(first), to: on(last.day) }, match);
}

/** The days `day` to `day2` of the month told with them. */
function daysOfMonth(match: Match): TimeExpressionValue | null {
  const date = gregorianOf(match);
  const last = numberOf(match, "day2");
  const first = numberOf(match, "day");
  if (!date || last === undefined || first === undefined || !isSupportedMonth(match, date)) {
    return null;
  }
  if (first >= last) return null;
  const dateWhich = whichOf(match, "mod");
  const on = (day: number): TimeSpec => ({ ...DAY_BASE, date: { ...date, day }, dateWhich });
  return value({ kind: "range", from: on(first), to: on(last) }, match);
}
