import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { clip, isolate, showable } from "./direction.js";
import { paragraph, table, wrap } from "./layout.js";
import { widthOf } from "./width.js";

/** Isolates made visible: `{` opens, `}` closes. */
const seen = (text: string): string => text.replace(/\u2067/g, "{").replace(/\u2069/g, "}");
const plain = (text: string): string => text.replace(/[\u2067\u2069]/g, "");

describe("right-to-left runs are isolated, and only they", () => {
  test.each([
    ["no Arabic at all", "no Arabic at all"],
    ["وزارة الصحة", "{وزارة الصحة}"],
    ["12 شرطيا", "{12 شرطيا}"],
    ["«أكثر من 1000 شخص»", "{«أكثر من 1000 شخص»}"],
    ["قناة RT الروسية", "{قناة RT الروسية}"],
    ["8 police (الحرس الوطني), كازاخستان", "8 police ({الحرس الوطني}), {كازاخستان}"],
    ["ألماتي lies within كازاخستان: both hold", "{ألماتي} lies within {كازاخستان}: both hold"],
    ["RT قالت إن القوات انسحبت من المدينة", "{RT قالت إن القوات انسحبت من المدينة}"],
    ["said وزارة الصحة on 6 Jan", "said {وزارة الصحة} on 6 Jan"],
    ["الوزير ← RT ← الوكالة", "{الوزير} ← RT ← {الوكالة}"],
    ["Killed · أشخاص · ألماتا", "Killed · {أشخاص} · {ألماتا}"],
  ])("%s", (text, isolated) => {
    expect(seen(isolate(text))).toBe(isolated);
  });

  test("every isolate that opens closes on its line, and the text itself is unchanged", () => {
    const text = fc
      .array(fc.constantFrom("قال", "RT", "12", " ", "←", "·", "«", "»", "(", "ا", "\n"))
      .map((parts) => parts.join(""));
    fc.assert(
      fc.property(text, fc.integer({ min: 3, max: 40 }), (words, width) => {
        for (const line of paragraph({ text: words }, width)) {
          expect(seen(line)).toMatch(/^[^{}]*(\{[^{}]*\}[^{}]*)*$/);
        }
        expect(plain(isolate(words))).toBe(words);
      }),
    );
  });
});

describe("what reaches the terminal", () => {
  test("no escape sequence, no direction mark, no line break", () => {
    const hostile = "قال\u001b[31m\u202eوزير\u2069\r\nالصحة\u0007";
    expect(showable(hostile)).toBe("قال[31mوزير الصحة");
  });

  test("a long text is cut at a word", () => {
    expect(clip("one two three four", 12)).toBe("one two…");
  });
});

describe("columns", () => {
  test("Arabic takes a column a letter, marks none", () => {
    expect(widthOf("قَتْل")).toBe(3);
    expect(widthOf("\u2067قتل\u2069")).toBe(3);
  });

  test("no line is wider than asked, and no word is lost", () => {
    const words = fc.array(fc.constantFrom("قال", "الكازاخستانية", "RT", "12,500", "a".repeat(50)));
    fc.assert(
      fc.property(words, fc.integer({ min: 5, max: 60 }), (list, width) => {
        const lines = wrap(list.join(" "), width);
        for (const line of lines) expect(widthOf(line)).toBeLessThanOrEqual(width);
        expect(lines.join("").replaceAll(" ", "")).toBe(list.join(""));
      }),
    );
  });

  test("cells stay in their columns beside Arabic that wraps", () => {
    const lines = table(
      [
        { head: "count", min: 5 },
        { head: "who", min: 8 },
        { head: "told by", min: 7 },
      ],
      [
        [{ text: "12" }, { text: "المتحدث باسم وزارة الداخلية" }, { text: "1 [2]" }],
        [{ text: "≥ 1,000" }, { text: "RT" }, { text: "2 [1 3]" }],
      ],
      { width: 36, indent: 2, head: (text) => text },
    );
    const at = (line: string, part: string): number => widthOf(line.slice(0, line.indexOf(part)));
    expect(at(lines[1] ?? "", "1 [2]")).toBe(at(lines[0] ?? "", "told by"));
    expect(at(lines.at(-1) ?? "", "2 [1")).toBe(at(lines[0] ?? "", "told by"));
    for (const line of lines) expect(widthOf(line)).toBeLessThanOrEqual(36);
  });

  test("a column without a single cell is left out", () => {
    const columns = ["a", "b"].map((head) => ({ head, min: 1 }));
    const rows = [[{ text: "x" }, { text: "" }]];
    expect(table(columns, rows, { width: 20, indent: 0, head: (text) => text })).toEqual([
      "a",
      "x",
    ]);
  });
});
