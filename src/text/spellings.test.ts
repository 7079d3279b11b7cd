import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fold } from "./fold.js";
import { Spellings } from "./spellings.js";

function unitsOf(text: string): Uint16Array {
  const units = new Uint16Array(text.length);
  for (let at = 0; at < text.length; at++) units[at] = text.charCodeAt(at);
  return units;
}
const formIn = (spellings: Spellings, text: string): string =>
  spellings.of(unitsOf(text), 0, text.length).form;

describe("a spelling", () => {
  it("is one and the same wherever it stands", () => {
    const spellings = new Spellings(fold);
    const units = unitsOf("وزارة الوزارة");
    expect(spellings.of(units, 8, 13)).toBe(spellings.of(units, 0, 5));
  });

  it("is folded once", () => {
    let asked = 0;
    const spellings = new Spellings((source) => {
      asked++;
      return fold(source);
    });
    expect([formIn(spellings, "وزارة"), formIn(spellings, "وزارة")]).toEqual(["وزاره", "وزاره"]);
    expect(asked).toBe(1);
  });

  it("is that of its own letters, whatever was met before", () => {
    const words = fc.array(fc.string({ unit: "binary", minLength: 1, maxLength: 70 }));
    fc.assert(
      fc.property(words, (all) => {
        const spellings = new Spellings((source) => source);
        for (const word of [...all, ...all]) expect(formIn(spellings, word)).toBe(word);
      }),
      { numRuns: 50 },
    );
  });

  it("is still found when there are more than are kept", () => {
    const spellings = new Spellings((source) => source);
    for (let number = 0; number < 70_000; number++) formIn(spellings, `w${number}`);
    expect(formIn(spellings, "w69999")).toBe("w69999");
    expect(formIn(spellings, "w0")).toBe("w0");
  });
});
