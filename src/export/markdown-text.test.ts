import { describe, expect, test } from "vitest";
import { escapeMarkdown, words } from "./markdown-text.js";

describe("words of a report in Markdown", () => {
  test.each([
    ["[اضغط](http://evil.invalid)", "\\[اضغط\\](http\\://evil.invalid)"],
    ["![](x)", "!\\[\\](x)"],
    ["<script>1</script>", "\\<script\\>1\\</script\\>"],
    ["**عاجل** _خبر_ `رمز`", "\\*\\*عاجل\\*\\* \\_خبر\\_ \\`رمز\\`"],
    ["# عنوان", "\\# عنوان"],
    ["- بند", "\\- بند"],
    ["+ بند", "\\+ بند"],
    ["12. بند", "12\\. بند"],
    ["===", "\\==="],
    ["> قول", "\\> قول"],
    ["a | b", "a \\| b"],
    ["[^1]: حاشية", "\\[\\^1\\]: حاشية"],
    ["&lt; $x$ ~~y~~ {z}", "\\&lt; \\$x\\$ \\~\\~y\\~\\~ \\{z\\}"],
    ["www.evil.invalid", "www\\.evil.invalid"],
    ["سطر\n\n# ثان\n    رمز", "سطر \\# ثان رمز"],
    ["آخره \\", "آخره \\\\"],
  ])("%j cannot act", (text, safe) => expect(escapeMarkdown(text)).toBe(safe));

  test("stand in an isolate where the document runs the other way, and cannot leave it", () => {
    expect(words("قتل 7", "en")).toBe("\u2067قتل 7\u2069");
    expect(words("قتل 7", "ar")).toBe("قتل 7");
    expect(words("Reuters 7", "ar")).toBe("\u2066Reuters 7\u2069");
    expect(words("قتل \u2069\u202e7", "en")).toBe("\u2067قتل 7\u2069");
    expect(words("12", "en")).toBe("12");
  });
});
