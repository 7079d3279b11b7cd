import fc from "fast-check";
import stringWidth from "string-width";
import { expect, test } from "vitest";
import { widthOf } from "./width.js";

test("agrees with string-width on every script that reports are written in", () => {
  const character = fc.oneof(
    fc.integer({ min: 0x20, max: 0x24f }),
    fc.integer({ min: 0x600, max: 0x6ff }),
    fc.integer({ min: 0x400, max: 0x44f }),
    fc.integer({ min: 0x2010, max: 0x2026 }),
    fc.integer({ min: 0x4e00, max: 0x9fff }),
    fc.constantFrom(0x2067, 0x2069, 0x200b, 0x200f, 0x301, 0xfeff, 0x2190, 0xfefb, 0x1f600),
  );
  // One at a time: what a terminal makes of odd sequences, terminals do not agree on.
  fc.assert(
    fc.property(character, (code) => {
      const char = String.fromCodePoint(code);
      expect(widthOf(char), `U+${code.toString(16)}`).toBe(stringWidth(char));
    }),
    { numRuns: 3000 },
  );
});

test("adds up, colour codes aside", () => {
  expect(widthOf("\u001b[1mقُتل 12\u001b[22m 中")).toBe(9);
});
