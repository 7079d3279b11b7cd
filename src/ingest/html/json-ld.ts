/**
 * What a page says of its article in JSON-LD (schema.org): `NewsArticle` and its kin, alone, in a list or in
 * a `@graph`. Broken JSON is mended where it usually breaks, else passed over.
 */
import { isObject } from "../record.js";

type Thing = Readonly<Record<string, unknown>>;

export interface ArticleData {
  readonly headline: string | null;
  readonly published: string | null;
  readonly modified: string | null;
  readonly authors: readonly string[];
  readonly publisher: string | null;
  readonly url: string | null;
  readonly language: string | null;
  readonly body: string | null;
}

/** Objects looked at in one page's data. */
const MAX_THINGS = 2000;
const MAX_DEPTH = 12;

/** What is a report of news first; a page or a post that merely is written, last. */
const KINDS: readonly RegExp[] = [
  /^(Reportage|Background|Analysis|AskPublic|Opinion|Review)?NewsArticle$/,
  /^(LiveBlogPosting|Report)$/,
  /^(Article|SocialMediaPosting|BlogPosting|AdvertiserContentArticle|SatiricalArticle)$/,
  /^(WebPage|ItemPage)$/,
];

/** Parses JSON as pages have it: with line breaks inside quotes, commas too many, comments round it. */
function parseLoosely(text: string): unknown {
  const bare = text
    .replace(/^\s*(?:\/\/)?\s*<!\[CDATA\[|(?:\/\/)?\s*\]\]>\s*$/g, "")
    .replace(/^\s*<!--|-->\s*$/g, "")
    .trim()
    .replace(/;$/, "");
  for (const mend of [
    (json: string) => json,
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what breaks it
    (json: string) => json.replace(/[\u0000-\u001f]+/g, " "),
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what breaks it
    (json: string) => json.replace(/[\u0000-\u001f]+/g, " ").replace(/,(?=\s{0,50}[}\]])/g, ""),
  ]) {
    try {
      return JSON.parse(mend(bare));
    } catch {
      // The next mending may do; JSON that none mends says nothing.
    }
  }
  return null;
}

/** Every object in the data, the outer before the inner. */
function thingsIn(values: readonly unknown[]): Thing[] {
  const things: Thing[] = [];
  let level: readonly unknown[] = values;
  for (let depth = 0; depth < MAX_DEPTH && level.length > 0; depth++) {
    const next: unknown[] = [];
    for (const value of level) {
      if (things.length >= MAX_THINGS) return things;
      if (Array.isArray(value)) for (const one of value.slice(0, MAX_THINGS)) next.push(one);
      else if (isObject(value)) {
        things.push(value);
        for (const key of ["@graph", "mainEntity", "mainEntityOfPage", "itemListElement", "item"]) {
          if (value[key] !== undefined) next.push(value[key]);
        }
      }
    }
    level = next;
  }
  return things;
}

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [value]);

function rankOf(thing: Thing): number {
  const types = listOf(thing["@type"]).filter((type): type is string => typeof type === "string");
  const names = types.map((type) => type.replace(/^.*[/:#]/, ""));
  return KINDS.findIndex((kind) => names.some((name) => kind.test(name)));
}

/** Names are text with entities in it on many pages, since templates escape twice. */
function textOf(value: unknown): string | null {
  const one = Array.isArray(value) ? value[0] : value;
  if (isObject(one)) return textOf(one["@value"] ?? one["name"]);
  if (typeof one !== "string") return null;
  const text = one.replace(/\s+/gu, " ").trim();
  return text === "" ? null : text;
}

/** `@id` references lead to objects elsewhere in the data. */
function follow(value: unknown, byId: ReadonlyMap<string, Thing>): unknown {
  if (!isObject(value) || value["name"] !== undefined) return value;
  const id = value["@id"];
  return typeof id === "string" ? (byId.get(id) ?? value) : value;
}

function urlOf(thing: Thing): string | null {
  const page = thing["mainEntityOfPage"];
  const urls = [thing["url"], isObject(page) ? (page["@id"] ?? page["url"]) : page, thing["@id"]];
  return urls.map(textOf).find((url) => url !== null && /^https?:/i.test(url)) ?? null;
}

/** @param blocks the texts of the page's `application/ld+json` */
export function articleData(blocks: readonly string[]): ArticleData | null {
  const things = thingsIn(blocks.map(parseLoosely));
  const byId = new Map<string, Thing>();
  for (const thing of things) {
    const id = thing["@id"];
    if (typeof id === "string" && thing["name"] !== undefined) byId.set(id, thing);
  }
  const ranked = things
    .map((thing) => ({ thing, rank: rankOf(thing) }))
    .filter(({ rank }) => rank >= 0)
    .sort((a, b) => a.rank - b.rank);
  const best = ranked[0]?.thing;
  if (!best) return null;
  const authors = listOf(best["author"] ?? best["creator"]).flatMap((author) => {
    const name = textOf(follow(author, byId));
    return name === null || /^https?:/i.test(name) ? [] : [name];
  });
  const body = best["articleBody"] ?? best["text"];
  return {
    headline: textOf(best["headline"] ?? best["name"]),
    published: textOf(best["datePublished"] ?? best["dateCreated"]),
    modified: textOf(best["dateModified"]),
    authors: [...new Set(authors)],
    publisher: textOf(follow(listOf(best["publisher"] ?? best["sourceOrganization"])[0], byId)),
    url: urlOf(best),
    language: textOf(best["inLanguage"]),
    body: typeof body === "string" && body.trim() !== "" ? body : null,
  };
}
