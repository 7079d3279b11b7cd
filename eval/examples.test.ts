import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { exampleInputs } from "./data.js";
import { parseExampleTables } from "./examples.js";
import { findWords } from "./match.js";

const tables = parseExampleTables(
  readFileSync(new URL("../docs/EXAMPLES.md", import.meta.url), "utf8"),
);

test("a row of the figures table: open bounds, a part, a chain of two", () => {
  const { figures } = parseExampleTables(`
| row | evidence | measure | value | group | part | chain | said | happened | place | note |
|---|---|---|---|---|---|---|---|---|---|---|
| 06a.1 | \`38 قتيلا\` | killed | 38..38 exact | persons | | — | | | | |
| 06a.2 | \`أكثر من 8 أطفال\` | killed | 8.. bound | children | 06a.1 | صحيفة > وزيرة | | | نغولي | background |`);
  expect(figures.get("06a")?.map(({ chain }) => chain)).toEqual([[], ["صحيفة", "وزيرة"]]);
  expect(figures.get("06a")?.[1]).toMatchObject({
    min: 8,
    max: null,
    role: "part",
    part_of: 0,
    place: "نغولي",
    background: true,
  });
});

test("every evidence of docs/EXAMPLES.md stands in its report", () => {
  const texts = exampleInputs().map(({ text }) => text);
  expect(tables.published.size).toBe(texts.length);
  for (const labels of tables.figures.values()) {
    const phrases = labels.map(({ evidence }) => evidence);
    const missing = texts.map((text) => phrases.filter((phrase) => !findWords(text, phrase)));
    const least = missing.reduce((a, b) => (b.length < a.length ? b : a));
    expect(least).toEqual([]);
  }
});
