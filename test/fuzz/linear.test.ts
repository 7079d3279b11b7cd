/**
 * Cost grows with length, not with its square, on every kind of hostile text. Four times the text
 * may cost eight times as much (a square would be sixteen); processor time is measured, the least
 * of several runs, so that a busy machine does not fail the test.
 */
import { describe, expect, test } from "vitest";
import { cpuMs } from "../../bench/measure.js";
import { readAccount } from "../../src/engine.js";
import { ENDLESS } from "./hostile.js";

const SIZE = 30_000;
const TIMES = 4;
const MAX_GROWTH = 8;
/** Below this the clock's grain and the collector decide, and nothing hangs. */
const TOO_FAST_MS = 60;
/** What is over sooner is measured again at twice the length: there the collector weighs less than the reading. */
const FAST_MS = 200;
const ATTEMPTS = 3;
/** At each length: one measurement alone is the collector's as often as the reading's. */
const MOST_DOUBLINGS = 3;

const costOf = (text: string): number => cpuMs(() => readAccount([{ text, file: "long.txt" }]));

describe(`${TIMES} times the text costs less than ${MAX_GROWTH} times as much`, () => {
  test.each(ENDLESS)(
    "$name",
    ({ make }) => {
      let [size, doublings] = [SIZE, 0];
      let [least, most] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
      for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
        least = Math.min(least, costOf(make(size)));
        most = Math.min(most, costOf(make(size * TIMES)));
        if (most < TOO_FAST_MS || most / least < MAX_GROWTH) return;
        if (most < FAST_MS && doublings < MOST_DOUBLINGS) {
          doublings++;
          attempt = -1;
          size *= 2;
          [least, most] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
        }
      }
      expect(most / least, `${least.toFixed(1)} ms → ${most.toFixed(1)} ms`).toBeLessThan(
        MAX_GROWTH,
      );
    },
    120_000,
  );
});
