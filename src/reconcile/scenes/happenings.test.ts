import { describe, expect, it } from "vitest";
import { readAccount } from "../../engine.js";

function countIn(type: string, texts: readonly string[]): number {
  const [story] = readAccount(
    texts.map((text, at) => ({ text, file: `${at}.txt`, published: "2022-03-03" })),
  ).stories;
  return story?.timeline.filter((entry) => entry.type === type).length ?? 0;
}

const riotsIn = (...texts: readonly string[]): number => countIn("riot", texts);

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

describe("what befalls a place", () => {
  const PORT = "أدى انفجار ضخم في ميناء العاصمة الموريتانية نواكشوط إلى مقتل 43 شخصا وإصابة مئات.";
  const again =
    "قالت وزارة الصحة إن 43 شخصا قتلوا وأصيب 310 في الانفجار الذي هز مرفأ نواكشوط وألحق أضرارا بالمنازل.";

  it("is one, by whatever name of the spot it is told, where one count follows it", () => {
    expect(countIn("explosion", [PORT, again])).toBe(1);
  });

  it("is one in a report without a count, in a story of one", () => {
    const bare =
      "شب حريق كبير بعد الانفجار الذي وقع في ميناء نواكشوط، وتوجهت فرق الإطفاء إلى المكان.";
    expect(countIn("explosion", [PORT, again, bare])).toBe(1);
  });

  it("is two where a report tells of another", () => {
    const other =
      "وهز انفجار آخر مصنعا للأسمدة في مدينة نواذيبو، وقتل فيه 12 شخصا وأصيب 30 من العمال.";
    expect(countIn("explosion", [`${PORT} ${other}`])).toBe(2);
  });
});
