import { describe, expect, it } from "vitest";
import { arabic } from "../lang/ar/pack.js";
import { fold } from "./fold.js";
import { hasFeatures, mainReading, readingOf, type Word } from "./word.js";

const word = (form: string): Word => arabic.lexicon.word(fold(form));

describe("a reading of a word", () => {
  it("is found by its class", () => {
    expect(readingOf(word("وللوزيرين"), "office")?.entry.lemma).toBe("وزير");
    expect(readingOf(word("وللوزيرين"), "speech.verb")).toBeNull();
  });

  it("is found by class and features", () => {
    expect(readingOf(word("جنديين"), "counted.person", { number: "dual" })?.number).toBe("dual");
    expect(readingOf(word("جنديا"), "counted.person", { number: "plural" })).toBeNull();
  });

  it.each([
    ["والوزير", { conjunction: "و", article: "yes" }],
    ["بالوزير", { preposition: "ب", article: "yes" }],
    ["قالت", { tense: "past", gender: "feminine" }],
    ["يقولون", { tense: "present", number: "plural" }],
    ["نفى", { stance: "denies", pos: "verb" }],
  ])("of %s has its grammar and the features of its row", (form, features) => {
    expect(word(form).readings.some((reading) => hasFeatures(reading, features))).toBe(true);
  });

  it("that only says 'an ordinary word' tells nothing of its kind", () => {
    const plain = word("وراثي");
    expect(plain.classes.has("ordinary")).toBe(true);
    expect(mainReading(plain)).toBeNull();
  });
});

describe("a word no lexicon knows", () => {
  it("has no readings", () => {
    expect(word("زغنطوط").readings).toEqual([]);
    expect(mainReading(word("زغنطوط"))).toBeNull();
  });
});
