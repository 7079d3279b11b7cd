import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

const PROGRAM = fileURLToPath(new URL("../../bin/isnad", import.meta.url));

let folder = "";
const place = (name: string): string => join(folder, name);

function isnad(build: string, ...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [PROGRAM, ...args], {
    encoding: "utf8",
    env: { ...process.env, NO_COLOR: "1", COLUMNS: undefined, ISNAD_NO_BUILD: build },
    maxBuffer: 1 << 26,
  });
  return { code: status, out: stdout.replace(/[\u2066-\u2069]/gu, ""), err: stderr };
}
const state = (...args: string[]) => isnad("1", "state", ...args);

/** Two reports of one fire, a day apart. */
const REPORTS = [
  {
    published: "2022-01-06",
    outlet: "النهار الجديد",
    text: "حلب (سوريا) - أعلنت وزارة الصحة السورية اليوم الخميس مقتل سبعة أشخاص في حريق سوق حلب القديم. وفرضت السلطات حظر تجول في مدينة حلب ابتداء من 6 يناير 2022 لمدة ثلاثة أيام.",
  },
  {
    published: "2022-01-07",
    outlet: "الميزان الجديد",
    text: "حلب (سوريا) - أعلنت وزارة الصحة السورية اليوم الجمعة ارتفاع حصيلة حريق سوق حلب القديم إلى تسعة قتلى.",
  },
];

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "isnad-state-"));
  expect(isnad("", "--version").code).toBe(0);
  writeFileSync(place("press.jsonl"), REPORTS.map((one) => JSON.stringify(one)).join("\n"));
  const read = isnad("1", "read", place("press.jsonl"), "--json", place("account.json"), "--quiet");
  expect(read.code).toBe(0);
  writeFileSync(place("broken.json"), "{");
  writeFileSync(place("other.json"), "{}");
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Tolls {
  readonly tolls: readonly { readonly measure: string; readonly best: number }[];
  readonly measures: readonly { readonly type: string; readonly to: { end: string } | null }[];
  readonly reports: number;
}
const told = (...args: string[]): Tolls =>
  JSON.parse(state(place("account.json"), ...args, "--json").out) as Tolls;
const killed = ({ tolls }: Tolls) => tolls.find(({ measure }) => measure === "killed")?.best;

describe("isnad state", () => {
  test("gives the toll as it stood on a day", () => {
    expect(killed(told("--as-of", "2022-01-06"))).toBe(7);
    expect(killed(told("--as-of", "2022-01-07"))).toBe(9);
  });

  test("ends a measure after the length that is told for it", () => {
    const on = (day: string) => told("--as-of", day).measures.map(({ type }) => type);
    expect(on("2022-01-05")).toEqual([]);
    expect(on("2022-01-08")).toEqual(["curfew"]);
    expect(on("2022-01-09")).toEqual([]);
  });

  test("leaves out what was reported later", () => {
    const known = told("--as-of", "2022-01-07", "--known-by", "2022-01-06");
    expect(known.reports).toBe(1);
    expect(killed(known)).toBe(7);
  });

  test("prints it in both languages", () => {
    const { code, out } = state(place("account.json"), "--as-of", "2022-01-07", "--lang", "ar");
    expect(code).toBe(0);
    expect(out).toContain("الحال يوم 2022-01-07");
  });

  test("says what is wrong and what to do", () => {
    const wrong: readonly (readonly [args: readonly string[], words: RegExp])[] = [
      [[place("none.json"), "--as-of", "2022-01-06"], /there is no such file/],
      [[place("broken.json"), "--as-of", "2022-01-06"], /is no JSON/],
      [[place("other.json"), "--as-of", "2022-01-06"], /is no account/],
      [[place("account.json"), "--as-of", "6 January"], /Give a day as 2022-01-06/],
      [[place("account.json")], /--as-of/],
      [[place("account.json"), "زلزال", "--as-of", "2022-01-06"], /It holds:/],
    ];
    for (const [args, words] of wrong) {
      const { code, err } = state(...args);
      expect(code).toBe(2);
      expect(err).toMatch(words);
    }
  });
});
