import { describe, expect, test } from "vitest";
import { NOTHING_READ, PORT_FIRE } from "../../test/browser/fixture.js";
import { markdown } from "./markdown.js";

const ISOLATES = /[\u2066-\u2069]/g;
const english = markdown(PORT_FIRE, { lang: "en" }).replace(ISOLATES, "");
const arabic = markdown(PORT_FIRE, { lang: "ar" }).replace(ISOLATES, "");

/** The footnotes that a line refers to, in words. */
function notesOf(text: string, line: string): string[] {
  return [...line.matchAll(/\[\^(\d+)\]/g)].map(([, n]) => {
    const note = text.split("\n").find((each) => each.startsWith(`[^${n}]: `));
    if (note === undefined) throw new Error(`footnote ${n} is nowhere`);
    return note;
  });
}
const lineWith = (text: string, words: string): string =>
  text.split("\n").find((line) => line.includes(words) && !line.startsWith("[^")) ?? "";

describe("the brief in Markdown", () => {
  test("begins with the title, its days and places, and reports against witnesses", () => {
    expect(english.split("\n")[0]).toBe(`# ${PORT_FIRE.stories[0]?.title}`);
    expect(english).toMatch(/5 reports → \d witnesses/);
  });

  test("leads from every sentence to report, outlet and offsets", () => {
    const [note] = notesOf(english, lineWith(english, "- وقال المتحدث باسم الدفاع المدني"));
    expect(note).toMatch(/\\\[1\\\] وكالة الساحل, published 3 May 2031, sentence \d+–\d+$/);
  });

  test("has the ledger as tables, each row with its words and footnote", () => {
    const row = lineWith(english, "«سبعة أشخاص لقوا حتفهم»");
    expect(row).toContain("| 7 (→ 12) |");
    expect(row).toContain("| وزارة الصحة |");
    const [note] = notesOf(english, row);
    expect(note).toContain("«الرملة 3 أيار/مايو 2031 (وكالة الساحل) - قالت وزارة الصحة");
    expect(note).toMatch(/\\\[2\\\] r2\.txt.*\(words \d+–\d+\)/);
    expect(lineWith(english, "«15 قتيلا»")).toContain("15 · unverified");
    expect(lineWith(english, "سيارة إسعاف»")).toContain("شاهد عيان ← إذاعة الميناء");
  });

  test("has tables whose rows all have as many cells as their head", () => {
    const rows = english.split("\n").filter((line) => line.startsWith("|"));
    for (const row of rows) expect(row.match(/(?<!\\)\|/g)).toHaveLength(8);
  });

  test("tells contradictions first, with reasons", () => {
    const heads = english.match(/^### (Contradiction|Undecided|Update|Vaguer wording).*$/gm);
    expect(heads?.map((head) => head.split(" ")[1])).toEqual([
      "Contradiction",
      "Undecided",
      "Update",
      "Vaguer",
    ]);
    expect(english).toContain("Why: سببان لا يجتمعان لحريق واحد");
  });

  test("refers to no footnote that is missing, and has none that nothing refers to", () => {
    for (const text of [english, arabic]) {
      const body = text.replace(/^\[\^\d+\]:.*$/gm, "");
      const used = new Set([...body.matchAll(/\[\^(\d+)\]/g)].map(([, n]) => n));
      const kept = [...text.matchAll(/^\[\^(\d+)\]: ./gm)].map(([, n]) => n);
      expect(kept).toEqual([...used].sort((a, b) => Number(a) - Number(b)));
    }
  });

  test("says in its sources which reports are one witness", () => {
    expect(lineWith(english, "\\[1\\] **وكالة الساحل**")).toContain("one witness with \\[2\\]");
  });

  test("speaks Arabic from the right where asked", () => {
    expect(arabic.startsWith('<div dir="rtl">\n\n# ')).toBe(true);
    expect(arabic).toContain("### قتلى");
    expect(arabic).toContain("السبب: ");
    expect(arabic).not.toMatch(/\b(Killed|persons|witness|words)\b/);
  });

  test("is a short text where nothing was read", () => {
    const text = markdown(NOTHING_READ, { lang: "en" });
    expect(text).toContain("## Sources");
    expect(text).not.toContain("[^");
  });
});
