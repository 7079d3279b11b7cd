import iconv from "iconv-lite";
import { describe, expect, test } from "vitest";
import { parseFeed } from "./feed.js";

const read = (feed: string | Uint8Array, contentType: string | null = null) =>
  parseFeed(typeof feed === "string" ? Buffer.from(feed) : feed, {
    url: "https://desk.example/feeds/all.xml",
    contentType,
    file: "all.xml",
  });

const rss = (items: string, head = "") => `<?xml version="1.0" encoding="UTF-8"?>${head}
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>أخبار &amp; تقارير</title><link>https://desk.example/</link><language>ar</language>${items}</channel></rss>`;

const ITEM = `<item><title><![CDATA[حريق في &quot;الميناء&quot;]]></title><link>/news/1?a=1&amp;b=2</link>
<guid isPermaLink="false">n-1</guid><pubDate>Thu, 06 Jan 2022 23:30:00 +0300</pubDate><dc:creator>سلمى حداد</dc:creator>
<description>&lt;b&gt;ملخص&lt;/b&gt;</description><content:encoded><![CDATA[<p>قالت الشرطة إن حريقا اندلع.</p>]]></content:encoded></item>`;

describe("each kind of feed gives its items", () => {
  test("RSS: the whole text, names, and the day in the zone of the feed", () => {
    expect(read(rss(ITEM))).toEqual({
      kind: "rss",
      title: "أخبار & تقارير",
      language: "ar",
      items: [
        {
          id: "n-1",
          url: "https://desk.example/news/1?a=1&b=2",
          title: 'حريق في "الميناء"',
          published: "2022-01-06T23:30:00+03:00",
          updated: null,
          byline: "سلمى حداد",
          html: "<p>قالت الشرطة إن حريقا اندلع.</p>",
          text: null,
          summary: "<b>ملخص</b>",
        },
      ],
      problems: [],
    });
  });

  test("Atom: addresses by xml:base, XHTML content", () => {
    const atom = `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="ar" xml:base="https://desk.example/f/">
      <title type="html">أخبار</title><entry xml:base="sub/"><id>urn:1</id><title>خبر</title><link rel="edit" href="no"/><link href="a/1"/>
      <published>2022-01-06T10:00:00+03:00</published><updated>2022-01-07T10:00:00Z</updated><author><name>سلمى</name></author>
      <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>نص</p></div></content></entry></feed>`;
    const { kind, items } = read(atom);
    expect(kind).toBe("atom");
    expect(items).toMatchObject([
      {
        id: "urn:1",
        url: "https://desk.example/f/sub/a/1",
        published: "2022-01-06T10:00:00+03:00",
        updated: "2022-01-07T10:00:00Z",
        byline: "سلمى",
        html: "<p>نص</p>",
      },
    ]);
  });

  test("JSON Feed", () => {
    const feed = {
      version: "https://jsonfeed.org/version/1.1",
      title: "أخبار",
      items: [{ id: "1", url: "/x", content_text: "نص", date_published: "2022-01-06T10:00:00Z" }],
    };
    expect(read(JSON.stringify(feed))).toMatchObject({
      kind: "json-feed",
      items: [{ url: "https://desk.example/x", text: "نص", published: "2022-01-06T10:00:00Z" }],
    });
  });

  test("RSS 1.0", () => {
    const rdf = `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
      <channel rdf:about="x"><title>ق</title></channel><item rdf:about="https://desk.example/1"><title>ع</title><dc:date>2022-01-06</dc:date></item></rdf:RDF>`;
    expect(read(rdf)).toMatchObject({
      kind: "rdf",
      items: [{ url: "https://desk.example/1", published: "2022-01-06" }],
    });
  });

  test("a sitemap of news, and one of sitemaps", () => {
    const news = `<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">
      <url><loc>https://desk.example/1?a=1&amp;b=2</loc><news:news><news:publication><news:name>المكتب</news:name><news:language>ar</news:language></news:publication>
      <news:publication_date>2022-01-06T10:00+03:00</news:publication_date><news:title>انهيار &#1587;د</news:title></news:news></url></urlset>`;
    expect(read(news)).toMatchObject({
      kind: "sitemap",
      title: "المكتب",
      items: [
        {
          url: "https://desk.example/1?a=1&b=2",
          title: "انهيار سد",
          published: "2022-01-06T10:00:00+03:00",
        },
      ],
    });
    const index = `<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><sitemap><loc>https://desk.example/2022.xml</loc><lastmod>2022-01-06</lastmod></sitemap></sitemapindex>`;
    expect(read(index)).toMatchObject({
      kind: "sitemap-index",
      items: [{ url: "https://desk.example/2022.xml", updated: "2022-01-06" }],
    });
  });

  test.each([
    ["named by the XML declaration", 'encoding="windows-1256"', null],
    ["named by the server", "", "application/rss+xml; charset=windows-1256"],
    ["named by nobody", "", null],
    ["named wrongly", 'encoding="UTF-8"', "text/xml; charset=utf-8"],
  ])("windows-1256, %s", (_, declaration, header) => {
    const feed = rss(ITEM).replace('encoding="UTF-8"', declaration);
    const [item] = read(iconv.encode(feed, "win1256"), header).items;
    expect(item?.title).toBe('حريق في "الميناء"');
  });
});

describe("a feed may be broken or hostile", () => {
  test("one that was cut off gives what stands before the cut", () => {
    const cut = rss(ITEM.repeat(3)).slice(0, -200);
    const { items, problems } = read(cut);
    expect(items).toHaveLength(2);
    expect(problems).toMatchObject([{ code: "cut-off", file: "all.xml" }]);
  });

  test.each([
    ["nothing", ""],
    ["a web page", "<!doctype html><html><body>خبر</body></html>"],
    ["words", "خبر عاجل"],
    ["JSON of another kind", '{"a": 1}'],
    ["XML of another kind", "<opml><body/></opml>"],
    ["a feed without end tags", "<rss><channel><item>"],
    ["elements in elements without end", `<rss><channel>${"<a>".repeat(100_000)}`],
    [
      "an object that feeds are not",
      '{"version":"https://jsonfeed.org/version/1.1","items":{"a":1}}',
    ],
    ["tags without end", "<a/>".repeat(600_000)],
  ])("%s is a problem and no throw", (_, feed) => {
    const { items, problems } = read(feed);
    expect(items).toEqual([]);
    expect(problems).toHaveLength(1);
    expect(problems[0]?.severity).toBe("error");
  });

  test("entities that a feed declares are not put in, nor fetched", () => {
    const bomb = `<!DOCTYPE rss [<!ENTITY a "boom"><!ENTITY b "${"&a;".repeat(1000)}"><!ENTITY f SYSTEM "file:///etc/passwd">]>`;
    const [item] = read(rss(`<item><title>خبر &b; &f;</title><link>/1</link></item>`, bomb)).items;
    expect(item?.title).not.toContain("boom");
    expect(item?.title).not.toContain("root:");
    const sitemap = `<!DOCTYPE urlset [<!ENTITY a "boom">]><urlset><url><loc>https://desk.example/&a;</loc></url></urlset>`;
    expect(read(sitemap).items[0]?.url ?? "").not.toContain("boom");
  });

  test("addresses that are none of the Web are left out", () => {
    const items = `<item><title>أ</title><link>javascript:alert(1)</link></item><item><title>ب</title><link>file:///etc/passwd</link></item>`;
    expect(read(rss(items)).items.map(({ url }) => url)).toEqual([null, null]);
  });
});
