import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { markedText } from "../../test/marked-text.js";
import { foldCode, isInvisible } from "./fold.js";
import { tokenize } from "./tokens.js";

/** Reads a text that marks its tokens. */
function expectTokens(source: string): void {
  const { text, ranges } = markedText(source);
  expect(tokenize(text).map(({ start, end }) => text.slice(start, end))).toEqual(
    ranges.map(({ words }) => words),
  );
}

const formsOf = (text: string): string[] => tokenize(text).map(({ form }) => form);

describe("a token is", () => {
  it.each([
    ["a word", "[قالت] [الوزارة]"],
    ["a word with its diacritics", "[قَالَت] [الوِزارة]"],
    ["a word with a joiner inside", "[الج\u200cيش] [عاد]"],
    ["a punctuation mark by itself", "[قال][:] [«][نعم][»][.]"],
    ["a number with its separators", "[12,500] [و] [12.500] [و] [١٢٬٥٠٠] [و] [7٫5]"],
    ["a number apart from the word before it", "[عام][2022]"],
    ["direction marks round the separator of a number", "[25799\u202a,\u202a52]"],
    ["a number apart from the full stop behind it", "[عددهم] [12][.]"],
    ["a list of numbers apart", "[3][،] [4]"],
    ["a picture sign, though it is two code units", "[عاجل][🔴][الجيش]"],
    ["a censored word, whole", "[شهـ ـداء] [و] [مـ ـقـ ـتـ ـل] [و] [قت.ل] [و] [يعد*مون]"],
    ["a word apart from the next sentence, though no space stands between", "[وقال][.][وأضاف]"],
    ["an initial apart from the name", "[د][.] [سامر]"],
  ])("%s", (_, source) => expectTokens(source));
});

describe("a token's form", () => {
  it("is folded", () => expect(formsOf("أعلنت إدارة ١٢")).toEqual(["اعلنت", "اداره", "12"]));

  it("is the word a censor broke", () => {
    expect(formsOf("شهـ ـداء مـ ـقـ ـتـ ـل قت.ل يعد*مون")).toEqual([
      "شهداء",
      "مقتل",
      "قتل",
      "يعدمون",
    ]);
  });
});

describe("what stands before a token", () => {
  it("is told: space, line breaks", () => {
    const tokens = tokenize("قال: نعم\nثم سكت\r\n\r\nوعاد");
    expect(tokens.map(({ spaced }) => spaced)).toEqual([false, false, true, true, true, true]);
    expect(tokens.map(({ breaks }) => breaks)).toEqual([0, 0, 0, 1, 0, 2]);
  });

  it("is told across marks that are not seen", () => {
    expect(tokenize("قال \u200f نعم")[1]?.spaced).toBe(true);
  });
});

describe("tokens of any text", () => {
  const unit = fc.oneof(
    fc.constantFrom(
      ...'قالوزيرةأىـ ً\u200c\u200f\ufeff .،,:؟"«»*-()\n\r\t0123٣٫٬abZ🔴\ud83d\ufefb\ufdfa',
    ),
    fc.string({ unit: "binary", minLength: 1, maxLength: 1 }),
  );
  const text = fc.array(unit, { maxLength: 80 }).map((units) => units.join(""));
  const isSpace = (code: number): boolean =>
    /\s/.test(String.fromCharCode(code)) || code <= 0x20 || code === 0x85;
  /** Dropped when folded: a word may hold it, but no token need. */
  const isMark = (code: number): boolean => isInvisible(code) || foldCode(code) === 0;

  it("hold every code unit but spaces and marks, in order and without overlap", () => {
    fc.assert(
      fc.property(text, (source) => {
        let behind = 0;
        for (const { start, end } of [
          ...tokenize(source),
          { start: source.length, end: source.length },
        ]) {
          expect(start).toBeGreaterThanOrEqual(behind);
          for (let at = behind; at < start; at++) {
            const code = source.charCodeAt(at);
            expect(isSpace(code) || isMark(code), `code ${code.toString(16)}`).toBe(true);
          }
          expect(end).toBeGreaterThanOrEqual(start);
          behind = end;
        }
      }),
      { numRuns: 200 },
    );
  });

  it("have a form", () => {
    fc.assert(fc.property(text, (source) => tokenize(source).every(({ form }) => form !== "")));
  });

  it("are cut where a word never ends", () => {
    const tokens = tokenize("ا".repeat(10_000));
    expect(Math.max(...tokens.map(({ start, end }) => end - start))).toBeLessThanOrEqual(64);
    expect(tokens.at(-1)?.end).toBe(10_000);
  });
});
