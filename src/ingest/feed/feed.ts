/** Feeds of every kind to items. Nothing is fetched; what cannot be read is a problem, never a throw. */
import {
  type AtomFeed,
  type JsonFeed,
  parseFeed as parseAny,
  type RdfFeed,
  type RssFeed,
} from "feedsmith";
import { assertNever } from "../../core/assert.js";
import type { Problem } from "../../core/problem.js";
import { decodeMarkup } from "../declared.js";
import { isUndecodable } from "../decode.js";
import { emptyFile, problemOfBytes, problemOfDamage, tooLarge } from "../fault.js";
import { plainText } from "../html/fragment.js";
import { MAX_MARKUP_BYTES } from "../limits.js";
import { parseWhen } from "../when.js";
import { hasTooManyTags, MAX_TAGS, rootOf, withoutDoctype } from "../xml.js";
import { absoluteUrl, type FeedItem } from "./item.js";
import { parseSitemap } from "./sitemap.js";

export type FeedKind = "rss" | "atom" | "json-feed" | "rdf" | "sitemap" | "sitemap-index";

/** What is known of a feed besides its bytes. */
export interface FeedAbout {
  /** Where it was found, after redirects: relative addresses start there. */
  readonly url: string | null;
  /** As the server sent it. */
  readonly contentType: string | null;
  /** What problems name: a path or an address. */
  readonly file: string;
}

export interface FeedResult {
  /** Null where it is no feed. */
  readonly kind: FeedKind | null;
  readonly title: string | null;
  /** As declared. */
  readonly language: string | null;
  /** In the order of the feed; of a sitemap index, the sitemaps. */
  readonly items: readonly FeedItem[];
  readonly problems: readonly Problem[];
}

/** Items read of one feed; a sitemap may list as many. */
const MAX_FEED_ITEMS = 50_000;

type Parsed = Pick<FeedResult, "title" | "language" | "items"> & { readonly kind: FeedKind };

const timeOf = (...told: readonly (string | undefined)[]): string | null => {
  for (const one of told) {
    const when = parseWhen(one);
    if (when) return when.time;
  }
  return null;
};

const textOf = (text: string | undefined): string | null => {
  const plain = text === undefined ? "" : plainText(text);
  return plain === "" ? null : plain;
};

const namesOf = (names: readonly (string | undefined)[]): string | null => {
  const told = names.flatMap((name) => textOf(name) ?? []);
  return told.length === 0 ? null : [...new Set(told)].join("، ");
};

const whole = (markup: string | undefined): string | null => (markup?.trim() ? markup : null);

/** `desk@example.org (Name)`: RSS has its authors be addresses. */
const nameOfAddress = (author: string | undefined): string | undefined =>
  /^\S+@\S+\s*\((.{1,100})\)$/.exec(author ?? "")?.[1] ?? author;

function ofRss(feed: RssFeed.Feed<string>, base: string | null): Parsed {
  const start = absoluteUrl(feed.xml?.base, base) ?? base ?? absoluteUrl(feed.link, null);
  const items = (feed.items ?? []).map((item): FeedItem => {
    const guid = item.guid?.value;
    const isAddress = item.guid?.isPermaLink !== false && /^https?:/i.test(guid ?? "");
    const url = absoluteUrl(item.link, start) ?? (isAddress ? absoluteUrl(guid, start) : null);
    const authors = item.authors?.map((one) =>
      typeof one === "string" ? nameOfAddress(one) : one.name,
    );
    return {
      id: textOf(guid) ?? url,
      url,
      title: textOf(item.title),
      published: timeOf(item.pubDate, item.dc?.dates?.[0], item.dcterms?.issued?.[0]),
      updated: timeOf(item.atom?.updated, item.dcterms?.modified?.[0]),
      byline: namesOf(item.dc?.creators ?? authors ?? []),
      html: whole(item.content?.encoded),
      text: null,
      summary: whole(item.description),
    };
  });
  return { kind: "rss", title: textOf(feed.title), language: feed.language ?? null, items };
}

function ofAtom(feed: AtomFeed.Feed<string>, base: string | null): Parsed {
  const start = absoluteUrl(feed.xml?.base, base) ?? base;
  const items = (feed.entries ?? []).map((entry): FeedItem => {
    const from = absoluteUrl(entry.xml?.base, start) ?? start;
    const link =
      entry.links?.find(
        ({ rel, type }) =>
          (rel ?? "alternate") === "alternate" && (type ?? "text/html").includes("html"),
      ) ?? entry.links?.find(({ rel }) => (rel ?? "alternate") === "alternate");
    const url =
      absoluteUrl(link?.href, from) ??
      absoluteUrl(/^https?:/.test(entry.id ?? "") ? entry.id : null, from);
    const isText =
      (entry.content?.type ?? "text") === "text" &&
      !/<(p|br|div)\b/i.test(entry.content?.value ?? "");
    return {
      id: entry.id ?? url,
      url,
      title: textOf(entry.title?.value),
      published: timeOf(entry.published, entry.updated),
      updated: timeOf(entry.updated),
      byline: namesOf((entry.authors ?? feed.authors ?? []).map(({ name }) => name)),
      html: isText ? null : whole(entry.content?.value),
      text: isText ? whole(entry.content?.value) : null,
      summary: whole(entry.summary?.value),
    };
  });
  return {
    kind: "atom",
    title: textOf(feed.title?.value),
    language: feed.xml?.lang ?? null,
    items,
  };
}

