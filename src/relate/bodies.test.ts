import { describe, expect, it } from "vitest";
import { readAccount } from "../engine.js";

const LIBYA =
  "قال الهلال الأحمر الليبي إن 500 شخص قتلوا في فيضانات درنة. وأضاف الهلال الأحمر أن 70 أصيبوا في درنة.";
const GAZA =
  "قال الهلال الأحمر الفلسطيني إن 12 شخصا قتلوا في قصف غزة. وأضاف الهلال الأحمر أن 40 أصيبوا في غزة.";
const WHOSE = "أعلن الهلال الأحمر مقتل 3 أشخاص في حريق بمدينة فاس.";

function namesOf(...texts: readonly string[]): string[] {
  const account = readAccount(
    texts.map((text, at) => ({ text, file: `${at}.txt`, published: `202${at}-03-03` })),
  );
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
