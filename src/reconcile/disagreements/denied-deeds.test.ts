import { describe, expect, it } from "vitest";
import type { Disagreement } from "../../core/contract.js";
import { readAccount } from "../../engine.js";

const factsOf = (...texts: readonly string[]): Disagreement[] =>
  readAccount(texts.map((text, at) => ({ text, file: `${at}.txt`, published: "2022-03-03" })))
    .stories.flatMap(({ disagreements }) => disagreements)
    .filter(({ kind }) => kind === "fact");

describe("what one report tells and another denies", () => {
  it("is a deed done and the same deed refused", () => {
    const told = factsOf(
      "رئيس المجلس يعين شقيقه وزيرا للنقل",
      "رئيس المجلس يرفض تعيين شقيقه وزيرا للنقل",
    );
    expect(told.map(({ relation }) => relation)).toEqual(["contradicts"]);
    expect(told[0]?.positions.map(({ value }) => value)).toEqual(["asserted", "denied"]);
    expect(told[0]?.why).toBe("one tells that it was done, another that it was refused");
  });

  it("is a death told, and denied by whom it is laid to", () => {
    const told = factsOf(
      "عيادة الساحل تعلن تسببها في وفاة سائح أجنبي بسبب خطأ في الدواء",
      "نفت عيادة الساحل تسببها في وفاة سائح أجنبي بسبب خطأ في الدواء",
    );
    expect(told.map(({ relation }) => relation)).toEqual(["contradicts"]);
  });

  it("is a count that one report gives to a body and has a minister deny", () => {
    const told = factsOf(
      "أعلن الهلال الأحمر الليبي مقتل 11300 شخص في درنة. ونفى وزير الصحة عثمان عبد الجليل مقتل 11300 شخص في درنة.",
    );
    expect(told.map(({ relation }) => relation)).toEqual(["contradicts"]);
    expect(told[0]?.positions.map(({ value }) => value)).toEqual(["asserted", "denied"]);
  });

  it("is nobody's words against his own", () => {
    const told = factsOf(
      "قال الوزير سالم الحداد إن الجيش سيطر على مدينة الموصل. وقال الوزير سالم الحداد إن الجيش لم يسيطر على مدينة الموصل.",
    );
    expect(told).toEqual([]);
  });
});
