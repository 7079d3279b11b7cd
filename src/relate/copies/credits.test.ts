import { describe, expect, it } from "vitest";
import { SampleReading } from "../sample-reading.js";
import { creditOf } from "./credits.js";

const credit = (text: string, byline: string | null = null) => {
  const { report } = new SampleReading("r", text).build();
  const found = creditOf({ ...report, byline });
  return found && [found.name, found.sole];
};
const TEXT = "أعلن الحاكم فتح الطريق بعد أن جرفته السيول يوم أمس.";

describe("whose text a report says it is", () => {
  it.each([
    ["أبها - واس", ["واس", true]],
    ["رويترز (لندن)", ["رويترز", true]],
    ["(أ ف ب)", ["فرانس برس", true]],
    ["برلين ـ الألمانية:", ["وكالة الأنباء الألمانية", true]],
    ["بغداد: وكالات", ["وكالات", true]],
    ["خالد السالم، واس (أبها)", ["واس", false]],
    ["فهد سالم - جدة", null],
    ["الجريدة - جدة", null],
  ])("by its byline: %s", (byline, expected) => {
    expect(credit(TEXT, byline)).toEqual(expected);
  });

  it("by the line above the text, and a dateline that ends with the agency", () => {
    expect(credit(`دمشق – رويترز\n${TEXT}`)).toEqual(["رويترز", true]);
    expect(credit(`جدة 5 محرم 1437 هـ الموافق 18 أكتوبر 2015 م واس\n${TEXT}`)).toEqual([
      "واس",
      true,
    ]);
    expect(credit(`واس- جدة: ${TEXT}`)).toEqual(["واس", true]);
  });

  it("by the brackets at its end", () => {
    expect(credit(`${TEXT} (رويترز)`)).toEqual(["رويترز", true]);
  });

  it("not by an agency that the text quotes", () => {
    expect(credit(`قالت وكالة رويترز: ${TEXT}`)).toBeNull();
    expect(credit(`${TEXT}\nونقلت رويترز عن شاهد أن الطريق مغلق.`)).toBeNull();
  });
});
