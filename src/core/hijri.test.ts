import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isoDay } from "./calendar.js";
import { hijriDay, hijriMonthLength, hijriYear } from "./hijri.js";

const year = fc.integer({ min: 1318, max: 1499 });
const month = fc.integer({ min: 1, max: 12 });
const dayOf = (...date: [number, number, number]): string | null => {
  const found = hijriDay(...date);
  return found === null ? null : isoDay(found);
};

describe("a Hijri date", () => {
  it.each([
    ["the new year of 1443", 1443, 1, 1, "2021-08-09"],
    ["the first day of Ramadan 1444", 1444, 9, 1, "2023-03-23"],
    ["the feast that ends Ramadan 1436", 1436, 10, 1, "2015-07-17"],
    ["the feast of sacrifice 1445", 1445, 12, 10, "2024-06-16"],
  ])("%s", (_, year, month, day, iso) => expect(dayOf(year, month, day)).toBe(iso));

  it("is none where the month is shorter, or outside the table", () => {
    const short = [1, 2, 3, 4, 5].find((month) => hijriMonthLength(1443, month) === 29) ?? 0;
    expect(dayOf(1443, short, 29)).not.toBeNull();
    expect(dayOf(1443, short, 30)).toBeNull();
    expect(dayOf(1443, 13, 1)).toBeNull();
    expect(dayOf(1443, 1, 0)).toBeNull();
    expect(dayOf(1317, 12, 1)).toBeNull();
    expect(dayOf(1500, 1, 1)).toBeNull();
  });

  it("lies in its year", () => {
    fc.assert(
      fc.property(year, month, fc.integer({ min: 1, max: 29 }), (y, m, d) => {
        const day = hijriDay(y, m, d);
        expect(day !== null && hijriYear(day)).toBe(y);
      }),
    );
  });

  it("is followed by the next: each month begins where the one before ends", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1318, max: 1498 }), month, (y, m) => {
        const last = hijriDay(y, m, hijriMonthLength(y, m));
        const next = m === 12 ? hijriDay(y + 1, 1, 1) : hijriDay(y, m + 1, 1);
        expect(next).toBe((last ?? 0) + 1);
      }),
    );
  });

  it("agrees with the platform's Umm al-Qura calendar", () => {
    const platform = new Intl.DateTimeFormat("en-u-ca-islamic-umalqura-nu-latn", {
      timeZone: "UTC",
      year: "numeric",
      month: "numeric",
      day: "numeric",
    });
    fc.assert(
      fc.property(fc.integer({ min: 1400, max: 1470 }), month, (y, m) => {
        const day = hijriDay(y, m, 15) ?? 0;
        const parts = platform.formatToParts(day * 86_400_000);
        const part = (type: string) => Number(parts.find((one) => one.type === type)?.value);
        expect([part("year"), part("month"), part("day")]).toEqual([y, m, 15]);
      }),
    );
  });
});

describe("a year of the Hijri calendar", () => {
  it("has 354 or 355 days", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1318, max: 1498 }), (y) => {
        const length = (hijriDay(y + 1, 1, 1) ?? 0) - (hijriDay(y, 1, 1) ?? 0);
        expect([354, 355]).toContain(length);
      }),
    );
  });

  it("is none before and behind the table", () => {
    expect(hijriYear((hijriDay(1318, 1, 1) ?? 0) - 1)).toBeNull();
    expect(hijriYear((hijriDay(1499, 12, 29) ?? 0) + 400)).toBeNull();
  });
});
