import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { arabic } from "../../lang/ar/pack.js";
import { readTextLayer } from "./text-layer.js";

interface FurnitureExample {
  /** What the page shows. */
  readonly page: string;
  readonly lines: readonly string[];
  /** Whole lines, or the part of one, in the order of the page. */
  readonly furniture: readonly string[];
}

const corpus = new URL("../../lang/ar/corpus/furniture.jsonl", import.meta.url);
const examples: FurnitureExample[] = readFileSync(corpus, "utf8")
  .trim()
  .split("\n")
  .map((line): FurnitureExample => JSON.parse(line));

function furnitureOf(text: string): string[] {
  return readTextLayer(text, arabic).furniture.map(([start, end]) => text.slice(start, end));
}

describe("page furniture in Arabic", () => {
  it.each(examples)("$page", ({ lines, furniture }) => {
    expect(furnitureOf(lines.join("\n"))).toEqual(furniture);
  });

  it("is the same where lines end in carriage returns", () => {
    for (const { lines, furniture } of examples) {
      expect(furnitureOf(lines.join("\r\n"))).toEqual(furniture);
    }
  });

  it("is in no sentence", () => {
    for (const { lines } of examples) {
      const text = lines.join("\n");
      const { furniture, sentences } = readTextLayer(text, arabic);
      for (const { start, end } of sentences) {
        const overlapping = furniture.filter(([from, to]) => from < end && start < to);
        expect(overlapping, text.slice(start, end)).toEqual([]);
      }
    }
  });

  it("leaves a text without any alone", () => {
    expect(furnitureOf("")).toEqual([]);
    expect(furnitureOf("انهار جسر صغير في الوادي.")).toEqual([]);
  });
});
