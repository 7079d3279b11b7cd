import type { DayNumber } from "./calendar.js";

/**
 * The Umm al-Qura calendar of Saudi Arabia, which news dates by. Each year is twelve bits, month 1
 * the lowest: a set bit is a month of 30 days. Source: the islamic-umalqura calendar of ICU, read
 * out day by day; a table because what `Intl` answers may differ between runtimes.
 */
const FIRST_YEAR = 1318;
/** Day number of 1 Muharram of the first year. */
const FIRST_DAY: DayNumber = -25448;
const HEX_DIGITS = 3;
const LONG_MONTHS =
  "56db5a752f25e8ad16a56ab56b4da9b92b2564ba9b35a6d95d4da5d4aa955369752f46e96d46a953525d4bd9ba" +
  "3b4b69b2aa554ada5d2da6d9eaae94d2ac564aea6d56ad55d4aa9352ba5b53a6b5ea9d52d29a554ad56daea6e4" +
  "ed1da2aaa95a2da5b9bb27646c95552ab4dbaba5b4da9d52aa592d26d8ed2daad5aa5a4b4979372b6975d69d52" +
  "c9592b25b4db9d55d2da5d4aa9554daad3aabd2bc4b89a9552d5adb6a6d4dc9d92aa69562ae56d36ab55aaa94d" +
  "49d95d2ba5b55aad55a9a92e26e55dada6d46a5b27a4d4ad56db5a754f49e92d26a563566b5baab92b2568ba9b" +
  "55aada5b4da9b52a9a536276575af26d46a95552ad4bd9ba574b69b52a9552da5d4daad96b2e95e2ac9692eaad" +
  "56ad65";

const yearStarts: number[] = [];
let day = FIRST_DAY;
for (let at = 0; at < LONG_MONTHS.length; at += HEX_DIGITS) {
  yearStarts.push(day);
  for (let month = 1; month <= 12; month++) day += lengthAt(at / HEX_DIGITS, month);
}

function lengthAt(index: number, month: number): number {
  const mask = Number.parseInt(LONG_MONTHS.slice(index * HEX_DIGITS, (index + 1) * HEX_DIGITS), 16);
  return (mask >> (month - 1)) & 1 ? 30 : 29;
}

/** The Gregorian day of a Hijri date, 1318 to 1499 AH; null outside or where the month has no such day. */
export function hijriDay(year: number, month: number, dayOfMonth: number): DayNumber | null {
  const index = year - FIRST_YEAR;
  const start = yearStarts[index];
  if (start === undefined || month < 1 || month > 12 || dayOfMonth < 1) return null;
  if (dayOfMonth > lengthAt(index, month)) return null;
  let found = start;
  for (let m = 1; m < month; m++) found += lengthAt(index, m);
  return found + dayOfMonth - 1;
}

/** Days of a Hijri month; 0 outside the table. */
export function hijriMonthLength(year: number, month: number): number {
  const index = year - FIRST_YEAR;
  return yearStarts[index] === undefined || month < 1 || month > 12 ? 0 : lengthAt(index, month);
}

/** The Hijri year that a day falls in; null outside the table. */
export function hijriYear(of: DayNumber): number | null {
  for (let index = yearStarts.length - 1; index >= 0; index--) {
    if ((yearStarts[index] ?? 0) <= of) return of < day ? FIRST_YEAR + index : null;
  }
  return null;
}
