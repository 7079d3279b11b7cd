/** A list of feeds as feed readers write it (OPML 2.0): outlines in outlines, each feed with its address. */
import { XMLParser } from "fast-xml-parser";
import type { Problem } from "../core/problem.js";

export interface ListedFeed {
  readonly url: string;
  /** As the list calls it. */
  readonly title: string | null;
}

export interface FeedList {
  readonly feeds: readonly ListedFeed[];
  readonly problems: readonly Problem[];
}

/** Bytes of a list; ten thousand feeds are two million. */
export const MOST_OPML_BYTES = 8_000_000;
/** More would not be asked within a day. */
const MOST_FEEDS = 10_000;
/** Outlines in outlines; readers make three. */
const DEEPEST = 60;

const ATTRIBUTES = ":@";
type Node = Readonly<Record<string, unknown>>;

const isNode = (value: unknown): value is Node => typeof value === "object" && value !== null;
const nodes = (value: unknown): readonly Node[] =>
  Array.isArray(value) ? value.filter(isNode) : [];

/** @param file what problems name */
export function readOpml(bytes: Uint8Array, file: string): FeedList {
  const refuse = (code: string, message: string, remedy: string): FeedList => ({
    feeds: [],
    problems: [{ severity: "error", code, file, place: null, message, remedy }],
  });
  const LIST =
    'A list of feeds is <opml><body><outline xmlUrl="https://…"/>…, as feed readers export it.';
  if (bytes.length > MOST_OPML_BYTES) {
    return refuse("opml-too-large", `It has more than ${MOST_OPML_BYTES / 1_000_000} MB.`, LIST);
  }
  const text = new TextDecoder().decode(bytes);
  if (/<!ENTITY/i.test(text)) {
    return refuse(
      "opml-entities",
      "It defines entities of its own, which no list of feeds needs.",
      "Take <!DOCTYPE …> out of the file.",
    );
  }
  const parser = new XMLParser({
    preserveOrder: true,
    ignoreAttributes: false,
    attributeNamePrefix: "",
    parseAttributeValue: false,
    parseTagValue: false,
    maxNestedTags: DEEPEST,
    htmlEntities: true,
  });
  let parsed: unknown;
  try {
    parsed = parser.parse(text);
  } catch (error) {
    const why = error instanceof Error ? error.message.slice(0, 200) : String(error);
    return refuse("broken-opml", `It is no XML that can be read (${why}).`, LIST);
  }
  const opml = nodes(parsed).find((node) => "opml" in node);
  if (!opml) return refuse("no-opml", "It is no list of feeds: there is no <opml> in it.", LIST);
  const { feeds, problems } = feedsIn(nodes(opml["opml"]), file);
  if (feeds.length === 0 && problems.length === 0) {
    return refuse("no-feeds", "There is no feed in the list.", LIST);
  }
  return { feeds, problems };
}

function feedsIn(roots: readonly Node[], file: string): FeedList {
  const feeds = new Map<string, ListedFeed>();
  const problems: Problem[] = [];
  const waiting = [...roots].reverse();
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    const body = nodes(node["body"]);
    const outline = nodes(node["outline"]);
    waiting.push(...[...body, ...outline].reverse());
    if (!("outline" in node)) continue;
    const attributes = isNode(node[ATTRIBUTES]) ? node[ATTRIBUTES] : {};
    const url = attribute(attributes, "xmlurl");
    if (url === null) continue;
    const title = attribute(attributes, "title") ?? attribute(attributes, "text");
    const listed = listedFeed(url, title);
    if (listed === null) problems.push(noAddress(url, file, title));
    else if (!feeds.has(listed.url)) feeds.set(listed.url, listed);
    if (feeds.size >= MOST_FEEDS) {
      problems.push(tooMany(file));
      break;
    }
  }
  return { feeds: [...feeds.values()], problems };
}

/** Readers differ in how they write `xmlUrl`. */
function attribute(attributes: Node, name: string): string | null {
  for (const [key, value] of Object.entries(attributes)) {
    if (key.toLowerCase() === name && typeof value === "string") return value.trim() || null;
  }
  return null;
}

const LONGEST_TITLE = 300;

/** @returns null where it is no address of the web */
export function listedFeed(text: string, title: string | null): ListedFeed | null {
  try {
    // As browsers hand feeds to readers.
    const url = new URL(
      text.replace(/^feed:(?:\/\/)?(?=https?:)/i, "").replace(/^feed:/i, "http:"),
    );
    if (url.protocol !== "http:" && url.protocol !== "https:") return null;
    url.hash = "";
    const plain = title?.replace(/\s+/gu, " ").slice(0, LONGEST_TITLE) ?? null;
    return { url: url.href, title: plain };
  } catch {
    return null;
  }
}

const noAddress = (url: string, file: string, title: string | null): Problem => ({
  severity: "error",
  code: "invalid-address",
  file,
  place: title?.slice(0, 100) ?? null,
  message: `"${url.slice(0, 100)}" is no address of a feed.`,
  remedy: 'Write it as xmlUrl="https://…".',
});

const tooMany = (file: string): Problem => ({
  severity: "error",
  code: "too-many-feeds",
  file,
  place: null,
  message: `Only the first ${MOST_FEEDS.toLocaleString("en")} feeds are watched.`,
  remedy: "Spread them over several stores.",
});
