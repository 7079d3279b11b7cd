import { describe, expect, it } from "vitest";
import { PORT_FIRE } from "../../../test/browser/fixture.js";
import { indexAccount } from "./account-index.js";
import { foldedText, search, wordsOfQuery } from "./search.js";

const index = indexAccount(PORT_FIRE);
const lit = (query: string): string[] =>
  search(index, query).flatMap(({ entry, lit }) =>
    lit.map((range) => entry.report.text.slice(...range)),
  );

describe("search", () => {
  it("finds a word however it is typed, and lights it as it stands", () => {
    expect(lit("إصِيب")).toEqual(["أصيب", "أصيب"]);
    expect(lit("الطوارى")).toEqual([]);
  });
  it("finds a word behind what Arabic joins to it", () => {
    expect(lit("ميناء")).toContain("ميناء");
    expect(search(index, "مستودع وقود").length).toBeGreaterThan(0);
  });
  it("wants all words in one sentence", () => {
    expect(search(index, "سبعة حظر")).toEqual([]);
  });
  it("tells the claims of the sentence", () => {
    const [found] = search(index, "41 آخرون");
    expect(found?.claims.length).toBeGreaterThan(0);
  });
  it("finds nothing for nothing", () => {
    expect(search(index, " \u200f ")).toEqual([]);
    expect(wordsOfQuery("٤١  آخَرون")).toEqual(["41", "اخرون"]);
    const [word = ""] = wordsOfQuery("الميناءُ");
    expect(foldedText("حريق في الميناء")).toContain(word);
  });
});
