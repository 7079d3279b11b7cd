import type { Weekday } from "../../../core/calendar.js";
import type { Match, Rule } from "../../../rules/rule.js";
import type {
  PartialDate,
  Portion,
  TimeExpressionValue,
  TimeSpec,
  TimeUnit,
  Which,
} from "../../time-spec.js";

/**
 * How Arabic news words days, months, years and spans of them. `@day` is a number from 1 to 31,
 * `@year` one of four digits, `@hijri-year` one from 1300 to 1500, `@count` any whole number,
 * `@digits` a plain run of at most four digits, `@time` an expression of the first pass.
 */

/** Months are often told in two traditions at once: يناير/كانون الثاني. */
const MONTH =
  "month:<time.month article=no> ( ( / | - )? <time.month article=no> | #open <time.month article=no> #close )?";
const YEAR = "( من? ( عام | العام | سنة | لعام | للعام )? year:@year <time.gregorian-mark>? )";
const WHICH_YEAR = "( من? ( العام | السنة ) yearWhich:<time.modifier> )";
const TAIL = `( ،? ${YEAR} | ${WHICH_YEAR} | ( من )? mod:<time.modifier> )?`;
const DATE = `( ( في | الموافق )? day:@day ( من )? ( شهر )? ${MONTH} ${TAIL} )`;
const BRACKETED_DATE = `( ( ، )? #open? ${DATE} #close? )`;
const PART = "( part:<time.part> ( من )? )";

type Build = Rule<TimeExpressionValue>["build"];

const day: Build = (match) => {
  if (match.captures.has("rel") && isTrappedDay(match)) return null;
  if (match.captures.has("wd") && isTrappedWeekday(match)) return null;
  const date = dateOf(match);
  const offset = numberFeature(match, "rel", "offset");
  if (date && date.month !== undefined && !isSupportedMonth(match, date)) return null;
  return value(
    {
      kind: "day",
      offset,
      weekday: weekdayOf(match, "wd"),
      date,
      which: date ? null : whichOf(match, "mod"),
      dateWhich: date ? whichOf(match, "mod") : null,
      part: featureOf(match, "part", "part"),
    },
    match,
  );
};

const period: Build = (match) => {
  const date = dateOf(match);
  if (!date) return null;
  if (date.month !== undefined && !isSupportedMonth(match, date)) return null;
  return value(
    { kind: "period", date, which: whichOf(match, "mod"), portion: portionOf(match) },
    match,
  );
};

