import { describe, expect, it } from "vitest";
import { clip, html, isolate, jsonBlock, sourceText } from "./markup.js";

describe("html", () => {
  it("escapes every string, in text and in attributes", () => {
    const hostile = `"><script>alert('1')</script>&`;
    const { markup } = html`<a title="${hostile}">${hostile}</a>`;
    expect(markup).toBe(
      '<a title="&quot;&gt;&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;&amp;">&quot;&gt;&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;&amp;</a>',
    );
  });

  it("passes markup that templates made, once, and lists of it", () => {
    expect(html`<p>${[isolate("أ<"), html` · `, null, false, 3]}</p>`.markup).toBe(
      "<p><bdi>أ&lt;</bdi> · 3</p>",
    );
  });

  it("drops direction controls from labels and shows them in sources", () => {
    expect(isolate("أ\u202eب\u2069").markup).toBe("<bdi>أب</bdi>");
    expect(sourceText("أ\u202eب").markup).toBe('أ<span class="ctl" title="U+202E">◌</span>ب');
  });

  it("replaces lone surrogates and controls one for one, and keeps emoji", () => {
    expect(sourceText("a\ud800b\u0000c😀").markup).toBe("a\ufffdb\ufffdc😀");
  });

  it("keeps carriage returns, so that offsets stay those of the report", () => {
    expect(sourceText("a\r\nb").markup).toBe("a&#13;\nb");
  });
});

describe("jsonBlock", () => {
  it("can end neither its element nor a line of script, and reads back the same", () => {
    const value = ["</script><!--", "\u2028\u2029", "&amp;"];
    const { markup } = jsonBlock(value);
    expect(markup).not.toMatch(/[<>&\u2028\u2029]/);
    expect(JSON.parse(markup)).toEqual(value);
  });
});

describe("clip", () => {
  it("cuts at a word and says so", () => {
    expect(clip("قال المتحدث باسم الوزارة", 14)).toBe("قال المتحدث…");
    expect(clip("قصير", 14)).toBe("قصير");
  });
});
