import type { Weekday } from "../../../core/calendar.js";
import type { Match } from "../../../rules/rule.js";
import { fold } from "../../../text/fold.js";
import type {
  PartialDate,
  Portion,
  TimeExpressionValue,
  TimeSpec,
  TimeUnit,
  Which,
} from "../../time-spec.js";

/** Reading of what the named elements of a time rule took. */

export function featureOf(match: Match, capture: string, feature: string): string | null {
  return match.captures.get(capture)?.reading?.entry.features[feature] ?? null;
}

export function numberFeature(match: Match, capture: string, feature: string): number | null {
  const found = featureOf(match, capture, feature);
  return found === null ? null : Number(found);
}

/** The value of a captured number; undefined where nothing was captured. */
export function numberOf(match: Match, capture: string): number | undefined {
  const found = match.captures.get(capture)?.value;
  if (typeof found === "object" && found !== null && "value" in found) {
    return typeof found.value === "number" ? found.value : undefined;
  }
  return undefined;
}

export function timeOf(match: Match, capture: string): TimeExpressionValue | null {
  const found = match.captures.get(capture)?.value;
  return typeof found === "object" && found !== null && "spec" in found
    ? (found as TimeExpressionValue)
    : null;
}

export function weekdayOf(match: Match, capture: string): Weekday | null {
  const n = numberFeature(match, capture, "n");
  return n === null ? null : (n as Weekday);
}

/** "Last", or with قبل in front "before last"; with بعد in front "after next". */
export function whichOf(match: Match, capture = "mod"): Which | null {
  const plain = featureOf(match, capture, "which") as Which | null;
  if (plain === "last" && match.captures.has(`${capture}Before`)) return "before-last";
  if (plain === "next" && match.captures.has(`${capture}After`)) return "after-next";
  return plain;
}

export const portionOf = (match: Match): Portion | null =>
  featureOf(match, "portion", "portion") as Portion | null;

export const unitOf = (match: Match, capture = "unit"): TimeUnit | null =>
  featureOf(match, capture, "unit") as TimeUnit | null;

export const form = (match: Match, at: number): string => match.layer.tokens[at]?.form ?? "";
const firstWord = (match: Match): string => form(match, match.first);
export const wordBefore = (match: Match): string => form(match, match.first - 1);
export const wordBehind = (match: Match): string => form(match, match.last);
export const classBefore = (match: Match, name: string): boolean =>
  match.layer.words[match.first - 1]?.classes.has(name) ?? false;

/** The expression closes its clause, so that a number at its end counts nothing behind it. */
export function endsClause(match: Match): boolean {
  const next = match.layer.tokens[match.last];
  if (next?.kind !== "word" || next.breaks > 0) return next?.kind !== "number";
  if (next.form === "و") return true;
  const first = match.layer.words[match.last]?.readings[0];
  return (
    first !== undefined &&
    (first.entry.pos === "verb" || first.entry.pos === "fixed" || first.conjunction !== "")
  );
}

/** Words that never carry a pronoun: أبها is no "its August". */
const PLAIN_CAPTURES = ["month", "wd", "wd2", "rel", "hijri", "part", "season"] as const;

/** The expression, or null where one of its words is only a likeness. */
export function value(
  spec: TimeSpec,
  match: Match,
  clockWord?: string,
): TimeExpressionValue | null {
  for (const name of PLAIN_CAPTURES) {
    const reading = match.captures.get(name)?.reading;
    if (reading && reading.enclitic !== "") return null;
  }
  return { spec, clock: clockWord ?? featureOf(match, "part", "part") };
}

export const DAY_BASE = {
  kind: "day",
  offset: null,
  weekday: null,
  date: null,
  which: null,
  dateWhich: null,
  part: null,
} as const;

export const yearSpec = (year: number): TimeSpec => ({
  kind: "period",
  date: { year, calendar: "gregorian" },
  which: null,
  portion: null,
});

/** Day, month and year of the Gregorian calendar, as far as they were captured. */
export function gregorianOf(match: Match): PartialDate | null {
  const month = numberFeature(match, "month", "n") ?? undefined;
  // "ألفين" alone is a count; behind "the year" it is 2000.
  const year = numberOf(match, "year") ?? (match.captures.has("twoThousand") ? 2000 : undefined);
  if (month === undefined && year === undefined) return null;
  const yearWhich = whichOf(match, "yearWhich") ?? undefined;
  return { day: numberOf(match, "day"), month, year, yearWhich, calendar: "gregorian" };
}

