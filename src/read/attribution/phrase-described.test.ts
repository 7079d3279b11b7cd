import { expect, test } from "vitest";
import { readAccount } from "../../engine.js";

const saidBy = (text: string): readonly [string | undefined, string | undefined] => {
  const { claims, reports } = readAccount([{ text, file: "0.txt" }]);
  const claim = claims.find(({ statement }) => statement);
  return [claim?.chain.at(-1)?.name, claim && reports[0]?.text.slice(...claim.span)];
};

test.each([
  [
    "وأوضح وكيل الوزارة للتفتيش وتطوير بيئة العمل د. سالم العلي، أن الخدمة مستمرة.",
    "وكيل الوزارة للتفتيش وتطوير بيئة العمل د. سالم العلي",
  ],
  [
    "وأوضح الناطق الإعلامي بفرع هيئة الإسعاف في جازان سالم العلي، أن الخدمة مستمرة.",
    "الناطق الإعلامي بفرع هيئة الإسعاف في جازان سالم العلي",
  ],
  [
    "أكد المشرف على برنامج إعداد القادة، الدكتور سالم العلي، أن الخدمة مستمرة.",
    "المشرف على برنامج إعداد القادة، الدكتور سالم العلي",
  ],
  ["وأوضح سالم العلي -مساعد مدير التعليم للشؤون التعليمية- أن الخدمة مستمرة.", "سالم العلي"],
])("up to a mark in front of that, nouns are of the speaker: %s", (text, name) => {
  expect(saidBy(text)).toEqual([name, "الخدمة مستمرة."]);
});

test.each([
  ["وأوضح المتحدث باسم الوزارة لوكالة رويترز، أن الخدمة مستمرة.", "المتحدث باسم الوزارة"],
  ["وقال سالم العلي في تصريحه أمس، إن الخدمة مستمرة.", "سالم العلي"],
  ["وقال سالم العلي من جهته، إن الخدمة مستمرة.", "سالم العلي"],
])("whom he tells, and how, is none of his name: %s", (text, name) => {
  expect(saidBy(text)).toEqual([name, "الخدمة مستمرة."]);
});

test("a blessing between dashes is nothing said", () => {
  expect(saidBy("وأكد الأمير سالم - حفظه الله - اعتزاز بلاده بأبنائها.")[1]).toBe(
    "اعتزاز بلاده بأبنائها.",
  );
});
