import { describe, expect, test } from "vitest";
import { arabic } from "../lang/ar/pack.js";
import { readTextLayer } from "../read/page/text-layer.js";
import { hasFreeMark, markOf } from "./marks.js";

const month = markOf(["time.month"]);
const short = markOf([], ({ form }) => form.length === 2);

describe("marks of tokens", () => {
  const { tokens, marks } = readTextLayer("وصل الوفد في يناير، وعاد في كانون الثاني.", arabic);
  const marked = (mark: number): string[] =>
    tokens.filter((_, at) => ((marks[at] ?? 0) & mark) !== 0).map(({ form }) => form);

  test("a class is found in words and where a many-word entry begins", () => {
    expect(marked(month)).toEqual(["يناير", "كانون"]);
  });

  test("a word is found by any test of it", () => {
    expect(marked(short)).toEqual(["في", "في"]);
  });

  test("no mark is given out once a text was marked, since its words would lack it", () => {
    expect(hasFreeMark()).toBe(false);
    expect(() => markOf(["era"])).toThrow("after the first text");
  });
});
