import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { contentId, textId } from "./hash.js";

describe.each([
  ["contentId", contentId],
  ["textId", textId],
])("an id (%s)", (_, id) => {
  it("is the same for the same content, and readable in front", () => {
    expect(id("claim", "تقرير", "7")).toBe(id("claim", "تقرير", "7"));
    expect(id("claim", "تقرير", "7")).toMatch(/^claim-[0-9a-f]{16}$/);
  });

  it("tells where one part ends and the next begins", () => {
    expect(id("x", "ab", "c")).not.toBe(id("x", "a", "bc"));
    expect(id("x", "ab")).not.toBe(id("x", "ab", ""));
  });

  it("differs where the content does", () => {
    const texts = fc.uniqueArray(fc.string({ unit: "grapheme" }), { maxLength: 50 });
    fc.assert(
      fc.property(texts, (all) => new Set(all.map((text) => id("x", text))).size === all.length),
    );
  });
});

describe("ids of many like claims", () => {
  it("do not clash", () => {
    const ids = new Set<string>();
    for (let start = 0; start < 400; start++) {
      for (let end = 0; end < 50; end++) ids.add(contentId("claim", "report-1", start, end));
    }
    expect(ids.size).toBe(20_000);
  });
});

describe("ids that others may have kept", () => {
  it("of a text are its SHA-256, cut short", () => {
    const digest = createHash("sha256").update("\u0000a.txt\u0000نص").digest("hex");
    expect(textId("report", "", "a.txt", "نص")).toBe(`report-${digest.slice(0, 16)}`);
  });

  it("of a claim stay what they were", () => {
    expect(contentId("claim", "report-1", 0, 4)).toBe("claim-94035cca9bf40d0a");
  });
});
