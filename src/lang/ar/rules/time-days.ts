import type { Match, Rule } from "../../../rules/rule.js";
import type { PartialDate, TimeExpressionValue, TimeSpec } from "../../time-spec.js";
import {
  classBefore,
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
  unitOf,
  value,
  weekdayOf,
  whichOf,
  wordBefore,
  wordBehind,
} from "./time-captures.js";
import {
  BRACKETED_DATE,
  DAY_WORD,
  FULL_DATE,
  MONTH,
  modifier,
  OF_THE_WEEK,
  PART,
  TAIL,
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

const ORDINAL =
  /^(الاول|الثاني|الثالث|الرابع|الخامس|السادس|السابع|الثامن|التاسع|العاشر|العالمي|الوطني|الدراسي|الواحد|الدولي|الذي|الاخير|المفتوح|الموعود)$/;

/** "هذا اليوم" of a story told, "اليوم التالي", "مرتين في اليوم", صحيفة اليوم: not today. */
function isTrappedDay(match: Match): boolean {
  const rel = match.captures.get("rel");
  if (!rel) return false;
  if (classBefore(match, "time.outlet-word")) return true;
  if (isQuotedAlone(match)) return true;
  // "لامس" touched, "في أمس الحاجة" in dire need.
  if (rel.reading?.preposition === "ل" && form(match, rel.first) === "لامس") return true;
  if (form(match, rel.last) === "الحاجه") return true;
  const written = form(match, rel.first);
  if (!written.endsWith("اليوم")) return false;
  const more = match.captures.has("wd") || match.captures.has("day") || match.captures.has("part");
  if (rel.reading?.preposition === "ب" && !more) return true;
  const before = form(match, rel.first - 1);
  if (before === "في" && !more) return true;
  const word = match.layer.words[rel.first - 1];
  if (word?.classes.has("demonstrative") && before !== "هذا") return true;
  const next = match.layer.words[rel.last];
  if (rel.last < match.last) return false;
  return (next?.classes.has("time.modifier") ?? false) || ORDINAL.test(next?.form ?? "");
}

/** «اليوم» alone between quotes or brackets, behind "to" or a name: the newspaper. */
function isQuotedAlone(match: Match): boolean {
  const before = form(match, match.first - 1);
  const behind = form(match, match.last);
  return /^[«"“(]$/.test(before) && /^[»"”)]$/.test(behind);
}

function isTrappedWeekday(match: Match): boolean {
  const at = match.captures.get("wd")?.first ?? 0;
  if (match.layer.words[at - 1]?.classes.has("time.weekday-trap") ?? false) return true;
  // "الأحد عشر": eleven.
  return /^عشر/.test(form(match, at + 1));
}