export const TIME_RULES: readonly Rule<TimeExpressionValue>[] = [
  {
    id: "time.relative-day",
    pattern: `${PART}? <time.day-word article=no>? rel:<time.day> ( ( ، )? #open? <time.day-word article=no>? wd:<time.weekday> #close? )? ${BRACKETED_DATE}?`,
    build: day,
  },
  {
    id: "time.weekday",
    pattern: `${PART}? <time.day-word article=no>? wd:<time.weekday> ( mod:<time.modifier> )? ${BRACKETED_DATE}?`,
    build: day,
  },
  {
    id: "time.weekday-bare",
    pattern: `${PART}? <time.day-word article=no> wd:<time.bare-weekday> ( mod:<time.modifier> )? ${BRACKETED_DATE}?`,
    build: day,
  },
  { id: "time.date", pattern: `${PART}? <time.day-word article=no>? ${DATE}`, build: day },
  {
    id: "time.date-month-first",
    pattern: `${MONTH} day:@day ( ،? ${YEAR} )?`,
    priority: -1,
    build: (match) => (endsClause(match) || match.captures.has("year") ? day(match) : null),
  },
  {
    id: "time.day-of-this-month",
    pattern: "day:@day من ( هذا )? ( الشهر | شهرنا ) mod:<time.modifier>?",
    build: (match) => {
      const number = numberOf(match, "day");
      const which = whichOf(match, "mod") ?? "this";
      return value(
        {
          kind: "day",
          offset: null,
          weekday: null,
          date: { day: number, calendar: "gregorian" },
          which: null,
          dateWhich: which,
          part: null,
        },
        match,
      );
    },
  },
  {
    id: "time.days-of-month",
    pattern: `( من | بين )? day:@day ( و | - | – | الى | حتى ) day2:@day ( من )? ( شهر )? ${MONTH} ${TAIL}`,
    build: (match) => {
      const date = dateOf(match);
      const last = numberOf(match, "day2");
      if (!date || last === undefined || !isSupportedMonth(match, date)) return null;
      const which = whichOf(match, "mod");
      return value(
        { kind: "range", from: dayIn(date, date.day, which), to: dayIn(date, last, which) },
        match,
      );
    },
  },
  {
    id: "time.hijri-date",
    pattern:
      "( يوم )? ( day:@day ( من )? ( هذا )? ( الشهر )? ( الفضيل | الكريم | المبارك )? ( شهر )? )? hijri:<time.hijri-month> ( الفضيل | المبارك | الكريم )? ( ( ( من )? ( عام | سنة | لعام )? hyear:@hijri-year <time.hijri-mark>? ) | mod:<time.modifier> )?",
    build: (match) => {
      const month = numberFeature(match, "hijri", "n");
      const year = numberOf(match, "hyear");
      const dayOf = numberOf(match, "day");
      const supported =
        dayOf !== undefined ||
        year !== undefined ||
        wordBefore(match) === "شهر" ||
        match.captures.has("mod");
      if (month === null || !supported) return null;
      const date: PartialDate = { day: dayOf, month, year, calendar: "hijri" };
      return dayOf === undefined
        ? value({ kind: "period", date, which: whichOf(match, "mod"), portion: null }, match)
        : value(
            {
              kind: "day",
              offset: null,
              weekday: null,
              date,
              which: null,
              dateWhich: whichOf(match, "mod"),
              part: null,
            },
            match,
          );
    },
  },
  {
    id: "time.numeric-date",
    pattern: "a:@digits ( - | / ) b:@digits ( - | / ) c:@digits",
    priority: 1,
    build: numericDate,
  },
  {
    id: "time.month",
    pattern: `portion:<time.portion>? <time.this>? ( شهر )? ${MONTH} ${TAIL}`,
    priority: -1,
    build: period,
  },
  {
    id: "time.year",
    pattern: "portion:<time.portion>? <time.year-word> year:@year <time.gregorian-mark>?",
    build: period,
  },
  {
    id: "time.bare-year",
    pattern: "( في | منذ | حتى | خلال | مطلع | أواخر | بحلول ) year:@year",
    priority: -2,
    build: (match) => (endsClause(match) ? period(match) : null),
  },
  {
    id: "time.years",
    pattern:
      "( بين )? ( عامي | سنتي | الأعوام | السنوات | أعوام ) year:@year ( و | - | الى | حتى ) year2:@year",
    build: (match) => {
      const from = numberOf(match, "year");
      const to = numberOf(match, "year2");
      if (from === undefined || to === undefined || to <= from) return null;
      return value({ kind: "range", from: yearSpec(from), to: yearSpec(to) }, match);
    },
  },
  {
    id: "time.weekdays",
    pattern: "wd:<time.weekday> ( الى | حتى | - | – )? wd2:<time.weekday>",
    build: (match) => {
      const from = weekdayOf(match, "wd");
      const to = weekdayOf(match, "wd2");
      if (from === null || to === null || isTrappedWeekday(match)) return null;
      return value({ kind: "range", from: weekdaySpec(from), to: weekdaySpec(to) }, match);
    },
  },
  {
    id: "time.night-between",
    pattern:
      "<time.night> ( يوم )? wd:<time.weekday> ( - | – | / | على | الى )? wd2:<time.weekday>",
    priority: 1,
    build: (match) => {
      const from = weekdayOf(match, "wd");
      return from === null ? null : value({ kind: "night", from, part: "night" }, match, "night");
    },
  },
  {
    id: "time.last-night",
    pattern: "( خلال )? <time.last-night>",
    priority: 1,
    build: (match) => value({ kind: "night", from: null, part: "night" }, match, "night"),
  },
  {
    id: "time.tonight",
    pattern: "( هذه )? <time.tonight>",
    build: (match) => value(today("night"), match, "night"),
  },
  {
    id: "time.this-part",
    pattern: "<time.this> part:<time.part>",
    build: (match) => value(today(featureOf(match, "part", "part")), match),
  },
  {
    id: "time.unit",
    pattern:
      "portion:<time.portion>? ( ال )? n:@count? unit:<time.unit> n2:@count? mod:<time.modifier> mod2:<time.modifier>?",
    build: unit,
  },
  {
    id: "time.count-of-last",
    pattern: "( خلال | في )? mod:<time.modifier> n:@count unit:<time.unit>",
    build: (match) => (featureOf(match, "mod", "which") === "last" ? unit(match) : null),
  },
  {
    id: "time.this-unit",
    pattern: "portion:<time.portion>? <time.this> unit:<time.unit article=yes>",
    build: (match) =>
      featureOf(match, "unit", "unit") === "day" || featureOf(match, "unit", "unit") === "hour"
        ? null
        : unitSpec(match, 1, "this"),
  },
  {
    id: "time.portion-of-unit",
    pattern: "portion:<time.portion> unit:<time.unit article=yes>",
    priority: -1,
    build: (match) => {
      const name = featureOf(match, "unit", "unit");
      return name === "day" || name === "hour" ? null : unitSpec(match, 1, "this");
    },
  },
  {
    id: "time.ago",
    pattern:
      "( قبل ) ( نحو | حوالي | قرابة | أكثر من | زهاء )? n:@count? unit:<time.unit article=no>",
    build: (match) => (followedBy(match, "من") ? null : distance(match, -1)),
  },
  {
    id: "time.for",
    pattern:
      "( منذ ) ( نحو | حوالي | قرابة | أكثر من | زهاء )? n:@count? unit:<time.unit article=no>",
    build: (match) => {
      const found = distance(match, -1);
      return found ? { ...found, spec: { kind: "since", from: found.spec } } : null;
    },
  },
  {
    id: "time.clock",
    pattern:
      "( <time.unit unit=hour> | عند | تمام ) ( ال )? h:@number ( : m:@number )? ( والنصف half:'والنصف'? )? part:<time.part>?",
    build: clock,
  },
  {
    id: "time.clock-digits",
    pattern: "h:@number : m:@number ( : @number )? part:<time.part>?",
    build: clock,
  },
];

