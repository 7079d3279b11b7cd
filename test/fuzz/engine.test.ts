/**
 * The engine on hostile text: it does not break, what it points at exists, the same input gives
 * the same bytes in any order. `ISNAD_FUZZ_SEED` and `ISNAD_FUZZ_RUNS` choose other texts.
 */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checkSpans } from "../../eval/spans.js";
import { type Account, accountSchema } from "../../src/core/contract.js";
import type { ReportInput } from "../../src/core/input.js";
import { readAccount } from "../../src/engine.js";
import { ENDLESS, hostileText } from "./hostile.js";
import { lexiconText } from "./lexicon-text.js";

const seed = Number(process.env["ISNAD_FUZZ_SEED"] ?? 20220106);
const numRuns = Number(process.env["ISNAD_FUZZ_RUNS"] ?? 150);

const inputsOf = (texts: readonly string[]): readonly ReportInput[] =>
  texts.map((text, index) => ({ text, file: `${index}.txt` }));

const sameBytes = (a: Account, b: Account): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Reads, and fails where the account breaks its schema or points at what is not there. */
function soundAccount(inputs: readonly ReportInput[]): Account {
  const account = readAccount(inputs);
  // Compared by count and membership: a difference of endless texts is no message for a person.
  expect(account.reports).toHaveLength(inputs.length);
  const texts = new Set(inputs.map(({ text }) => text));
  expect(account.reports.every(({ text }) => texts.has(text))).toBe(true);
  expect(checkSpans(account).faults.slice(0, 5)).toEqual([]);
  const parsed = accountSchema.safeParse(account);
  expect(parsed.success ? [] : parsed.error.issues.slice(0, 5)).toEqual([]);
  return account;
}

describe("strung together from words, marks and noise", () => {
  test("one text: read, sound, and the same bytes twice", () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const account = soundAccount(inputsOf([text]));
        expect(sameBytes(readAccount(inputsOf([text])), account)).toBe(true);
      }),
      { seed, numRuns },
    );
  });

  test("several texts: sound, and their order does not change the account", () => {
    fc.assert(
      fc.property(fc.array(hostileText, { minLength: 2, maxLength: 4 }), (texts) => {
        const inputs = inputsOf(texts);
        const account = soundAccount(inputs);
        const reversed = readAccount([...inputs].reverse());
        expect(sameBytes(reversed, account)).toBe(true);
      }),
      { seed, numRuns: Math.ceil(numRuns / 3) },
    );
  });

  test("words of every class of the lexicon: read to the end, and sound", () => {
    fc.assert(
      fc.property(lexiconText, (text) => {
        soundAccount(inputsOf([text]));
      }),
      { seed, numRuns: numRuns * 2 },
    );
  });

  test("the same text given twice is two reports", () => {
    const text = "قال مصدر طبي إن 3 أشخاص أصيبوا في انهيار الجسر اليوم الخميس.";
    expect(soundAccount(inputsOf([text, text])).reports).toHaveLength(2);
  });
});

const LONG = 60_000;
const MEGABYTE = 1_000_000;
const LONG_READ_SECONDS = 20;

describe("endless", () => {
  test.each(ENDLESS)("$name", ({ make }) => {
    soundAccount(inputsOf([make(LONG)]));
  });

  test("two reports of the same endless quotation", () => {
    const text = "قال سامي الخطيب إن «الجسر مغلق» ".repeat(2000);
    soundAccount(inputsOf([text, `${text}نعم`]));
  });

  test(
    "a megabyte of one letter",
    () => {
      const started = performance.now();
      soundAccount(inputsOf(["ا".repeat(MEGABYTE)]));
      expect((performance.now() - started) / 1000).toBeLessThan(LONG_READ_SECONDS);
    },
    LONG_READ_SECONDS * 2000,
  );

  test("nothing at all", () => {
    expect(readAccount([]).reports).toEqual([]);
    soundAccount(inputsOf([""]));
    soundAccount(inputsOf([" \n\t "]));
  });
});
