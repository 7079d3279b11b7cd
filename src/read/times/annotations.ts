import type { PartialDate } from "../../lang/time-spec.js";
import { Annotations } from "../../rules/annotations.js";
import type { TextLayer } from "../../text/layer.js";
import type { NumberAnnotation, NumberValue } from "../numbers/numbers.js";

/** Numbers, sorted by what they can be in a time; see the patterns of a language's time rules. */

const [FIRST_YEAR, LAST_YEAR] = [1000, 2100];
const [FIRST_HIJRI_YEAR, LAST_HIJRI_YEAR] = [1300, 1500];
/** Without a mark of its era a year is of the Hijra only where the press of today writes it. */
const [FIRST_PLAIN_HIJRI, LAST_PLAIN_HIJRI] = [1380, 1460];
const [LAST_DAY, LAST_HOUR, LAST_HOUR_TOLD, LAST_MINUTE] = [31, 24, 12, 59];

/** Whether a number, with what stands around it, can be of a type. */
type Accepts = (number: NumberAnnotation, layer: TextLayer) => boolean;

const whole = ({ value }: NumberValue, low: number, high: number): boolean =>
  Number.isInteger(value) && value >= low && value <= high;

/** Whether the word at a token, the one behind a number, has the class. */
const has = ({ words }: TextLayer, at: number, name: string): boolean =>
  words[at]?.classes.has(name) === true;

function isHijri(year: number, last: number, layer: TextLayer): boolean {
  if (year < FIRST_HIJRI_YEAR || year > LAST_HIJRI_YEAR) return false;
  if (has(layer, last, "time.hijri-mark")) return true;
  if (has(layer, last, "time.gregorian-mark")) return false;
  return year >= FIRST_PLAIN_HIJRI && year <= LAST_PLAIN_HIJRI;
}

const NUMBER_TYPES: readonly (readonly [type: string, accepts: Accepts])[] = [
  ["number", () => true],
  // "الأولى", "الثالثة" are of nights and hours, never of days.
  [
    "day",
    ({ value, first }, layer) =>
      whole(value, 1, LAST_DAY) && !has(layer, first, "number.ordinal-feminine"),
  ],
  [
    "year",
    ({ value, last }, layer) =>
      !value.spelled && whole(value, FIRST_YEAR, LAST_YEAR) && !isHijri(value.value, last, layer),
  ],
  // "ألفين" alone is far likelier a count.
  [
    "spelled-year",
    ({ value }) => value.spelled && whole(value, FIRST_YEAR + 1, LAST_YEAR) && value.value !== 2000,
  ],
  // Behind a Gregorian month a year is Gregorian.
  [
    "month-year",
    ({ value, last }, layer) =>
      !value.spelled && whole(value, FIRST_YEAR, LAST_YEAR) && !has(layer, last, "time.hijri-mark"),
  ],
  [
    "hijri-year",
    ({ value, last }, layer) =>
      !value.spelled && Number.isInteger(value.value) && isHijri(value.value, last, layer),
  ],
  ["ordinal", ({ value }) => value.kind === "ordinal"],
  ["hour", ({ value }) => value.value >= 0 && value.value <= LAST_HOUR && isHour(value)],
  // "8 ونصف", "3 وربع": read as one number.
  [
    "hour-half",
    ({ value }) => value.spelled && value.kind === "cardinal" && isQuarterHour(value.value),
  ],
  ["hour-told", ({ value }) => value.kind === "ordinal" && whole(value, 1, LAST_HOUR_TOLD)],
  ["minute", ({ value }) => whole(value, 1, LAST_MINUTE)],
  // "الثمانين سنة الماضية" is read as an ordinal, and counts.
  [
    "count",
    ({ value }) =>
      value.value > 0 && (value.kind === "cardinal" || !value.spelled || value.value % 10 === 0),
  ],
];

export function numberAnnotations(
  layer: TextLayer,
  numbers: readonly NumberAnnotation[],
): Annotations {
  const found = new Annotations(layer.tokens.length);
  for (const number of numbers) {
    if (number.value.kind === "percent") continue;
    for (const [type, accepts] of NUMBER_TYPES) if (accepts(number, layer)) found.add(type, number);
  }
  for (let at = 0; at < layer.tokens.length; at++) {
    const token = layer.tokens[at];
    if (token?.kind !== "number") continue;
    addDigits(found, at, token.form);
    addDottedDate(found, at, token.form);
  }
  return found;
}

/** Hours are whole, or written with a mark before the minutes: 9.30. */
const isHour = ({ value, kind, spelled }: NumberValue): boolean =>
  kind === "ordinal" ? value <= LAST_HOUR_TOLD : Number.isInteger(value) || !spelled;

const isQuarterHour = (value: number): boolean =>
  value > 0 &&
  value < LAST_HOUR_TOLD + 1 &&
  !Number.isInteger(value) &&
  Number.isInteger(value * 4);

/** Runs of up to four digits, as in 2022-01-20, whatever the number layer made of them. */
function addDigits(found: Annotations, first: number, form: string): void {
  if (form.length > 4 || !isDigits(form)) return;
  const value = { value: Number(form) };
  found.add("digits", { first, last: first + 1, rule: "digits", value });
}

/** `28.11.2025`, one token to the tokeniser. */
function addDottedDate(found: Annotations, first: number, form: string): void {
  if (form.length < 8) return;
  const match = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(form);
  if (!match) return;
  const [day, month, year] = [Number(match[1]), Number(match[2]), Number(match[3])];
  if (day < 1 || day > LAST_DAY || month < 1 || month > 12 || year > LAST_YEAR) return;
  if (year < FIRST_HIJRI_YEAR) return;
  const calendar = year <= LAST_HIJRI_YEAR ? "hijri" : "gregorian";
  const date: PartialDate = { day, month, year, calendar };
  found.add("dotted-date", { first, last: first + 1, rule: "dotted-date", value: { date } });
}

function isDigits(form: string): boolean {
  for (let at = 0; at < form.length; at++) {
    const code = form.charCodeAt(at);
    if (code < 0x30 || code > 0x39) return false;
  }
  return true;
}