/** Second pass: what joins two times, or makes a beginning of one. */
export const TIME_SPAN_RULES: readonly Rule<TimeExpressionValue>[] = [
  {
    id: "time.from-to",
    pattern:
      "( من | بين | منذ | ما بين ) a:@time ( الى | حتى | و | - | – | ولغاية | لغاية ) ( غاية )? b:@time",
    build: (match) => {
      const from = timeOf(match, "a");
      const to = timeOf(match, "b");
      if (!from || !to || from.spec.kind === "clock" || to.spec.kind === "clock") return null;
      return { spec: { kind: "range", from: from.spec, to: to.spec }, clock: null };
    },
  },
  {
    id: "time.since",
    pattern: "منذ a:@time",
    build: (match) => {
      const from = timeOf(match, "a");
      if (!from || (from.spec.kind !== "period" && from.spec.kind !== "unit")) return null;
      return { spec: { kind: "since", from: from.spec }, clock: null };
    },
  },
];

const value = (spec: TimeSpec, match: Match, clockWord?: string): TimeExpressionValue => ({
  spec,
  clock: clockWord ?? featureOf(match, "part", "part"),
});

const today = (part: string | null): TimeSpec => ({
  kind: "day",
  offset: 0,
  weekday: null,
  date: null,
  which: null,
  dateWhich: null,
  part,
});

const weekdaySpec = (weekday: Weekday): TimeSpec => ({ ...dayBase, weekday });
const dayBase = {
  kind: "day",
  offset: null,
  weekday: null,
  date: null,
  which: null,
  dateWhich: null,
  part: null,
} as const;
const dayIn = (date: PartialDate, number: number | undefined, which: Which | null): TimeSpec => ({
  ...dayBase,
  date: { ...date, day: number },
  dateWhich: which,
});
const yearSpec = (year: number): TimeSpec => ({
  kind: "period",
  date: { year, calendar: "gregorian" },
  which: null,
  portion: null,
});

function featureOf(match: Match, capture: string, feature: string): string | null {
  return match.captures.get(capture)?.reading?.entry.features[feature] ?? null;
}

function numberFeature(match: Match, capture: string, feature: string): number | null {
  const found = featureOf(match, capture, feature);
  return found === null ? null : Number(found);
}

function numberOf(match: Match, capture: string): number | undefined {
  const found = match.captures.get(capture)?.value;
  if (typeof found === "object" && found !== null && "value" in found) {
    return typeof found.value === "number" ? found.value : undefined;
  }
  return undefined;
}

function timeOf(match: Match, capture: string): TimeExpressionValue | null {
  const found = match.captures.get(capture)?.value;
  return typeof found === "object" && found !== null && "spec" in found
    ? (found as TimeExpressionValue)
    : null;
}

function weekdayOf(match: Match, capture: string): Weekday | null {
  const n = numberFeature(match, capture, "n");
  return n === null ? null : (n as Weekday);
}

function whichOf(match: Match, capture: string): Which | null {
  return (featureOf(match, capture, "which") as Which | null) ?? null;
}

function portionOf(match: Match): Portion | null {
  return featureOf(match, "portion", "portion") as Portion | null;
}

function dateOf(match: Match): PartialDate | null {
  const month = numberFeature(match, "month", "n") ?? undefined;
  const year = numberOf(match, "year");
  const number = numberOf(match, "day");
  if (month === undefined && year === undefined) return null;
  return { day: number, month, year, calendar: "gregorian" };
}

