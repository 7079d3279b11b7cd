import iconv from "iconv-lite";
import { describe, expect, test } from "vitest";
import { MAX_ELEMENTS } from "./lean.js";
import { type PageAbout, readPage } from "./page.js";

const ABOUT: PageAbout = {
  url: "https://www.desk.example/news/2022/01/06/port-fire?from=home",
  contentType: null,
  fetched: "2022-01-08T09:00:00Z",
  file: "page.html",
};
const read = (page: string | Uint8Array, about: Partial<PageAbout> = {}) =>
  readPage(typeof page === "string" ? Buffer.from(page) : page, { ...ABOUT, ...about });

const FIRST =
  "قالت شرطة المدينة اليوم الخميس إن حريقا كبيرا اندلع في مستودع بالميناء القديم، وأدى إلى إصابة سبعة عمال نقلوا إلى المستشفى.";
const SECOND =
  "وأضاف المتحدث باسم الدفاع المدني أن ثلاثين إطفائيا شاركوا في إخماد الحريق، وأن أسباب اندلاعه لا تزال قيد التحقيق حتى الآن.";
const THIRD =
  "وتوقفت حركة السفن في الميناء خمس ساعات، ثم استؤنفت مساء بعد أن تأكدت السلطات من سلامة الأرصفة كلها.";
const MENU = `<nav class="menu"><ul>${"<li><a href='/s'>رياضة واقتصاد</a></li>".repeat(12)}</ul></nav>`;

const page = (
  head: string,
  article = `<p>${FIRST}</p><p>${SECOND}</p><p>${THIRD}</p>`,
): string => `<!DOCTYPE html>
<html lang="ar" dir="rtl"><head><meta charset="utf-8"><title>حريق في الميناء | صحيفة المكتب</title>
<meta property="og:site_name" content="صحيفة المكتب">${head}</head>
<body><header>${MENU}</header><main><article><h1>حريق في الميناء</h1>
<div class="social-share"><button>شارك</button><a href="#">فيسبوك</a> <a href="#">تويتر</a></div>
${article}
<div class="related"><h3>مواضيع ذات صلة</h3><ul><li><a href="/1">حريق آخر في مدينة بعيدة</a></li><li><a href="/2">وزير يزور الميناء</a></li></ul></div>
</article></main><aside><p><a href="/3">الأكثر قراءة</a></p></aside><footer>جميع الحقوق محفوظة</footer>
<script>document.write("<p>نص من برنامج</p>")</script></body></html>`;

const LINKED_DATA = (data: unknown): string =>
  `<script type="application/ld+json">${JSON.stringify(data)}</script>`;

describe("a page gives its article", () => {
  test("paragraphs as lines; no menu, no buttons, no related reports, no script", () => {
    const { report, problems } = read(page(""));
    expect(problems).toEqual([]);
    expect(report?.text.split("\n")).toEqual([FIRST, SECOND, THIRD]);
    expect(report).toMatchObject({
      title: "حريق في الميناء",
      outlet: "صحيفة المكتب",
      language: "ar",
    });
  });

  test("words in bold or a link stay in their sentence; list items and lines broken by br are lines", () => {
    const bold = FIRST.replace("حريقا كبيرا", "<b>حريقا</b> <a href='/x'>كبيرا</a>");
    const { report } = read(
      page(
        "",
        `<p>${bold}</p><p>${SECOND}<br>${THIRD}</p><ul><li>${FIRST}</li><li>${SECOND}</li></ul>`,
      ),
    );
    expect(report?.text.split("\n")).toEqual([FIRST, SECOND, THIRD, FIRST, SECOND]);
  });

  test("of a page of old, in windows-1256, tables and one form round it all", () => {
    const old = `<html><head><meta http-equiv="Content-Type" content="text/html; charset=windows-1256"><title>حريق في الميناء</title></head>
      <body><form name="aspnetForm"><table><tr><td>${MENU}</td><td><div class="body"><p>${FIRST}<p>${SECOND}<p>${THIRD}</div></td></tr></table></form></body></html>`;
    const { report } = read(iconv.encode(old, "win1256"));
    expect(report?.text.split("\n")).toEqual([FIRST, SECOND, THIRD]);
  });

  test("letters written by their numbers are letters", () => {
    const numbered = FIRST.replace(/[\u0600-\u06ff]/g, (letter) => `&#${letter.charCodeAt(0)};`);
    const html = page("", `<p>${numbered}</p><p>${SECOND}</p>`);
    expect(read(html).report?.text.split("\n")).toEqual([FIRST, SECOND]);
  });

  test("where what is shown is little, the article of its data", () => {
    const data = {
      "@type": "NewsArticle",
      headline: "حريق",
      articleBody: `${FIRST}\n\n${SECOND}\n${THIRD}`,
    };
    const { report } = read(page(LINKED_DATA(data), "<p>يتطلب عرض الصفحة اشتراكا.</p>"));
    expect(report?.text.split("\n")).toEqual([FIRST, SECOND, THIRD]);
  });

  test("a list of links is no article", () => {
    const list = `<html lang="ar"><body>${MENU}${MENU}</body></html>`;
    expect(read(list)).toMatchObject({ report: null, problems: [{ code: "no-article" }] });
  });
});

