import { expect, test } from "vitest";
import { readAccount } from "../../engine.js";

const said = (text: string): (readonly [string, string])[] => {
  const { claims, reports } = readAccount([{ text, file: "0.txt" }]);
  return claims
    .filter(({ statement }) => statement)
    .map(({ chain, span }) => [
      chain
        .slice(1)
        .map(({ name }) => name)
        .join(" ← "),
      reports[0]?.text.slice(...span) ?? "",
    ]);
};

test.each([
  "ويحاول التنظيم وفق المرصد، التقدم للسيطرة على القرى المجاورة.",
  "المشكلة، وفقا للدراسة، لا تكمن في صياغة الهدف.",
  "وكانت النتيجة، وفق المرصد، أن المستشفى صار يعاني نقصا حادا.",
  "وتسببت الاشتباكات العنيفة وفق المرصد، بمقتل 10 عناصر من التنظيم.",
])("a clause that waits for its object or its subject goes on behind its source: %s", (text) => {
  expect(said(text).map(([, words]) => words)).toEqual([text]);
});

test.each([
  ["ترغب الشركات في العودة، بحسب المرصد، فيما تستعد الحكومة للشتاء.", "ترغب الشركات في العودة،"],
  ["تظاهرت عائلات في البلدة، بحسب المرصد، مطالبة بحماية السكان.", "تظاهرت عائلات في البلدة،"],
  [
    "أدى القصف العنيف إلى مقتل 12 شخصا بحسب المرصد، في ما يعد الأسوأ.",
    "أدى القصف العنيف إلى مقتل 12 شخصا",
  ],
])("a clause of its own behind the source is not his: %s", (text, words) => {
  expect(said(text)[0]?.[1]).toBe(words);
});

test.each([
  ["بلغت قيمة الصفقة 20 مليون دولار، وذلك بحسب وكالة رويترز.", "بلغت قيمة الصفقة 20 مليون دولار"],
  ["تحطمت الطائرة بعد إقلاعها، جاء ذلك وفقا لما ذكرته وزارة الدفاع.", "تحطمت الطائرة بعد إقلاعها"],
])("what points back at what was told is no part of it: %s", (text, words) => {
  expect(said(text)[0]?.[1]).toBe(words);
});

test("nothing is said by what points back alone", () => {
  expect(said("جاء ذلك على لسان المتحدث باسم الشرطة، في مؤتمر صحفي.")).toEqual([]);
});

test("behind فقد a verb of saying is told by the one and said by the other", () => {
  expect(said("وبحسب رويترز، فقد ذكرت وزارة الدفاع أن الطريق مغلق.").at(-1)).toEqual([
    "رويترز ← وزارة الدفاع",
    "الطريق مغلق.",
  ]);
});
