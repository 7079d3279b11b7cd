/** What a page says of its article, outside the article. */
import { dayOfAddress, parseWhen, type When } from "../when.js";
import type { PageDocument, PageElement } from "./dom.js";
import { plainText } from "./fragment.js";
import { type ArticleData, articleData } from "./json-ld.js";

export interface PageMetadata {
  readonly title: string | null;
  readonly byline: string | null;
  readonly outlet: string | null;
  /** Absolute; null where none is given or none that is an address. */
  readonly canonical: string | null;
  /** As declared, `ar-SA`; null where nothing is. */
  readonly language: string | null;
  readonly published: When | null;
  readonly modified: When | null;
  /** The article's words as the page's data has them, often without its paragraphs. */
  readonly body: string | null;
}

const PUBLISHED =
  "article:published_time og:article:published_time og:published_time datepublished date_published publishdate publish-date publish_date publication_date pubdate parsely-pub-date sailthru.date article.published article.created dc.date.issued dcterms.issued dc.date dcterms.date dc.date.created dcterms.created citation_publication_date cxenseparse:recs:publishtime originalpublicationdate rnews:datepublished date";
const MODIFIED =
  "article:modified_time og:article:modified_time og:updated_time og:modified_time datemodified lastmod last-modified article.updated dcterms.modified dc.date.modified parsely-modified-date revision_date";
const TITLES =
  "og:title twitter:title dc.title dcterms.title headline parsely-title sailthru.title";
const AUTHORS =
  "author article:author_name parsely-author dc.creator dcterms.creator sailthru.author byl citation_author cxenseparse:author";
const OUTLETS =
  "og:site_name application-name dc.publisher dcterms.publisher publisher al:android:app_name cre";

const squeezed = (text: string | null | undefined): string | null => {
  // Templates escape twice.
  const single = /&[#\w]{2,10};/.test(text ?? "") ? plainText(text ?? "") : (text ?? "");
  const plain = single.replace(/[\s\u200b\u200e\u200f\ufeff]+/gu, " ").trim();
  return plain === "" ? null : plain;
};

/** Every `meta` by its name, property or itemprop in small letters; the first of a name holds. */
function metaOf(document: PageDocument): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const meta of document.querySelectorAll("meta")) {
    const content = squeezed(meta.getAttribute("content"));
    if (content === null) continue;
    for (const attribute of ["property", "name", "itemprop", "http-equiv"]) {
      const name = meta.getAttribute(attribute)?.trim().toLowerCase();
      if (name && !found.has(name)) found.set(name, content);
    }
  }
  return found;
}

const firstOf = (meta: ReadonlyMap<string, string>, names: string): string | null => {
  for (const name of names.split(" ")) {
    const value = meta.get(name);
    if (value !== undefined) return value;
  }
  return null;
};

/** The first time among the values that is one. */
const whenOf = (...values: readonly (string | null | undefined)[]): When | null => {
  for (const value of values) {
    const when = parseWhen(value);
    if (when !== null) return when;
  }
  return null;
};

const whenOfMeta = (meta: ReadonlyMap<string, string>, names: string): When | null =>
  whenOf(...names.split(" ").map((name) => meta.get(name)));

const contentOf = (element: PageElement): string | null =>
  element.getAttribute("datetime") ?? element.getAttribute("content") ?? element.textContent;

/** A time marked up as the publication's, else the only one that stands in the article's head. */
function timeElement(document: PageDocument): When | null {
  for (const selector of [
    '[itemprop="datePublished"]',
    "time[pubdate]",
    "time.published, time.entry-date, abbr.published",
    "article header time[datetime]",
    "article time[datetime]",
    "main time[datetime]",
  ]) {
    for (const element of document.querySelectorAll(selector)) {
      if (/updated|modified/i.test(element.getAttribute("class") ?? "")) continue;
      const when = parseWhen(contentOf(element));
      if (when !== null) return when;
    }
  }
  const times = [...document.querySelectorAll("time[datetime]")];
  const days = new Set(times.map((time) => parseWhen(time.getAttribute("datetime"))?.day));
  return days.size === 1 ? parseWhen(times[0]?.getAttribute("datetime")) : null;
}

