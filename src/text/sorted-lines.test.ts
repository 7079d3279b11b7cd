import { describe, expect, test } from "vitest";
import { SortedLines } from "./sorted-lines.js";

const KEYS = ["ا", "اب", "اب ج", "اب ج د", "ابا", "ب", "ب ا", "و"];
const table = new SortedLines(KEYS.map((key, at) => `${key}\t${at}`).join("\n"));

describe("a table of sorted lines", () => {
  test("finds every key, first and last too", () => {
    expect(KEYS.map((key) => table.get(key))).toEqual(KEYS.map((_, at) => String(at)));
  });

  test("finds no key that is only the beginning of one, or lies outside", () => {
    expect(["", "ء", "اب ", "اب ج د ه", "ج", "ي"].map((key) => table.get(key))).toEqual(
      Array(6).fill(null),
    );
  });

  test("tells the phrases of a word from words that begin with it", () => {
    expect(table.phrasesOf("اب")).toEqual([
      { key: "اب ج", value: "2" },
      { key: "اب ج د", value: "3" },
    ]);
    expect(table.hasWord("ب")).toBe(true);
    expect(table.hasWord("ابا")).toBe(true);
    expect(table.phrasesOf("و")).toEqual([]);
    expect(table.hasWord("ج")).toBe(false);
  });
});
