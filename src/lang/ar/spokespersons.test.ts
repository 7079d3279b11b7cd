import { describe, expect, it } from "vitest";
import { isFighter } from "./spokespersons.js";

describe("who fights", () => {
  it("is told by the name of a group, and not by letters it shares with other words", () => {
    for (const name of ["القيادي في تنظيم القاعدة", "زعيم القاعدة", "المتحدث باسم طالبان"])
      expect(isFighter(name), name).toBe(true);
    for (const name of ["قائد القاعدة الجوية", "قائد القاعدة", "طالبان جامعيان", "طالبان"])
      expect(isFighter(name), name).toBe(false);
  });
});
