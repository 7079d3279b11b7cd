/** Real pages, where the data lie that are not part of the project: floors under what was reached. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gunzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { readPage } from "./page.js";

const beside = fileURLToPath(new URL("../../../../shared/data", import.meta.url));
const folder = join(process.env["ISNAD_DATA"] ?? beside, "html-samples");

const words = (text: string): string[] => text.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];

/** Shares of words that two texts have in common, each counted as often as it stands there. */
function overlap(found: string, wanted: string): { precision: number; recall: number } {
  const left = new Map<string, number>();
  for (const word of words(wanted)) left.set(word, (left.get(word) ?? 0) + 1);
  let hits = 0;
  for (const word of words(found)) {
    const there = left.get(word) ?? 0;
    if (there === 0) continue;
    hits += 1;
    left.set(word, there - 1);
  }
  return { precision: hits / words(found).length, recall: hits / words(wanted).length };
}

const page = (name: string) => {
  const bytes = readFileSync(join(folder, name));
  const html = name.endsWith(".gz") ? gunzipSync(bytes) : bytes;
  return readPage(html, { url: null, contentType: null, fetched: null, file: name });
};

describe.skipIf(!existsSync(folder))("real pages (skipped where their data are absent)", () => {
  test("a page of 2013, tables and all", () => {
    const { report } = page("newspaper4k_cnn_arabic_2013.html");
    const wanted = readFileSync(join(folder, "newspaper4k_cnn_arabic_2013.txt"), "utf8");
    const { precision, recall } = overlap(report?.text ?? "", wanted);
    expect(recall).toBeGreaterThan(0.99);
    expect(precision).toBeGreaterThan(0.8);
  });

  test("a page of 2026, with its day", () => {
    const { report } = page("fundus_LBCGroup_2026_01_08.html.gz");
    const data = JSON.parse(readFileSync(join(folder, "fundus_LBCGroup.json"), "utf8"));
    const wanted = data.V1.body.sections.flatMap((one: { paragraphs: string[] }) => one.paragraphs);
    const { precision, recall } = overlap(report?.text ?? "", wanted.join("\n"));
    expect(recall).toBeGreaterThan(0.99);
    expect(precision).toBeGreaterThan(0.95);
    expect(report?.published).toBe(data.V1.publishing_date.slice(0, 10));
  });
});
