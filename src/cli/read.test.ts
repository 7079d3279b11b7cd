import { spawn, spawnSync } from "node:child_process";
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import iconv from "iconv-lite";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { accountSchema } from "../core/contract.js";

/** The program itself, as a person runs it. */
const PROGRAM = fileURLToPath(new URL("../../bin/isnad", import.meta.url));

let folder = "";
const place = (name: string): string => join(folder, name);

function put(name: string, content: string | Uint8Array): string {
  mkdirSync(join(place(name), ".."), { recursive: true });
  writeFileSync(place(name), content);
  return place(name);
}

interface Run {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

function isnadWith(env: NodeJS.ProcessEnv, ...args: string[]): Run {
  const clean = {
    ...process.env,
    NO_COLOR: undefined,
    FORCE_COLOR: undefined,
    COLUMNS: undefined,
    ISNAD_NO_BUILD: "1",
  };
  const { status, stdout, stderr } = spawnSync(process.execPath, [PROGRAM, ...args], {
    encoding: "utf8",
    env: { ...clean, ...env },
    maxBuffer: 1 << 28,
  });
  return { code: status, out: stdout, err: stderr };
}
const isnad = (...args: string[]): Run => isnadWith({}, ...args);

const REPORT =
  "أعلنت وزارة الصحة اليوم الخميس 6 يناير 2022 مقتل سبعة جنود وإصابة 12 شخصا في انفجار في مدينة حلب.";
const OTHER = "قال المتحدث باسم الشرطة، الجمعة 7 يناير 2022، إن ثمانية جنود قتلوا في انفجار حلب.";

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "isnad-cli-"));
  // Builds where the sources are newer; all runs below are of that one build.
  expect(isnadWith({ ISNAD_NO_BUILD: "" }, "--version").code).toBe(0);
  put("good/1.txt", REPORT);
  put("good/2.txt", OTHER);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("help", () => {
  test.each([["--help"], ["-h"], ["help"]])(
    "isnad %s tells the commands and exit codes",
    (flag) => {
      const { code, out } = isnad(flag);
      expect(code).toBe(0);
      expect(out).toContain("read");
      expect(out).toContain("Exit codes:");
    },
  );

  test("isnad read --help tells the inputs, with examples", () => {
    const { code, out } = isnad("read", "--help");
    expect(code).toBe(0);
    for (const part of ["Inputs:", "Examples:", "windows-1256", "--json", "Exit codes:"]) {
      expect(out).toContain(part);
    }
  });

  test("the version is that of the package", () => {
    const file = fileURLToPath(new URL("../../package.json", import.meta.url));
    expect(isnad("--version").out.trim()).toBe(JSON.parse(readFileSync(file, "utf8")).version);
  });

  test.each([
    [["bogus"], "unknown command 'bogus'"],
    [["read"], "missing required argument 'path'"],
    [["read", "x", "--bogus"], "unknown option '--bogus'"],
    [["read", "x", "--width", "3"], "from 20 to 1000"],
  ])("isnad %j is refused with a reason", (args, reason) => {
    const { code, out, err } = isnad(...args);
    expect(code).toBe(2);
    expect(out).toBe("");
    expect(err).toContain(reason);
  });
});

