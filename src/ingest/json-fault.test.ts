import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { findJsonFault } from "./json-fault.js";

describe("the place where JSON breaks", () => {
  test.each([
    ['{"text": "a"', 1, 13],
    ['{"text": "a",}', 1, 13],
    ['{\n  "text": "a"\n  "id": 1\n}', 3, 3],
    ["[1, 2,, 3]", 1, 7],
    ['{"text": "no end}', 1, 10],
    ["{'text': 1}", 1, 2],
    ['{"a": tru}', 1, 7],
    ['{"a": "line\nbreak"}', 1, 12],
    ['{"a": 1} {"b": 2}', 1, 10],
    ['{"a": "\\x"}', 1, 8],
    ["", 1, 1],
  ])("%j", (text, line, column) => {
    expect(findJsonFault(text)).toMatchObject({ line, column });
  });

  test("nesting of any depth", () => {
    expect(findJsonFault("[".repeat(200_000))).toMatchObject({ line: 1, column: 200_001 });
  });

  test("finds a fault exactly where JSON.parse does", () => {
    const nearlyJson = fc
      .tuple(fc.json(), fc.nat(), fc.constantFrom("", ",", '"', "}", "x", "1", "\\"))
      .map(([json, at, put]) => {
        const cut = at % (json.length + 1);
        return json.slice(0, cut) + put + json.slice(cut + 1);
      });
    fc.assert(
      fc.property(nearlyJson, (text) => {
        let isJson = true;
        try {
          JSON.parse(text);
        } catch {
          isJson = false;
        }
        expect(findJsonFault(text) === null).toBe(isJson);
      }),
      { numRuns: 2000 },
    );
  });
});
