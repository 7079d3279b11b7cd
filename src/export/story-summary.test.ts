import { expect, test } from "vitest";
import { PORT_FIRE } from "../../test/browser/fixture.js";
import type { Ledger, Story } from "../core/contract.js";
import { summarize } from "./story-summary.js";

const story = PORT_FIRE.stories[0] as Story;
const steps = (history: Ledger["history"]) => {
  const ledger = story.ledger.map((one) => ({ ...one, history }));
  return summarize(PORT_FIRE, { ...story, ledger }).trend;
};

test("the trend of the main toll is the days on which its best number changed", () => {
  const day = (knownBy: string, best: number | null) => ({ knownBy, low: null, best, high: null });
  expect(
    steps([
      day("2029-02-01", null),
      day("2029-02-02", 4),
      day("2029-02-03", 4),
      day("2029-02-04", 9),
    ]),
  ).toEqual([
    { knownBy: "2029-02-02", best: 4 },
    { knownBy: "2029-02-04", best: 9 },
  ]);
});

test("a toll that did not move has no trend", () => {
  expect(steps(undefined)).toBeUndefined();
  expect(steps([{ knownBy: "2029-02-02", low: 4, best: 4, high: 4 }])).toBeUndefined();
});

test("a kind of toll of which there was none is not told beside others", () => {
  const [some] = story.ledger as [Ledger];
  const none = { ...some, measure: "casualties", low: 0, best: 0, high: 0 } as const;
  const measures = (ledger: readonly Ledger[]) =>
    summarize(PORT_FIRE, { ...story, ledger }).tolls.map(({ measure }) => measure);
  expect(measures([some, none])).toEqual([some.measure]);
  expect(measures([none])).toEqual(["casualties"]);
});