describe("the account", () => {
  test("--json - puts nothing but the account on standard output", () => {
    const { code, out, err } = isnad("read", place("good"), "--json", "-");
    expect(code).toBe(0);
    expect(err).toBe("");
    expect(accountSchema.parse(JSON.parse(out)).reports).toHaveLength(2);
  });

  test("the bundled program reads as the modules do that it was made of", async () => {
    const examples = fileURLToPath(new URL("../../examples", import.meta.url));
    const files = readdirSync(examples).map((file) => join(examples, file));
    const { ingest } = await import("../ingest/ingest.js");
    const { readAccount } = await import("../engine.js");
    const account: unknown = JSON.parse(isnad("read", ...files, "--json", "-").out);
    expect(account).toEqual(JSON.parse(JSON.stringify(readAccount(ingest(files).reports))));
  });

  test("the same input gives the same bytes", () => {
    const first = isnad("read", place("good"), "--json", "-").out;
    expect(isnad("read", place("good"), "--json", "-").out).toBe(first);
  });

  test("without options it is printed, uncoloured where no terminal reads it", () => {
    const { code, out, err } = isnad("read", place("good"));
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(out).toContain("SOURCES");
    expect(out).not.toContain("\u001b");
  });

  test("FORCE_COLOR colours, NO_COLOR wins over it, the option over both", () => {
    const read = ["read", place("good")];
    expect(isnadWith({ FORCE_COLOR: "1" }, ...read).out).toContain("\u001b[");
    expect(isnadWith({ FORCE_COLOR: "1", NO_COLOR: "1" }, ...read).out).not.toContain("\u001b");
    expect(isnadWith({ NO_COLOR: "1" }, ...read, "--color").out).toContain("\u001b[");
  });

  test("--out writes both files, --json and --html one each, and no drafts are left", () => {
    const out = place("out");
    const { code } = isnad(
      ...["read", place("good"), "--quiet", "--out", out],
      ...["--json", join(out, "a.json"), "--html", join(out, "deeper", "a.html")],
    );
    expect(code).toBe(0);
    expect(readdirSync(out).sort()).toEqual(["a.json", "account.json", "deeper", "report.html"]);
    const json = readFileSync(join(out, "account.json"), "utf8");
    expect(json).toBe(readFileSync(join(out, "a.json"), "utf8"));
    expect(accountSchema.parse(JSON.parse(json)).reports).toHaveLength(2);
    expect(readFileSync(join(out, "report.html"), "utf8")).toMatch(/^<!doctype html>/i);
  });

  test("--quiet prints nothing", () => {
    expect(isnad("read", place("good"), "--quiet")).toEqual({ code: 0, out: "", err: "" });
  });

  test("where nothing can be written, the earlier file stays and the reason is told", () => {
    const blocker = put("blocker", "a file");
    const { code, err } = isnad("read", place("good"), "--quiet", "--out", blocker);
    expect(code).toBe(2);
    expect(err).toContain("could not be written");
    expect(readFileSync(blocker, "utf8")).toBe("a file");
  });

  test("an interrupt ends it at once and leaves nothing behind", async () => {
    const many = Array.from({ length: 3000 }, (_, i) => `{"text": "${REPORT} ${i}"}`).join("\n");
    const out = place("interrupted");
    const child = spawn(
      process.execPath,
      [PROGRAM, "read", put("many.jsonl", many), "--json", join(out, "a.json"), "--quiet"],
      { env: { ...process.env, ISNAD_NO_BUILD: "1" } },
    );
    setTimeout(() => child.kill("SIGINT"), 500);
    const ended = await new Promise((done) => {
      child.on("close", (code, signal) => done(code ?? signal));
    });
    expect([130, "SIGINT"]).toContain(ended);
    expect(readdirSync(folder)).not.toContain("interrupted");
  });

  test("a reader that goes away early is no fault", async () => {
    const child = spawn(process.execPath, [PROGRAM, "read", place("good"), "--json", "-"], {
      env: { ...process.env, ISNAD_NO_BUILD: "1" },
    });
    let err = "";
    child.stderr.setEncoding("utf8").on("data", (text: string) => {
      err += text;
    });
    child.stdout.destroy();
    await new Promise((done) => child.on("close", done));
    expect(err).toBe("");
  });
});

