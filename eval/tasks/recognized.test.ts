import { expect, test } from "vitest";
import { scoreRecognized } from "../recognized.js";
import type { RecognizerCase } from "../recognizers.js";
import { parseSplit } from "./clitics.js";

test("an expression is found when the words are the same, and its value is judged apart", () => {
  const item = (index: number, texts: readonly string[], ignoreValues = false): RecognizerCase => ({
    index,
    input: "في الدرج ثلاثة مفاتيح وخمسة أقلام",
    reference: null,
    ignoreValues,
    expected: texts.map((text) => ({ text, type: "number", value: { value: "3" } })),
  });
  const rows = scoreRecognized<number>({
    name: "numbers",
    cases: [item(0, ["ثلاثة", "خمسة"]), item(1, ["ثلاثة"], true)],
    find: () => [
      { text: "ثلاثة ", value: 3 },
      { text: "الدرج", value: 1 },
    ],
    agrees: (expected, value) => expected.value?.["value"] === String(value),
  });
  expect(
    rows.map(({ cases, precision, recall, score }) => [cases, precision, recall, score]),
  ).toEqual([
    [3, 2 / 4, 2 / 3, 4 / 7],
    [1, null, null, 1],
  ]);
});

test.each([
  ["و+ب+ال+كتاب\tCONJ+PREP+DET+NOUN", "وبالكتاب", "و", "ب", true, ""],
  ["ل+ال+مدين+ة\tPREP+DET+NOUN+NSUFF", "للمدينة", "", "ل", true, ""],
  ["س+يقرأ\tFUT_PART+V", "سيقرأ", "", "س", false, ""],
  ["دفتر+هم\tNOUN+PRON", "دفترهم", "", "", false, "هم"],
  ["كتب+وا\tV+PRON", "كتبوا", "", "", false, ""],
])("a word split by hand: %s", (line, word, conjunction, preposition, article, enclitic) => {
  expect(parseSplit(line)).toEqual({
    word,
    clitics: { conjunction, preposition, article, enclitic },
  });
});

test.each(["من\tPREP", "أن+ه\tPART+PRON", "،\tPUNC", "قرأ+نا\tV+PRON"])(
  "not scored: %s",
  (line) => {
    expect(parseSplit(line)).toBeNull();
  },
);
