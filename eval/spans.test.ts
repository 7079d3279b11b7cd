import { expect, test } from "vitest";
import { accountOf, claimOf, linkOf, reportOf } from "./account.fixture.js";
import { checkSpans } from "./spans.js";

const text = "أعلنت البلدية إغلاق الجسر 🌉 حتى الغد";

test("a sound account has no faults, and its spans are counted", () => {
  const account = accountOf(reportOf(text), [claimOf(text, "إغلاق الجسر")]);
  expect(checkSpans(account)).toEqual({ checked: 3, faults: [] });
});

test.each([
  ["outside the text", { span: [0, 400] as const }, /outside its report of 37/],
  ["empty", { span: [4, 4] as const }, /empty or backwards/],
  ["cutting an emoji in two", { span: [0, 27] as const }, /cuts a surrogate pair/],
  ["outside its sentence", { sentence: [0, 10] as const }, /outside its sentence \[0, 10\)/],
  ["of a missing place", { place: "entity-x" }, /entity-x, which does not exist/],
  ["of a report that is not there", { report: "report-b" }, /no report report-b/],
])("a claim %s is found", (_, parts, fault) => {
  const account = accountOf(reportOf(text), [claimOf(text, "إغلاق الجسر", parts)]);
  expect(checkSpans(account).faults.join("\n")).toMatch(fault);
});

test("links' spans are checked too", () => {
  const claim = claimOf(text, "إغلاق الجسر", { chain: [linkOf("البلدية", { span: [6, 60] })] });
  expect(checkSpans(accountOf(reportOf(text), [claim])).faults).toHaveLength(1);
});