/** مارس and آب are also common words: a day, a year or the word "month" must stand with them. */
function isSupportedMonth(match: Match, date: PartialDate): boolean {
  if (featureOf(match, "month", "ambiguous") !== "yes") return true;
  if (date.day !== undefined || date.year !== undefined || match.captures.has("mod")) return true;
  const captured = match.captures.get("month");
  if (captured && match.last > captured.last) return true;
  return (
    match.captures.has("portion") ||
    wordBefore(match) === "شهر" ||
    wordBefore(match) === "في" ||
    firstWord(match) === "شهر"
  );
}

const form = (match: Match, at: number): string => match.layer.tokens[at]?.form ?? "";
const firstWord = (match: Match): string => form(match, match.first);
const wordBefore = (match: Match): string => form(match, match.first - 1);

function followedBy(match: Match, word: string): boolean {
  return form(match, match.last) === word;
}

/** "هذا اليوم" of a story told, "اليوم التالي", "اليوم الأول": not the day of the report. */
function isTrappedDay(match: Match): boolean {
  const rel = match.captures.get("rel");
  if (!rel || form(match, rel.first) !== "اليوم") return false;
  const before = match.layer.words[rel.first - 1];
  const after = match.layer.words[rel.last];
  if (before?.classes.has("demonstrative") && form(match, rel.first - 1) !== "هذا") return true;
  const next = after?.form ?? "";
  return (
    (after?.classes.has("time.modifier") ?? false) ||
    /^(الاول|الثاني|الثالث|الرابع|الخامس|السادس|السابع|الثامن|التاسع|العاشر|العالمي|الوطني|الدراسي|الواحد|الدولي)$/.test(
      next,
    )
  );
}

function isTrappedWeekday(match: Match): boolean {
  const before = match.layer.words[(match.captures.get("wd")?.first ?? 0) - 1];
  return before?.classes.has("time.weekday-trap") ?? false;
}

/** The expression closes its clause, so that a number at its end counts nothing behind it. */
function endsClause(match: Match): boolean {
  const next = match.layer.tokens[match.last];
  if (next?.kind !== "word") return true;
  const word = match.layer.words[match.last];
  const first = word?.readings[0];
  return (
    first !== undefined &&
    (first.entry.pos === "verb" || first.entry.pos === "fixed" || first.conjunction !== "")
  );
}

function numericDate(match: Match): TimeExpressionValue | null {
  const [a = 0, b = 0, c = 0] = ["a", "b", "c"].map((name) => numberOf(match, name) ?? 0);
  const yearFirst = a >= 1300;
  const [year, month, number] = yearFirst ? [a, b, c] : [c < 100 ? c + 2000 : c, b, a];
  if (year < 1300 || year > 2100 || month < 1 || number < 1 || number > 31) return null;
  const hijri = year < 1500;
  // Day and month change places where the month cannot be one.
  const [m, d] = month > 12 && number <= 12 ? [number, month] : [month, number];
  if (m > 12) return null;
  return value(
    {
      ...dayBase,
      date: { day: d, month: m, year, calendar: hijri ? "hijri" : "gregorian" },
    },
    match,
  );
}

function countOf(match: Match): number | null {
  const unit = match.captures.get("unit")?.reading;
  const told = numberOf(match, "n") ?? numberOf(match, "n2");
  if (told !== undefined) return told;
  if (unit?.number === "dual") return 2;
  return unit?.number === "plural" ? null : 1;
}

function unit(match: Match): TimeExpressionValue | null {
  const which = whichOf(match, "mod");
  if (!which) return null;
  // "السنوات الماضية": years ago, no one knows how many.
  const name = featureOf(match, "unit", "unit");
  if (name === "day" && countOf(match) === 1) return null;
  return unitSpec(match, countOf(match), which);
}

function unitSpec(match: Match, count: number | null, which: Which): TimeExpressionValue {
  const name = featureOf(match, "unit", "unit") as TimeUnit;
  return value({ kind: "unit", unit: name, count, which, portion: portionOf(match) }, match);
}

function distance(match: Match, direction: -1 | 1): TimeExpressionValue | null {
  const name = featureOf(match, "unit", "unit") as TimeUnit;
  return value({ kind: "distance", unit: name, count: countOf(match), direction }, match);
}

function clock(match: Match): TimeExpressionValue | null {
  const hour = numberOf(match, "h");
  const minute = numberOf(match, "m") ?? 0;
  if (hour === undefined) return null;
  // "23,00" is written as a decimal.
  const whole = Math.floor(hour);
  const minutes = Number.isInteger(hour) ? minute : Math.round((hour - whole) * 100);
  if (whole > 24 || minutes > 59 || minutes < 0) return null;
  const part = featureOf(match, "part", "part");
  const evening = part === "evening" || part === "afternoon" || part === "night";
  const h = whole < 12 && evening ? whole + 12 : whole;
  const text = `${String(h).padStart(2, "0")}:${String(minutes).padStart(2, "0")}`;
  return { spec: { kind: "clock", clock: text }, clock: text };
}
