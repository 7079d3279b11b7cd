import type { Match, Rule } from "../../../rules/rule.js";
import type { TimeExpressionValue, TimeSpec, TimeUnit } from "../../time-spec.js";
import {
  classBefore,
  form,
  numberOf,
  portionOf,
  unitOf,
  value,
  whichOf,
  wordBehind,
  yearSpec,
} from "./time-captures.js";
import { modifier } from "./time-pieces.js";

/** How Arabic news words times by counting: last week, the past three days, four years ago. */

const ABOUT =
  "( نحو | حوالي | قرابة | زهاء | اكثر من | اقل من | ما يقارب | ما يزيد على | ما يزيد عن | بضع | بضعة | عدة )";
const PORTION = "( portion:<time.portion article=no> ( من )? )";

/** "Later this month" may be any of its days that are left: vague, and kept as such. */
const LATER = "( وقت ( لاحق | سابق | مبكر | متأخر ) ( من )? | لاحقا ( في )? )";
/** "A year and two months"; "and a half" is a number of its own and stands in `n2`. */
const MORE = "( ( و )? ( n3:@count )? more:<time.unit article=no> )?";

export const DISTANCE_RULES: readonly Rule<TimeExpressionValue>[] = [
  {
    id: "time.unit",
    pattern: `${PORTION}? ( ال )? ( n:@count )? unit:<time.unit> ( n2:@count )? ${modifier("mod")} ( mod2:<time.modifier> )? ( ( ، )? ( #open year:@year #close | year:@year ) <time.gregorian-mark>? )?`,
    build: unit,
  },
  {
    id: "time.unit-vague",
    pattern:
      "unit:<time.unit article=yes> vague:( القليلة | العديدة | الأولى | القلائل ) mod:<time.modifier>",
    build: (match) => {
      const which = whichOf(match);
      return which ? unitSpec(match, null, which) : null;
    },
  },
  {
    id: "time.count-of-last",
    pattern: "mod:<time.modifier|time.last-of> ( ال )? ( n:@count )? unit:<time.unit article=no>",
    build: (match) => {
      const reading = match.captures.get("mod")?.reading;
      const told = numberOf(match, "n") !== undefined || countOf(match) === 2;
      if (!reading || !told || whichOf(match) !== "last") return null;
      return unitSpec(match, countOf(match), "last");
    },
  },
  {
    id: "time.this-unit",
    pattern: `( ${LATER} | ${PORTION} )? <time.this> unit:<time.unit article=yes> ( ( ، )? ( #open year:@year #close | year:@year ) <time.gregorian-mark>? )?`,
    build: (match) => {
      const name = unitOf(match);
      // "This noble month": Ramadan.
      if (/^(الفضيل|الكريم|المبارك)$/.test(wordBehind(match))) return null;
      return name === "day" || name === "hour" ? null : unitSpec(match, 1, "this");
    },
  },
  {
    id: "time.portion-of-unit",
    pattern: `${PORTION} unit:<time.unit article=yes>`,
    priority: -1,
    build: (match) => {
      const name = unitOf(match);
      if (name !== "week" && name !== "month" && name !== "year") return null;
      // "The end of the week in which …", "the first month of the war": not the one running.
      if (match.captures.get("unit")?.reading?.number !== "singular") return null;
      const next = match.layer.words[match.last];
      if (
        next?.classes.has("number.ordinal") ||
        /^(الذي|التي|الاول|الاولي|الدراسي|الجامعي|المالي)$/.test(wordBehind(match))
      ) {
        return null;
      }
      // "نهاية الأسبوع" is the weekend, of the week past as often as of this one.
      if (name === "week" && portionOf(match) === "end") return weekend(match);
      return unitSpec(match, 1, "this");
    },
  },
  {
    id: "time.ago",
    pattern: `( قبل ) ${ABOUT}? ( n:@count )? unit:<time.unit article=no> ( n2:@count | واحد | واحدة )? ${MORE} ( من الان | من اليوم )?`,
    build: (match) => distance(match, -1),
  },
  {
    id: "time.ahead",
    pattern: `( بعد ) ${ABOUT}? ( n:@count )? unit:<time.unit article=no> ( n2:@count | واحد | واحدة )? ${MORE} ( من الان | من اليوم )?`,
    build: (match) => distance(match, 1),
  },
  {
    id: "time.ago-told",
    pattern: `( ( قبل before:ذلك | بعد after:ذلك ) unit:<time.unit preposition=ب article=no> | ( قبل before:ذلك | بعد after:ذلك ) ( ب )? n:@count unit:<time.unit article=no> | ( قبل | بعد ) ( n:@count )? unit:<time.unit article=no> ( من ) told:( ذلك | هذا | ذلك التاريخ | هذا التاريخ ) )`,
    priority: 1,
    build: (match) => {
      const direction = /^[وف]?قبل$/.test(match.layer.tokens[match.first]?.form ?? "") ? -1 : 1;
      const name = unitOf(match);
      if (name === null) return null;
      return value(
        { kind: "distance", unit: name, count: countOf(match), direction, from: "told" },
        match,
      );
    },
  },
  {
    id: "time.for",
    pattern: `( منذ ) ${ABOUT}? ( n:@count )? unit:<time.unit article=no> ( n2:@count | واحد | واحدة )? ${MORE}`,
    build: (match) => {
      // "منذ عام من": what stands behind is of another phrase.
      const found = distance(match, -1, true);
      return found ? { ...found, spec: { kind: "since", from: found.spec } } : null;
    },
  },
];

