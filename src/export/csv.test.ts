import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseCsv, unguarded } from "../../test/rfc4180.js";
import { type Cell, guardFormula, writeCsv } from "./csv.js";

const written = (...cells: Cell[]): string =>
  writeCsv(
    cells.map((cell, i) => ({ name: `c${i}`, cell: () => cell })),
    [null],
    false,
  );
const back = (...cells: Cell[]): string[] => parseCsv(written(...cells))[1] ?? [];

describe("a table as CSV", () => {
  test("keeps Arabic, quotes, commas and line breaks as they are", () => {
    const cells = [
      "قُتل «سبعة» أشخاص، وأُصيب 41",
      'قال: "لا", ثم سكت',
      "سطر\nثانٍ\r\nوثالث",
      " فراغ في طرفيه ",
      "سبعة؛ ثم، 8; وتسعة",
      "👩‍👩‍👧‍👦 نص\u200fعربي",
      "",
    ];
    expect(back(...cells)).toEqual(cells);
  });

  test("ends each line with CR LF, the last too, and begins with a byte-order mark when asked", () => {
    expect(written("a", 1)).toBe("c0,c1\r\na,1\r\n");
    expect(writeCsv([{ name: "اسم", cell: () => 7 }], [1, 2], true)).toBe(
      "\ufeffاسم\r\n7\r\n7\r\n",
    );
  });

  test("writes numbers bare, negative ones too, and nothing for what is not known", () => {
    expect(written(-12, 3.5, 0, null, true, false, Number.NaN, Number.POSITIVE_INFINITY)).toContain(
      "\r\n-12,3.5,0,,true,false,,\r\n",
    );
  });

  test("leaves a negative number alone that a report wrote", () => {
    expect(back("-12", "-3.5")).toEqual(["-12", "-3.5"]);
  });

  test("holds no NUL, no half of a character and no mark that turns what follows", () => {
    const [cell = ""] = back("أ\u0000ب\u0007ج\ud83dد\u202eه\u2066و\u2028ز");
    expect(cell).toBe("أ\ufffdب\ufffdج\ufffdدهو ز");
  });
});

describe("what a spreadsheet would take for a formula", () => {
  test.each([
    "=1+1",
    '=HYPERLINK("http://evil.invalid","اضغط")',
    "=cmd|' /C calc'!A0",
    "+966 50 000 0000",
    "-2+3+cmd|' /C calc'!A0",
    "@SUM(A1:A9)",
    "＝1＋1",
    "＋1",
    "－1",
    "＠SUM(1)",
    "\tنص",
    "  =1+1",
    "\u00a0=1+1",
    "\u200f=1+1",
    "\ufeff=1+1",
    '"=1+1',
    "'=1+1",
    "«=1+1»",
    "- قال الوزير",
  ])("gets an apostrophe: %j", (cell) => {
    const [out = ""] = back(cell);
    expect(out).toBe(`'${cell}`);
    expect(unguarded(out)).toBe(cell);
  });

  test.each([
    ["قتل 3;=1+1", "قتل 3;'=1+1"],
    ["نص\n=1+1", "نص\n'=1+1"],
    ['نص;  "@SUM(1)', "نص;'  \"@SUM(1)"],
    ["نص\t-1", "نص\t'-1"],
    ["\t=1+1", "'\t'=1+1"],
    ["\r=1+1", "'\r'=1+1"],
    ["\n=1+1", "'\n'=1+1"],
  ])("also where a spreadsheet may cut the cell: %j", (cell, guarded) => {
    expect(back(cell)).toEqual([guarded]);
    expect(unguarded(guarded)).toBe(cell);
  });

  test.each([
    "10-15",
    "a=b",
    "وزارة الصحة - بيان",
    "e-mail",
    "2022-01-06",
    "السعر + الضريبة",
    "؛ -5",
  ])("not: %j", (cell) => expect(back(cell)).toEqual([cell]));

  test("whatever stands in a cell, none begins with a formula and the words come back", () => {
    const piece = fc.constantFrom(..."=+-@＝;\t\n\r '\"«،ab1 \u200f\u00a0".split(""));
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const cell = pieces.join("");
        const guarded = guardFormula(cell);
        if (!/^-\d+$/.test(cell)) {
          for (const part of guarded.split(/[;\n\r\t]/)) {
            expect(part.trim()).not.toMatch(/^[=+\-@＝]/u);
          }
        }
        expect(unguarded(guarded)).toBe(cell);
      }),
      { numRuns: 3000 },
    );
  });

  test("a cell of a million line breaks or signs costs a moment", () => {
    const started = performance.now();
    for (const sign of ["\n", "=", ";", "'", "\n=", "; "]) guardFormula(sign.repeat(500_000));
    expect(performance.now() - started).toBeLessThan(5_000);
  });
});
