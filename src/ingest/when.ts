/** Times as pages and feeds write them: ISO 8601, RFC 822, and days with English month names. */
import { parseIsoDay } from "../core/calendar.js";

/** A time as it was told. */
export interface When {
  /** `2022-01-06`: the day in the time zone that it was told in. */
  readonly day: string;
  /** The same as ISO 8601, with hour and zone where they were told: `2022-01-06T23:30:00+03:00`. */
  readonly time: string;
}

/** No news page is older than the Web. */
const FIRST_YEAR = 1990;
const LAST_YEAR = 2100;
/** What is longer is no date. */
const MAX_CHARACTERS = 64;

const ISO =
  /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ]+(\d{1,2}):?(\d{2})(?::?(\d{2})(?:[.,]\d+)?)?\s*(Z|UTC|GMT|[+-]\d{2}(?::?\d{2})?)?)?/i;
const COMPACT = /^(\d{4})(\d{2})(\d{2})(?:T?(\d{2})(\d{2})(\d{2})?\s*(Z|[+-]\d{2}:?\d{2})?)?$/i;
/** `Thu, 06 Jan 2022 23:30:00 +0300`, `6 January 2022`. */
const DAY_MONTH =
  /^(?:[a-z]{3,9},?\s+)?(\d{1,2})[\s-]+([a-z]{3,9})\.?,?[\s-]+(\d{4})(?:,?\s+(?:at\s+)?(\d{1,2}):(\d{2})(?::(\d{2}))?\s*([ap]m)?\s*(Z|UT|UTC|GMT|[+-]\d{2}:?\d{2})?)?/i;
/** `January 6, 2022 11:30 PM`, `Thu Jan 06 2022 23:30:00 GMT+0300`. */
const MONTH_DAY =
  /^(?:[a-z]{3,9},?\s+)?([a-z]{3,9})\.?\s+(\d{1,2}),?\s+(\d{4})(?:,?\s+(?:at\s+)?(\d{1,2}):(\d{2})(?::(\d{2}))?\s*([ap]m)?\s*(?:GMT(?=[+-]))?(Z|UT|UTC|GMT|[+-]\d{2}:?\d{2})?)?/i;
/** Seconds or milliseconds since 1970. */
const EPOCH = /^(\d{10})(\d{3})?$/;

const MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");

/** A zone as ISO 8601 writes it; empty where none was told. */
function zoneOf(zone: string | undefined): string {
  if (zone === undefined) return "";
  if (/^[a-z]/i.test(zone)) return "Z";
  const digits = zone.slice(1).replace(":", "").padEnd(4, "0");
  return `${zone[0]}${digits.slice(0, 2)}:${digits.slice(2)}`;
}

const two = (value: string | number): string => String(value).padStart(2, "0");

function made(
  [year, month, day]: readonly [
    string | undefined,
    string | number | undefined,
    string | undefined,
  ],
  [hour, minute, second, half, zone]: readonly (string | undefined)[],
): When | null {
  if (year === undefined || month === undefined || day === undefined) return null;
  const iso = `${year}-${two(month)}-${two(day)}`;
  if (Number(year) < FIRST_YEAR || Number(year) > LAST_YEAR || parseIsoDay(iso) === null)
    return null;
  if (hour === undefined || minute === undefined) return { day: iso, time: iso };
  const isAfternoon = half?.toLowerCase() === "pm";
  const hours = half === undefined ? Number(hour) : (Number(hour) % 12) + (isAfternoon ? 12 : 0);
  if (hours > 23 || Number(minute) > 59) return { day: iso, time: iso };
  return { day: iso, time: `${iso}T${two(hours)}:${minute}:${second ?? "00"}${zoneOf(zone)}` };
}

/**
 * Reads a time, or gives null where there is none or it could be two: `01/06/2022` is January here
 * and June there.
 */
export function parseWhen(text: string | null | undefined): When | null {
  const told = text?.trim() ?? "";
  if (told === "" || told.length > MAX_CHARACTERS) return null;
  const epoch = EPOCH.exec(told);
  if (epoch) {
    const time = new Date(Number(epoch[1]) * 1000).toISOString();
    return { day: time.slice(0, 10), time: time.replace(".000", "") };
  }
  const iso = ISO.exec(told) ?? COMPACT.exec(told);
  if (iso) return made([iso[1], iso[2], iso[3]], [iso[4], iso[5], iso[6], undefined, iso[7]]);
  const dayFirst = DAY_MONTH.exec(told);
  const found = dayFirst ?? MONTH_DAY.exec(told);
  if (!found) return null;
  const [day, name] = dayFirst ? [found[1], found[2]] : [found[2], found[1]];
  const month = MONTHS.indexOf((name ?? "").slice(0, 3).toLowerCase()) + 1;
  if (month === 0) return null;
  return made([found[3], month, day], [found[4], found[5], found[6], found[7], found[8]]);
}

/** `/2022/01/06/`, `/2022-01-06-`, `/20220106/`: the day that an address names; null for none or half of one. */
export function dayOfAddress(url: string | null): string | null {
  if (url === null) return null;
  const found =
    /\/((?:19|20)\d{2})[/-](\d{1,2})[/-](\d{1,2})(?=[/\-_.]|$)/.exec(url) ??
    /[/_-]((?:19|20)\d{2})(\d{2})(\d{2})(?=[/\-_.]|$)/.exec(url);
  return found ? (made([found[1], found[2], found[3]], [])?.day ?? null) : null;
}
