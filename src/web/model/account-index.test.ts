import { expect, test } from "vitest";
import { PORT_FIRE } from "../../../test/browser/fixture.js";
import type { Report } from "../../core/contract.js";
import { openingOf } from "./account-index.js";

const opening = (text: string, sentences: Report["sentences"] = []): string =>
  openingOf({ ...(PORT_FIRE.reports[0] as Report), text, sentences });

test("a report without a headline is known by its first sentence, broken off between words", () => {
  expect(opening("\n حريق في الميناء\nقالت السلطات")).toBe("حريق في الميناء");
  expect(opening("الرئيسية | أخبار\nحريق في الميناء", [[17, 32]])).toBe("حريق في الميناء");
  const long = opening("كلمة ".repeat(30));
  expect(long.endsWith("كلمة…")).toBe(true);
  expect(long.length).toBeLessThanOrEqual(91);
});
