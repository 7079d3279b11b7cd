import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  civil,
  dayNumber,
  daysInMonth,
  isoDay,
  isValidDate,
  parseIsoDay,
  weekday,
} from "./calendar.js";

const MILLISECONDS_A_DAY = 86_400_000;
/** Year 1 to 9999, the years that an ISO day writes with four digits. */
const day = fc.integer({ min: dayNumber(1, 1, 1), max: dayNumber(9999, 12, 31) });

describe("a day", () => {
  it("comes back from its year, month and day", () => {
    fc.assert(
      fc.property(fc.integer({ min: -1_000_000, max: 3_000_000 }), (number) => {
        const { year, month, day } = civil(number);
        expect(dayNumber(year, month, day)).toBe(number);
        expect(isValidDate(year, month, day)).toBe(true);
      }),
    );
  });

  it("comes back from its ISO date", () => {
    fc.assert(fc.property(day, (number) => parseIsoDay(isoDay(number)) === number));
  });

  it("agrees with the calendar of the platform", () => {
    fc.assert(
      fc.property(day, (number) => {
        const date = new Date(number * MILLISECONDS_A_DAY);
        expect(isoDay(number)).toBe(date.toISOString().slice(0, 10));
        expect(weekday(number) % 7).toBe(date.getUTCDay());
      }),
    );
  });

  it("has the weekday that Arabic news of January 2022 gives it", () => {
    expect(weekday(dayNumber(2022, 1, 6))).toBe(4);
    expect(weekday(dayNumber(1970, 1, 4))).toBe(7);
  });
});

describe("a date", () => {
  it.each([
    [2024, 2, 29, true],
    [2023, 2, 29, false],
    [1900, 2, 29, false],
    [2000, 2, 29, true],
    [2022, 4, 31, false],
    [2022, 13, 1, false],
    [2022, 0, 1, false],
    [2022, 1, 0, false],
  ])("%i-%i-%i is a day of the calendar: %s", (year, month, of, valid) => {
    expect(isValidDate(year, month, of)).toBe(valid);
  });

  it("is read from the head of a date-time", () => {
    expect(parseIsoDay("2022-01-06T10:00:00Z")).toBe(dayNumber(2022, 1, 6));
  });

  it.each(["", "2022-1-6", "6/1/2022", "2022-02-30", "غدا"])("is not read from '%s'", (text) => {
    expect(parseIsoDay(text)).toBeNull();
  });

  it("knows how long its month is", () => {
    expect([1, 2, 4, 12].map((month) => daysInMonth(2024, month))).toEqual([31, 29, 30, 31]);
  });
});
