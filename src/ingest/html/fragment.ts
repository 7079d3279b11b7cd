/** Pieces of markup, as feeds and messages hold them, to text. */
import { parsePage } from "./dom.js";
import type { PageLine } from "./leads.js";
import { linesOf } from "./lines.js";

const MARKUP = /<[a-z!/]|&[#\w]{2,32};/i;
/** What is longer is no name or title. */
const MAX_PLAIN = 4000;

/** A title or a name without tags and entities, on one line; of markup that is none, as it stands. */
export function plainText(text: string): string {
  const short = text.slice(0, MAX_PLAIN);
  if (!MARKUP.test(short)) return short.replace(/\s+/gu, " ").trim();
  const page = parsePage(short);
  const plain =
    typeof page === "string" ? short : (page.document.documentElement.textContent ?? "");
  return plain.replace(/\s+/gu, " ").trim();
}

/** The lines of a piece of markup; null where it breaks the bounds of a page. */
export function fragmentLines(markup: string): readonly PageLine[] | null {
  const page = parsePage(markup);
  return typeof page === "string" ? null : linesOf(page.document.documentElement);
}
