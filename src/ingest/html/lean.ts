/**
 * A page as it came to what an article can be told by: well formed, without scripts, pictures and what
 * else is no text, in one pass over the characters. Its elements are counted and its depth is bounded
 * before anything makes a tree of it: what works on the tree takes longer than linear time in both.
 */
import { decodeHTMLStrict } from "entities";

/** Elements that a tree is made of. Pages of newspapers have one to four thousand that matter here. */
export const MAX_ELEMENTS = 10_000;
/** Elements inside one another; deeper ones are taken as part of the one they are in. */
export const MAX_DEPTH = 50;
/** Entities of text that stay entities: signs of less and the like, and names that are seldom used. */
const MAX_ENTITIES = 30_000;
/** UTF-16 code units of text and tags that matter. */
export const MAX_LEAN_CHARACTERS = 4_000_000;
/** JSON-LD blocks looked at, and UTF-16 code units of each. */
const MAX_JSON_LD = 40;
const MAX_JSON_LD_CHARACTERS = 2_000_000;
const MAX_ATTRIBUTE_CHARACTERS = 2_000;
/** Open elements among which the one is looked for that an end tag closes. */
const MAX_LOOK_BACK = 200;

export interface LeanPage {
  readonly html: string;
  /** The texts of `<script type="application/ld+json">`, in order. */
  readonly jsonLd: readonly string[];
}

const words = (text: string): ReadonlySet<string> => new Set(text.split(" "));

/** Left out with all that is in them. */
const DROPPED = words(
  "script style noscript template svg math iframe object canvas audio video select textarea button datalist dialog map",
);
/** Empty by nature. Of these only `br`, `hr`, `meta`, `link` and `base` say anything about an article. */
const VOID = words(
  "area base br col embed frame hr img input keygen link meta param source track wbr image bgsound",
);
const KEPT_VOID = words("base br hr meta link");
/** Of no weight for what is an article: their tags are left out, their text stays. */
const FORMATTING = words(
  "b i em strong u s strike del ins font small big sup sub mark bdi bdo nobr tt abbr acronym cite q code kbd var samp dfn ruby rb picture center",
);
/** Attributes by which content, metadata or furniture is told. */
const KEPT_ATTRIBUTES = words(
  "id class hidden aria-hidden role itemprop itemtype datetime pubdate property name content rel href lang xml:lang http-equiv dir",
);
const BLOCKS = words(
  "address article aside blockquote div dl fieldset figure footer form h1 h2 h3 h4 h5 h6 header hr main nav ol p pre section table ul",
);
/** An element of the first name ends an open one of these, if it is the innermost. */
const ENDS: Readonly<Record<string, ReadonlySet<string>>> = {
  li: words("li p"),
  td: words("td th p"),
  th: words("td th p"),
  tr: words("td th tr p"),
  dt: words("dt dd p"),
  dd: words("dt dd p"),
  option: words("option"),
  a: words("a"),
};

