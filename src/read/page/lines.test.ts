import { describe, expect, it } from "vitest";
import { arabic } from "../../lang/ar/pack.js";
import { splitLines } from "./lines.js";
import { readTextLayer } from "./text-layer.js";

const linesOf = (text: string) => splitLines(readTextLayer(text, arabic));

describe("lines", () => {
  it("are those that hold something", () => {
    const text = "  وصلت القافلة\n \n\n12 شاحنة  \n";
    expect(linesOf(text).map(({ start, end }) => text.slice(start, end))).toEqual([
      "وصلت القافلة",
      "12 شاحنة",
    ]);
  });

  it("know how many breaks stand before them", () => {
    expect(linesOf("أول\nثان\n\nثالث\r\nرابع").map(({ breaks }) => breaks)).toEqual([0, 1, 2, 1]);
  });

  it.each([
    ["وصلت القافلة.", true],
    ['قال: "وصلت القافلة."', true],
    ["هل وصلت القافلة؟)", true],
    ["وصلت القافلة", false],
    ["وصلت القافلة،", false],
    ["«وصلت القافلة»", false],
  ])("%s ends a sentence: %s", (text, ended) => {
    expect(linesOf(text)[0]?.ended).toBe(ended);
  });

  it("are none in an empty text", () => {
    expect(linesOf("")).toEqual([]);
    expect(linesOf(" \n\u200f\n ")).toEqual([]);
  });
});
