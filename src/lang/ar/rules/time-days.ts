import type { Match, Rule } from "../../../rules/rule.js";
import type { PartialDate, TimeExpressionValue, TimeSpec } from "../../time-spec.js";
import {
  DAY_BASE,
  endsClause,
  featureOf,
  form,
  gregorianOf,
  hijriOf,
  isNameOfThing,
  isSupportedMonth,
  numberFeature,
  numberOf,
  numericOf,
  value,
  weekdayOf,
  whichOf,
  wordBefore,
  wordBehind,
} from "./time-captures.js";
import { isTrappedDay, isTrappedWeekday } from "./time-day-traps.js";
import {
  BRACKETED_DATE,
  DAY_WORD,
  FULL_DATE,
  MONTH,
  modifier,
  OF_THE_WEEK,
  PART,
  YEAR,
} from "./time-pieces.js";

/** How Arabic news words single days: by name, by distance from today, by date, in two calendars. */

type Build = Rule<TimeExpressionValue>["build"];

const day: Build = (match) => {
  if (match.captures.has("rel") && isTrappedDay(match)) return null;
  if (match.captures.has("wd") && isTrappedWeekday(match)) return null;
  const dates = datesOf(match);
  if (dates === null) return null;
  const [date = null, other = null] = dates;
  if (date && other && date.calendar === other.calendar) return daysBetween(match, date, other);
  const dated = date?.day !== undefined;
  if (date && !match.captures.has("rel") && !match.captures.has("wd")) {
    if (isNameOfThing(match) && date.year === undefined) return null;
  }
  return value(
    {
      kind: "day",
      offset: numberFeature(match, "rel", "offset"),
      weekday: weekdayOf(match, "wd"),
      date: dated ? date : null,
      other: dated ? other : null,
      which: whichOf(match, "wdMod"),
      dateWhich: dated ? (whichOf(match, "mod") ?? whichOf(match, "hmod")) : null,
      week: weekOf(match),
      part: featureOf(match, "part", "part"),
    },
    match,
  );
};

/** "12 يناير 2016 - 2016/02/22": from one to the other; one day in two spellings is that day. */
function daysBetween(match: Match, first: PartialDate, last: PartialDate) {
  const on = (date: PartialDate): TimeSpec => ({ ...DAY_BASE, date });
  const order = (one: PartialDate): number =>
    ((one.year ?? 0) * 12 + (one.month ?? 0)) * 31 + (one.day ?? 0);
  if (first.year === undefined || last.year === undefined) return null;
  if (order(first) > order(last)) return null;
  if (order(first) === order(last)) return value(on(first), match);
  return value({ kind: "range", from: on(first), to: on(last) }, match);
}

const weekOf = (match: Match) =>
  match.captures.has("week") ? (whichOf(match, "weekMod") ?? "this") : null;

/** The dates told, the Gregorian first; null where one of them is no date. */
function datesOf(match: Match): readonly PartialDate[] | null {
  const gregorian = gregorianOf(match);
  if (gregorian && !isSupportedMonth(match, gregorian)) return null;
  const numeric = [numericOf(match), numericOf(match, "2")];
  if (match.captures.has("a") && !numeric[0]) return null;
  if (match.captures.has("a2") && !numeric[1]) return null;
  return [gregorian, ...numeric, hijriOf(match)]
    .filter((one): one is PartialDate => one !== null)
    .sort((a, b) => (a.calendar < b.calendar ? -1 : a.calendar > b.calendar ? 1 : 0))
    .slice(0, 2);
}

