import { describe, expect, it } from "vitest";
import { readAccount } from "../engine.js";

function riotsIn(...texts: readonly string[]): number {
  const [story] = readAccount(
    texts.map((text, at) => ({ text, file: `${at}.txt`, published: "2022-03-03" })),
  ).stories;
  return story?.timeline.filter(({ type }) => type === "riot").length ?? 0;
}

describe("two tellings of what spreads", () => {
  const NOON = "رشق محتجون موكب الرئيس بالحجارة ظهر الأربعاء الثاني من مارس 2022 في مدينة عدن.";

  it("are two where one was at noon and the other at night", () => {
    const night =
      "أضرم محتجون النار في مقر البلدية مساء الأربعاء الثاني من مارس 2022 في مدينة عدن.";
    expect(riotsIn(`${NOON} ${night}`)).toBe(2);
  });

  it("are one where nothing sets them apart", () => {
    const same = "رشق محتجون موكب الرئيس بالحجارة الأربعاء الثاني من مارس 2022 في مدينة عدن.";
    expect(riotsIn(NOON, same)).toBe(1);
  });
});
