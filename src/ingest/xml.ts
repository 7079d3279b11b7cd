/** XML to plain objects: nothing outside is fetched, no entity is put in but the five and characters by number. */
import { XMLParser } from "fast-xml-parser";
import { isObject } from "./record.js";

/** Tags, counted by `<`: what parsing takes grows with them. A sitemap of 50,000 addresses has 300,000. */
export const MAX_TAGS = 500_000;
/** Elements inside one another. */
const MAX_DEPTH = 100;

export type XmlObject = Readonly<Record<string, unknown>>;

/**
 * The text without its `<!DOCTYPE …>`, in which entities would be declared. One inside the text proper is
 * no declaration and stays.
 */
export function withoutDoctype(xml: string): string {
  const head = /^(?:\ufeff|\s|<\?[^>]{0,1000}\?>|<!--[^>]{0,10000}-->)*<!DOCTYPE/i.exec(xml);
  if (!head) return xml;
  const start = head[0].length - "<!DOCTYPE".length;
  let quote = "";
  let inside = 0;
  for (let at = head[0].length; at < xml.length; at++) {
    const char = xml[at] as string;
    if (quote !== "") {
      if (char === quote) quote = "";
    } else if (char === '"' || char === "'") quote = char;
    else if (char === "[") inside += 1;
    else if (char === "]") inside -= 1;
    else if (char === ">" && inside <= 0) return xml.slice(0, start) + xml.slice(at + 1);
  }
  return xml.slice(0, start);
}

export function hasTooManyTags(xml: string): boolean {
  let count = 0;
  for (let at = xml.indexOf("<"); at >= 0; at = xml.indexOf("<", at + 1)) {
    count += 1;
    if (count > MAX_TAGS) return true;
  }
  return false;
}

/** The name of the outermost element without its prefix, in small letters; null where none begins. */
export function rootOf(xml: string): string | null {
  const start =
    /^(?:\ufeff|\s|<\?[^>]{0,1000}>|<!--(?:[^-]|-(?!->)){0,20000}-->)*<(?:[\w.-]{1,40}:)?([a-z][\w.-]{0,60})/i;
  return start.exec(withoutDoctype(xml.slice(0, 65_536)))?.[1]?.toLowerCase() ?? null;
}

/**
 * Parses XML whose elements keep their names without prefixes; attributes are named `@name`, text beside
 * attributes `#text`. What occurs once stands alone, what occurs more often in a list: see `listAt`.
 * @param raw paths of elements whose content stays markup, `*.inlineXML`
 * @throws Error where it is not well formed or too deep
 */
export function parseXml(xml: string, raw: readonly string[] = []): XmlObject {
  const parser = new XMLParser({
    ignoreAttributes: false,
    attributeNamePrefix: "@",
    removeNSPrefix: true,
    htmlEntities: true,
    parseTagValue: false,
    parseAttributeValue: false,
    ignorePiTags: true,
    ignoreDeclaration: true,
    maxNestedTags: MAX_DEPTH,
    stopNodes: [...raw],
  });
  const parsed: unknown = parser.parse(withoutDoctype(xml));
  return isObject(parsed) ? parsed : {};
}

/** What stands under a name, as a list. */
export function listAt(parent: unknown, name: string): readonly unknown[] {
  const value = isObject(parent) ? parent[name] : undefined;
  if (value === undefined || value === "") return [];
  return Array.isArray(value) ? value : [value];
}

export function childAt(parent: unknown, name: string): XmlObject | null {
  const value = listAt(parent, name)[0];
  return isObject(value) ? value : null;
}

/** The text of an element or attribute; null where there is none or nothing in it. */
export function textAt(parent: unknown, name: string): string | null {
  const value = listAt(parent, name)[0];
  const text = isObject(value) ? value["#text"] : value;
  const plain = typeof text === "string" ? text.replace(/\s+/gu, " ").trim() : "";
  return plain === "" ? null : plain;
}
