import {
  closeSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { unreadable } from "./fault.js";
import { ingest } from "./ingest.js";

let folder = "";

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "isnad-ingest-"));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

function put(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
  return path;
}

const record = (text: string, more: object = {}): string => JSON.stringify({ text, ...more });
const files = (...paths: string[]): (string | null | undefined)[] =>
  ingest(paths).reports.map((report) => report.file?.replace(`${folder}/`, ""));

describe("files and folders", () => {
  test("a folder is read to any depth, by name, hidden files aside; other files are counted", () => {
    put("b.txt", "خبر ثان");
    put("a/2.txt", "خبر");
    put("a/1.json", record("خبر"));
    put(".hidden.txt", "خبر");
    put("page.pdf", "x");
    put("README", "x");
    expect(files(folder)).toEqual(["a/1.json", "a/2.txt", "b.txt"]);
    expect(ingest([folder])).toMatchObject({ problems: [], passedOver: { ".pdf": 1, "": 1 } });
  });

  test("a file reached twice is read once, and a circle of links ends", () => {
    const path = put("a/one.txt", "خبر");
    symlinkSync(folder, join(folder, "a", "up"));
    symlinkSync(path, join(folder, "again.txt"));
    expect(files(folder, path)).toEqual(["a/one.txt"]);
  });

  test("the file of a report is the path as it was given, and line ends stay", () => {
    const path = put("one.txt", "\ufeffسطر\r\nسطر");
    expect(ingest([path]).reports).toEqual([{ text: "سطر\r\nسطر", file: path }]);
  });

  test("an empty folder, a missing path and a foreign file are problems", () => {
    mkdirSync(join(folder, "empty"));
    const { problems } = ingest([
      join(folder, "empty"),
      join(folder, "none.txt"),
      put("a.docx", "x"),
    ]);
    expect(problems.map(({ code }) => code)).toEqual([
      "empty-folder",
      "missing",
      "unsupported-file",
    ]);
  });

  test("a file that may not be read is a problem", () => {
    // By its error: root, as whom checks often run, may read anything.
    const denied = Object.assign(new Error("EACCES"), { code: "EACCES" });
    expect(unreadable("a.txt", denied)).toMatchObject({
      code: "unreadable",
      file: "a.txt",
      message: "Reading it is not permitted.",
    });
    const path = join(put("a.txt", "خبر"), "b.txt");
    expect(ingest([path]).problems[0]).toMatchObject({ code: "unreadable", file: path });
  });

  test("a link that leads nowhere is a problem, the others are read", () => {
    symlinkSync(join(folder, "gone.txt"), join(folder, "a.txt"));
    put("b.txt", "خبر");
    const { reports, problems } = ingest([folder]);
    expect(reports).toHaveLength(1);
    expect(problems[0]).toMatchObject({ code: "missing", file: join(folder, "a.txt") });
  });
});