/** Each kind of bad input beside two good reports, which must be read all the same. */
const BAD: readonly (readonly [
  name: string,
  content: string | Uint8Array,
  code: string,
  says: string,
])[] = [
  ["empty.txt", "", "empty", "The file is empty"],
  ["blank.txt", " \r\n \t", "blank", "There is no text in it"],
  ["picture.txt", Buffer.from("89504e470d0a1a0a0000000d49484452", "hex"), "binary", "a PNG image"],
  ["nul.txt", `${REPORT}\u0000${REPORT}`, "NUL", "NUL bytes"],
  ["archive.json", Buffer.from("504b0304140000000800", "hex"), "zip", "a ZIP archive"],
  [
    "cyrillic.txt",
    iconv.encode("В среду президент заявил, что переговоры продолжены", "win1251"),
    "1251",
    "cannot be decoded",
  ],
  ["english.txt", "Seven soldiers were killed in Aleppo.", "no Arabic", "not one Arabic letter"],
  ["large.txt", Buffer.alloc(40_000_000, 0x20), "large", "the limit is 32 MB"],
  ["long.txt", "خبر ".repeat(600_000), "long", "2,000,000"],
  ["broken.json", '{"text": "خبر"', "json", "line 1, column 15"],
  ["notext.json", '{"title": "عنوان"}', "no text", "The record has no text"],
  ["type.json", '{"text": ["خبر"]}', "type", 'field "text"'],
  [
    "lines.jsonl",
    `${`{"text": "خبر"}\n`.repeat(4)}{"text": \n${`{"text": "خبر"}\n`.repeat(5)}`,
    "line 5",
    "line 5 of 10",
  ],
];

describe("bad input", () => {
  test.each(BAD)("%s", (name, content, _kind, says) => {
    const bad = put(`bad/${name}`, content);
    const { code, out, err } = isnad("read", place("good"), bad, "--json", "-");
    expect(code).toBe(1);
    expect(err).toContain(bad);
    expect(err).toContain(says);
    expect(err).toMatch(/1 problem; \d+ reports were read\./);
    const read = name === "lines.jsonl" ? 11 : 2;
    expect(JSON.parse(out).reports).toHaveLength(read);
  });

  test("all of them at once: every one is named, the good ones are read", () => {
    for (const [name, content] of BAD) put(`all/${name}`, content);
    put("all/good.txt", REPORT);
    put("all/notes.md", "x");
    const { code, out, err } = isnad("read", place("all"), "--json", "-");
    expect(code).toBe(1);
    for (const [name] of BAD) expect(err).toContain(place(`all/${name}`));
    expect(err).toContain("1 other file was passed over (.md 1)");
    expect(JSON.parse(out).reports.length).toBeGreaterThanOrEqual(2);
  });

  test("an invalid day is told, the report is read without it", () => {
    const path = put("day.json", JSON.stringify({ text: REPORT, published: "6.1.2022" }));
    const { code, out, err } = isnad("read", path, "--json", "-");
    expect(code).toBe(1);
    expect(err).toContain("YYYY-MM-DD");
    expect(JSON.parse(out).reports).toHaveLength(1);
  });

  test("nothing readable at all: exit code 2, nothing printed, nothing written", () => {
    const { code, out, err } = isnad(
      "read",
      place("bad/empty.txt"),
      place("missing.txt"),
      "--out",
      place("none"),
    );
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toContain("2 problems; 0 reports were read.");
    expect(err).toContain("There is no such file or folder.");
    expect(readdirSync(folder)).not.toContain("none");
  });

  test("a circle of links ends", () => {
    put("circle/a.txt", REPORT);
    symlinkSync(place("circle"), place("circle/again"));
    expect(JSON.parse(isnad("read", place("circle"), "--json", "-").out).reports).toHaveLength(1);
  });

  test("windows-1256 and UTF-16 reports read like UTF-8", () => {
    const read = (name: string, saved: string): unknown => {
      put(`encoded/${name}.txt`, iconv.encode(REPORT, saved));
      const { code, out } = isnad("read", place(`encoded/${name}.txt`), "--json", "-");
      expect(code).toBe(0);
      return JSON.parse(out).reports[0].text;
    };
    expect(["win1256", "utf16le", "utf8"].map((saved) => read(saved, saved))).toEqual([
      REPORT,
      REPORT,
      REPORT,
    ]);
  });

  test("ten thousand nested quotes neither hang nor crash", () => {
    const path = put("quotes.txt", `${"«قال ".repeat(10_000)}${REPORT}${"»".repeat(10_000)}`);
    expect(isnad("read", path, "--quiet").code).toBe(0);
  });

  test("an escape sequence in a report does not reach the terminal", () => {
    const path = put(
      "escape.txt",
      `${REPORT}\n\u001b[31mوقال مسؤول\u001b]0;x\u0007 إن ثلاثة قتلوا.`,
    );
    expect(isnad("read", path).out).not.toContain("\u001b");
  });
});
