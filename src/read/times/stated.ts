import { civil, type DayNumber, dayNumber, isValidDate } from "../../core/calendar.js";
import { allows, type DateConstraint } from "../../core/date-constraint.js";
import type { TimeSpec } from "../../lang/time-spec.js";
import type { TextLayer } from "../../text/layer.js";
import { dayOfHijri } from "./resolve-hijri.js";
import type { TimeExpression, TimesRead } from "./time-expression.js";

/** Sentences from the top in which a report carries its date. */
const STAMP_SENTENCES = 5;
/** Tokens of a clock time behind the date: `07:15:00`. */
const STAMP_REST = 8;
/** "تاريخ النشر : 11:56 -" stands at most so many tokens before the date. */
const STAMP_WORD_REACH = 8;
/** Tokens of a dateline before its date ("city (country)"), and from the date to its dash. */
const DATELINE_LEAD = 8;
const DATELINE_TAIL = 8;
const DASHES: ReadonlySet<string> = new Set(["-", "–", "—", ":"]);

/** The day that a day expression dates in full, in either calendar; null where it leaves it open. */
export function fullDay(spec: TimeSpec): DayNumber | null {
  if (spec.kind !== "day" || !spec.date) return null;
  const { year, month, day, calendar } = spec.date;
  if (calendar === "hijri") return dayOfHijri(spec.date, spec.weekday);
  if (month === undefined || day === undefined) return null;
  if (year !== undefined) return isValidDate(year, month, day) ? dayNumber(year, month, day) : null;
  // The Hijri date beside it has the year: the two fall together in one year only.
  const hijri = spec.other ? dayOfHijri(spec.other, spec.weekday) : null;
  if (hijri === null) return null;
  for (let away = -2; away <= 2; away++) {
    const found = civil(hijri + away);
    if (found.month === month && found.day === day) return hijri + away;
  }
  return null;
}

/**
 * A date stamp on a line of its own near the top, or a dateline: the report's own day. Of several
 * the first that the report's own "today, Saturday" allows: a page carries the reader's day, too.
 */
export function statedDate(
  layer: TextLayer,
  expressions: readonly TimeExpression[],
  constraints: readonly DateConstraint[],
): TimesRead["stated"] {
  const own = constraints.filter(({ exact }) => exact);
  let first: TimesRead["stated"] = null;
  for (const stamp of stampsOf(layer, expressions)) {
    if (own.every((constraint) => allows(constraint, stamp.day))) return stamp;
    first ??= stamp;
  }
  return first;
}

function* stampsOf(
  layer: TextLayer,
  expressions: readonly TimeExpression[],
): Generator<NonNullable<TimesRead["stated"]>> {
  for (const { first, last, value } of expressions) {
    const index = layer.sentenceOf[first] ?? -1;
    const sentence = layer.sentences[index];
    if (!sentence || index < 0) continue;
    if (index > STAMP_SENTENCES) break;
    const day = fullDay(value.spec);
    if (day === null) continue;
    const alone = first <= sentence.first + 1 && sentence.last - last <= STAMP_REST;
    if (alone || isStamped(layer, first)) yield { day, first, last, form: "stamp" };
    else if (isDateline(layer, first, last, sentence)) yield { day, first, last, form: "dateline" };
  }
}

/** "نشر في": the words in front say what the date is of. */
function isStamped(layer: TextLayer, first: number): boolean {
  const start = layer.sentences[layer.sentenceOf[first] ?? -1]?.first ?? first;
  for (let at = Math.max(start, first - STAMP_WORD_REACH); at < first; at++) {
    const phrase = layer.phrases[at]?.some(({ reading }) =>
      reading.entry.classes.includes("time.stamp-word"),
    );
    if (phrase || layer.words[at]?.classes.has("time.stamp-word")) return true;
  }
  return false;
}

/** `city (country) 7 February 2022 (agency) -`: names in front, a dash behind, no verb before it. */
export function isDateline(
  layer: TextLayer,
  first: number,
  last: number,
  sentence: { readonly first: number; readonly last: number },
): boolean {
  if (first - sentence.first > DATELINE_LEAD) return false;
  for (let at = sentence.first; at < first; at++) {
    const reading = layer.words[at]?.readings[0];
    if (reading?.entry.pos === "verb") return false;
    if (layer.words[at]?.classes.has("time.clause-word")) return false;
  }
  let depth = 0;
  for (let at = last; at < Math.min(sentence.last, last + DATELINE_TAIL); at++) {
    const { form = "", kind } = layer.tokens[at] ?? {};
    if (form === "(" || form === "[") depth++;
    else if (form === ")" || form === "]") depth--;
    else if (depth === 0 && DASHES.has(form)) return true;
    else if (depth === 0 && kind === "word" && at > last + 2) return false;
  }
  return false;
}