const REFERENCE = /&(?:#x?[\da-f]{1,7}|[a-z][a-z\d]{1,31});/gi;
const MARKUP = /[<>&]/;

/** Old systems write every Arabic letter by its number. What would be markup stays as it is. */
function decodeReference(whole: string): string {
  const text = decodeHTMLStrict(whole);
  return MARKUP.test(text) ? whole : text;
}

const isLetter = (code: number): boolean =>
  (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a);
const isSpace = (code: number): boolean =>
  code === 0x20 || code === 0x0a || code === 0x09 || code === 0x0d || code === 0x0c;

interface Open {
  readonly name: string;
  /** Under which name it stands in the lean page; null where it was left out as too deep. */
  readonly written: string | null;
}

class Leaning {
  private readonly out: string[] = [];
  private size = 0;
  private elements = 0;
  private depth = 0;
  /** Left for the tree, in which each makes a piece of text of its own. */
  private entities = 0;
  private readonly open: Open[] = [];
  private readonly jsonLd: string[] = [];
  /** Names of elements that are never closed from here on. */
  private readonly unclosed = new Set<string>();

  constructor(private readonly page: string) {}

  /** The lean page, or which bound it breaks. */
  run(): LeanPage | "elements" | "characters" {
    const { page } = this;
    let at = 0;
    while (at < page.length) {
      const less = page.indexOf("<", at);
      this.text(page.slice(at, less < 0 ? page.length : less));
      if (less < 0) break;
      at = this.markup(less);
      const bound = this.broken();
      if (bound !== null) return bound;
    }
    const bound = this.broken();
    if (bound !== null) return bound;
    this.closeDownTo(0);
    return { html: this.out.join(""), jsonLd: this.jsonLd };
  }

  private broken(): "elements" | "characters" | null {
    if (this.elements > MAX_ELEMENTS || this.entities > MAX_ENTITIES) return "elements";
    return this.size > MAX_LEAN_CHARACTERS ? "characters" : null;
  }

  private write(text: string): void {
    this.size += text.length;
    this.out.push(text);
  }

  private text(text: string): void {
    if (text === "") return;
    if (!text.includes("&")) {
      this.write(text);
      return;
    }
    const decoded = text.replace(REFERENCE, decodeReference);
    for (let at = decoded.indexOf("&"); at >= 0; at = decoded.indexOf("&", at + 1)) {
      this.entities += 1;
    }
    this.write(decoded);
  }

  /** Reads what begins with the `<` at `less`; gives where it ends. */
  private markup(less: number): number {
    const { page } = this;
    const next = page.charCodeAt(less + 1);
    if (isLetter(next)) return this.tag(less);
    if (next === 0x2f && isLetter(page.charCodeAt(less + 2))) return this.endTag(less);
    if (page.startsWith("<!--", less)) return this.behind("-->", less + 4);
    if (page.startsWith("<![CDATA[", less)) {
      const end = page.indexOf("]]>", less);
      this.text(page.slice(less + 9, end < 0 ? page.length : end).replaceAll("<", "&lt;"));
      return end < 0 ? page.length : end + 3;
    }
    if (next === 0x21 || next === 0x3f || next === 0x2f) return this.behind(">", less + 1);
    this.write("&lt;");
    return less + 1;
  }

  private behind(what: string, from: number): number {
    const end = this.page.indexOf(what, from);
    return end < 0 ? this.page.length : end + what.length;
  }

  private nameAt(at: number): string {
    const { page } = this;
    let end = at;
    for (;;) {
      const code = page.charCodeAt(end);
      if (Number.isNaN(code) || isSpace(code) || code === 0x3e || code === 0x2f) break;
      end += 1;
    }
    return page.slice(at, end);
  }

  private endTag(less: number): number {
    const name = this.nameAt(less + 2).toLowerCase();
    const least = Math.max(0, this.open.length - MAX_LOOK_BACK);
    for (let i = this.open.length - 1; i >= least; i--) {
      if (this.open[i]?.name !== name) continue;
      this.closeDownTo(i);
      break;
    }
    if (name === "p" || name === "div") this.write("\n");
    return this.behind(">", less);
  }

  private closeDownTo(length: number): void {
    while (this.open.length > length) {
      const written = this.open.pop()?.written ?? null;
      if (written === null) continue;
      this.depth -= 1;
      this.write(`</${written}>`);
    }
  }

  private tag(less: number): number {
    const { page } = this;
    const name = this.nameAt(less + 1);
    const lower = name.toLowerCase();
    const attributes = new Map<string, string>();
    const end = this.attributes(less + 1 + name.length, attributes);
    if (DROPPED.has(lower)) return this.dropped(lower, attributes, end);
    if (VOID.has(lower)) {
      if (KEPT_VOID.has(lower)) {
        if (BLOCKS.has(lower)) this.endParagraph();
        this.elements += 1;
        this.write(`<${lower}${this.written(attributes)}>`);
      }
      return end;
    }
    if (FORMATTING.has(lower)) return end;
    const isClosed = page.charCodeAt(end - 2) === 0x2f;
    if (isClosed && !BLOCKS.has(lower)) return end;
    this.start(lower, attributes);
    return end;
  }

  private endParagraph(): void {
    if (this.open.at(-1)?.name === "p") this.closeDownTo(this.open.length - 1);
  }

  private start(name: string, attributes: ReadonlyMap<string, string>): void {
    if (BLOCKS.has(name)) this.endParagraph();
    const ends = ENDS[name];
    while (ends?.has(this.open.at(-1)?.name ?? "")) this.closeDownTo(this.open.length - 1);
    // A span that is not told apart by anything is text.
    const isPlain = name === "span" && attributes.size === 0;
    if (isPlain || this.depth >= MAX_DEPTH) {
      // Counted all the same: what is left open has to be looked through.
      this.elements += isPlain ? 0 : 1;
      if (!isPlain) this.write("\n");
      this.open.push({ name, written: null });
      return;
    }
    this.elements += 1;
    this.depth += 1;
    // Some systems of old put the whole page into one form.
    const written = name === "form" && this.depth <= 5 ? "div" : name;
    this.write(`<${written}${this.written(attributes)}>`);
    this.open.push({ name, written });
  }

  private written(attributes: ReadonlyMap<string, string>): string {
    let out = "";
    for (const [name, value] of attributes) {
      out += ` ${name}="${value.slice(0, MAX_ATTRIBUTE_CHARACTERS).replaceAll('"', "&quot;")}"`;
    }
    return out;
  }

  /** Reads attributes from `at` on into a map; gives the place behind the `>`. */
  private attributes(at: number, into: Map<string, string>): number {
    const { page } = this;
    let next = at;
    for (;;) {
      let code = page.charCodeAt(next);
      while (isSpace(code) || code === 0x2f) code = page.charCodeAt(++next);
      if (Number.isNaN(code)) return page.length;
      if (code === 0x3e) return next + 1;
      const start = next;
      while (!Number.isNaN(code) && !isSpace(code) && code !== 0x3e && code !== 0x2f) {
        if (code === 0x3d && next > start) break;
        code = page.charCodeAt(++next);
      }
      const name = page.slice(start, Math.min(next, start + 40)).toLowerCase();
      while (isSpace(code)) code = page.charCodeAt(++next);
      let value = "";
      if (code === 0x3d) {
        code = page.charCodeAt(++next);
        while (isSpace(code)) code = page.charCodeAt(++next);
        const from = next;
        if (code === 0x22 || code === 0x27) {
          const end = page.indexOf(code === 0x22 ? '"' : "'", from + 1);
          if (end < 0) return page.length;
          value = page.slice(from + 1, end);
          next = end + 1;
        } else {
          while (!Number.isNaN(code) && !isSpace(code) && code !== 0x3e) {
            code = page.charCodeAt(++next);
          }
          value = page.slice(from, next);
        }
      }
      if (KEPT_ATTRIBUTES.has(name)) into.set(name, value);
      else if (
        name === "style" &&
        /display\s*:\s*none|visibility\s*:\s*hidden/i.test(value.slice(0, 400))
      ) {
        into.set("hidden", "");
      } else if (name === "type") into.set("type", value.slice(0, 60));
    }
  }

  /** Passes over an element whose content is no text of the page. */
  private dropped(name: string, attributes: ReadonlyMap<string, string>, from: number): number {
    const { page } = this;
    if (this.unclosed.has(name)) return from;
    const closing = new RegExp(`</${name}[\\s/>]`, "gi");
    closing.lastIndex = from;
    const found = closing.exec(page);
    if (!found) {
      this.unclosed.add(name);
      // An unclosed script or style runs to the end of the page.
      return name === "script" || name === "style" ? page.length : from;
    }
    const isData = name === "script" && /ld\+json/i.test(attributes.get("type") ?? "");
    if (isData && this.jsonLd.length < MAX_JSON_LD) {
      this.jsonLd.push(page.slice(from, Math.min(found.index, from + MAX_JSON_LD_CHARACTERS)));
    }
    return this.behind(">", found.index);
  }
}

/** The lean page, or the name of the bound it breaks. Takes time linear in the page's length. */
export function leanPage(page: string): LeanPage | "elements" | "characters" {
  return new Leaning(page).run();
}
