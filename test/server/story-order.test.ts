import { expect, test } from "vitest";
import { after, cursorAt, ranked, rankedAnew } from "../../src/server/reading/story-order.js";

const story = (at: number, reports: number) => ({
  id: `story-${String(at).padStart(3, "0")}`,
  summary: {
    start: `2021-01-${String(1 + (at % 28)).padStart(2, "0")}`,
    outlets: ["a", "b", "c"].slice(0, 1 + (at % 3)),
    reports,
    disputes: at % 5,
  },
});
const ORDERS = ["weight", "newest", "disputes", "reports"] as const;

test("stories of which some changed stand as if all were put in order anew", () => {
  let stories = Array.from({ length: 120 }, (_, at) => story(at, 1 + (at % 7)));
  const orders = new Map(ORDERS.map((order) => [order, ranked(stories, order)]));
  for (let round = 1; round < 20; round++) {
    const kept = stories.filter((_, at) => (at * round) % 11 !== 3);
    const fresh = Array.from({ length: round }, (_, at) => story((at * 37) % 150, 5 + round));
    const ids = new Set(fresh.map(({ id }) => id));
    stories = [...kept.filter(({ id }) => !ids.has(id)), ...fresh];
    const there = new Set(stories);
    for (const order of ORDERS) {
      const now = rankedAnew(orders.get(order) ?? [], (one) => there.has(one), fresh, order);
      orders.set(order, now);
      expect(now).toEqual(ranked(stories, order));
    }
  }
});

test("a page goes on behind its cursor, though the story it ended with is gone", () => {
  const stories = ranked(
    Array.from({ length: 50 }, (_, at) => story(at, at % 9)),
    "reports",
  );
  for (const [at, one] of stories.entries()) expect(after(stories, cursorAt(one))).toBe(at + 1);
  const [gone] = stories.slice(20, 21);
  const left = stories.filter((one) => one !== gone);
  expect(gone && after(left, cursorAt(gone))).toBe(20);
  expect(after(stories, "%%%")).toBe(0);
});
