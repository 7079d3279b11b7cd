/**
 * The text of an HTML page as a plain conversion gives it: a line for each block, nothing told
 * apart. It is good enough to score on; it is no parser and mends nothing.
 */
import { decodeHTMLStrict } from "entities";

/** What lies between these tags is never shown as text. */
const HIDDEN: ReadonlySet<string> = new Set(
  "head script style noscript template svg iframe object select textarea".split(" "),
);
/** These break no line. */
const INLINE: ReadonlySet<string> = new Set(
  (
    "a abbr acronym b bdi bdo big cite code data del dfn em font i img input ins kbd label mark " +
    "nobr q s samp small span strike strong sub sup time tt u var wbr"
  ).split(" "),
);
/** These stand apart by an empty line. */
const APART: ReadonlySet<string> = new Set(
  "article blockquote dl footer h1 h2 h3 h4 h5 h6 header hr nav ol p section table ul".split(" "),
);

/** Lines joined by a line feed, an empty line where paragraphs, headings and lists stand apart. */
export function pageText(html: string): string {
  const lines: string[] = [];
  let line = "";
  let apart = false;
  const endLine = (emptyLine: boolean): void => {
    const words = line.replace(/\s+/g, " ").trim();
    line = "";
    if (words !== "") {
      if (apart && lines.length > 0) lines.push("");
      lines.push(words);
      apart = false;
    }
    apart ||= emptyLine;
  };
  const tags =
    /<!--[\s\S]*?(?:-->|$)|<[!?][^>]*>|<(\/?)([a-z][a-z0-9:-]*)(?:"[^"]*"|'[^']*'|[^>"'])*>/gi;
  let shownFrom = 0;
  let hidden: string | null = null;
  for (const tag of html.matchAll(tags)) {
    const name = tag[2]?.toLowerCase() ?? null;
    const closes = tag[1] === "/";
    if (hidden !== null) {
      if (name !== hidden || !closes) continue;
      hidden = null;
      shownFrom = tag.index + tag[0].length;
      continue;
    }
    line += decodeHTMLStrict(html.slice(shownFrom, tag.index));
    shownFrom = tag.index + tag[0].length;
    if (name === null) continue;
    if (!INLINE.has(name) && !HIDDEN.has(name)) endLine(APART.has(name));
    if (HIDDEN.has(name) && !closes && !tag[0].endsWith("/>")) hidden = name;
  }
  if (hidden === null) line += html.slice(shownFrom);
  endLine(false);
  return lines.join("\n");
}
