import { describe, expect, test } from "vitest";
import { findWords, locate, pair } from "./match.js";

describe("placing labels in their text", () => {
  test("repeated phrases take successive places, and a short one stays out of a longer one", () => {
    const text = "وصلوا يوم أمس ثم غادروا أمس وعادوا يوم أمس";
    const [first, short, second] = locate(text, ["يوم أمس", "أمس", "يوم أمس"]);
    expect(first).toEqual([[6, 13]]);
    expect(short).toEqual([[24, 27]]);
    expect(second).toEqual([[35, 42]]);
  });

  test("a phrase labelled once and met twice may stand at either place", () => {
    expect(locate("اليوم وليس اليوم", ["اليوم"])).toEqual([
      [
        [0, 5],
        [11, 16],
      ],
    ]);
  });

  test("two labels inside one another keep their places", () => {
    expect(locate("قتلت امرأة", ["قتلت امرأة", "امرأة"])).toEqual([[[0, 10]], [[5, 10]]]);
  });

  test("a label that is not in the text is an error of the label", () => {
    expect(() => locate("نص", ["آخر"])).toThrow(/آخر/);
  });
});

describe("pairing", () => {
  test("pairs as many as can be, though the best first pair would leave one alone", () => {
    const weights = [
      [5, 3],
      [4, 0],
    ];
    const partners = pair([0, 1], [0, 1], (label, prediction) => weights[label]?.[prediction] ?? 0);
    expect(partners).toEqual([1, 0]);
  });

  test("one prediction serves one label", () => {
    expect(pair(["a", "b"], ["x"], () => 1)).toEqual([0, null]);
  });
});

test("words are found across a line break, and not inside a longer phrase", () => {
  expect(findWords("نحو عشرين\nألف كتاب", "عشرين ألف")).toEqual([4, 13]);
  expect(findWords("نحو عشرينألف", "عشرين ألف")).toBeNull();
  expect(findWords("نص", " ")).toBeNull();
});
