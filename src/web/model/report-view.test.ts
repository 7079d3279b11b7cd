import { describe, expect, it } from "vitest";
import { type Mark, marksByBlock, piecesOf } from "./report-view.js";

const block = (start: number, end: number) => ({ start, end, furniture: false });
const mark = (start: number, end: number): Mark => ({
  range: [start, end],
  layer: "names",
  claim: null,
});

describe("marks of a report", () => {
  it("are given to every block that they touch, and to no other", () => {
    const blocks = [block(0, 10), block(10, 20), block(20, 30)];
    const marks = [mark(2, 4), mark(5, 25), mark(10, 12), mark(19, 20), mark(29, 30)];
    const own = marksByBlock(blocks, marks).map((list) => list.map(({ range }) => range.join("-")));
    expect(own).toEqual([
      ["2-4", "5-25"],
      ["5-25", "10-12", "19-20"],
      ["5-25", "29-30"],
    ]);
  });
});

describe("pieces of a long report", () => {
  it("hold all blocks in order, and end where a line ends", () => {
    const text = "كلمة. ".repeat(40).concat("\n").repeat(5);
    const blocks = [...text.matchAll(/[^ \n]+|\s+/g)].map((match) =>
      block(match.index, match.index + match[0].length),
    );
    const pieces = piecesOf(text, blocks);
    expect(pieces.flat()).toEqual(blocks);
    expect(pieces.length).toBe(5);
    for (const piece of pieces) expect(text[(piece.at(-1)?.end ?? 0) - 1]).toBe("\n");
  });
  it("leave a text of one line whole", () => {
    const blocks = Array.from({ length: 100 }, (_, at) => block(at, at + 1));
    expect(piecesOf("ا".repeat(100), blocks)).toEqual([blocks]);
  });
});
