/** Texts strung from the lexicon's own words, so that every reader meets every word it knows. */
import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { parseLexicon } from "../../src/lang/lexicon-row.js";

const folder = new URL("../../src/lang/ar/lexicon/", import.meta.url);

/** The words of each class: a class is drawn first, so that small ones are met as often as names. */
function wordsByClass(): readonly (readonly string[])[] {
  const classes = new Map<string, string[]>();
  for (const file of readdirSync(folder)) {
    const text = readFileSync(new URL(file, folder), "utf8");
    if (!text.startsWith("# lexicon")) continue;
    for (const { row } of parseLexicon(file, text)) {
      const words = [row.lemma, ...Object.values(row.listed).flat()].flatMap((word) =>
        word.split(/[|/]/),
      );
      for (const name of row.classes) {
        const known = classes.get(name);
        if (known) known.push(...words);
        else classes.set(name, [...words]);
      }
    }
  }
  return [...classes.values()];
}

const word = fc.constantFrom(...wordsByClass()).chain((words) => fc.constantFrom(...words));
const clitic = fc.constantFrom("", "", "", "", "و", "ال", "ب", "لل");
const gap = fc.constantFrom(
  ...[
    " ",
    " ",
    " ",
    " ",
    " ",
    " ",
    "، ",
    ". ",
    ": ",
    " (",
    ") ",
    " «",
    "» ",
    " إن ",
    " أن ",
    " 12 ",
    "\n",
  ],
);

/** Some hundred words of all classes, with clitics, and marks between them. */
export const lexiconText: fc.Arbitrary<string> = fc
  .array(fc.tuple(clitic, word, gap), { maxLength: 150 })
  .map((pieces) => pieces.flat().join(""));
