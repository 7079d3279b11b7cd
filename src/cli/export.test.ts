import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { parseRecords } from "../../test/rfc4180.js";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));

let folder = "";
const place = (name: string): string => join(folder, name);

function isnad(build: string, ...args: string[]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(ROOT, "bin/isnad"), ...args],
    {
      encoding: "utf8",
      env: { ...process.env, NO_COLOR: "1", COLUMNS: undefined, ISNAD_NO_BUILD: build },
      maxBuffer: 1 << 26,
      cwd: ROOT,
    },
  );
  return { code: status, out: stdout, err: stderr };
}
const exported = (...args: string[]) => isnad("1", "export", ...args);

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "isnad-export-"));
  expect(isnad("", "--version").code).toBe(0);
  expect(isnad("1", "read", "examples", "--out", folder, "--quiet").code).toBe(0);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("isnad export", () => {
  test("prints the ledger of the examples as CSV that leads back to the files", () => {
    const { code, out, err } = exported(folder, "--format", "csv-ledger");
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(out.startsWith("\ufeff")).toBe(true);
    const rows = parseRecords(out);
    const row = rows.find((each) => each["measure"] === "killed" && each["value_min"] === "9");
    expect(row).toMatchObject({
      speaker: "وحدة إدارة الكوارث في زامبيا",
      said_on: "2029-02-07",
      report_file: "examples/01-al-marsa.txt",
    });
    const file = readFileSync(join(ROOT, row?.["report_file"] ?? ""), "utf8");
    expect(file.slice(Number(row?.["span_start"]), Number(row?.["span_end"]))).toBe(
      row?.["as_worded"],
    );
  });

  test("leaves the byte-order mark out where asked", () => {
    const { out } = exported(folder, "--format", "csv-timeline", "--no-bom");
    expect(out.startsWith("time,")).toBe(true);
  });

  test("takes a story by words of its title, and Arabic labels", () => {
    const { code, out } = exported(folder, "زامبيا", "--format", "markdown", "--lang", "ar");
    expect(code).toBe(0);
    expect(out).toContain("## الأعداد");
  });

  test("writes every format into a folder, whole", () => {
    const { code, err } = exported(folder, "--format", "all", "--out", place("all/"));
    expect(code).toBe(0);
    const files = readdirSync(place("all"));
    expect(files).toHaveLength(8);
    for (const file of files) expect(err).toContain(file);
    const map = files.find((file) => file.endsWith(".geojson")) ?? "";
    expect(JSON.parse(readFileSync(join(place("all"), map), "utf8"))).toMatchObject({
      type: "FeatureCollection",
    });
  });

  test("writes one file where it is told, or by its own name into a folder", () => {
    expect(exported(folder, "--format", "geojson", "--out", place("map.geojson")).code).toBe(0);
    expect(existsSync(place("map.geojson"))).toBe(true);
    expect(exported(folder, "--format", "ndjson", "--out", folder).code).toBe(0);
    expect(readdirSync(folder).some((file) => file.endsWith(".ndjson"))).toBe(true);
  });

  test("lists the formats", () => {
    const { code, out } = exported("--formats");
    expect(code).toBe(0);
    expect(out.trim().split("\n")).toHaveLength(8);
    expect(out).toContain("geojson\tapplication/geo+json\t");
  });

  test("says what is wrong and what to do", () => {
    const wrong: readonly (readonly [args: readonly string[], words: RegExp])[] = [
      [[], /No account was named/],
      [[folder], /Say which format: --format csv-ledger\|/],
      [[folder, "--format", "xlsx"], /Allowed choices are csv-ledger/],
      [[folder, "--format", "all"], /give a folder, as --out/],
      [[place("none.json"), "--format", "geojson"], /there is no such file/],
      [["/dev/null/none.json", "--format", "geojson"], /there is no such file/],
      [[folder, "زلزال", "--format", "geojson"], /It holds:/],
      [[folder, "--format", "geojson", "--out", "/dev/null/x"], /could not be written/],
    ];
    for (const [args, words] of wrong) {
      const { code, out, err } = exported(...args);
      expect({ code, out }).toEqual({ code: 2, out: "" });
      expect(err).toMatch(words);
    }
  });
});
