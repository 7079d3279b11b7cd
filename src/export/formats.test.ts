import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { PORT_FIRE } from "../../test/browser/fixture.js";
import { parseCsv } from "../../test/rfc4180.js";
import { renderExport } from "./exports.js";
import { FORMAT_IDS, FORMATS, fileNameOf, isFormatId } from "./formats.js";

const DOCS = readFileSync(new URL("../../docs/EXPORTS.md", import.meta.url), "utf8");

describe("the list of formats", () => {
  test("names each in both languages, with a media type and an extension", () => {
    for (const { id, label, writes, mediaType, extension } of FORMATS) {
      expect(isFormatId(id)).toBe(true);
      for (const text of [label.ar, writes.ar]) expect(text).toMatch(/[\u0600-\u06ff]/);
      expect(label.en && writes.en).toBeTruthy();
      expect(mediaType).toMatch(/^[a-z]+\/[a-z+.-]+(; [a-z]+=[a-z0-9-]+)*$/);
      expect(extension).not.toMatch(/^\./);
    }
  });

  test("gives files names that every file system takes", () => {
    expect(fileNameOf("csv-ledger", "story-4f21")).toBe("story-4f21-ledger.csv");
    expect(fileNameOf("markdown", "../حريق ميناء: الرملة/..")).toBe("حريق-ميناء-الرملة.md");
    expect(fileNameOf("ndjson", "")).toBe("account.ndjson");
    expect(new Set(FORMAT_IDS.map((id) => fileNameOf(id, "x"))).size).toBe(FORMAT_IDS.length);
  });

  test.each(FORMAT_IDS)("%s gives the same bytes for the same account", (id) => {
    const written = () => renderExport(PORT_FIRE, id, { lang: "ar" });
    expect(written()).toBe(written());
    expect(written()).not.toBe("");
  });
});

describe("docs/EXPORTS.md", () => {
  test("has every column of every table", () => {
    const names = FORMAT_IDS.filter((id) => id.startsWith("csv-")).flatMap(
      (id) => parseCsv(renderExport(PORT_FIRE, id, { lang: "en", bom: false }))[0] ?? [],
    );
    // The columns of a day are told once for all days.
    const told = names.map((name) => name.replace(/^(time|said_on|happened)(?=_|$)/, "NAME"));
    expect(told.filter((name) => !DOCS.includes(`\`${name}\``))).toEqual([]);
  });

  test("has every format and every field of a line of NDJSON", () => {
    const lines = renderExport(PORT_FIRE, "ndjson", { lang: "en" }).trim().split("\n");
    const fields = new Set(lines.flatMap((line) => Object.keys(JSON.parse(line) as object)));
    const told = [...FORMAT_IDS, ...fields];
    expect(told.filter((name) => !DOCS.includes(`\`${name}\``))).toEqual([]);
  });
});