export const DAY_RULES: readonly Rule<TimeExpressionValue>[] = [
  {
    id: "time.relative-day",
    pattern: `${PART}? ${DAY_WORD}? rel:<time.day> ( ( ، | , )? ( #open ${DAY_WORD}? wd:<time.weekday> #close | ${DAY_WORD}? wd:<time.weekday> ) )? ${BRACKETED_DATE}?`,
    priority: 1,
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
    pattern: `${DAY_WORD}? wd:<time.weekday> ( في )? day:@day`,
    build: (match) => {
      // "الأربعاء 27" closing its clause; "الأربعاء 27 قتيلا" counts, "الأحد الثاني" is another day.
      const number = numberOf(match, "day");
      const digits = /^\d+$/.test(form(match, match.last - 1));
      const weekday = weekdayOf(match, "wd");
      if (number === undefined || !digits || weekday === null || !endsClause(match)) return null;
      if (isTrappedWeekday(match)) return null;
      const date: PartialDate = { day: number, calendar: "gregorian" };
      return value({ ...DAY_BASE, weekday, date }, match);
    },
  },
  {
    id: "time.date",
    pattern: `${PART}? ${DAY_WORD}? ${FULL_DATE}`,
    priority: 1,
    build: day,
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
  {
    id: "time.days-of-month",
    pattern: `day:@day ( و | - | – | الى | حتى | ولغاية | لغاية )? day2:@day ( من )? ( شهر )? ${MONTH} ${TAIL}`,
    priority: 2,
    build: (match) => {
      const date = gregorianOf(match);
      const last = numberOf(match, "day2");
      const first = numberOf(match, "day");
      if (!date || last === undefined || first === undefined || !isSupportedMonth(match, date)) {
        return null;
      }
      if (first >= last) return null;
      const which = whichOf(match, "mod");
      const on = (number: number): TimeSpec => ({
        ...DAY_BASE,
        date: { ...date, day: number },
        dateWhich: which,
      });
      return value({ kind: "range", from: on(first), to: on(last) }, match);
    },
  },
  {
    id: "time.days-of-this-month",
    pattern: `day:@day ( و | - | – | الى | حتى )? day2:@day ( من | في )? ( <time.this> )? unit:<time.unit unit=month> ( ${modifier("mod")} )?`,
    priority: 2,
    build: (match) => {
      const last = numberOf(match, "day2");
      const first = numberOf(match, "day");
      if (first === undefined || last === undefined || first >= last) return null;
      if (!/^[وف]?(من|بين)$/.test(wordBefore(match))) return null;
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
    id: "time.night-between",
    pattern:
      "( <time.night> | الليلة ) ( الواصلة | الفاصلة | الممتدة )? ( بين | ما بين | من )? ( يوم )? wd:<time.weekday> ( - | – | / | على | الى )? wd2:<time.weekday>",
    priority: 3,
    build: (match) => {
      const from = weekdayOf(match, "wd");
      return from === null ? null : value({ kind: "night", from, part: "night" }, match, "night");
    },
  },
  {
    id: "time.last-night",
    pattern: "( خلال )? <time.last-night>",
    priority: 2,
    build: (match) => value({ kind: "night", from: null, part: "night" }, match, "night"),
  },
  {
    id: "time.tonight",
    pattern: "( هذه )? night:<time.tonight>",
    build: (match) => {
      // "في الليلة الأولى", "تلك الليلة": nights of a story told.
      if (match.captures.get("night")?.reading?.enclitic !== "") return null;
      const next = match.layer.words[match.last];
      if (next?.classes.has("time.modifier") || ORDINAL.test(next?.form ?? "")) return null;
      if (/^(الاولي|الثانيه|الواحده|ذاتها|نفسها)$/.test(next?.form ?? "")) return null;
      if (["تلك", "في"].includes(wordBefore(match))) return null;
      return value({ ...DAY_BASE, offset: 0, part: "night" }, match, "night");
    },
  },
  {
    id: "time.this-part",
    pattern: "<time.this> part:<time.part article=yes>",
    build: (match) =>
      value({ ...DAY_BASE, offset: 0, part: featureOf(match, "part", "part") }, match),
  },
  {
    id: "time.told-day",
    pattern: `unit:<time.unit unit=day article=yes> mod:<time.modifier article=yes>`,
    build: (match) => toldDay(match, whichOf(match)),
  },
  {
    id: "time.same-day",
    pattern: `unit:<time.unit unit=day> mod:<time.modifier which=same>`,
    build: (match) => toldDay(match, "same"),
  },
];

/** "This noble month" is Ramadan. */
const BLESSED = /^(الفضيل|الكريم|المبارك)$/;
const RAMADAN = 9;

/** "The following day", "the same day": counted from the day told before. */
function toldDay(match: Match, which: ReturnType<typeof whichOf>): TimeExpressionValue | null {
  if (unitOf(match) !== "day" || match.captures.get("unit")?.reading?.number !== "singular") {
    return null;
  }
  const count = which === "same" ? 0 : 1;
  if (which !== "same" && which !== "next-told" && which !== "previous-told") return null;
  const direction = which === "previous-told" ? -1 : 1;
  return value({ kind: "distance", unit: "day", count, direction, from: "told" }, match);
}
