/** What is used of a page's tree. */
import { parseHTML } from "linkedom";
import { type LeanPage, leanPage } from "./lean.js";

export interface PageNode {
  /** 1: an element, 3: text. */
  readonly nodeType: number;
  readonly textContent: string | null;
  readonly childNodes: Iterable<PageNode>;
}

export interface PageElement extends PageNode {
  readonly localName: string;
  getAttribute(name: string): string | null;
  hasAttribute(name: string): boolean;
  querySelector(selector: string): PageElement | null;
  querySelectorAll(selector: string): Iterable<PageElement>;
  remove(): void;
}

export interface PageDocument extends PageElement {
  readonly documentElement: PageElement;
  readonly title: string;
}

export const isElement = (node: PageNode): node is PageElement => node.nodeType === 1;
export const isText = (node: PageNode): boolean => node.nodeType === 3;

/** A page or a piece of one as a tree, with what stood in its JSON-LD; or the bound it breaks. */
export interface ParsedPage {
  readonly document: PageDocument;
  readonly jsonLd: readonly string[];
}

/** @param html as it came, of any length */
export function parsePage(html: string): ParsedPage | "elements" | "characters" {
  const lean = leanPage(html);
  return typeof lean === "string" ? lean : { document: treeOf(lean), jsonLd: lean.jsonLd };
}

function treeOf({ html }: LeanPage): PageDocument {
  const whole = /<html[\s>]/i.test(html.slice(0, 4000))
    ? html
    : `<html><body>${html}</body></html>`;
  const { document }: { readonly document: PageDocument } = parseHTML(whole);
  return document;
}
