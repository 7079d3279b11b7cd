import { describe, expect, test } from "vitest";
import { plain, plainLine, safeJson, safeUrl } from "./plain.js";

describe("words of a report on their way out", () => {
  test("keep what is read: marks of direction, joiners, composed emoji, lines and tabs", () => {
    const text = "قال\u200f: «نص»\u200c\u0651\n\t👩‍👩‍👧‍👦\r\nend";
    expect(plain(text)).toBe(text);
  });

  test("lose what turns other text, and show what no text may hold", () => {
    expect(plain("a\u202eb\u2066c\u2069d")).toBe("abcd");
    expect(plain("a\u0000b\u009fc\ud800d\udc00e\uffff")).toBe(
      "a\ufffdb\ufffdc\ufffdd\ufffde\ufffd",
    );
  });

  test("stand on one line where a line is wanted", () => {
    expect(plainLine(" سطر\r\n\u2028 ثان\u00a0\t")).toBe("سطر ثان");
  });

  test("are exact in JSON, yet harmless to look at", () => {
    const value = { words: "أ\u202eب\u2028\u0000\ud800\ufeff" };
    const json = safeJson(value);
    expect(json).toMatch(/^[\u0020-\u007e\u0600-\u06ff]+$/);
    expect(JSON.parse(json)).toEqual(value);
  });
});

test("only a plain web address is a link", () => {
  expect(safeUrl("https://a.invalid/خبر?id=1&p=2")).toBe("https://a.invalid/خبر?id=1&p=2");
  for (const bad of [
    "javascript:alert(1)",
    "data:text/html,x",
    "https://a.invalid/>x",
    "https://a.invalid/\u202ex",
    "https://a.invalid/ x",
    "//a.invalid",
  ]) {
    expect(safeUrl(bad)).toBeNull();
  }
});
