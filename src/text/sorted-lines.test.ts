import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { SortedLines } from "./sorted-lines.js";

const linesOf = (rows: Readonly<Record<string, string>>): SortedLines =>
  new SortedLines(
    Object.entries(rows)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, value]) => `${key}\t${value}`)
      .join("\n"),
  );

describe("sorted lines", () => {
  it("find what was put in, and nothing else", () => {
    const key = fc.string({ minLength: 1, maxLength: 4, unit: fc.constantFrom(..."ابتث") });
    fc.assert(
      fc.property(fc.dictionary(key, fc.constantFrom("1", "22")), key, (rows, other) => {
        const lines = linesOf(rows);
        for (const [one, value] of Object.entries(rows)) expect(lines.get(one)).toBe(value);
        expect(lines.get(other)).toBe(rows[other] ?? null);
      }),
    );
  });

  it("know the phrases that begin with a word", () => {
    const lines = linesOf({ "على ما يبدو": "1", "على لسان": "2", "علم قديم": "3" });
    expect(lines.hasWord("على")).toBe(true);
    expect(lines.hasWord("عل")).toBe(false);
    expect([...lines.phrasesOf("على")].map(({ value }) => value).sort()).toEqual(["1", "2"]);
  });

  it("find the same when they were asked so often that they keep an index", () => {
    const key = fc
      .array(fc.string({ minLength: 1, maxLength: 3, unit: fc.constantFrom(..."ابتث") }), {
        minLength: 1,
        maxLength: 3,
      })
      .map((words) => words.join(" "));
    fc.assert(
      fc.property(fc.dictionary(key, fc.constantFrom("1", "22")), key, (rows, other) => {
        const [asked, fresh] = [linesOf(rows), linesOf(rows)];
        for (let times = 0; times < 50_001; times++) asked.get("ا");
        for (const one of [...Object.keys(rows), other]) {
          expect(asked.get(one)).toBe(rows[one] ?? null);
          for (const word of [one, ...one.split(" ")]) {
            expect(asked.hasWord(word)).toBe(fresh.hasWord(word));
          }
        }
      }),
      { numRuns: 30 },
    );
  });
});
