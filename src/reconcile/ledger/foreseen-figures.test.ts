import { describe, expect, it } from "vitest";
import { readAccount } from "../../engine.js";

const COUNTED = "أعلن وزير الصحة مقتل 5300 شخص في فيضانات درنة.";
const FORESEEN = "قال عميد بلدية درنة إن عدد القتلى قد يصل إلى 20 ألف شخص في فيضانات درنة.";

const storyOf = (...texts: readonly string[]) => {
  const [story] = readAccount(
    texts.map((text, at) => ({ text, file: `${at}.txt`, published: `2023-09-1${at + 2}` })),
  ).stories;
  if (!story) throw new Error("one story");
  return story;
};

describe("a number that is only foreseen", () => {
  it("stands in the ledger and bounds nothing", () => {
    const { ledger } = storyOf(COUNTED, FORESEEN);
    const killed = ledger.filter(({ measure }) => measure === "killed");
    expect(killed.flatMap(({ rows }) => rows.map(({ value }) => value.min ?? value.max))).toEqual([
      5300, 20000,
    ]);
    expect(killed).toHaveLength(1);
    expect(killed[0]).toMatchObject({ low: 5300, best: 5300, high: 5300 });
    expect(killed[0]?.rule).toContain("1 only foreseen left out");
    expect(killed[0]?.history?.map(({ best }) => best)).toEqual([5300]);
  });

  it("is no step of a count that moved, nor its rival", () => {
    expect(storyOf(COUNTED, FORESEEN).disagreements).toEqual([]);
  });

  it("leaves the bounds open where nobody counted", () => {
    const [killed] = storyOf(FORESEEN).ledger;
    expect(killed).toMatchObject({ low: null, best: null, high: null });
  });
});
