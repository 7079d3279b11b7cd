import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fold } from "../text/fold.js";
import { type PatternNode, parsePattern } from "./pattern.js";

const parse = (source: string): PatternNode => parsePattern(source, fold);

describe("a pattern asks for", () => {
  it.each<[string, string, PatternNode]>([
    ["a word, و or ف joined or not", "قال", { kind: "literal", forms: ["قال", "وقال", "فقال"] }],
    ["a word, by its folded form", "'أعلنت'", { kind: "literal", forms: ["اعلنت"] }],
    ["a class", "<month>", { kind: "class", classes: ["month"], features: null }],
    ["one of two classes", "<a|b>", { kind: "class", classes: ["a", "b"], features: null }],
    [
      "a class with features",
      "<noun number=dual preposition=ب>",
      { kind: "class", classes: ["noun"], features: { number: "dual", preposition: "ب" } },
    ],
    ["an annotation", "@number", { kind: "annotation", type: "number" }],
    ["a kind of token", "#quote", { kind: "token", of: "quote" }],
    [
      "a named element",
      "day:@number",
      { kind: "capture", name: "day", item: { kind: "annotation", type: "number" } },
    ],
    [
      "a named group",
      "when:( <a> | <b> )",
      {
        kind: "capture",
        name: "when",
        item: {
          kind: "choice",
          items: [
            { kind: "class", classes: ["a"], features: null },
            { kind: "class", classes: ["b"], features: null },
          ],
        },
      },
    ],
    [
      "an element that may be missing",
      "<a>?",
      {
        kind: "repeat",
        item: { kind: "class", classes: ["a"], features: null },
        min: 0,
        max: 1,
      },
    ],
    [
      "an element some times over",
      "#word{1,3}",
      { kind: "repeat", item: { kind: "token", of: "word" }, min: 1, max: 3 },
    ],
  ])("%s: %s", (_, source, node) => expect(parse(source)).toEqual(node));

  it("a group some times over", () => {
    expect(parse("( من <a> ){0,2}")).toMatchObject({ kind: "repeat", min: 0, max: 2 });
  });

  it("elements one behind the other", () => {
    const node = parse("في <month> @number");
    expect(node.kind === "sequence" && node.items.map(({ kind }) => kind)).toEqual([
      "literal",
      "class",
      "annotation",
    ]);
  });
});

describe("a pattern that cannot be read says so", () => {
  it.each([
    ["( a", "a bracket is not closed"],
    ["a )", "a bracket is closed that was not opened"],
    ["a | | b", "an alternative is empty"],
    ["", "an alternative is empty"],
    ["#verb", "unknown token kind"],
    ["#word{0,9}", "at most 8"],
    ["#word{3,2}", "at most 8"],
    ["<noun dual>", "a feature is key=value"],
    ["<>", "a class is written <name>"],
  ])("%s: %s", (source, reason) => {
    expect(() => parse(source)).toThrow(reason);
    expect(() => parse(source)).toThrow(`Pattern "${source}"`);
  });
});

describe("any string", () => {
  it("is either read or refused, at once", () => {
    const piece = fc.constantFrom(
      ..."<>()|?{}:'@# \tab1,=قال",
      "<a>",
      "x:",
      "x:(",
      "{0,2}",
      "{1,}",
      "#word",
      "@n",
    );
    const source = fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join(""));
    fc.assert(
      fc.property(source, (text) => {
        try {
          return parse(text) !== null;
        } catch (error) {
          return error instanceof Error && error.message.startsWith("Pattern ");
        }
      }),
      { numRuns: 1_000 },
    );
  });
});