describe("what a page says of its article", () => {
  test("JSON-LD before meta before time before the address; the three days apart", () => {
    const data = LINKED_DATA({
      "@graph": [
        { "@type": "WebSite", name: "x" },
        { "@type": "Organization", "@id": "#org", name: "وكالة الميناء" },
        {
          "@type": ["NewsArticle"],
          headline: "حريق في &quot;الميناء&quot;",
          datePublished: "2022-01-06T23:30:00+03:00",
          dateModified: "2022-01-07T08:00:00+03:00",
          author: [{ "@type": "Person", name: "سلمى حداد" }, { name: "علي منصور" }],
          publisher: { "@id": "#org" },
        },
      ],
    });
    const meta = `<meta property="article:published_time" content="2021-12-31T00:00:00Z">`;
    const result = read(page(data + meta).replace(/<meta property="og:site_name"[^>]*>/, ""));
    expect(result.report).toMatchObject({
      title: 'حريق في "الميناء"',
      byline: "سلمى حداد، علي منصور",
      outlet: "وكالة الميناء",
      published: "2022-01-06",
      modified: "2022-01-07",
      fetched: "2022-01-08",
    });
    expect(result.modified).toBe("2022-01-07T08:00:00+03:00");
  });

  test.each([
    [
      "meta",
      `<meta property="article:published_time" content="2022-01-05T10:00:00Z">`,
      "",
      "2022-01-05",
    ],
    [
      "a meta of its own name",
      `<meta name="pubdate" content="Wed, 05 Jan 2022 10:00:00 GMT">`,
      "",
      "2022-01-05",
    ],
    ["time", "", `<time datetime="2022-01-05">أمس</time>`, "2022-01-05"],
    ["the address", "", "", "2022-01-06"],
  ])("the day by %s", (_, head, more, day) => {
    const html = page(head, `${more}<p>${FIRST}</p><p>${SECOND}</p><p>${THIRD}</p>`);
    expect(read(html).report?.published).toBe(day);
  });

  test("a day that could be two is none", () => {
    const html = page(`<meta name="date" content="05/06/2022">`);
    expect(read(html, { url: "https://desk.example/1" }).report?.published).toBeNull();
  });

  test("JSON-LD that is broken is mended or passed over", () => {
    const day = `"datePublished":"2022-01-03"`;
    const broken = `<script type="application/ld+json">{"@type":"NewsArticle","description":"سطر\nآخر",${day},}</script>`;
    expect(read(page(broken)).report?.published).toBe("2022-01-03");
    const hopeless = `<script type="application/ld+json">{{{"@type":"NewsArticle",${day}</script>`;
    expect(read(page(hopeless)).report?.published).toBe("2022-01-06");
  });

  test("the address that it gives itself holds for its own site and for more than the front page", () => {
    const canonical = (url: string) =>
      read(page(`<link rel="canonical" href="${url}">`)).report?.url;
    expect(canonical("/news/port-fire")).toBe("https://www.desk.example/news/port-fire");
    expect(canonical("https://desk.example/news/port-fire")).toBe(
      "https://desk.example/news/port-fire",
    );
    expect(canonical("https://www.desk.example/")).toBe(ABOUT.url);
    expect(canonical("https://other.example/news/port-fire")).toBe(ABOUT.url);
    expect(canonical("javascript:alert(1)")).toBe(ABOUT.url);
  });

  test("what is declared English and written in Arabic is Arabic; what is Persian is not", () => {
    expect(read(page("").replace('lang="ar"', 'lang="en"')).report?.language).toBe("ar");
    expect(read(page("").replace('lang="ar"', 'lang="fa-IR"'))).toMatchObject({
      report: null,
      problems: [{ code: "unsupported-language" }],
    });
  });
});