function ofRdf(feed: RdfFeed.Feed<string>, base: string | null): Parsed {
  const items = (feed.items ?? []).map((item): FeedItem => {
    const url = absoluteUrl(item.link ?? item.rdf?.about, base);
    return {
      id: item.rdf?.about ?? url,
      url,
      title: textOf(item.title),
      published: timeOf(item.dc?.dates?.[0]),
      updated: null,
      byline: namesOf(item.dc?.creators ?? []),
      html: whole(item.content?.encoded),
      text: null,
      summary: whole(item.description),
    };
  });
  const language = feed.dc?.languages?.[0] ?? null;
  return { kind: "rdf", title: textOf(feed.title), language, items };
}

function ofJson(feed: JsonFeed.Feed<string>, base: string | null): Parsed {
  const start = base ?? absoluteUrl(feed.feed_url, null) ?? absoluteUrl(feed.home_page_url, null);
  const items = (feed.items ?? []).map((item): FeedItem => {
    const url = absoluteUrl(item.url ?? item.external_url, start);
    return {
      id: item.id ?? url,
      url,
      title: textOf(item.title),
      published: timeOf(item.date_published),
      updated: timeOf(item.date_modified),
      byline: namesOf((item.authors ?? feed.authors ?? []).map(({ name }) => name)),
      html: whole(item.content_html),
      text: whole(item.content_text),
      summary: whole(item.summary),
    };
  });
  return { kind: "json-feed", title: textOf(feed.title), language: feed.language ?? null, items };
}

function parsed(text: string, base: string | null): Parsed {
  const root = rootOf(text);
  if (root === "urlset" || root === "sitemapindex") {
    const { kind, items, publication, language } = parseSitemap(text, base);
    return { kind, items, title: publication, language };
  }
  const any = parseAny(withoutDoctype(text), { maxItems: MAX_FEED_ITEMS });
  switch (any.format) {
    case "rss":
      return ofRss(any.feed, base);
    case "atom":
      return ofAtom(any.feed, base);
    case "rdf":
      return ofRdf(any.feed, base);
    case "json":
      return ofJson(any.feed, base);
    default:
      return assertNever(any);
  }
}

/**
 * Feeds whose end is missing, or in which markup stands unescaped, are no XML: what can be had of them is
 * had by closing or dropping what is broken. Null where that leads nowhere.
 */
function mended(text: string): string | null {
  const last = Math.max(text.lastIndexOf("</item>"), text.lastIndexOf("</entry>"));
  if (last < 0) return null;
  const isItem = text.startsWith("</item>", last);
  const end = /<rdf:RDF/i.test(text.slice(0, 4000)) ? "</rdf:RDF>" : "</channel></rss>";
  return text.slice(0, last) + (isItem ? `</item>${end}` : "</entry></feed>");
}

/**
 * Reads a feed, a sitemap or an index of sitemaps. Garbage gives a problem; a feed that was cut off gives
 * the items before the cut.
 */
export function parseFeed(bytes: Uint8Array, about: FeedAbout): FeedResult {
  const { file, url } = about;
  const none = (...problems: Problem[]): FeedResult => ({
    kind: null,
    title: null,
    language: null,
    items: [],
    problems,
  });
  if (bytes.length === 0) return none(emptyFile(file));
  if (bytes.length > MAX_MARKUP_BYTES) {
    return none(tooLarge(file, bytes.length, MAX_MARKUP_BYTES, "Take the feed of one section."));
  }
  const decoded = decodeMarkup(bytes, about.contentType);
  if (isUndecodable(decoded)) return none(problemOfBytes(file, null, decoded));
  const { text } = decoded;
  if (hasTooManyTags(text)) return none(tooManyTags(file));
  const damage = problemOfDamage(file, null, decoded);
  const problems = damage ? [damage] : [];
  try {
    return { ...parsed(text, url), problems };
  } catch (error) {
    const rest = mended(text);
    try {
      if (rest !== null) return { ...parsed(rest, url), problems: [...problems, cutOff(file)] };
    } catch {
      // What is said of the whole is said below.
    }
    return none(noFeed(file, text, error));
  }
}

export const tooManyTags = (file: string): Problem => ({
  severity: "error",
  code: "too-intricate",
  file,
  place: null,
  message: `It has more than ${MAX_TAGS.toLocaleString("en")} tags.`,
  remedy: "Split it into several files.",
});

const cutOff = (file: string): Problem => ({
  severity: "warning",
  code: "cut-off",
  file,
  place: null,
  message: "The feed is broken or ends too early; the items before that were read.",
  remedy: "Fetch it again.",
});

function noFeed(file: string, text: string, error: unknown): Problem {
  const root = rootOf(text);
  const what =
    root === "html" ? "This is a web page" : root === null ? "This is no XML" : `This is <${root}>`;
  const why =
    error instanceof Error && error.cause instanceof Error
      ? ` (${error.cause.message.slice(0, 200)})`
      : "";
  return {
    severity: "error",
    code: "not-a-feed",
    file,
    place: null,
    message: `${what}, not a feed that can be read${why}.`,
    remedy:
      'Give an RSS, Atom or JSON feed, or a sitemap; a page often names its feed in <link rel="alternate">.',
  };
}
