import { describe, expect, test } from "vitest";
import { askedPeriod, backOff, periodAfter, RHYTHM, recheckAfter, spread } from "./rhythm.js";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

describe("how often a feed is asked", () => {
  test("oftener while there is news, rarer while there is none, within bounds", () => {
    const later = (news: readonly boolean[]): number => {
      let period: number | null = null;
      for (const hasNew of news) period = periodAfter(RHYTHM, period, hasNew, 0);
      return (period ?? 0) / MINUTE;
    };
    expect(later([false])).toBe(15);
    expect(later([true])).toBeLessThan(15);
    expect(later(Array(20).fill(true))).toBe(5);
    expect(later(Array(30).fill(false))).toBe(24 * 60);
  });

  test("not oftener than it wants itself", () => {
    expect(periodAfter(RHYTHM, null, true, HOUR)).toBe(HOUR);
    expect(periodAfter(RHYTHM, null, true, 1e12)).toBe(24 * HOUR);
  });

  test("what it wants stands in its head or with it", () => {
    const of = (text: string, cache = ""): number =>
      askedPeriod(Buffer.from(text), cache ? { "cache-control": cache } : {}) / MINUTE;
    expect(of("<rss><channel><ttl> 60 </ttl>")).toBe(60);
    expect(of("<rss><channel><ttl>99999</ttl>")).toBe(12 * 60);
    expect(of("<rss>", "public, max-age=1800")).toBe(30);
    expect(of("<sy:updatePeriod>hourly</sy:updatePeriod>")).toBe(0);
    expect(of("<sy:updatePeriod>weekly</sy:updatePeriod>")).toBe(12 * 60);
    expect(of("<ttl>-5</ttl><ttl>x</ttl>", "max-age=x, s-maxage=9")).toBe(0);
  });

  test("after failures rarer each time, spread by chance, as long as the host asks", () => {
    const waits = [1, 2, 3, 20, 2000].map(
      (failures) => backOff(RHYTHM, failures, 0, 0.999) / MINUTE,
    );
    expect(waits.map(Math.round)).toEqual([10, 20, 40, 1439, 1439]);
    expect(backOff(RHYTHM, 1, 0, 0)).toBe(5 * MINUTE);
    expect(backOff(RHYTHM, 1, 3 * HOUR, 0.5)).toBe(3 * HOUR);
    expect(backOff(RHYTHM, 1, 1e12, 0.5)).toBe(24 * HOUR);
    expect(spread(100, 0)).toBe(95);
    expect(spread(100, 0.5)).toBe(100);
  });

  test("pages are looked at again one, six and twenty-four hours after they were read", () => {
    const waits = [0, 1, 2, 3].map((checks) => recheckAfter(RHYTHM, checks));
    expect(waits).toEqual([HOUR, 5 * HOUR, 18 * HOUR, null]);
  });
});
