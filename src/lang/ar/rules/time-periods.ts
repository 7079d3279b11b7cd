import type { Match, Rule } from "../../../rules/rule.js";
import type { PartialDate, Season, TimeExpressionValue, TimeSpec } from "../../time-spec.js";
import {
  classBefore,
  endsClause,
  featureOf,
  form,
  gregorianOf,
  isNameOfThing,
  isQuoted,
  isSupportedMonth,
  numberFeature,
  numberOf,
  portionOf,
  value,
  whichOf,
  wordBefore,
  wordBehind,
  yearSpec,
} from "./time-captures.js";
import { monthTold, OF_MONTH_OR_YEAR } from "./time-of-month.js";
import { MONTH, modifier, TAIL } from "./time-pieces.js";

/** How Arabic news words months, years, decades, centuries, seasons and holidays. */

type Build = Rule<TimeExpressionValue>["build"];

const period: Build = (match) => {
  const date = gregorianOf(match);
  if (!date || !isSupportedMonth(match, date)) return null;
  // The statue «أغسطس»: a month alone between quotes is a name.
  if (match.last === match.first + 1 && isQuoted(match)) return null;
  if (date.year === undefined && date.yearWhich === undefined && isNameOfThing(match)) return null;
  return value({ kind: "period", date, which: whichOf(match), portion: portionOf(match) }, match);
};

const PORTION = "( portion:<time.portion article=no> ( من )? )";

export const PERIOD_RULES: readonly Rule<TimeExpressionValue>[] = [
  {
    id: "time.month",
    pattern: `${PORTION}? <time.this>? ( شهر )? ${MONTH} ${TAIL}`,
    priority: -1,
    build: period,
  },
  {
    id: "time.months",
    pattern: `( شهري )? month:<time.month> ( الى | حتى | - | – | / )? month2:<time.month> ${TAIL}`,
    build: months,
  },
  {
    id: "time.week-of-month",
    pattern: `week:<time.unit unit=week article=yes> ( nth:@ordinal | last:<time.modifier> ) ( من | في )? ${OF_MONTH_OR_YEAR}`,
    priority: 2,
    build: weekOf,
  },
  {
    id: "time.hijri-month",
    pattern: `${PORTION}? ( word:شهر )? hijri:<time.hijri-month> ( الفضيل | المبارك | الكريم | المحرم | الحرام )? ( ( ( ، | , )? ( من )? ( عام | سنة | لعام )? ( hyear:@hijri-year <time.hijri-mark>? | year:@year <time.gregorian-mark>? ) ) | ( ( من )? hyearWhich:<time.this> ( العام | السنة ) ) | ( من )? ${modifier("mod")} )?`,
    build: hijriMonth,
  },
  {
    id: "time.hijri-year",
    pattern:
      "( ( <time.year-word> | لعام | للعام ) hyear:@hijri-year <time.hijri-mark>? | hyear:@hijri-year ( ( - | / ) hyear2:@hijri-year )? <time.hijri-mark> )",
    build: (match) => {
      const year = numberOf(match, "hyear");
      if (year === undefined) return null;
      const inYear = (of: number): TimeSpec => ({
        kind: "period",
        date: { year: of, calendar: "hijri" },
        which: null,
        portion: null,
      });
      // "العام الدراسي 1435/1436هـ".
      const second = numberOf(match, "hyear2");
      return second !== undefined && second > year
        ? value({ kind: "range", from: inYear(year), to: inYear(second) }, match)
        : value(inYear(year), match);
    },
  },
  {
    id: "time.year",
    pattern: `${PORTION}? ( <time.year-word> | لعام | للعام | لسنة ) ( الميلادي )? ( year:@year | year:@spelled-year | twoThousand:الفين ) <time.gregorian-mark>?`,
    build: (match) => (wordBehind(match) === "ق" ? null : period(match)),
  },
  {
    id: "time.portion-of-spelled-year",
    pattern: `${PORTION} year:@spelled-year`,
    build: period,
  },
  {
    id: "time.bare-year",
    pattern: `${PORTION}? year:@year ( mark:<time.gregorian-mark> )?`,
    priority: -2,
    build: bareYear,
  },
  {
    id: "time.years",
    pattern:
      "( two:( عامي | سنتي | الأعوام | السنوات | أعوام | سنوات | العامين | موسم | للموسم | الموسم ) )? ( من | بين )? year:@year ( و | - | – | / | الى | حتى | عام )? ( عام | العام )? year2:@year <time.gregorian-mark>?",
    build: years,
  },
  {
    id: "time.decade",
    pattern: `${PORTION}? ( عقد )? decade:<time.decade> ( ( من )? century:<time.unit unit=century article=yes> ( mod:<time.modifier> | nth:@ordinal )? )?`,
    build: decade,
  },
  {
    id: "time.century",
    pattern: `${PORTION}? century:<time.unit unit=century article=yes> ( mod:<time.modifier which=last> | nth:@ordinal ) ( الميلادي | ميلادي | ميلادية | م )?`,
    priority: 1,
    build: (match) => {
      const start = centuryOf(match);
      return start === null ? null : value(yearRange(start + 1, start + 100), match);
    },
  },
  {
    id: "time.season",
    pattern: `( فصل | موسم )? ( yearWhich:<time.this> season:<time.season article=yes> | season:<time.season> ( ( ( من )? ( عام | العام | سنة )? year:@year ) | ( ( من )? ( ( العام | السنة ) ${modifier("yearWhich")} | yearWhich:<time.this> ( العام | السنة ) ) ) | ${modifier("yearWhich")} ) )`,
    build: (match) => {
      const name = featureOf(match, "season", "n") as Season | null;
      if (name === null) return null;
      const date: PartialDate = {
        year: numberOf(match, "year"),
        yearWhich: whichOf(match, "yearWhich") ?? undefined,
        calendar: "gregorian",
      };
      return value({ kind: "season", season: name, date }, match);
    },
  },
];

