import { describe, expect, it } from "vitest";
import { bringsInScripture, isFighter } from "./spokespersons.js";

describe("who fights", () => {
  it("is told by the name of a group, and not by letters it shares with other words", () => {
    for (const name of ["القيادي في تنظيم القاعدة", "زعيم القاعدة", "المتحدث باسم طالبان"])
      expect(isFighter(name), name).toBe(true);
    for (const name of ["قائد القاعدة الجوية", "قائد القاعدة", "طالبان جامعيان", "طالبان"])
      expect(isFighter(name), name).toBe(false);
  });
});

it("hears a verse brought in within a speech, and no name that ends with God's", () => {
  expect(bringsInScripture("وأضاف الخطيب: قال الله تعالى في كتابه")).toBe(true);
  expect(bringsInScripture("قال عبد الله سالم: تعالى صوت الآلات")).toBe(false);
});
