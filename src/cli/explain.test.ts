import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { strToU8, zipSync } from "fflate";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

/** The program itself, as a person runs it. */
const PROGRAM = fileURLToPath(new URL("../../bin/isnad", import.meta.url));

let folder = "";
const place = (name: string): string => join(folder, name);

function isnad(env: NodeJS.ProcessEnv, ...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [PROGRAM, ...args], {
    encoding: "utf8",
    env: { ...process.env, NO_COLOR: "1", COLUMNS: undefined, ...env },
    maxBuffer: 1 << 26,
  });
  // Isolates are for the terminal; what is asserted is what a person reads.
  return { code: status, out: stdout.replace(/[\u2066-\u2069]/gu, ""), err: stderr };
}
const explain = (...args: string[]) => isnad({ ISNAD_NO_BUILD: "1" }, "explain", ...args);

const TEXT =
  "أعلنت وزارة الصحة اليوم الخميس 6 يناير 2022 مقتل سبعة جنود في مدينة حلب. ولم تذكر الوزارة أسماءهم، وفي القاعة ثلاثون كرسيا.";

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "isnad-explain-"));
  // Builds where the sources are newer; all runs below are of that one build.
  expect(isnad({ ISNAD_NO_BUILD: "" }, "--version").code).toBe(0);
  writeFileSync(place("1.txt"), TEXT);
  const records = [{ text: "لا جديد في حلب." }, { text: TEXT }];
  writeFileSync(place("many.jsonl"), records.map((one) => JSON.stringify(one)).join("\n"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("isnad explain", () => {
  test("tells the readings of the words, the rule, and the claim with its speaker", () => {
    const { code, out } = explain(place("1.txt"), "--find", "سبعة جنود");
    expect(code).toBe(0);
    expect(out).toContain("counted.person");
    expect(out).toMatch(/figures\s+figure\.\S+\s+«مقتل سبعة جنود»/);
    expect(out).toContain("Killed: min 7, max 7");
    expect(out).toContain("وزارة الصحة");
    expect(out).toContain("حلب");
  });

  test("tells what was considered and lost, and why", () => {
    const denied = explain(place("1.txt"), "--find", "تذكر").out;
    expect(denied).toMatch(/attribution\.verb ذكر/);
    expect(denied).toContain("lost: it is negated here");
    const uncounted = explain(place("1.txt"), "--find", "ثلاثون كرسيا").out;
    expect(uncounted).toContain("lost: nothing in its clause tells what befell those it counts");
  });

  test("finds the same by offset, as JSON too", () => {
    const at = TEXT.indexOf("سبعة");
    const { code, out } = explain(`${place("1.txt")}:${at}`, "--json");
    expect(code).toBe(0);
    const { span, claims, steps } = JSON.parse(out);
    expect(span).toEqual([at, at + 1]);
    expect(claims.map(({ kind }: { kind: string }) => kind)).toContain("figure");
    expect(steps.length).toBeGreaterThan(0);
  });

  test("finds a record of a file that holds several", () => {
    const { code, out } = explain(`${place("many.jsonl")}#2`, "--find", "سبعة جنود");
    expect(code).toBe(0);
    expect(out).toContain("Killed: min 7");
  });

  test("finds a record of a file in an archive", () => {
    const day = JSON.stringify([{ text: "" }, { text: TEXT }]);
    writeFileSync(place("press.zip"), zipSync({ "day.json": strToU8(day) }));
    const path = `${place("press.zip")}/day.json`;
    expect(explain(`${path}#2`, "--find", "سبعة جنود").out).toContain("Killed: min 7");
    const { code, err } = explain(`${place("press.zip")}/night.json#2`, "--find", "سبعة");
    expect(code).toBe(2);
    expect(err).toContain("There is no report at");
  });

  test.each([
    ["no place", ["1.txt"], "Say which place"],
    ["words that are not there", ["1.txt", "--find", "غائب"], "do not stand in"],
    ["an offset past the end", ["1.txt:99999"], "code units"],
    ["a stretch backwards", ["1.txt:9-3"], "START before END"],
    ["a file of several reports", ["many.jsonl:3"], "holds 2 reports"],
    ["a record that is not there", ["many.jsonl#7:3"], "holds no record 7"],
    ["a file that is not there", ["none.txt:3"], "no such file"],
  ])("%s is told with what to do, and ends with 2", (_, [file = "", ...rest], words) => {
    const { code, out, err } = explain(place(file), ...rest);
    expect(code).toBe(2);
    expect(out).toBe("");
    expect(err).toContain(words);
  });
});