const modifiedElement = (document: PageDocument): When | null => {
  const element = document.querySelector('[itemprop="dateModified"], time.updated, time.modified');
  return element === null ? null : parseWhen(contentOf(element));
};

/** Separators between a title and the name of the site behind it. */
const TITLE_PARTS = /\s+[|–—»•·]\s+|\s+-\s+|\s*\|\s*/u;

/** Takes the outlet's name off a title's end or beginning. */
function withoutOutlet(title: string, outlet: string | null): string {
  const parts = title.split(TITLE_PARTS);
  if (parts.length < 2 || outlet === null) return title;
  const isOutlet = (part: string | undefined): boolean =>
    part !== undefined && part.trim().toLowerCase() === outlet.toLowerCase();
  if (isOutlet(parts.at(-1)))
    return title.slice(0, title.lastIndexOf(parts.at(-1) ?? "")).replace(/[\s|–—»•·-]+$/u, "");
  if (isOutlet(parts[0])) return title.slice((parts[0] ?? "").length).replace(/^[\s|–—»•·-]+/u, "");
  return title;
}

function titleOf(
  document: PageDocument,
  meta: ReadonlyMap<string, string>,
  data: ArticleData | null,
  outlet: string | null,
) {
  const heading = [...document.querySelectorAll("h1")].map((h1) => squeezed(h1.textContent));
  const only = heading.length === 1 ? (heading[0] ?? null) : null;
  const title =
    squeezed(data?.headline) ?? firstOf(meta, TITLES) ?? only ?? squeezed(document.title);
  return title === null ? null : withoutOutlet(title, outlet);
}

/** Roles that systems put where a name should stand. */
const NO_NAME =
  /^(admin|administrator|editor|webmaster|user|root|author|unknown|null|undefined)\d*$/i;

function bylineOf(
  document: PageDocument,
  meta: ReadonlyMap<string, string>,
  data: ArticleData | null,
): string | null {
  const marked = [
    ...document.querySelectorAll(
      '[itemprop="author"] [itemprop="name"], a[rel="author"], [rel="author"]',
    ),
  ].map((element) => squeezed(element.textContent));
  const told =
    data && data.authors.length > 0 ? data.authors : [firstOf(meta, AUTHORS) ?? marked[0]];
  const names = told.flatMap((name) =>
    name && name.length <= 120 && !NO_NAME.test(name) && !/^(https?:|@)/i.test(name) ? [name] : [],
  );
  return names.length === 0 ? null : names.join("، ");
}

function absolute(url: string | null | undefined, base: string | null): string | null {
  if (!url) return null;
  try {
    const parsed = new URL(url.trim(), base ?? undefined);
    return /^https?:$/.test(parsed.protocol) ? parsed.href : null;
  } catch {
    return null;
  }
}

/** @param url where the page was, if that is known */
export function pageMetadata(
  document: PageDocument,
  jsonLd: readonly string[],
  url: string | null,
): PageMetadata {
  const data = articleData(jsonLd);
  const meta = metaOf(document);
  const link = document.querySelector('link[rel="canonical"]')?.getAttribute("href");
  const canonical =
    absolute(link, url) ?? absolute(meta.get("og:url"), url) ?? absolute(data?.url, url);
  const outlet =
    firstOf(meta, "og:site_name") ?? squeezed(data?.publisher) ?? firstOf(meta, OUTLETS);
  const address = dayOfAddress(url) ?? dayOfAddress(canonical);
  const html = document.documentElement;
  return {
    title: titleOf(document, meta, data, outlet),
    byline: bylineOf(document, meta, data),
    outlet,
    canonical,
    language:
      squeezed(html.getAttribute("lang") ?? html.getAttribute("xml:lang")) ??
      data?.language ??
      firstOf(meta, "og:locale content-language dc.language language"),
    published:
      whenOf(data?.published) ??
      whenOfMeta(meta, PUBLISHED) ??
      timeElement(document) ??
      (address === null ? null : { day: address, time: address }),
    modified: whenOf(data?.modified) ?? whenOfMeta(meta, MODIFIED) ?? modifiedElement(document),
    body: data?.body ?? null,
  };
}
