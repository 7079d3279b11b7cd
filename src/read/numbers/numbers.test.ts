import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { arabic } from "../../lang/ar/pack.js";
import { textOf } from "../../text/layer.js";
import { readTextLayer } from "../page/text-layer.js";
import { type NumberValue, readNumbers } from "./numbers.js";

interface NumberExample {
  readonly text: string;
  readonly numbers: readonly (Pick<NumberValue, "value" | "kind"> & { readonly words: string })[];
}

const corpus = new URL("../../lang/ar/corpus/numbers.jsonl", import.meta.url);
const examples: NumberExample[] = readFileSync(corpus, "utf8")
  .trim()
  .split("\n")
  .map((line): NumberExample => JSON.parse(line));

describe("numbers in Arabic", () => {
  it.each(examples)("reads $text", ({ text, numbers }) => {
    const layer = readTextLayer(text, arabic);
    const found = readNumbers(layer, arabic).map(({ first, last, value }) => ({
      words: textOf(layer, first, last),
      value: value.value,
      kind: value.kind,
    }));
    expect(found).toEqual(numbers);
  });
});
