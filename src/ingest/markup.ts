/** Files of markup to reports: pages, feeds, news messages. */
import type { Problem } from "../core/problem.js";
import { decodeMarkup } from "./declared.js";
import { isUndecodable } from "./decode.js";
import { problemOfBytes, problemOfDamage } from "./fault.js";
import { type FeedResult, parseFeed, tooManyTags } from "./feed/feed.js";
import { reportOfItem } from "./feed/reports.js";
import { readPage } from "./html/page.js";
import { readNewsMl } from "./newsml/newsml.js";
import type { Sink } from "./source.js";
import { hasTooManyTags, rootOf } from "./xml.js";

export function readHtml(file: string, bytes: Uint8Array, sink: Sink): void {
  const { report, problems } = readPage(bytes, {
    url: null,
    contentType: null,
    fetched: null,
    file,
  });
  for (const problem of problems) sink.problem(problem);
  if (report) sink.report(report, () => ({ bytes, media: "text/html" }));
}

const FEEDS: ReadonlySet<string> = new Set(["rss", "feed", "rdf", "urlset", "sitemapindex"]);
const NEWS_ML: ReadonlySet<string> = new Set(["newsitem", "newsmessage", "packageitem", "newsml"]);

/** Reads XML by what its outermost element is. */
export function readXml(file: string, bytes: Uint8Array, sink: Sink): void {
  const decoded = decodeMarkup(bytes, null);
  if (isUndecodable(decoded)) {
    sink.problem(problemOfBytes(file, null, decoded));
    return;
  }
  const root = rootOf(decoded.text);
  if (root === "html") readHtml(file, bytes, sink);
  else if (NEWS_ML.has(root ?? "")) {
    const damage = problemOfDamage(file, null, decoded);
    if (damage) sink.problem(damage);
    if (hasTooManyTags(decoded.text)) sink.problem(tooManyTags(file));
    else readNewsMl(file, decoded.text, bytes, sink);
  } else if (FEEDS.has(root ?? "")) readFeed(file, bytes, sink);
  else sink.problem(unknownXml(file, root));
}

export function readFeed(file: string, bytes: Uint8Array, sink: Sink): void {
  readFeedResult(file, parseFeed(bytes, { url: null, contentType: null, file }), sink);
}

function readFeedResult(file: string, feed: FeedResult, sink: Sink): void {
  for (const problem of feed.problems) sink.problem(problem);
  if (feed.kind === null) return;
  let without = 0;
  for (const item of feed.items) {
    const { report, problem } = reportOfItem(item, feed, { file, fetched: null });
    if (problem) sink.problem(problem);
    else if (report === null) without += 1;
    else {
      sink.report(report, () => ({
        bytes: Buffer.from(JSON.stringify(item)),
        media: "application/json",
      }));
    }
  }
  if (without > 0 || feed.items.length === 0) sink.problem(withoutTexts(file, without, feed));
}

function withoutTexts(file: string, without: number, { items, kind }: FeedResult): Problem {
  const isMap = kind === "sitemap" || kind === "sitemap-index";
  const about = { severity: "warning", file, place: null } as const;
  if (items.length === 0) {
    return {
      ...about,
      code: "empty-feed",
      message: "The feed has no items.",
      remedy: "Fetch it again later.",
    };
  }
  return {
    ...about,
    code: "no-whole-text",
    message: isMap
      ? `This is a sitemap: its ${items.length.toLocaleString("en")} entries lead to pages and hold none.`
      : `${without.toLocaleString("en")} of ${items.length.toLocaleString("en")} items hold a summary and not the whole report; they were left out.`,
    remedy: "`isnad watch` follows feeds and fetches the pages.",
  };
}

const unknownXml = (file: string, root: string | null): Problem => ({
  severity: "error",
  code: root === null ? "broken-xml" : "unknown-xml",
  file,
  place: null,
  message:
    root === null
      ? "No XML element begins in this file."
      : `Isnad does not read XML of this kind (<${root}>).`,
  remedy: "Isnad reads RSS, Atom, sitemaps, NewsML-G2 and XHTML. Give the report as .txt or .json.",
});
