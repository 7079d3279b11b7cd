/** A piece of a page to lines: a paragraph, heading, list item or row of a table a line. */
import { isElement, isText, type PageElement, type PageNode } from "./dom.js";
import type { PageLine } from "./leads.js";

/** These break no line. All that matter less were left out with the page's formatting. */
const INLINE: ReadonlySet<string> = new Set(["a", "span", "time", "label", "data", "td", "th"]);
/** Never the words of a report: the frame round it, what is said of pictures, what is for pressing. */
const PASSED_OVER: ReadonlySet<string> = new Set(
  "nav aside footer figcaption figure form head title meta link hr".split(" "),
);
const HEADING = /^h[1-6]$/;

class LineWriter {
  readonly lines: PageLine[] = [];
  private text = "";
  private linked = 0;
  private inHeading = false;

  end(): void {
    const text = this.text
      .replace(/[^\S\t]+/gu, " ")
      .replace(/ ?\t ?/g, "\t")
      .trim();
    if (text !== "") {
      const linked = Math.min(1, this.linked / text.length);
      this.lines.push({ text, linked, inHeading: this.inHeading });
    }
    this.text = "";
    this.linked = 0;
  }

  walk(node: PageNode, inLink: boolean): void {
    if (isText(node)) {
      const text = (node.textContent ?? "").replace(/\s+/gu, " ");
      this.text += text;
      if (inLink) this.linked += text.trim().length;
      return;
    }
    if (!isElement(node)) return;
    const name = node.localName;
    if (PASSED_OVER.has(name) || node.hasAttribute("hidden")) return;
    if (name === "br") {
      this.end();
      return;
    }
    const isBlock = !INLINE.has(name);
    if (isBlock) this.end();
    if (name === "td" || name === "th") this.text += "\t";
    const before = this.inHeading;
    this.inHeading = before || HEADING.test(name);
    for (const child of node.childNodes) this.walk(child, inLink || name === "a");
    if (isBlock) this.end();
    this.inHeading = before;
  }
}

/** The lines of an element, white space made one space and empty lines left out. */
export function linesOf(element: PageElement): readonly PageLine[] {
  const writer = new LineWriter();
  writer.walk(element, false);
  writer.end();
  return writer.lines;
}
