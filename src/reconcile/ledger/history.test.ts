import { describe, expect, it } from "vitest";
import { readAccount } from "../../engine.js";

const report = (id: string, published: string, text: string) => ({
  id,
  published,
  outlet: id,
  text: `حلب (سوريا) - ${text}`,
});
const FIRE = [
  report(
    "a",
    "2022-01-06",
    "أعلنت وزارة الصحة السورية اليوم الخميس مقتل سبعة أشخاص في حريق سوق حلب.",
  ),
  report(
    "b",
    "2022-01-08",
    "أعلنت وزارة الصحة السورية اليوم السبت ارتفاع حصيلة حريق سوق حلب إلى تسعة قتلى.",
  ),
];

describe("how a figure moved", () => {
  it("is told for each day on which what was known changed", () => {
    const account = readAccount(FIRE);
    const ledger = account.stories[0]?.ledger.find(({ measure }) => measure === "killed");
    expect(ledger?.history).toEqual([
      { knownBy: "2022-01-06", low: 7, best: 7, high: 7 },
      { knownBy: "2022-01-08", low: ledger?.low, best: 9, high: 9 },
    ]);
    expect(ledger).toMatchObject({ best: 9, high: 9 });
  });
  it("says nothing where all is of one day", () => {
    const [first] = FIRE;
    const account = readAccount(first ? [first] : []);
    expect(account.stories[0]?.ledger.every(({ history }) => history === undefined)).toBe(true);
  });
});

describe("a later count that is far lower", () => {
  it("counts some of the dead, and takes no whole count's place", () => {
    const [first] = FIRE;
    const later = report(
      "b",
      "2022-01-08",
      "أعلنت وزارة الصحة السورية اليوم السبت مقتل شخصين في حريق سوق حلب.",
    );
    const account = readAccount(first ? [first, later] : []);
    const killed = account.stories[0]?.ledger.filter(({ measure }) => measure === "killed") ?? [];
    for (const { rows, best } of killed) {
      expect(rows.every(({ supersededBy }) => supersededBy === null)).toBe(true);
      if (rows.length > 1) expect(best).toBe(7);
    }
  });
});
