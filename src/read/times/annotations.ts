import type { PartialDate } from "../../lang/time-spec.js";
import { byFirstToken } from "../../rules/match.js";
import type { Annotation, TextLayer } from "../../text/layer.js";
import type { NumberAnnotation, NumberValue } from "../numbers.js";

/** Numbers, sorted by what they can be in a time; see the patterns of a language's time rules. */

const [FIRST_YEAR, LAST_YEAR] = [1000, 2100];
const [FIRST_HIJRI_YEAR, LAST_HIJRI_YEAR] = [1300, 1500];
/** Without a mark of its era a year is of the Hijra only where the press of today writes it. */
const [FIRST_PLAIN_HIJRI, LAST_PLAIN_HIJRI] = [1380, 1460];
const [LAST_DAY, LAST_HOUR, LAST_HOUR_TOLD, LAST_MINUTE] = [31, 24, 12, 59];

export function numberAnnotations(layer: TextLayer, numbers: readonly NumberAnnotation[]) {
  const tokens = layer.tokens.length;
  const of = (accepts: (value: NumberValue, last: number, first: number) => boolean) =>
    byFirstToken(
      numbers.filter(
        ({ value, first, last }) => value.kind !== "percent" && accepts(value, last, first),
      ),
      tokens,
    );
  const isHijri = (year: number, last: number): boolean => {
    if (year < FIRST_HIJRI_YEAR || year > LAST_HIJRI_YEAR) return false;
    if (layer.words[last]?.classes.has("time.hijri-mark")) return true;
    if (layer.words[last]?.classes.has("time.gregorian-mark")) return false;
    return year >= FIRST_PLAIN_HIJRI && year <= LAST_PLAIN_HIJRI;
  };
  const whole = ({ value }: NumberValue, low: number, high: number): boolean =>
    Number.isInteger(value) && value >= low && value <= high;
  return {
    digits: plainDigits(layer),
    "dotted-date": dottedDates(layer),
    number: of(() => true),
    // "الأولى", "الثالثة" are of nights and hours, never of days.
    day: of(
      (one, _last, first) =>
        whole(one, 1, LAST_DAY) && !layer.words[first]?.classes.has("number.ordinal-feminine"),
    ),
    year: of(
      (one, last) => !one.spelled && whole(one, FIRST_YEAR, LAST_YEAR) && !isHijri(one.value, last),
    ),
    // "ألفين" alone is far likelier a count.
    "spelled-year": of(
      (one) => one.spelled && whole(one, FIRST_YEAR + 1, LAST_YEAR) && one.value !== 2000,
    ),
    // Behind a Gregorian month a year is Gregorian.
    "month-year": of(
      (one, last) =>
        !one.spelled &&
        whole(one, FIRST_YEAR, LAST_YEAR) &&
        !layer.words[last]?.classes.has("time.hijri-mark"),
    ),
    "hijri-year": of(
      (one, last) => !one.spelled && Number.isInteger(one.value) && isHijri(one.value, last),
    ),
    ordinal: of((one) => one.kind === "ordinal"),
    hour: of((one) => one.value >= 0 && one.value <= LAST_HOUR && isHour(one)),
    // "8 ونصف", "3 وربع": read as one number.
    "hour-half": of((one) => one.spelled && one.kind === "cardinal" && isQuarterHour(one.value)),
    "hour-told": of((one) => one.kind === "ordinal" && whole(one, 1, LAST_HOUR_TOLD)),
    minute: of((one) => whole(one, 1, LAST_MINUTE)),
    // "الثمانين سنة الماضية" is read as an ordinal, and counts.
    count: of(
      (one) => one.value > 0 && (one.kind === "cardinal" || !one.spelled || one.value % 10 === 0),
    ),
  };
}

/** Hours are whole, or written with a mark before the minutes: 9.30. */
const isHour = ({ value, kind, spelled }: NumberValue): boolean =>
  kind === "ordinal" ? value <= LAST_HOUR_TOLD : Number.isInteger(value) || !spelled;

const isQuarterHour = (value: number): boolean =>
  value > 0 &&
  value < LAST_HOUR_TOLD + 1 &&
  !Number.isInteger(value) &&
  Number.isInteger(value * 4);

type Sparse<T> = (Annotation<T> | undefined)[];

/** Runs of up to four digits, as in 2022-01-20, whatever the number layer made of them. */
function plainDigits(layer: TextLayer): Sparse<{ readonly value: number }> {
  const found: Sparse<{ readonly value: number }> = new Array(layer.tokens.length);
  for (const [first, { kind, form }] of layer.tokens.entries()) {
    if (kind !== "number" || form.length > 4 || !isDigits(form)) continue;
    found[first] = { first, last: first + 1, rule: "digits", value: { value: Number(form) } };
  }
  return found;
}

/** `28.11.2025`, one token to the tokeniser. */
function dottedDates(layer: TextLayer): Sparse<{ readonly date: PartialDate }> {
  const found: Sparse<{ readonly date: PartialDate }> = new Array(layer.tokens.length);
  for (const [first, { kind, form }] of layer.tokens.entries()) {
    if (kind !== "number" || form.length < 8) continue;
    const match = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(form);
    if (!match) continue;
    const [day, month, year] = [Number(match[1]), Number(match[2]), Number(match[3])];
    if (day < 1 || day > LAST_DAY || month < 1 || month > 12 || year > LAST_YEAR) continue;
    if (year < FIRST_HIJRI_YEAR) continue;
    const calendar = year <= LAST_HIJRI_YEAR ? "hijri" : "gregorian";
    const date: PartialDate = { day, month, year, calendar };
    found[first] = { first, last: first + 1, rule: "dotted-date", value: { date } };
  }
  return found;
}

function isDigits(form: string): boolean {
  for (let at = 0; at < form.length; at++) {
    const code = form.charCodeAt(at);
    if (code < 0x30 || code > 0x39) return false;
  }
  return true;
}
