import { describe, expect, it } from "vitest";
import { estimateShare, fingerprintOf, hashWord, shinglesOf } from "./fingerprints.js";
import { formsOf, withoutForms } from "./forms.js";

const fingerprint = (words: readonly string[]) =>
  fingerprintOf(shinglesOf(Uint32Array.from(words, hashWord)));
const text = (name: string, length: number): string[] =>
  Array.from({ length }, (_, at) => `${name}${at}`);
const weather = (day: number): string[] => [...text("form", 60), ...text(`day${day}.`, 30)];

describe("forms", () => {
  it("are what is printed again on day after day", () => {
    const days = [1, 2, 3, 4, 5, 6];
    const press = days.map((day) => fingerprint(weather(day)));
    const forms = formsOf(press, days);
    const [first, second] = press.map((one) => withoutForms(one, forms));
    if (!first || !second) throw new Error("two reports");
    expect(estimateShare(first, second)).toBe(0);
    // The same day's, printed by two: their own words are the same as well.
    const again = withoutForms(fingerprint(weather(1)), forms);
    expect(estimateShare(first, again)).toBe(1);
  });

  it("are not the news of a day, however many print it, nor what comes up again later", () => {
    const news = fingerprint(text("news", 80));
    const days = [3, 3, 3, 3, 3, 3, 4, 4, 4, 4, 6, 9, 12];
    const forms = formsOf(
      days.map(() => news),
      days,
    );
    expect(withoutForms(news, forms).minima).toHaveLength(news.minima.length);
  });

  it("are not told without days", () => {
    const press = [1, 2, 3, 4, 5].map((day) => fingerprint(weather(day)));
    const forms = formsOf(
      press,
      press.map(() => null),
    );
    expect(press.every(({ minima }) => minima.every((one) => !forms.has(one)))).toBe(true);
  });
});
