/**
 * What is read of a sentence does not hang on how it is typed, nor on what stands above and below
 * it on the page. Every sentence of the language's corpora is read alone and in each surrounding.
 */
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { readReport } from "../../src/engine.js";
import { fold } from "../../src/text/fold.js";

const example = z.object({ text: z.string() });
const corpora = ["attribution", "figures", "events"];
const sentences = corpora.flatMap((name) => {
  const url = new URL(`../../src/lang/ar/corpus/${name}.jsonl`, import.meta.url);
  return readFileSync(url, "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => example.parse(JSON.parse(line)).text)
    .filter((text) => !text.includes("\n"));
});

const ABOVE = "انتهى الاجتماع";

/** Claims of a text from an offset on, in the words they rest on; spelling and spaces aside. */
function claimsOf(text: string, from = 0): readonly string[] {
  const { claims } = readReport({ text, file: "report.txt" });
  return claims
    .filter(({ sentence }) => sentence[0] >= from)
    .map(({ chain, span, figure, event, statement }) => {
      const words = fold(text.slice(...span)).replace(/[\s\u00a0]+/g, " ");
      const value = figure?.value ?? event?.type ?? statement?.stance ?? null;
      return `${JSON.stringify(value)} ${chain.length} ${words.replace(/[,،.]/g, "")}`;
    })
    .filter((claim) => !claim.includes(ABOVE))
    .sort();
}

const typed: Readonly<Record<string, (text: string) => string>> = {
  "with Arabic digits": (text) =>
    text.replace(/\d/g, (digit) => String.fromCharCode(0x660 + Number(digit))),
  "with non-breaking spaces": (text) => text.replaceAll(" ", "\u00a0"),
  "with two spaces": (text) => text.replaceAll(" ", "  "),
  "with direction marks": (text) => text.replaceAll(" ", " \u200f"),
  "with Latin commas": (text) => text.replaceAll("،", ","),
  "without hamzas on its alifs": (text) => text.replace(/[أإآ]/g, "ا"),
};

const placed: Readonly<Record<string, readonly [above: string, below: string]>> = {
  "below a paragraph": [`${ABOVE}.\n\n`, ""],
  "below a headline": [`${ABOVE} في المدينة\n`, ""],
  "below the page's date": ["13/07/2021 - 05:05\n", ""],
  "above a paragraph": ["", `\n\n${ABOVE}.`],
};

describe("a sentence is read the same", () => {
  const alone = new Map(sentences.map((text) => [text, claimsOf(text)]));

  test.each(Object.entries(typed))("%s", (_, type) => {
    for (const text of sentences) expect(claimsOf(type(text)), text).toEqual(alone.get(text));
  });

  test.each(Object.entries(placed))("%s", (_, [above, below]) => {
    for (const text of sentences) {
      expect(claimsOf(above + text + below, above.length), text).toEqual(alone.get(text));
    }
  });
});
