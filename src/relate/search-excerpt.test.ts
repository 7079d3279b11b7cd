import { describe, expect, it } from "vitest";
import { searchExcerpt } from "./search-excerpt.js";
import { searchWords } from "./search-words.js";

const shown = (text: string, query: string, length = 80) => {
  const wanted = new Set(searchWords(query));
  const { span, lit } = searchExcerpt(text, (word) => wanted.has(word), length);
  return {
    words: text.slice(...span),
    lit: lit.map(([from, to]) => text.slice(from, to)),
  };
};

const FILLER = "وقال السكان إن الطرق مغلقة منذ الصباح وإن المدارس لم تفتح أبوابها. ".repeat(6);

describe("what of a found text is shown", () => {
  it("is where the words stand, in whatever form, and lights them", () => {
    const { words, lit } = shown(
      `${FILLER}ثم انهار الجِسر القديم فوق النهر.\n${FILLER}`,
      "جسر النهر",
    );
    expect(lit).toEqual(["الجِسر", "النهر"]);
    expect(words).toContain("انهار الجِسر القديم فوق النهر");
    expect(words.length).toBeLessThanOrEqual(80);
  });

  it("prefers where different words stand together to where one is said again", () => {
    const { words } = shown(`النهر والنهر والنهر. ${FILLER}وعبر الجسر إلى ضفة النهر.`, "جسر نهر");
    expect(words).toContain("الجسر إلى ضفة النهر");
  });

  it("cuts no word, and is the beginning where only the title holds the words", () => {
    const { words, lit } = shown(FILLER, "زلزال");
    expect(lit).toEqual([]);
    expect(FILLER.startsWith(words)).toBe(true);
    expect(FILLER.slice(words.length)).toMatch(/^\s/);
  });

  it("gives what there is of a text without spaces, or without anything", () => {
    expect(shown("", "نهر")).toEqual({ words: "", lit: [] });
    expect(shown("ب".repeat(500), "نهر").words).toHaveLength(80);
  });
});