export function hijriOf(match: Match): PartialDate | null {
  const month = numberFeature(match, "hijri", "n") ?? undefined;
  if (month === undefined) return null;
  const year = numberOf(match, "hyear");
  const yearWhich = whichOf(match, "hyearWhich") ?? undefined;
  return { day: numberOf(match, "hday"), month, year, yearWhich, calendar: "hijri" };
}

/** A year of two digits belongs to this century. */
const CENTURY = 2000;
const [FIRST_HIJRI, LAST_HIJRI, LAST_YEAR] = [1300, 1500, 2100];

/** One kind of mark between the parts, and a year of two digits or more: `6/2 - 5/7` is a score. */
function isDateShaped(match: Match, suffix: string): boolean {
  const [a, b, c] = ["a", "b", "c"].map((name) => match.captures.get(name + suffix)?.first ?? -1);
  if (a === undefined || b === undefined || c === undefined) return false;
  return form(match, a + 1) === form(match, b + 1) && form(match, c).length >= 2;
}

/** `21/7/2015`, `2015-07-21`, `9/10/1436`: by the size of its parts. Null where it is no date. */
export function numericOf(match: Match, suffix = ""): PartialDate | null {
  const parts = ["a", "b", "c"].map((name) => numberOf(match, name + suffix));
  const [a, b, c] = parts;
  if (a === undefined || b === undefined || c === undefined || !isDateShaped(match, suffix)) {
    return null;
  }
  const [year, month, day] = a >= FIRST_HIJRI ? [a, b, c] : [c < 100 ? c + CENTURY : c, b, a];
  if (year < FIRST_HIJRI || year > LAST_YEAR || month < 1 || day < 1) return null;
  // Day and month change places where the month cannot be one.
  const [m, d] = month > 12 && day <= 12 ? [day, month] : [month, day];
  if (m > 12 || d > 31) return null;
  return { day: d, month: m, year, calendar: year < LAST_HIJRI ? "hijri" : "gregorian" };
}

/**
 * مارس and آب are also common words: a day, a year, "last" or the word "month" must stand with
 * them, and an alif with its hamza must be that of the month (أب is a father).
 */
export function isSupportedMonth(match: Match, date: PartialDate): boolean {
  const captured = match.captures.get("month");
  if (!captured || featureOf(match, "month", "ambiguous") !== "yes") return true;
  if (!hasAlifOf(match, captured.first, captured.reading?.entry.lemma ?? "")) return false;
  if (date.day !== undefined || date.year !== undefined || match.captures.has("mod")) return true;
  if (match.captures.has("month2") || match.captures.has("portion")) return true;
  const joined = captured.reading?.preposition !== "";
  return (
    !joined &&
    ["شهر", "في", "هذا"].some((word) => [wordBefore(match), firstWord(match)].includes(word))
  );
}

/** The token's first alif is bare, or has the hamza or madda of one of the spellings. */
function hasAlifOf(match: Match, at: number, spellings: string): boolean {
  const token = match.layer.tokens[at];
  if (!token) return false;
  const written = match.layer.text.slice(token.start, token.end);
  const alif = /[أإآ]/.exec(written)?.[0];
  if (alif === undefined) {
    return spellings.split("|").some((one) => fold(one) === token.form || !/[أإآ]/.test(one));
  }
  return spellings.includes(alif);
}

/** Words behind which a date is the name of a thing: "the 6 October bridge". */
export function isNameOfThing(match: Match): boolean {
  // "جسر 6 أكتوبر", "مدينة السادس من أكتوبر": the number may have been passed over.
  for (let at = match.first - 1; at >= Math.max(0, match.first - 3); at--) {
    if (match.layer.words[at]?.classes.has("time.date-name")) return true;
    const { kind, form } = match.layer.tokens[at] ?? { kind: "punct", form: "" };
    const isNumber = kind === "number" || match.layer.words[at]?.classes.has("number.ordinal");
    if (!isNumber && form !== "من") return false;
  }
  return false;
}

/** Nothing but the expression stands between quotes or brackets. */
export const isQuoted = (match: Match): boolean =>
  /^[«"“(]$/.test(wordBefore(match)) && /^[»"”)]$/.test(wordBehind(match));
