/** ninjs: news items in JSON, as agencies send them. Source: IPTC ninjs 1.x and 2.x. */
import { fragmentLines } from "../html/fragment.js";
import { statusOf } from "./status.js";

type Item = Readonly<Record<string, unknown>>;

const stringAt = (item: Item, name: string): string | null => {
  const value = item[name];
  return typeof value === "string" && value.trim() !== "" ? value : null;
};

const objectsAt = (item: Item, name: string): readonly Item[] => {
  const value = item[name];
  return Array.isArray(value)
    ? value.filter((one): one is Item => typeof one === "object" && one !== null)
    : [];
};

/** True for an object with ninjs' own names for its address and its words. */
export function isNinjs(item: Item): boolean {
  if (typeof item["uri"] !== "string") return false;
  return ["body_text", "body_xhtml", "body_html", "bodies", "versioncreated", "pubstatus"].some(
    (name) => item[name] !== undefined,
  );
}

const linesOf = (markup: string): string =>
  (fragmentLines(markup) ?? []).map(({ text }) => text).join("\n");

function textOf(item: Item): string | null {
  const bodies = objectsAt(item, "bodies");
  const main =
    bodies.find(({ role }) => role === undefined || /main|body|article/i.test(String(role))) ??
    bodies[0];
  const value = main === undefined ? null : stringAt(main, "value");
  if (main !== undefined && value !== null) {
    return /html|xml/i.test(String(main["contenttype"] ?? "")) ? linesOf(value) : value;
  }
  const markup = stringAt(item, "body_xhtml") ?? stringAt(item, "body_html");
  return stringAt(item, "body_text") ?? (markup === null ? null : linesOf(markup));
}

/** Why an item is not read, in words; null where it is. */
export function ninjsFault(item: Item): string | null {
  const status = statusOf(stringAt(item, "pubstatus"));
  if (status !== "usable")
    return `The agency marks this item as ${status.slice(0, 40)}; it was left out.`;
  const type = stringAt(item, "type");
  return type !== null && !/^(text|composite|article)$/i.test(type)
    ? `The item is of the kind "${type.slice(0, 40)}" and no text; it was left out.`
    : null;
}

/** The item as a record of our own fields. */
export function recordOfNinjs(item: Item): Item {
  const first = (name: string, field: string): string | null => {
    const [one] = objectsAt(item, name);
    return one === undefined ? null : stringAt(one, field);
  };
  return {
    id: item["uri"],
    text: textOf(item) ?? undefined,
    title: stringAt(item, "headline") ?? first("headlines", "value") ?? item["title"],
    byline: stringAt(item, "byline") ?? first("bylines", "value") ?? first("by", "value"),
    outlet:
      first("infosources", "name") ??
      first("infosource", "name") ??
      stringAt(item, "provider") ??
      stringAt(item, "copyrightholder"),
    url: /^https?:/i.test(String(item["uri"])) ? item["uri"] : null,
    published:
      stringAt(item, "firstcreated") ??
      stringAt(item, "firstCreated") ??
      stringAt(item, "versioncreated"),
    modified: stringAt(item, "versioncreated"),
    language: stringAt(item, "language"),
  };
}
