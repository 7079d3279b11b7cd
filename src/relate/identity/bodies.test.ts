import { describe, expect, it } from "vitest";
import type { ReportInput } from "../../core/input.js";
import { readAccount } from "../../engine.js";

const LIBYA =
  "قال الهلال الأحمر الليبي إن 500 شخص قتلوا في فيضانات درنة. وأضاف الهلال الأحمر أن 70 أصيبوا في درنة.";
const GAZA =
  "قال الهلال الأحمر الفلسطيني إن 12 شخصا قتلوا في قصف غزة. وأضاف الهلال الأحمر أن 40 أصيبوا في غزة.";
const WHOSE = "أعلن الهلال الأحمر مقتل 3 أشخاص في حريق بمدينة فاس.";

/** A year between each two: nothing but names can make them one. */
const namesOf = (...texts: readonly string[]): string[] =>
  namesIn(texts.map((text, at) => ({ text, file: `${at}.txt`, published: `202${at}-03-03` })));

function namesIn(reports: readonly ReportInput[]): string[] {
  const account = readAccount(reports);
  return account.entities.filter(({ kind }) => kind === "organization").map(({ name }) => name);
}

describe("a body that many countries have", () => {
  it("is the one of the country that the report names", () => {
    expect(namesOf(LIBYA)).toEqual(["الهلال الأحمر الليبي"]);
  });

  it("is another in another country, and nobody's where none is told", () => {
    const names = namesOf(LIBYA, GAZA, WHOSE);
    expect(names).toHaveLength(3);
    expect(names).toEqual(
      expect.arrayContaining(["الهلال الأحمر", "الهلال الأحمر الليبي", "الهلال الأحمر الفلسطيني"]),
    );
  });
});

describe("a ministry with more than one portfolio in its name", () => {
  const SHORT = "أعلنت وزارة الصحة الصومالية مقتل 12 شخصا في حريق بمدينة كسمايو.";
  const WIDE = "قالت وزارة الصحة والرعاية إن 12 شخصا قتلوا في حريق مدينة كسمايو.";
  const inOneStory = (...texts: readonly string[]): string[] =>
    namesIn(texts.map((text, at) => ({ text, file: `${at}.txt`, published: "2024-03-03" })));

  it("is the one of its first portfolio, in a story of one country", () => {
    expect(inOneStory(SHORT, WIDE)).toHaveLength(1);
  });

  it("is kept apart where the story tells of two countries' ministries", () => {
    const other = "وقالت وزارة الصحة الكينية إنها أرسلت فرقا إلى كسمايو بعد الحريق.";
    expect(inOneStory(`${SHORT} ${other}`, WIDE)).toHaveLength(3);
  });
});
