import { expect, test } from "vitest";
import { counted, message, name } from "../../reconcile/wording.js";
import { countedLabel } from "./counted-label.js";
import { describeMessage } from "./messages.js";

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
