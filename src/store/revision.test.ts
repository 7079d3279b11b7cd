import fc from "fast-check";
import { expect, test } from "vitest";
import { revisionBetween } from "./revision.js";

const BEFORE = "قتل 12 شخصا في الانفجار، وأصيب آخرون. وقالت الشرطة إن التحقيق مستمر.";

/** What each passage replaced by what, in words. */
function told(before: string, after: string): readonly (readonly [string, string])[] {
  return revisionBetween({ text: before }, { text: after }).passages.map((passage) => [
    before.slice(...passage.before),
    after.slice(...passage.after),
  ]);
}

test("a figure that was corrected, a sentence put in, words taken out", () => {
  expect(told(BEFORE, BEFORE.replace("12", "13"))).toEqual([["12", "13"]]);
  expect(told(BEFORE, `${BEFORE} ونفى الوزير ذلك.`)).toEqual([["", "ونفى الوزير ذلك."]]);
  expect(told(BEFORE, BEFORE.replace("، وأصيب آخرون", ""))).toEqual([["، وأصيب آخرون", ""]]);
  expect(told(BEFORE, BEFORE.replace("12", "13").replace("مستمر", "انتهى"))).toEqual([
    ["12", "13"],
    ["مستمر", "انتهى"],
  ]);
});

test("white space and line ends are no change; titles and days are told apart", () => {
  expect(told(BEFORE, BEFORE.replaceAll(" ", "\n"))).toEqual([]);
  const { fields, passages } = revisionBetween(
    { text: BEFORE, title: "مقتل 12", published: "2022-01-06" },
    { text: BEFORE, title: "مقتل 13", published: "2022-01-06", modified: "2022-01-07" },
  );
  expect(passages).toEqual([]);
  expect(fields).toEqual({
    title: { from: "مقتل 12", to: "مقتل 13" },
    modified: { from: null, to: "2022-01-07" },
  });
});

test("what stands outside the passages is the same in both, whatever the texts", () => {
  const text = fc.array(fc.constantFrom("قال", "الوزير", "12", "13", "إن", ".", "،", "الحريق"), {
    maxLength: 60,
  });
  fc.assert(
    fc.property(text, text, (one, other) => {
      const [before, after] = [one.join(" "), other.join(" ")];
      const { passages } = revisionBetween({ text: before }, { text: after });
      let [left, right] = [before, after];
      for (const passage of [...passages].reverse()) {
        left = left.slice(0, passage.before[0]) + left.slice(passage.before[1]);
        right = right.slice(0, passage.after[0]) + right.slice(passage.after[1]);
      }
      expect(left.replace(/\s+/g, "")).toBe(right.replace(/\s+/g, ""));
    }),
  );
});

test("two long texts that have nothing in common are compared soon", () => {
  const words = (from: number) =>
    Array.from({ length: 300_000 }, (_, at) => `ك${at + from}`).join(" ");
  const start = performance.now();
  const revision = revisionBetween({ text: words(0) }, { text: words(1_000_000) });
  expect(revision.rewritten).toBe(true);
  expect(revision.passages).toHaveLength(1);
  expect(performance.now() - start).toBeLessThan(10_000);
});