describe("records", () => {
  test("one record, a list, and a list under reports; each names its place", () => {
    put("1.json", record("خبر"));
    put("2.json", `[${record("خبر")}, ${record("خبر", { id: "x7" })}]`);
    put("3.json", `{"reports": [${record("خبر")}]}`);
    put("4.jsonl", `${record("خبر", { id: 9 })}\n\n${record("خبر")}\n`);
    expect(files(folder)).toEqual([
      "1.json",
      "2.json#1",
      "2.json#x7",
      "3.json#1",
      "4.jsonl#9",
      "4.jsonl#line 3",
    ]);
  });

  test("the names of a press dump are understood", () => {
    const path = put(
      "dump.json",
      JSON.stringify([
        {
          source: "alyaum",
          url: "http://alyaum.example/1",
          date_extracted: "2015-07-21 02:51:32",
          title: "عنوان",
          author: "كاتب",
          content: "نص الخبر",
        },
        { body: "نص", source: { id: 1, name: "وكالة" }, published: "2022-01-06T10:00:00Z" },
      ]),
    );
    const { reports, problems } = ingest([path]);
    expect(problems).toEqual([]);
    expect(reports[0]).toMatchObject({
      text: "نص الخبر",
      outlet: "alyaum",
      title: "عنوان",
      fetched: "2015-07-21",
      published: null,
    });
    expect(reports[1]).toMatchObject({ outlet: "وكالة", published: "2022-01-06" });
  });

  test("a broken line is told by its number and the others are read", () => {
    const lines = Array.from({ length: 10 }, (_, i) => record(`خبر ${i + 1}`));
    lines[4] = '{"text": "خبر';
    const { reports, problems } = ingest([put("ten.jsonl", lines.join("\n"))]);
    expect(reports).toHaveLength(9);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatchObject({ code: "broken-json", place: "line 5 of 10" });
    expect(problems[0]?.remedy).not.toBe("");
  });

  test("a broken file is told by line and column", () => {
    const { problems } = ingest([put("a.json", '[\n  {"text": "خبر"},\n]')]);
    expect(problems[0]).toMatchObject({ code: "broken-json", place: "line 2, column 18" });
  });

  test.each([
    ["{}", "no-text", "record 2 of 2"],
    ['{"text": 7}', "wrong-type", 'record 2 of 2, field "text"'],
    ['{"text": "   "}', "empty-text", "record 2 of 2"],
    ['{"text": "only English"}', "no-arabic", "record 2 of 2"],
    [
      '{"text": "متن", "language": "fa"}',
      "unsupported-language",
      'record 2 of 2, field "language"',
    ],
    ["5", "not-a-record", "record 2 of 2"],
  ])("%s is left out, the other is read", (bad, code, place) => {
    const { reports, problems } = ingest([put("a.json", `[${record("خبر")}, ${bad}]`)]);
    expect(reports).toHaveLength(1);
    expect(problems).toMatchObject([{ code, place }]);
  });

  test.each([
    ['"published": "06/01/2022"', "invalid-date"],
    ['"published": "2022-02-30"', "invalid-date"],
    ['"published": 20220106', "wrong-type"],
    ['"title": ["أ"]', "wrong-type"],
  ])("%s is passed over with a warning, the report is read", (field, code) => {
    const { reports, problems } = ingest([put("a.json", `{"text": "خبر", ${field}}`)]);
    expect(reports).toMatchObject([{ text: "خبر", published: null, title: null }]);
    expect(problems).toMatchObject([{ severity: "warning", code }]);
  });

  test("a record that stands there twice is read once", () => {
    const twice = record("خبر", { id: 7 });
    const other = record("خبر آخر", { id: 7 });
    const { reports, problems } = ingest([put("a.jsonl", [twice, twice, other].join("\n"))]);
    expect(reports.map(({ text }) => text)).toEqual(["خبر", "خبر آخر"]);
    expect(problems).toMatchObject([{ severity: "warning", code: "repeated-record" }]);
  });

  test("an account that Isnad wrote is not taken for a report", () => {
    const path = put("account.json", '{"schema": "isnad/account@1", "reports": []}');
    expect(ingest([path]).problems).toMatchObject([{ code: "an-account" }]);
  });
});

describe("inputs that cannot be read", () => {
  test.each([
    ["empty.txt", "", "empty-file"],
    ["space.txt", " \r\n\t ", "empty-text"],
    ["empty.json", "  ", "empty-file"],
    ["empty.jsonl", "\n\n", "empty-file"],
    ["none.json", "[]", "empty-file"],
    ["english.txt", "Nothing to read here.", "no-arabic"],
    ["long.txt", "خبر ".repeat(600_000), "text-too-long"],
  ])("%s", (name, content, code) => {
    expect(ingest([put(name, content)])).toMatchObject({ reports: [], problems: [{ code }] });
  });

  test("a picture named .txt, .json or .jsonl", () => {
    const png = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]);
    for (const name of ["p.txt", "p.json", "p.jsonl"]) put(name, png);
    expect(ingest([folder]).problems.map(({ code }) => code)).toEqual([
      "binary",
      "binary",
      "binary",
    ]);
  });

  test("a file of 100 MB is refused without being read", () => {
    for (const name of ["big.txt", "big.json"]) {
      const path = join(folder, name);
      closeSync(openSync(path, "w"));
      truncateSync(path, 100_000_000);
      expect(ingest([path]).problems).toMatchObject([{ code: "too-large", file: path }]);
    }
  });

  test("a .jsonl file larger than any limit is read line by line", () => {
    const line = `${record("خبر ".repeat(200_000))}\n`;
    const path = put("large.jsonl", line.repeat(50));
    const { reports, problems } = ingest([path]);
    expect(reports).toHaveLength(50);
    expect(problems).toEqual([]);
  });

  test("lines in windows-1256 and in UTF-16", () => {
    const ascii = '{"text": "\\u062e\\u0628\\u0631"}';
    put("a.jsonl", Buffer.from(`\ufeff${ascii}\n${ascii}\n`, "utf16le"));
    put(
      "b.jsonl",
      Buffer.from(`{"text": "\xe3\xde\xca\xe1 \xcc\xe4\xcf\xed\xed\xe4"}\n${ascii}`, "latin1"),
    );
    expect(ingest([folder]).reports.map(({ text }) => text)).toEqual([
      "خبر",
      "خبر",
      "مقتل جنديين",
      "خبر",
    ]);
  });
});
