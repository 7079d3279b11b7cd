/** Files of every format through the one way in, as `isnad read` and `isnad add` take them. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { strToU8, zipSync } from "fflate";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { Ingest, ingest } from "./ingest.js";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "isnad-formats-"));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

function put(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

const FIRST =
  "قالت شرطة المدينة اليوم الخميس إن حريقا كبيرا اندلع في مستودع بالميناء القديم، وأدى إلى إصابة سبعة عمال نقلوا إلى المستشفى.";
const SECOND =
  "وأضاف المتحدث باسم الدفاع المدني أن ثلاثين إطفائيا شاركوا في إخماد الحريق، وأن أسباب اندلاعه لا تزال قيد التحقيق حتى الآن.";
const TEXT = `${FIRST}\n${SECOND}`;
const PAGE = `<!doctype html><html lang="ar"><head><meta charset="utf-8"><title>حريق</title></head><body><article><p>${FIRST}</p><p>${SECOND}</p></article></body></html>`;
const RSS = `<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>المكتب</title>
<item><title>حريق</title><link>https://desk.example/1</link><guid>n-1</guid><pubDate>Thu, 06 Jan 2022 23:30:00 +0300</pubDate><content:encoded><![CDATA[<p>${FIRST}</p><p>${SECOND}</p>]]></content:encoded></item>
<item><title>وزير</title><link>https://desk.example/2</link><description>زار الوزير الميناء [...]</description></item></channel></rss>`;
const NEWS_ITEM = (
  more = "",
  guid = "urn:newsml:agency:1",
) => `<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="${guid}" version="2" xml:lang="ar">
<itemMeta><itemClass qcode="ninat:text"/><provider literal="AG"><name>وكالة الميناء</name></provider><versionCreated>2022-01-07T08:00:00+03:00</versionCreated><firstCreated>2022-01-06T20:00:00+03:00</firstCreated>${more}</itemMeta>
<contentMeta><headline>حريق في الميناء</headline><by>سلمى حداد</by><language tag="ar"/></contentMeta>
<contentSet><inlineXML contenttype="application/nitf+xml"><nitf><body><body.head><hedline><hl1>حريق</hl1></hedline></body.head><body.content><p>${FIRST}</p><p>${SECOND}</p></body.content></body></nitf></inlineXML></contentSet></newsItem>`;
const NINJS = {
  uri: "https://agency.example/1",
  type: "text",
  headline: "حريق في الميناء",
  byline: "سلمى حداد",
  language: "ar",
  versioncreated: "2022-01-07T08:00:00Z",
  firstcreated: "2022-01-06T20:00:00Z",
  body_xhtml: `<p>${FIRST}</p><p>${SECOND}</p>`,
};

function record(
  page: string | Uint8Array,
  {
    type = "response",
    url = "https://desk.example/1",
    head = "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n",
  } = {},
): Buffer {
  const content = Buffer.concat([Buffer.from(`${head}\r\n`), Buffer.from(page)]);
  return Buffer.concat([
    Buffer.from(
      `WARC/1.0\r\nWARC-Type: ${type}\r\nWARC-Target-URI: ${url}\r\nWARC-Date: 2022-01-08T10:00:00Z\r\nContent-Length: ${content.length}\r\n\r\n`,
    ),
    content,
    Buffer.from("\r\n\r\n"),
  ]);
}
const INFO = Buffer.from(
  "WARC/1.0\r\nWARC-Type: warcinfo\r\nContent-Length: 7\r\n\r\nx: y\r\n \r\n\r\n",
);

describe("each format gives its reports", () => {
  test("a page; an article's own text, title and language", () => {
    expect(ingest([put("a.html", PAGE)])).toMatchObject({
      reports: [{ text: TEXT, title: "حريق", language: "ar" }],
      problems: [],
    });
  });

  test("what a file holds is told by its first bytes before its name", () => {
    const files = [
      put("page.txt", PAGE),
      put("page.xml", PAGE),
      put("feed.html", RSS),
      put("feed.json", RSS),
      put("record.xml", JSON.stringify({ text: TEXT })),
      put("saved-without-ending", PAGE),
      put("page.aspx", PAGE),
      put("packed.html", gzipSync(PAGE)),
    ];
    const { reports } = ingest(files);
    expect(reports.map(({ text }) => text)).toEqual(files.map(() => TEXT));
  });

  test("a feed: the items that hold their report whole, and how many do not", () => {
    const { reports, problems } = ingest([put("all.rss", RSS)]);
    expect(reports).toMatchObject([
      {
        text: TEXT,
        id: "n-1",
        title: "حريق",
        outlet: "المكتب",
        url: "https://desk.example/1",
        published: "2022-01-06",
      },
    ]);
    expect(problems).toMatchObject([{ code: "no-whole-text", severity: "warning" }]);
    expect(problems[0]?.message).toContain("1 of 2 items");
  });

  test("JSON Feed", () => {
    const feed = {
      version: "https://jsonfeed.org/version/1.1",
      title: "المكتب",
      items: [{ id: "1", content_text: TEXT }],
    };
    expect(ingest([put("feed.json", JSON.stringify(feed))]).reports).toMatchObject([
      { text: TEXT, outlet: "المكتب" },
    ]);
  });

  test("a sitemap says what it is", () => {
    const map = `<urlset><url><loc>https://desk.example/1</loc></url></urlset>`;
    expect(ingest([put("map.xml", map)]).problems).toMatchObject([{ code: "no-whole-text" }]);
  });

  test("NewsML-G2, one item and a message of several; what was withdrawn is not read", () => {
    const message = `<?xml version="1.0"?><newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><itemSet>${NEWS_ITEM()}${NEWS_ITEM('<pubStatus qcode="stat:canceled"/>', "urn:2")}</itemSet></newsMessage>`;
    const { reports, problems } = ingest([
      put("item.xml", NEWS_ITEM()),
      put("message.xml", message),
    ]);
    const item = {
      text: TEXT,
      id: "urn:newsml:agency:1",
      title: "حريق في الميناء",
      byline: "سلمى حداد",
      outlet: "وكالة الميناء",
      published: "2022-01-06",
      modified: "2022-01-07",
    };
    expect(reports).toMatchObject([item, item]);
    expect(problems).toMatchObject([{ code: "withdrawn", place: "item 2 of 2" }]);
  });

  test("ninjs, alone, in a list and a line each", () => {
    const files = [
      put("a.json", JSON.stringify(NINJS)),
      put("b.json", JSON.stringify([NINJS, { ...NINJS, uri: "x", pubstatus: "canceled" }])),
      put("c.jsonl", `${JSON.stringify(NINJS)}\n`),
      put(
        "d.json",
        JSON.stringify({
          uri: "y",
          headlines: [{ value: "حريق" }],
          bodies: [{ contenttype: "text/plain", value: TEXT }],
        }),
      ),
    ];
    const { reports, problems } = ingest(files);
    expect(reports.map(({ text }) => text)).toEqual([TEXT, TEXT, TEXT, TEXT]);
    expect(reports[0]).toMatchObject({
      byline: "سلمى حداد",
      published: "2022-01-06",
      modified: "2022-01-07",
    });
    expect(problems).toMatchObject([{ code: "withdrawn" }]);
  });

  test("packed files, alone and in an archive", () => {
    const archive = zipSync({
      "a.html.gz": gzipSync(PAGE),
      "b/c.xml": strToU8(RSS),
      "d.pdf": strToU8("x"),
    });
    const files = [
      put("a.html.gz", gzipSync(PAGE)),
      put("b.jsonl.gz", gzipSync(`${JSON.stringify({ text: TEXT })}\n`)),
      put("c.gz", gzipSync(RSS)),
      put("d.zip", archive),
    ];
    const { reports, passedOver } = ingest(files);
    expect(reports.map(({ text }) => text)).toEqual([TEXT, TEXT, TEXT, TEXT, TEXT]);
    expect(passedOver).toEqual({ ".pdf": 1 });
  });
});

describe("WARC", () => {
  const records = [
    INFO,
    record(PAGE),
    record(PAGE, { type: "resource" }),
    record("x", { head: "HTTP/1.1 404 Not Found\r\nContent-Type: text/html\r\n" }),
    record("x", { head: "HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n" }),
    record("<html><p>Hello</p></html>"),
    record(`${(PAGE.length * 2).toString(16)}`, { url: "https://desk.example/odd" }),
    record(gzipSync(PAGE), {
      url: "https://desk.example/2",
      head: "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip\r\n",
    }),
  ];
  const names = (paths: readonly string[]) => ingest(paths).reports.map(({ url }) => url);

  test("answers that are pages: address and day of the crawl, the page as it came", () => {
    const [batch] = [
      ...new Ingest([put("a.warc", Buffer.concat(records))], { originals: true }).batches(),
    ];
    expect(batch?.reports).toMatchObject([
      {
        text: TEXT,
        url: "https://desk.example/1",
        fetched: "2022-01-08",
        file: `${folder}/a.warc#2`,
      },
      { text: TEXT, url: "https://desk.example/2" },
    ]);
    expect(
      batch?.originals.map(({ bytes, media }) => [Buffer.from(bytes).toString(), media]),
    ).toEqual([
      [PAGE, "text/html"],
      [PAGE, "text/html"],
    ]);
    expect(batch?.problems).toEqual([]);
  });

  test("pages in other languages are counted, not told one by one", () => {
    expect(ingest([put("a.warc", Buffer.concat(records))]).passedOver).toEqual({
      "pages not in Arabic": 2,
    });
  });

  test("packed record by record, as crawls are, and as a whole", () => {
    const both = ["https://desk.example/1", "https://desk.example/2"];
    expect(names([put("a.warc.gz", Buffer.concat(records.map((one) => gzipSync(one))))])).toEqual(
      both,
    );
    expect(names([put("b.warc.gz", gzipSync(Buffer.concat(records)))])).toEqual(both);
  });

  test("chunked answers", () => {
    const half = Math.floor(PAGE.length / 2);
    const chunk = (text: string): string =>
      `${Buffer.byteLength(text).toString(16)}\r\n${text}\r\n`;
    const body = `${chunk(PAGE.slice(0, half))}${chunk(PAGE.slice(half))}0\r\n\r\n`;
    const head = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n";
    expect(ingest([put("a.warc", record(body, { head }))]).reports).toMatchObject([{ text: TEXT }]);
    expect(ingest([put("b.warc", record(PAGE, { head }))]).reports).toMatchObject([{ text: TEXT }]);
  });

  test("one that was cut off gives the records before the cut", () => {
    const whole = Buffer.concat([record(PAGE), record(PAGE, { url: "https://desk.example/2" })]);
    const cut = ingest([put("a.warc", whole.subarray(0, whole.length - 300))]);
    expect(cut.reports).toHaveLength(1);
    expect(cut.problems).toMatchObject([{ code: "cut-off", place: "record 2" }]);
    const packed = Buffer.concat([
      gzipSync(record(PAGE)),
      gzipSync(record(PAGE, { url: "https://desk.example/2" })),
    ]);
    const cutPacked = ingest([put("b.warc.gz", packed.subarray(0, packed.length - 100))]);
    expect(cutPacked.reports).toHaveLength(1);
    expect(cutPacked.problems).toMatchObject([{ code: "cut-off" }]);
  });

  test("packed bytes that are damaged, and bytes between records", () => {
    const damaged = Buffer.concat([
      gzipSync(record(PAGE)),
      Buffer.alloc(500, 0x55),
      gzipSync(record(PAGE)),
    ]);
    const first = ingest([put("a.warc.gz", damaged)]);
    expect(first.reports).toHaveLength(1);
    expect(first.problems.length).toBeGreaterThan(0);
    const between = Buffer.concat([
      record(PAGE),
      Buffer.from("what is this\r\n\r\n"),
      record(PAGE, { url: "https://desk.example/2" }),
    ]);
    const second = ingest([put("b.warc", between)]);
    expect(second.reports).toHaveLength(2);
    expect(second.problems).toMatchObject([{ code: "broken-warc" }]);
  });

  test("bombs: a record that is too long, and a page that unpacks to more than a page may have", () => {
    const bomb = gzipSync(Buffer.alloc(60_000_000, 0x20));
    const head = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip\r\n";
    const long = record(Buffer.alloc(40_000_000, 0x20));
    const file = Buffer.concat([
      gzipSync(long),
      gzipSync(record(bomb, { head })),
      gzipSync(record(PAGE)),
    ]);
    const { reports, problems } = ingest([put("bomb.warc.gz", file)]);
    expect(reports).toHaveLength(1);
    expect(problems.map(({ code, place }) => [code, place])).toEqual([
      ["too-large", "record 1"],
      ["broken-record", "record 2"],
    ]);
  });

  test("reports of a long file come in batches", () => {
    const one = record("<html><p>Hello</p></html>");
    const many = Buffer.concat([
      record(PAGE),
      ...Array.from({ length: 450 }, () => one),
      record(PAGE, { url: "https://desk.example/2" }),
    ]);
    const batches = [...new Ingest([put("a.warc", many)]).batches()];
    expect(batches.map(({ reports }) => reports.length)).toEqual([1, 1]);
  });
});

test("a packed file that unpacks to more than its kind may have is refused, and one that was cut off", () => {
  const bomb = put("bomb.html.gz", gzipSync(Buffer.alloc(200_000_000, 0x20)));
  const cut = put("cut.html.gz", gzipSync(PAGE).subarray(0, 100));
  const none = put("none.gz", gzipSync("خبر"));
  expect(ingest([bomb, cut, none]).problems.map(({ code }) => code)).toEqual([
    "too-large",
    "broken-gzip",
    "unsupported-file",
  ]);
});

describe("whatever the bytes are, they give reports or problems", () => {
  const seeds = [
    ["html", Buffer.from(PAGE)],
    ["xml", Buffer.from(RSS)],
    ["xml", Buffer.from(NEWS_ITEM())],
    ["json", Buffer.from(JSON.stringify(NINJS))],
    ["warc", record(PAGE)],
    ["warc.gz", gzipSync(record(PAGE))],
    ["html.gz", gzipSync(PAGE)],
    ["jsonl.gz", gzipSync(JSON.stringify(NINJS))],
    ["zip", Buffer.from(zipSync({ "a.html": strToU8(PAGE) }))],
  ] as const;
  const looks = (name: string, bytes: Uint8Array) => {
    const { reports, problems } = ingest([put(name, bytes)]);
    for (const { text } of reports) expect(text.trim()).not.toBe("");
    for (const { message, remedy } of problems) {
      expect(message).not.toBe("");
      expect(remedy).not.toBe("");
    }
  };

  test.each(seeds)("%s with bytes cut out, put in and changed", (ending, seed) => {
    fc.assert(
      fc.property(fc.nat(), fc.nat(200), fc.uint8Array({ maxLength: 40 }), (at, length, put) => {
        const from = at % (seed.length + 1);
        looks(
          `a.${ending}`,
          Buffer.concat([seed.subarray(0, from), put, seed.subarray(from + length)]),
        );
      }),
      { numRuns: 40 },
    );
  });

  test("bytes of any kind under any name", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...seeds.map(([ending]) => ending), "txt", "rss", "xml.gz"),
        fc.oneof(
          fc.uint8Array({ maxLength: 400 }),
          fc
            .string({ maxLength: 300, unit: "binary" })
            .map((text) => Buffer.from(`<?xml version="1.0"?><rss>${text}`)),
        ),
        (ending, bytes) => looks(`a.${ending}`, bytes),
      ),
      { numRuns: 150 },
    );
  });
});