describe("encodings", () => {
  const html = page("").replace('<meta charset="utf-8">', "");
  test.each([
    ["utf-8 without a word", html, "utf8", null],
    ["utf-8 declared as windows-1256", `<meta charset="windows-1256">${html}`, "utf8", null],
    ["windows-1256 by the header", html, "win1256", "text/html; charset=windows-1256"],
    ["windows-1256 without a word", html, "win1256", null],
    [
      "windows-1256 declared as utf-8",
      `<meta charset="utf-8">${html}`,
      "win1256",
      "text/html; charset=utf-8",
    ],
    ["windows-1256 declared as Latin", html, "win1256", "text/html; charset=ISO-8859-1"],
    ["iso-8859-6 by meta", `<meta charset="iso-8859-6">${html}`, "iso-8859-6", null],
    ["iso-8859-6 declared as windows-1256", html, "iso-8859-6", "text/html; charset=windows-1256"],
    ["utf-16", html, "utf16le", null],
  ])("%s", (_, text, encoding, contentType) => {
    const bytes = iconv.encode(text, encoding, { addBOM: encoding === "utf16le" });
    expect(read(bytes, { contentType }).report?.text).toContain(FIRST);
  });
});

describe("a page may be hostile: it ends soon, with a reason", () => {
  const within = (html: string, seconds: number) => {
    const start = performance.now();
    const result = read(html);
    // A bound against what grows with a power of the page, on a machine that does much besides.
    expect(performance.now() - start).toBeLessThan(seconds * 1000);
    return result;
  };

  test("five megabytes of elements in one another are refused", () => {
    expect(within(`<p>خبر</p>${"<div>".repeat(1_000_000)}`, 4)).toMatchObject({
      report: null,
      problems: [{ code: "page-too-intricate", file: "page.html" }],
    });
  });

  test("as deep as it may have elements, it is read flat", () => {
    const deep = MAX_ELEMENTS - 100;
    const html = page(
      "",
      `${"<div>".repeat(deep)}<p>${FIRST}</p><p>${SECOND}</p>${"</div>".repeat(deep)}`,
    );
    expect(within(html, 20).report?.text).toContain(SECOND);
  });

  test.each([
    ["an attribute without end", `<a href="${"خ".repeat(3_000_000)}`],
    ["quotes that never close, again and again", `<a b="'`.repeat(700_000)],
    ["a comment without end", `<p>خبر</p>${"<!--".repeat(1_000_000)}`],
    ["scripts without end", `<p>خبر</p>${"<script>".repeat(600_000)}`],
    ["objects without end", `<p>خبر</p>${"<svg><object>".repeat(300_000)}`],
    ["end tags alone", `<p>خبر</p>${"</b></div>".repeat(500_000)}`],
    ["spans without end", `<p>خبر</p>${"<span>".repeat(600_000)}${"</i>".repeat(200_000)}`],
    ["signs of less", `خبر${"<".repeat(3_000_000)}`],
    ["entities", `<p>خبر ${"&lt;".repeat(900_000)}`],
    [
      "a declaration of entities",
      `<!DOCTYPE html [<!ENTITY a "خ"><!ENTITY b "${"&a;".repeat(1000)}">]><p>خبر &b;${"&b;".repeat(1000)}</p>`,
    ],
    [
      "data without end",
      `<p>خبر</p><script type="application/ld+json">${"[".repeat(1_500_000)}</script>`,
    ],
    [
      "many data",
      `<p>خبر</p>${`<script type="application/ld+json">{"@graph":[${"{},".repeat(1000)}{}]}</script>`.repeat(200)}`,
    ],
  ])("%s", (_, html) => {
    const { report, problems } = within(html, 10);
    expect(report !== null || problems.length > 0).toBe(true);
  });

  test("fifty megabytes are refused by their size, NULs by what they are", () => {
    expect(readPage(new Uint8Array(50_000_000).fill(0x20), ABOUT).problems).toMatchObject([
      { code: "too-large" },
    ]);
    expect(read(page("").replace("الميناء", "\0\0")).problems).toMatchObject([{ code: "binary" }]);
    expect(read("").problems).toMatchObject([{ code: "empty-file" }]);
  });
});
