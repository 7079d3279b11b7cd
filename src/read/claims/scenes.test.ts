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
  test("is the country that is told with the count, where nothing takes the sentence up", () => {
    expect(
      placesOfFigures("قتل ثلاثة أشخاص في مدينة حلب. وأصيب 5192 شخصا في سوريا هذا العام."),
    ).toEqual(["حلب", "سوريا"]);
  });
  test("is another one behind 'and in Y'", () => {
    expect(
      placesOfFigures("سجلت سبع وفيات في مدينة جبلة بريف اللاذقية، وفي مدينة حماة قتل 51 شخصا."),
    ).toEqual(["جبلة", "حماة"]);
  });
  test("is the smaller place behind the one that frames the sentence", () => {
    expect(
      placesOfFigures("وفي حلب، أصيب عشرة أشخاص في هجوم على مركز للشرطة في بلدة عين زعرور."),
    ).toEqual(["عين زعرور"]);
  });
  test("is not the town from which a distance is measured, nor the end of a journey", () => {
    expect(
      placesOfFigures(
        "وقع حادث في بلدة عين زعرور. وقتل تسعة على مسافة 20 كيلومترا جنوبي حلب أثناء عودتهم من بيروت إلى حمص.",
      ),
    ).toEqual(["عين زعرور"]);
  });
  test("is the country that 'witnessed' it", () => {
    expect(placesOfFigures("شهدت تركيا أربعة انفجارات قتل فيها خمسة أشخاص.")).toContain("تركيا");
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
