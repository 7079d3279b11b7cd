import { describe, expect, it } from "vitest";
import { cutText, piecesOf, splitLayers } from "./pieces.js";

describe("splitLayers", () => {
  it("splits nested and overlapping ranges at every border, outermost first", () => {
    const segments = splitLayers(10, [
      { range: [2, 8], mark: "outer" },
      { range: [3, 5], mark: "inner" },
      { range: [4, 9], mark: "across" },
    ]);
    expect(segments.map(({ start, end, marks }) => [start, end, marks.join("+")])).toEqual([
      [0, 2, ""],
      [2, 3, "outer"],
      [3, 4, "outer+inner"],
      [4, 5, "outer+inner+across"],
      [5, 8, "outer+across"],
      [8, 9, "across"],
      [9, 10, ""],
    ]);
  });

  it("clips ranges outside the text and drops empty ones", () => {
    const layers = [
      { range: [-1, 2], mark: 1 },
      { range: [3, 3], mark: 2 },
      { range: [4, 99], mark: 3 },
      { range: [50, 60], mark: 4 },
    ] as const;
    expect(splitLayers(5, layers).map(({ marks }) => marks)).toEqual([[1], [], [3]]);
  });
});

describe("cutText", () => {
  it("covers the text without overlap, whatever the sentences are", () => {
    const pieces = cutText(20, [
      [12, 18],
      [2, 6],
      [4, 9],
      [18, 400],
    ]);
    expect(pieces).toEqual([
      [0, 2],
      [2, 6],
      [6, 9],
      [9, 12],
      [12, 18],
      [18, 20],
    ]);
  });

  it("finds the pieces that a range touches", () => {
    const pieces = cutText(20, [
      [2, 6],
      [6, 12],
    ]);
    expect(piecesOf(pieces, [3, 5])).toEqual([1, 1]);
    expect(piecesOf(pieces, [5, 7])).toEqual([1, 2]);
    expect(piecesOf(pieces, [30, 40])).toBeNull();
  });
});