/** "The second week of May": its days 8 to 14; "of the year": the second ISO week. */
function weekOf(match: Match): TimeExpressionValue | null {
  const nth = numberOf(match, "nth");
  const last = match.captures.get("last")?.reading?.entry.lemma === "أخير";
  const portion = last ? "week-last" : WEEKS[(nth ?? 0) - 1];
  const spec = portion ? monthTold(match, portion) : null;
  return spec && value(spec, match);
}

const WEEKS = ["week-1", "week-2", "week-3", "week-4"] as const;

function months(match: Match): TimeExpressionValue | null {
  const from = numberFeature(match, "month", "n");
  const to = numberFeature(match, "month2", "n");
  const date = gregorianOf(match);
  const other = match.captures.get("month2");
  if (!date || !other || from === null || to === null || from === to) return null;
  // Without "from … to" the second is another month only where a joined "and" or a dash says so.
  const joined =
    other.reading?.conjunction === "و" || /^(الى|حتى|-|–)$/.test(form(match, other.first - 1));
  if (!joined || !isSupportedMonth(match, date)) return null;
  const which = whichOf(match);
  const month = (n: number): TimeSpec => ({
    kind: "period",
    date: { ...date, month: n },
    which,
    portion: null,
  });
  return value({ kind: "range", from: month(from), to: month(to) }, match);
}

/** محرم and صفر are common words; behind "in", the later months are months. */
const RAJAB = 7;

function hijriMonth(match: Match): TimeExpressionValue | null {
  const month = numberFeature(match, "hijri", "n");
  const year = numberOf(match, "hyear");
  const ambiguous = featureOf(match, "hijri", "ambiguous") === "yes";
  const told = match.captures.has("word") || wordBefore(match) === "شهر";
  // "رمضان 2015": the Ramadan that began in that year.
  const commonYear = numberOf(match, "year");
  const supported =
    year !== undefined ||
    commonYear !== undefined ||
    told ||
    match.captures.has("mod") ||
    match.captures.has("hyearWhich") ||
    match.captures.has("portion");
  if (month === null || (!supported && ambiguous && !told && month < RAJAB)) return null;
  // "حلويات شوال": a month without "month" in front tells a time only behind a preposition.
  const led = ["في", "خلال", "منذ", "حتى"].includes(wordBefore(match));
  if (!supported && !led) return null;
  const yearWhich = match.captures.has("hyearWhich") ? ("this" as const) : undefined;
  const date: PartialDate = { month, year, yearWhich, commonYear, calendar: "hijri" };
  return value({ kind: "period", date, which: whichOf(match), portion: portionOf(match) }, match);
}

/** Numbers of four digits behind "in", closing their clause, or with the mark of the era. */
function bareYear(match: Match): TimeExpressionValue | null {
  const year = numberOf(match, "year");
  if (year === undefined) return null;
  if (match.captures.has("mark")) return isEraMark(match) ? period(match) : null;
  if (year < 1800) return null;
  const led =
    BEFORE_YEAR.test(wordBefore(match)) ||
    isSecondYear(match) ||
    (year >= FIRST_NAMED_YEAR && isNamed(match, match.first - 1));
  if (!match.captures.has("portion") && !led) return null;
  const next = wordBehind(match);
  if (next === "-" || next === "–" || next === "/" || next === "%") return null;
  // Behind "since" and "by" four digits count nothing.
  const since = /^[وف]?(منذ|بحلول|عام)$/.test(wordBefore(match));
  return since || endsClause(match) ? period(match) : null;
}

