/**
 * Real pages as a plain conversion gives them, their article told from the rest by reading. The
 * labels hold where the article stands in the converted text, and a hash of that, never the words.
 */
import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { gunzipSync } from "node:zlib";
import { z } from "zod";
import type { Range } from "../../src/core/contract.js";
import { dataPath } from "../data.js";
import { comparable } from "../labelled.js";
import { pageText } from "../page-text.js";
import { digest } from "./archive.js";

const pagesSchema = z.array(
  z.object({
    page: z.string(),
    /** `digest` of the converted text. */
    text: z.string(),
    /** Whole lines of the article and its stamp, offsets in UTF-16 code units of that text. */
    article: z.array(z.tuple([z.number().int(), z.number().int()]).readonly()),
    /** The file with the text that the page's publishers of test data expect, where it is whole. */
    expected: z.string().optional(),
  }),
);

export interface LabelledPage {
  readonly name: string;
  readonly text: string;
  readonly article: readonly Range[];
}

/**
 * The labelled pages; null where they are absent.
 * @throws where a page is not the one labelled, or the labels lose a paragraph that is expected
 */
export function labelledPages(): readonly LabelledPage[] | null {
  const folder = dataPath("html-samples");
  if (!folder) return null;
  const source = readFileSync(new URL("pages.json", import.meta.url), "utf8");
  return pagesSchema.parse(JSON.parse(source)).map(({ page, text: hash, article, expected }) => {
    const bytes = readFileSync(`${folder}/${page}`);
    const html = page.endsWith(".gz") ? gunzipSync(bytes) : bytes;
    const text = pageText(html.toString("utf8"));
    if (digest(text) !== hash) throw new Error(`${page}: its text is not the one labelled`);
    const lines = new Set(article.map(([start, end]) => comparable(text.slice(start, end))));
    for (const paragraph of expected ? expectedParagraphs(`${folder}/${expected}`) : []) {
      if (!lines.has(comparable(paragraph)))
        throw new Error(`${page}: no line of the article is «${paragraph.slice(0, 60)}»`);
    }
    return { name: basename(page).replace(/\.html(?:\.gz)?$/, ""), text, article };
  });
}

const expectedSchema = z.object({
  V1: z.object({
    title: z.string(),
    body: z.object({ sections: z.array(z.object({ paragraphs: z.array(z.string()) })) }),
  }),
});

/** Paragraphs of a text file, or of a JSON record with the parts of an article. */
function expectedParagraphs(file: string): readonly string[] {
  const source = readFileSync(file, "utf8");
  if (file.endsWith(".txt")) return source.split(/\n+/).filter((line) => line.trim() !== "");
  const { title, body } = expectedSchema.parse(JSON.parse(source)).V1;
  return [title, ...body.sections.flatMap(({ paragraphs }) => paragraphs)];
}
