import { describe, expect, test } from "vitest";
import { NOTHING_READ, PORT_FIRE } from "../../../test/browser/fixture.js";
import type { Account } from "../../core/contract.js";
import { renderTerminal } from "./account.js";
import { widthOf } from "./width.js";

/** The account without isolates, runs of spaces as one: what a reader reads. */
const read = (account: Account, options = {}): string =>
  renderTerminal(account, options)
    .replace(/[\u2067\u2069]/g, "")
    .replace(/ +/g, " ");
const ESCAPE = "\u001b";
// biome-ignore lint/suspicious/noControlCharactersInRegex: colour codes begin with one
const styled = /\u001b\[1m\u001b\[31m(.*?)\u001b/g;

describe("the account on a terminal", () => {
  const text = read(PORT_FIRE);

  test("tells how many reports and how many of them tell independently", () => {
    expect(text).toContain("5 reports → 4 witnesses · 3–4 May 2031");
  });

  test("gives each figure its words, speaker, relay, days and witnesses", () => {
    expect(text).toContain(
      "≥ 20 «أكثر من عشرين سيارة إسعاف» شاهد عيان ← إذاعة الميناء 3 May 2031 3 May 2031 1 [1]",
    );
  });

  test("keeps a superseded figure, and says by what", () => {
    expect(text).toContain("7 (→ 12) «سبعة أشخاص لقوا حتفهم» وزارة الصحة");
    expect(text).toContain("Killed · persons low 12 · best 12 · high 15");
  });

  test("tells the rule that chose a figure where there was a choice, and once", () => {
    expect(text).toContain("آخر ما أعلنته جهة رسمية، ومن يقول أكثر ولم يُنقض");
    expect(text.split("آخر ما قاله القائل نفسه")).toHaveLength(2);
    expect(text).not.toContain("قول واحد");
    expect(text).toContain("Other figures · vehicles low 20");
  });

  test("says of a disagreement whether it is one, and why", () => {
    expect(text).toContain("Contradiction · cause سبب الحريق");
    expect(text).toContain("ماس كهربائي «سبب الحريق ماس كهربائي» 1 [1]");
    expect(text).toContain("Vaguer wording · figure");
  });

  test("gives the day of each report and where it was taken from", () => {
    expect(text).toContain("published 4 May 2031 · inferred · الأحد 4 مايو يقع في 2031");
    expect(text).toContain("day of publication unknown");
  });

  test("says what is copied from where", () => {
    expect(text).toContain("[2] copied from [1]\n 92 % of the shorter report · 2 passages");
  });

  test("has a heading for everything it tells", () => {
    for (const heading of [
      "IN BRIEF",
      "FIGURES",
      "WHERE THE ACCOUNTS DISAGREE",
      "TIMELINE",
      "WHO SAYS",
      "OFFICES",
      "MEASURES IN FORCE",
      "NAMES",
      "COPIED PASSAGES",
      "SOURCES",
    ]) {
      expect(text).toContain(heading);
    }
  });
});

test.each([60, 80, 100, 140])("no line is wider than %i columns", (width) => {
  for (const line of renderTerminal(PORT_FIRE, { width }).split("\n")) {
    expect(widthOf(line), line).toBeLessThanOrEqual(width);
  }
});

test("labels in Arabic", () => {
  const text = read(PORT_FIRE, { lang: "ar" });
  for (const label of ["باختصار", "قتلى · أشخاص", "الأرجح 60", "تناقض · سبب"]) {
    expect(text).toContain(label);
  }
  expect(text).not.toContain("Killed");
});

test("colour only where asked for, and alarm only for contradictions", () => {
  expect(renderTerminal(PORT_FIRE)).not.toContain(ESCAPE);
  const coloured = renderTerminal(PORT_FIRE, { colour: true });
  const alarms = [...coloured.matchAll(styled)].map(([, words]) => words);
  expect(alarms).toEqual(["Contradiction · cause"]);
});

test("long sections say how much more there is, and --full shows it", () => {
  const story = PORT_FIRE.stories[0];
  if (!story) throw new Error("the fixture has a story");
  const entry = story.timeline[0];
  if (!entry) throw new Error("the fixture has a timeline");
  const timeline = Array.from({ length: 100 }, (_, i) => ({ ...entry, title: `event ${i}.` }));
  const account = { ...PORT_FIRE, stories: [{ ...story, timeline }] };
  expect(read(account)).toContain("and 72 more: --full shows all");
  expect(read(account)).not.toContain("event 99.");
  expect(read(account, { full: true })).toContain("event 99.");
});

test("an account in which nothing was read is still told", () => {
  expect(renderTerminal(NOTHING_READ)).toContain("\n");
});
