import { expect, test } from "vitest";
import { counted, message, name } from "../../reconcile/wording.js";
import { countedLabel } from "./counted-label.js";
import { describeMessage, describeMessages } from "./messages.js";

test("a reason is said in both languages, its codes as labels and its names as they are", () => {
  const reason = message("narrowerGroup", {
    narrow: counted("police", "soldiers"),
    wide: counted("security forces"),
  });
  expect(describeMessage(reason)).toEqual({
    ar: "شرطة وجنود جزء من قوات أمن: قد يصح العددان معًا",
    en: "police and soldiers are part of security forces: both can hold at once",
  });
  expect(describeMessage(message("denial", { speaker: name("النيابة") })).ar).toContain("النيابة");
});

test("groups counted together and members of a body have labels", () => {
  expect(countedLabel("national guard and police").ar).toBe("الحرس الوطني وشرطة");
  expect(countedLabel("guards (الهيئة)")).toEqual({ ar: "حراس (الهيئة)", en: "guards (الهيئة)" });
});

test("why a report is of its day, in both languages", () => {
  const reason = {
    code: "published-day-before",
    terms: { date: { kind: "date", values: ["W5 XXXX-01-07"] } },
  } as const;
  expect(describeMessage(reason)).toEqual({
    ar: "اليوم السابق للنشر: الجمعة 7 كانون الثاني/يناير",
    en: "the day before is Friday 7 January",
  });
});

test("sentences with a full stop stand one after the other, others are parted", () => {
  const full = [message("oneRow"), message("noFigure")];
  expect(describeMessages(full)).toEqual({
    ar: "عدد واحد. لا عدد قائمًا: كلها نُفيت.",
    en: "One figure. No figure is still held: all are denied.",
  });
  const parts = [message("otherGroup"), message("noDays")];
  expect(describeMessages(parts).ar).toBe(
    "المعدودون مختلفون: لا يتنافس العددان؛ لا يُعرف أي العددين قيل أولًا",
  );
});
