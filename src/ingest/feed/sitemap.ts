/** Sitemaps: of news, of pages, of other sitemaps. */

import { parseWhen } from "../when.js";
import { listAt, parseXml, textAt } from "../xml.js";
import { absoluteUrl, type FeedItem } from "./item.js";

export interface Sitemap {
  readonly kind: "sitemap" | "sitemap-index";
  readonly items: readonly FeedItem[];
  /** Of the first entry that tells one. */
  readonly publication: string | null;
  readonly language: string | null;
}

const nothingMore = { byline: null, html: null, text: null, summary: null };

/** @throws Error where it is not well formed */
export function parseSitemap(xml: string, base: string | null): Sitemap {
  const root = parseXml(xml);
  const sitemaps = listAt(listAt(root, "sitemapindex")[0], "sitemap");
  if (root["sitemapindex"] !== undefined) {
    const items = sitemaps.flatMap((entry): FeedItem[] => {
      const url = absoluteUrl(textAt(entry, "loc"), base);
      const updated = parseWhen(textAt(entry, "lastmod"))?.time ?? null;
      return url ? [{ ...nothingMore, id: url, url, title: null, published: null, updated }] : [];
    });
    return { kind: "sitemap-index", items, publication: null, language: null };
  }
  let publication: string | null = null;
  let language: string | null = null;
  const items = listAt(listAt(root, "urlset")[0], "url").flatMap((entry): FeedItem[] => {
    const url = absoluteUrl(textAt(entry, "loc"), base);
    if (url === null) return [];
    const news = listAt(entry, "news")[0];
    const of = listAt(news, "publication")[0];
    publication ??= textAt(of, "name");
    language ??= textAt(of, "language");
    return [
      {
        ...nothingMore,
        id: url,
        url,
        title: textAt(news, "title"),
        published: parseWhen(textAt(news, "publication_date"))?.time ?? null,
        updated: parseWhen(textAt(entry, "lastmod"))?.time ?? null,
      },
    ];
  });
  return { kind: "sitemap", items, publication, language };
}
