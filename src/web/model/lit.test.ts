import { describe, expect, it } from "vitest";
import { litPieces } from "./lit.js";

describe("litPieces", () => {
  const text = "قتل سبعة\nوجرح  عشرة";
  it("lights the words of the ranges, and reads line breaks as spaces", () => {
    expect(litPieces(text, [0, text.length], [[4, 8]])).toEqual([
      { text: "قتل ", lit: false },
      { text: "سبعة", lit: true },
      { text: " وجرح عشرة", lit: false },
    ]);
  });
  it("joins ranges that overlap, and cuts those that stand out", () => {
    expect(
      litPieces(
        "abcdef",
        [1, 5],
        [
          [0, 3],
          [2, 9],
        ],
      ),
    ).toEqual([{ text: "bcde", lit: true }]);
  });
});
