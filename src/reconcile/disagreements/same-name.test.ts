import { expect, it } from "vitest";
import { mayNameOne } from "./same-name.js";

it("takes spellings, shortened names and single words for one person, whole strangers for two", () => {
  expect(mayNameOne("هادي إليامي", "علي اليامي")).toBe(true);
  expect(mayNameOne("أسامة بن جعفر", "أسامة فقيه")).toBe(true);
  expect(mayNameOne("أليكسيس", "تسيبراس")).toBe(true);
  expect(mayNameOne("سالم الحمدان", "ناصر العتيق")).toBe(false);
});