/** "في 2005 و2010": the second is a year where the first is. */
const isSecondYear = (match: Match): boolean =>
  wordBefore(match) === "و" &&
  /^\d{4}$/.test(form(match, match.first - 2)) &&
  (BEFORE_YEAR.test(form(match, match.first - 3)) || isNamed(match, match.first - 3));

/** "انتفاضة 2011": the year of an event that it follows. */
const isNamed = (match: Match, at: number): boolean =>
  (match.layer.words[at]?.classes.has("time.year-noun") ?? false) ||
  (match.layer.phrases[at - 1]?.some(
    ({ last, reading }) => last === at + 1 && reading.entry.classes.includes("time.year-noun"),
  ) ??
    false);

/** Wars and elections named by their year are of the last centuries; "اتفاق 1500 عامل" is none. */
const FIRST_NAMED_YEAR = 1900;

const BEFORE_YEAR = /^[وف]?(في|منذ|حتى|خلال|بحلول|بنهايه|لسنه|عام)$/;

/** "2015 م" is an era; "2000 م" behind a distance or an area is metres. */
function isEraMark(match: Match): boolean {
  const year = numberOf(match, "year") ?? 0;
  return (
    year >= 1900 &&
    year <= 2100 &&
    !/^(مسافة|بعد|طول|ارتفاع|عمق|مساحة|عرض)$/.test(wordBefore(match))
  );
}

/** No span of years told with a dash is longer. */
const LONGEST_SPAN = 60;

function years(match: Match): TimeExpressionValue | null {
  const from = numberOf(match, "year");
  const to = numberOf(match, "year2");
  const second = match.captures.get("year2");
  if (from === undefined || to === undefined || !second || to <= from) return null;
  const between = form(match, second.first - 1);
  // "في 2005 و2010" are two years; only "between" makes a span of them.
  const lead = wordBefore(match);
  const spans =
    /^[وف]?(بين|من|مابين)$/.test(lead) || /^(بين|من)$/.test(form(match, match.first + 1));
  // … save where one follows the other: "سيناريو 2005 و2006".
  const running =
    between === "و" && to === from + 1 && from >= FIRST_NAMED_YEAR && endsClause(match);
  if ((between === "و" || between === "وعام") && !spans && !running) {
    return null;
  }
  const told = match.captures.has("two") || /^[وف]?(بين|من|مابين|خلال|في)$/.test(lead);
  const season = between === "/" && to === from + 1;
  if (from < 1500 || to > 2100) return null;
  if (
    !told &&
    !season &&
    !running &&
    !(to - from <= LONGEST_SPAN && /^[-–]$/.test(between) && from >= 1900)
  ) {
    return null;
  }
  return value({ kind: "range", from: yearSpec(from), to: yearSpec(to) }, match);
}

/** "The last century" was the twentieth when the first of these reports was put online, and is. */
const LAST_CENTURY = 1900;

/** The year before the first of the century told; null for a Hijri or an unknown one. */
function centuryOf(match: Match): number | null {
  const nth = numberOf(match, "nth");
  if (nth !== undefined) return nth >= 1 && nth <= 21 ? (nth - 1) * 100 : null;
  const which = whichOf(match);
  if (which === "last") return LAST_CENTURY;
  if (which === "this") return LAST_CENTURY + 100;
  return null;
}

const yearRange = (from: number, to: number): TimeSpec => ({
  kind: "range",
  from: yearSpec(from),
  to: yearSpec(to),
});

/** "عمره في الأربعينيات". */
const isAge = (match: Match): boolean =>
  classBefore(match, "time.age-word") ||
  (match.layer.words[match.first - 2]?.classes.has("time.age-word") ?? false);

function decade(match: Match): TimeExpressionValue | null {
  const tens = numberFeature(match, "decade", "n");
  if (tens === null) return null;
  const reading = match.captures.get("decade")?.reading;
  if (match.captures.has("century")) {
    const start = centuryOf(match);
    return start === null ? null : value(yearRange(start + tens, start + tens + 9), match);
  }
  // Alone it is a decade of the last century, and only under the article; "in his fifties" is an age.
  if (!reading?.article || tens < 30 || isAge(match)) return null;
  return value(yearRange(LAST_CENTURY + tens, LAST_CENTURY + tens + 9), match);
}
