/** The lines of a page's article. */
import { Readability } from "@mozilla/readability";
import type { PageDocument, PageElement } from "./dom.js";
import { dropLeads, trimEnds } from "./leads.js";
import { linesOf } from "./lines.js";
import type { PageMetadata } from "./metadata.js";

/** Short news is news: below so many characters Readability looks again, with less strict rules. */
const SHORT_ARTICLE = 200;
/** The article of a page, a paragraph a line; empty where there is none. The tree is used up. */
export function articleLines(
  document: PageDocument,
  { title, body }: Pick<PageMetadata, "title" | "body">,
): readonly string[] {
  const reader = new Readability<PageElement>(document, {
    charThreshold: SHORT_ARTICLE,
    disableJSONLD: true,
    keepClasses: true,
    serializer: (node: unknown) => node as PageElement,
  });
  const content = reader.parse()?.content;
  const lines = content ? dropLeads(linesOf(content)) : [];
  return trimEnds(lines, title, body).map(({ text }) => text);
}
