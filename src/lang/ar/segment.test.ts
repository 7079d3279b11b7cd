import { expect, test } from "vitest";
import { arabic } from "./pack.js";
import { LexiconJudge, segment } from "./segment.js";

const judge = new LexiconJudge(arabic.lexicon);
const split = (word: string): string => {
  const { conjunction, preposition, article, stem, enclitic } = segment(word, judge);
  return [conjunction, preposition, article ? "ال" : "", stem, enclitic].filter(Boolean).join("+");
};

test.each([
  ["وبالمدينة", "و+ب+ال+مدينة"],
  ["للوزارة", "ل+ال+وزارة"],
  ["والدول", "و+ال+دول"],
  ["وقال", "و+قال"],
  ["بسبب", "ب+سبب"],
  ["سيعلن", "س+يعلن"],
  ["وسيعلن", "و+س+يعلن"],
  ["حكومته", "حكومت+ه"],
  ["خلالها", "خلال+ها"],
  ["لمواجهة", "ل+مواجهة"],
  ["فقال", "ف+قال"],
])("joined words come off: %s", (word, expected) => {
  expect(split(word)).toBe(expected);
});

test.each([
  "وزارة",
  "واشنطن",
  "والدته",
  "بيان",
  "بريطانيا",
  "فرنسا",
  "كانون",
  "سيارة",
  "لجنة",
  "ليبيا",
  "التقى",
  "ألمانيا",
  "حكومة",
  "اتجاه",
])("letters of the stem stay: %s", (word) => {
  const { conjunction, preposition, article } = segment(word, judge);
  expect([conjunction, preposition, article]).toEqual(["", "", false]);
});

test("a word no lexicon knows is split by its letters", () => {
  expect(split("وبالزرنقوشة")).toBe("و+ب+ال+زرنقوشة");
  expect(split("زرنقوشة")).toBe("زرنقوشة");
});