export const DAY_RULES: readonly Rule<TimeExpressionValue>[] = [
  {
    id: "time.relative-day",
    pattern: `${PART}? ${DAY_WORD}? rel:<time.day> ( ( ، | , )? ( #open ${DAY_WORD}? wd:<time.weekday> #close | ${DAY_WORD}? wd:<time.weekday> ) )? ${BRACKETED_DATE}?`,
    priority: 1,
    build: day,
  },
  {
    id: "time.weekday-told",
    pattern: `${PART}? ${DAY_WORD}? wd:<time.weekday> #open rel:<time.day> #close`,
    priority: 2,
    build: day,
  },
  {
    id: "time.weekday",
    pattern: `${PART}? ${DAY_WORD}? wd:<time.weekday> ( ${modifier("wdMod")} )? ${OF_THE_WEEK}? ${BRACKETED_DATE}?`,
    priority: 1,
    build: day,
  },
  {
    id: "time.weekday-bare",
    pattern: `${PART}? ${DAY_WORD} wd:<time.bare-weekday> ( ${modifier("wdMod")} )? ${BRACKETED_DATE}?`,
    priority: 1,
    build: (match) => {
      // "يوم واحد" is one day, and "الأحد" has its own rule.
      const { article, conjunction, preposition } = match.captures.get("wd")?.reading ?? {};
      return article || conjunction || preposition ? null : day(match);
    },
  },
  {
    id: "time.weekday-month-first",
    pattern: `${DAY_WORD}? wd:<time.weekday> ( ، | , )? ${MONTH} day:@day ( ( ، | , )? ${YEAR} )?`,
    priority: 1,
    build: (match) => (endsClause(match) || match.captures.has("year") ? day(match) : null),
  },
  {
    id: "time.weekday-number",
    pattern: `${DAY_WORD}? wd:<time.weekday> ( in:في )? ( day:@day | in:في day:@ordinal )`,
    build: (match) => {
      // "الأربعاء 27", "الجمعة في السابع" closing their clause; "الأربعاء 27 قتيلا" counts, "الأحد الثاني"
      // is another day.
      const number = numberOf(match, "day");
      const digits = /^\d+$/.test(form(match, match.last - 1)) || match.captures.has("in");
      const weekday = weekdayOf(match, "wd");
      if (number === undefined || number > 31 || weekday === null) return null;
      if (!digits || !endsClause(match)) return null;
      if (isTrappedWeekday(match)) return null;
      const date: PartialDate = { day: number, calendar: "gregorian" };
      return value({ ...DAY_BASE, weekday, date }, match);
    },
  },
  {
    id: "time.day-number",
    pattern: "word:يوم day:@day",
    build: (match) => {
      // "عاد يوم 27.": a number that counts nothing behind it. "كل يوم 3 مرات", "5 أيام يوم 6" stay out.
      const day = numberOf(match, "day");
      const digits = /^\d+$/.test(form(match, match.last - 1));
      const counted = /^(كل|لكل|مده|لمده)$/.test(wordBefore(match));
      const next = match.layer.words[match.last];
      const open = match.layer.tokens[match.last]?.kind === "word";
      if (day === undefined || !digits || counted) return null;
      if (open && !next?.classes.has("preposition")) return null;
      return value({ ...DAY_BASE, date: { day, calendar: "gregorian" } }, match);
    },
  },
  {
    id: "time.day-stroke-month",
    pattern: `${DAY_WORD} wd:<time.weekday>? a:@digits / b:@digits`,
    build: dayAndMonth,
  },
  {
    id: "time.weekday-stroke-month",
    pattern: "wd:<time.weekday> a:@digits / b:@digits",
    build: dayAndMonth,
  },
  {
    id: "time.date",
    pattern: `${PART}? ${DAY_WORD}? ${FULL_DATE}`,
    priority: 1,
    build: day,
  },
  {
    id: "time.named-day",
    pattern: `event:<time.named-day> ( / <time.month> )? ( ( ، )? ( من )? ( عام | سنة )? @year )?`,
    priority: 3,
    build: (match) => {
      const of = (feature: string): number => numberFeature(match, "event", feature) ?? 0;
      const [year, month, day] = [of("year"), of("month"), of("day")];
      return value({ ...DAY_BASE, date: { year, month, day, calendar: "gregorian" } }, match);
    },
  },
  {
    id: "time.date-dotted",
    pattern: `${PART}? ${DAY_WORD}? dotted:@dotted-date`,
    build: (match) => {
      const found = match.captures.get("dotted")?.value as
        | { readonly date: PartialDate }
        | undefined;
      return found ? value({ ...DAY_BASE, date: found.date }, match) : null;
    },
  },
  {
    id: "time.date-month-first",
    pattern: `${MONTH} day:@day ( ( ، | , )? ${YEAR} )?`,
    priority: -1,
    build: (match) => {
      // "ديسمبر وثاني أكبر انخفاض": the next thing told.
      if (form(match, match.captures.get("day")?.first ?? -1).startsWith("و")) return null;
      return endsClause(match) || match.captures.has("year") ? day(match) : null;
    },
  },
  {
    id: "time.day-of-this-month",
    pattern: `day:@day ( من ( <time.this> )? unit:<time.unit unit=month> ( ${modifier("mod")} )? | of:منه | unit:<time.unit unit=month article=yes> ${modifier("mod")} )`,
    priority: 2,
    build: (match) => {
      const number = numberOf(match, "day");
      const unit = match.captures.get("unit")?.reading;
      if (number === undefined || (unit && (!unit.article || unit.number !== "singular")))
        return null;
      if (BLESSED.test(wordBehind(match))) {
        const ramadan: PartialDate = { day: number, month: RAMADAN, calendar: "hijri" };
        return value({ ...DAY_BASE, date: ramadan, dateWhich: "this" }, match);
      }
      const which = match.captures.has("of") ? "same" : (whichOf(match, "mod") ?? "this");
      const date: PartialDate = { day: number, calendar: "gregorian" };
      return value({ ...DAY_BASE, date, dateWhich: which }, match);
    },
  },
];

/** "يوم الثلاثاء 22/4": only behind the word day or its name; alone it is a share or a score. */
function dayAndMonth(match: Match): TimeExpressionValue | null {
  const [day, month] = [numberOf(match, "a"), numberOf(match, "b")];
  if (day === undefined || month === undefined || day < 1 || day > 31) return null;
  if (month < 1 || month > 12 || wordBehind(match) === "/") return null;
  const date: PartialDate = { day, month, calendar: "gregorian" };
  return value({ ...DAY_BASE, weekday: weekdayOf(match, "wd"), date }, match);
}

/** "This noble month" is Ramadan. */
const BLESSED = /^(الفضيل|الكريم|المبارك)$/;
const RAMADAN = 9;