const weekend = (match: Match): TimeExpressionValue | null =>
  value({ kind: "unit", unit: "week", count: 1, which: "this", portion: "weekend" }, match);

/** No count of units is so high; it is a year. */
const FIRST_YEAR = 1000;

function countOf(match: Match): number | null {
  const unit = match.captures.get("unit")?.reading;
  const behind = numberOf(match, "n2");
  const rest = behind !== undefined && behind < 1 ? behind : 0;
  const told = numberOf(match, "n") ?? (rest === 0 ? behind : undefined);
  if (told !== undefined) return told + rest;
  if (unit?.number === "dual") return 2 + rest;
  return unit?.number === "plural" ? null : 1 + rest;
}

function unit(match: Match): TimeExpressionValue | null {
  const which = whichOf(match);
  const name = unitOf(match);
  const reading = match.captures.get("unit")?.reading;
  const modifierReading = match.captures.get("mod")?.reading;
  if (!which || !name || !reading) return null;
  const count = countOf(match);
  // One day of many ("اليوم التالي") is read elsewhere.
  if ((name === "day" || name === "hour") && count === 1) return null;
  // "Previous years": any; "the last week of Ramadan", "its latest hour": not the one just over.
  if (modifierReading?.entry.lemma === "أخير" && (count === 1 || !reading.article)) return null;
  if (!modifierReading?.article && which !== "same" && numberOf(match, "n") === undefined) {
    return null;
  }
  // "For five coming years": how long, not when.
  if (
    classBefore(match, "time.duration-word") ||
    (reading.preposition === "ل" && !reading.article)
  ) {
    return null;
  }
  const year = numberOf(match, "year");
  if (year !== undefined) return name === "year" && count === 1 ? told(match, year, which) : null;
  return unitSpec(match, count, which);
}

/** "العام الماضي 2014": the number fixes what the words leave to the day of the report. */
function told(match: Match, year: number, which: ReturnType<typeof whichOf>) {
  const spec: TimeSpec = { ...(yearSpec(year) as Extract<TimeSpec, { kind: "period" }>), which };
  return value({ ...spec, portion: portionOf(match) }, match);
}

function unitSpec(
  match: Match,
  count: number | null,
  which: NonNullable<ReturnType<typeof whichOf>>,
): TimeExpressionValue | null {
  const name = unitOf(match);
  if (name === null) return null;
  const year = numberOf(match, "year");
  if (year !== undefined) return name === "year" ? told(match, year, which) : null;
  return value({ kind: "unit", unit: name, count, which, portion: portionOf(match) }, match);
}

/** A distance that goes on ("two days before the vote") is measured from something else. */
function distance(match: Match, direction: -1 | 1, since = false): TimeExpressionValue | null {
  const name: TimeUnit | null = unitOf(match);
  if (name === null) return null;
  const fromNow = /^(الان|اليوم)$/.test(match.layer.tokens[match.last - 1]?.form ?? "");
  if (!fromNow && !since && /^من$/.test(wordBehind(match))) return null;
  // "منذ عام 2010": since that year.
  const next = match.layer.tokens[match.last];
  if (name === "year" && next?.kind === "number" && next.form.length === 4) return null;
  if ((numberOf(match, "n2") ?? 0) >= FIRST_YEAR) return null;
  const told = lengthOf(match, name);
  if (told === null) return null;
  const { count, unit } = told;
  // "قبل يوم أمس", "بعد يوم طويل": no distance of one day.
  if (name === "day" && count === 1 && numberOf(match, "n") === undefined && !fromNow) return null;
  const from = direction < 0 || fromNow ? "report" : "open";
  return value({ kind: "distance", unit, count, direction, from }, match);
}

/** How many of the smaller unit make one of the greater, as news counts. */
const WITHIN: Readonly<Partial<Record<TimeUnit, readonly [unit: TimeUnit, count: number]>>> = {
  year: ["month", 12],
  month: ["day", 30],
  week: ["day", 7],
  decade: ["year", 10],
  century: ["year", 100],
  day: ["hour", 24],
};

/** Units whose half is a whole number of the next smaller: half a month is no count of days. */
const EXACT: ReadonlySet<TimeUnit> = new Set(["year", "decade", "century", "day"]);

/**
 * "قبل عام وشهرين" is fourteen months; "شهر ونصف" is about so many days and no day of the calendar.
 * Null where the second unit does not follow from the first ("قبل يوم والأسبوع").
 */
function lengthOf(
  match: Match,
  name: TimeUnit,
): { readonly unit: TimeUnit; readonly count: number | null } | null {
  const count = countOf(match);
  const more = match.captures.get("more")?.reading;
  if (count === null || (!more && Number.isInteger(count))) return { unit: name, count };
  const within = WITHIN[name];
  if (!within) return null;
  const [unit, times] = within;
  if (!more) return { unit, count: EXACT.has(name) ? count * times : null };
  const at = match.captures.get("n3")?.first ?? match.captures.get("more")?.first ?? 0;
  const joined = form(match, at).startsWith("و") || form(match, at - 1) === "و";
  if (!joined || unitOf(match, "more") !== unit) return null;
  const rest = numberOf(match, "n3") ?? (more.number === "dual" ? 2 : 1);
  if (more.number === "plural" && numberOf(match, "n3") === undefined) return null;
  return { unit, count: count * times + rest };
}
