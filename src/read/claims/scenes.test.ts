import { describe, expect, test } from "vitest";
import { arabic } from "../../lang/ar/pack.js";
import { readReport } from "../report.js";

/** The place of each figure of a report, in order; null where none is told. */
function placesOfFigures(text: string): readonly (string | null)[] {
  const { claims, entities } = readReport({ text }, arabic);
  return claims
    .filter(({ kind }) => kind === "figure")
    .map(({ place }) => entities.find(({ id }) => id === place)?.name ?? null);
}

describe("the place of a figure", () => {
  test("is the smallest of an address", () => {
    expect(
      placesOfFigures("قتل ثلاثة مدنيين في قصف على بلدة عين زعرور بريف إدلب الجنوبي."),
    ).toEqual(["عين زعرور"]);
  });
  test("is told in the clause of the figure", () => {
    expect(
      placesOfFigures("قتل ثلاثة مدنيين في مدينة حلب، فيما أصيب سبعة آخرون في مدينة حمص."),
    ).toEqual(["حلب", "حمص"]);
  });
  test("is the town of the lead where the figure's own words tell only a country", () => {
    expect(
      placesOfFigures("قتل خمسة أشخاص في سوريا.\nوقع الانفجار في بلدة عين زعرور شمال إدلب صباحا."),
    ).toEqual(["عين زعرور"]);
  });
  test("is not the hospital to which the wounded were brought", () => {
    expect(
      placesOfFigures(
        "وقع حادث في بلدة عين زعرور فجرا. وأصيب أربعة أشخاص ونقلوا إلى مستشفى الأمل في مدينة حلب.",
      ),
    ).toEqual(["عين زعرور"]);
  });
  test("is not where the speaker stands", () => {
    expect(
      placesOfFigures(
        "وقع حادث في بلدة عين زعرور فجرا. وقال مصدر في بيروت إن أربعة أشخاص أصيبوا.",
      )[0],
    ).toBe("عين زعرور");
  });
  test("is the town that 'the town' points back to", () => {
    expect(
      placesOfFigures(
        "وصلت قوة إلى بلدة عين زعرور ثم إلى مدينة حلب.\nوقتل شخصان في البلدة مساء.",
      )[0],
    ).toBe("عين زعرور");
  });
  test("is not told where the report names no place", () => {
    expect(placesOfFigures("قتل ثلاثة أشخاص في حادث مروري.")).toEqual([null]);
  });
});
