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
 * The date at the head of a page, over the line that names its editor: the day on which it was read
 * or fetched. Null where there is none.
 */
export function mastheadDate(
  layer: TextLayer,
  expressions: readonly TimeExpression[],
): TimeExpression | null {
  for (const one of expressions) {
    const index = layer.sentenceOf[one.first] ?? -1;
    if (index > STAMP_SENTENCES) break;
    const sentence = layer.sentences[index];
    if (!sentence || !isAlone(one, sentence) || fullDay(one.value.spec) === null) continue;
    if (hasWord(layer, sentence.last, sentence.last + 1, "furniture.editor")) return one;
  }
  return null;
}

/**
 * A date stamp on a line of its own near the top, or a dateline: the report's own day. Of several
 * the first that the report's own "today, Saturday" allows; where that is a stamp, the earliest,
 * since a page carries its reader's day and that of its last change, too.
 */
export function statedDate(
  layer: TextLayer,
  expressions: readonly TimeExpression[],
  constraints: readonly DateConstraint[],
): TimesRead["stated"] {
  const own = constraints.filter(({ exact }) => exact);
  const all = [...stampsOf(layer, expressions)];
  const allowed = all.filter(({ day }) => own.every((constraint) => allows(constraint, day)));
  const [first] = allowed;
  if (first?.form !== "stamp") return first ?? all[0] ?? null;
  return allowed.reduce((a, b) => (b.form === "stamp" && b.day < a.day ? b : a));
}

const isAlone = (
  { first, last }: { readonly first: number; readonly last: number },
  sentence: { readonly first: number; readonly last: number },
): boolean => first <= sentence.first + 1 && sentence.last - last <= STAMP_REST;

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
    if (isAlone({ first, last }, sentence) || isStamped(layer, first))
      yield { day, first, last, form: "stamp" };
    else if (isDateline(layer, first, last, sentence)) yield { day, first, last, form: "dateline" };
  }
}

/** "نشر في": the words in front say what the date is of. */
function isStamped(layer: TextLayer, first: number): boolean {
  const start = layer.sentences[layer.sentenceOf[first] ?? -1]?.first ?? first;
  return hasWord(layer, Math.max(start, first - STAMP_WORD_REACH), first, "time.stamp-word");
}

/** Whether a word or phrase of a class begins at a token of `[first, last)`. */
function hasWord(layer: TextLayer, first: number, last: number, name: string): boolean {
  for (let at = first; at < last; at++) {
    if (layer.words[at]?.classes.has(name)) return true;
    if (layer.phrases[at]?.some(({ reading }) => reading.entry.classes.includes(name))) return true;
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
