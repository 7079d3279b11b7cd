import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fold } from "./fold.js";

describe("folding", () => {
  it.each([
    ["the alif family", ["أكد", "إكد", "آكد", "ٱكد"], "اكد"],
    ["final ya and alif maqsura", ["مستشفى", "مستشفي", "مستشفی"], "مستشفي"],
    ["ta marbuta and ha", ["وزارة", "وزاره", "وزارۃ"], "وزاره"],
    ["Persian kaf", ["كتاب", "کتاب"], "كتاب"],
    ["diacritics", ["أَعْلَنَ", "أعلن", "أعلنْ"], "اعلن"],
    ["tatweel", ["الـــجيش", "الجيش"], "الجيش"],
    [
      "invisible joiners and directions",
      ["الج\u200cيش", "\u200fالجيش\u200f", "\ufeffالجيش"],
      "الجيش",
    ],
    ["presentation forms", ["ﺍﻟﺠﻴﺶ", "الجيش"], "الجيش"],
    ["digits", ["٢٠٢٢", "۲۰۲۲", "2022"], "2022"],
    ["Latin capitals", ["CSTO", "csto"], "csto"],
  ])("gives one spelling for %s", (_, spellings, folded) => {
    expect(spellings.map(fold)).toEqual(spellings.map(() => folded));
  });

  it("keeps the hamzas that tell words apart", () => {
    expect(fold("سؤال")).toBe("سؤال");
    expect(fold("مسئول")).toBe("مسئول");
    expect(fold("ماء")).toBe("ماء");
  });

  const letter = fc.oneof(
    fc.integer({ min: 0x0600, max: 0x06ff }),
    fc.integer({ min: 0xfb50, max: 0xfdff }),
    fc.integer({ min: 0xfe70, max: 0xfeff }),
    fc.integer({ min: 0x2000, max: 0x206f }),
    fc.integer({ min: 0x20, max: 0x7e }),
  );
  const word = fc.array(letter, { maxLength: 20 }).map((codes) => String.fromCharCode(...codes));

  it("folded once is folded for good", () => {
    fc.assert(
      fc.property(word, (text) => fold(fold(text)) === fold(text)),
      { numRuns: 300 },
    );
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => fold(fold(text)) === fold(text)),
    );
  });

  it("of two words side by side is their foldings side by side", () => {
    // Presentation forms aside: one of them may stand for a phrase of its own.
    const plain = word.filter((text) => !/[\ufb50-\ufdff\ufe70-\ufefc]/.test(text));
    fc.assert(fc.property(plain, plain, (a, b) => fold(`${a} ${b}`) === `${fold(a)} ${fold(b)}`));
  });
});
