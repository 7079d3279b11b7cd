/** NewsML-G2: items of news agencies, alone or in a message. Source: IPTC NewsML-G2 2.3x. */
import type { ReportInput } from "../../core/input.js";
import type { Problem } from "../../core/problem.js";
import { fragmentLines, plainText } from "../html/fragment.js";
import { languageOf } from "../language.js";
import { problemOfText } from "../record.js";
import type { Sink } from "../source.js";
import { parseWhen } from "../when.js";
import { childAt, listAt, parseXml, textAt, type XmlObject } from "../xml.js";
import { statusOf } from "./status.js";

/** Content that is markup itself and is read as such. */
const RAW = ["..inlineXML", "..inlineData"];

/** Every news item of a message, in its order. */
function itemsOf(root: XmlObject): readonly unknown[] {
  const sets = listAt(childAt(root, "newsMessage"), "itemSet");
  return [...listAt(root, "newsItem"), ...sets.flatMap((set) => listAt(set, "newsItem"))];
}

const unescaped = (text: string): string =>
  text.replace(/<!\[CDATA\[([\s\S]*?)\]\]>/g, "$1").trim();

/** The text of an item's content: NITF, XHTML or plain text. */
function contentText(item: unknown): string | null {
  for (const set of listAt(item, "contentSet")) {
    for (const name of ["inlineXML", "inlineData"]) {
      for (const content of listAt(set, name)) {
        const type = textAt(content, "@contenttype") ?? "";
        const raw = typeof content === "string" ? content : String(childOf(content) ?? "");
        const text =
          name === "inlineXML" || /html|xml|nitf/i.test(type) ? markupText(raw) : plainLines(raw);
        if (text.trim() !== "") return text;
      }
    }
  }
  return null;
}

const childOf = (content: unknown): unknown => listAt(content, "#text")[0];

function markupText(raw: string): string {
  const markup = unescaped(raw);
  const start = /<(?:[\w-]+:)?body\.content[^>]*>/i.exec(markup);
  const end = start ? markup.search(/<\/(?:[\w-]+:)?body\.content\s*>/i) : -1;
  const content =
    start && end > start.index ? markup.slice(start.index + start[0].length, end) : markup;
  return (fragmentLines(content.replace(/<(\/?)[\w-]+:(?=[a-z])/gi, "<$1")) ?? [])
    .map(({ text }) => text)
    .join("\n");
}

const plainLines = (raw: string): string =>
  unescaped(raw)
    .split(/[\r\n]+/)
    .flatMap((line) => plainText(line) || [])
    .join("\n");

const nameIn = (parent: unknown, name: string): string | null => {
  const element = childAt(parent, name);
  return element === null
    ? textAt(parent, name)
    : (textAt(element, "name") ?? textAt(element, "@literal") ?? textAt(element, "#text"));
};

function reportOf(item: unknown, text: string, file: string): ReportInput {
  const meta = childAt(item, "itemMeta");
  const content = childAt(item, "contentMeta");
  const created = [
    textAt(meta, "firstCreated"),
    textAt(content, "contentCreated"),
    textAt(meta, "versionCreated"),
  ];
  const published = created.map(parseWhen).find((when) => when !== null)?.day ?? null;
  const modified =
    parseWhen(textAt(content, "contentModified") ?? textAt(meta, "versionCreated"))?.day ?? null;
  const id = textAt(item, "@guid");
  const report: ReportInput = {
    text,
    file: id === null ? file : `${file}#${id}`,
    title: textAt(content, "headline") ?? textAt(meta, "title"),
    byline: textAt(content, "by") ?? nameIn(content, "creator"),
    outlet:
      nameIn(content, "infoSource") ??
      nameIn(content, "infosource") ??
      nameIn(meta, "provider") ??
      nameIn(childAt(item, "rightsInfo"), "copyrightHolder"),
    url: null,
    published,
    modified: modified !== null && published !== null && modified < published ? null : modified,
    fetched: null,
    language: "ar",
  };
  return id === null ? report : { ...report, id };
}

/** @param bytes of the file: kept as what each of its items was read from */
export function readNewsMl(file: string, xml: string, bytes: Uint8Array, sink: Sink): void {
  const problem = (
    severity: Problem["severity"],
    code: string,
    place: string | null,
    message: string,
    remedy: string,
  ) => sink.problem({ severity, code, file, place, message, remedy });
  let items: readonly unknown[];
  try {
    items = itemsOf(parseXml(xml, RAW));
  } catch (error) {
    const why = error instanceof Error ? error.message.slice(0, 200) : String(error);
    problem("error", "broken-xml", null, `The XML is broken: ${why}`, "Fetch the file again.");
    return;
  }
  if (items.length === 0) {
    problem(
      "warning",
      "no-text",
      null,
      "There is no news item with a text in it.",
      "Isnad reads <newsItem> of NewsML-G2.",
    );
    return;
  }
  for (const [index, item] of items.entries()) {
    const place = items.length === 1 ? null : `item ${index + 1} of ${items.length}`;
    const status = statusOf(textAt(childAt(childAt(item, "itemMeta"), "pubStatus"), "@qcode"));
    if (status !== "usable") {
      problem(
        "warning",
        "withdrawn",
        place,
        `The agency marks this item as ${status.slice(0, 40)}; it was left out.`,
        "Take out what was read of it before.",
      );
      continue;
    }
    const text = contentText(item);
    if (text === null) {
      problem(
        "warning",
        "no-text",
        place,
        "The item has no text of its own: a picture, a video or a link.",
        "Give the item that holds the text.",
      );
      continue;
    }
    const wrong = problemOfText(text, { file, place, mark: null });
    const declared =
      textAt(childAt(childAt(item, "contentMeta"), "language"), "@tag") ?? textAt(item, "@lang");
    const language = wrong ?? languageOf(text, declared, file);
    if (language !== "ar") sink.problem({ ...language, place });
    else sink.report(reportOf(item, text, file), () => ({ bytes, media: "application/xml" }));
  }
}
