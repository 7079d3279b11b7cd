import type { Range } from "../../core/contract.js";
import type { LineMorphology } from "../../lang/line-morphology.js";
import {
  isBareName,
  isEntry,
  isMarked,
  isSignature,
  isSigned,
  isStamp,
  opensZone,
  SHORT_LINE_WORDS,
} from "./furniture-marks.js";
import { isHeadline } from "./headline-shape.js";
import type { LexedText, Line } from "./lines.js";
import { describeLine, has, type PageLine } from "./page-lines.js";

/** Right below the body a sentence of so few words still belongs to it. */
const LAST_WORDS = 3;
/** Below a list of other reports only a paragraph of this many words resumes the article. */
const RESUMING_WORDS = 18;
/** A menu has at least so many entries; what stands between two menus of the second size is theirs. */
const MENU_LINES = 3;
const LARGE_MENU = 5;
/** A label of the article between it and the foot of the page has at most so many words. */
const LABEL_WORDS = 3;
/** A headline has at least so many words, where menus stand above it. */
const HEADLINE_WORDS = 4;
/** An invitation to read on inside a paragraph runs to its end, if that is no further than this. */
const LONGEST_INLINE = 30;
/** Labels behind the last sentence of the text, where their title says so: at most so many tokens. */
const LONGEST_TAGS = 20;

/**
 * Page text that is not the article: menus above it, related headlines, comment and newsletter
 * lines below, invitations to read on in its midst. Ranges are whole lines, or the tail of one.
 * What nothing marks as furniture is kept: a line too many is dull, a line lost is a figure lost.
 */
export function findFurniture(
  text: LexedText,
  lines: readonly Line[],
  morphology: LineMorphology,
): Range[] {
  const page = lines.map((line) => describeLine(text, line, morphology));
  const isFurniture = new Page(text, page, morphology).tellFurniture();
  const furniture: Range[] = [];
  for (const [index, line] of page.entries()) {
    if (isFurniture[index]) furniture.push([line.start, line.end]);
    else {
      const inline = inlineFrom(text, line, index === page.length - 1);
      if (inline) furniture.push(inline);
    }
  }
  return furniture;
}

/** The lines of one text: the head above the first paragraph, the body, the tail below the last. */
class Page {
  private readonly marked: readonly boolean[];
  private readonly zones: readonly boolean[];
  /** Index of the first paragraph, or the number of lines where there is none. */
  private readonly bodyStart: number;
  /** Index of the last line of the article; that of the last line of all where no body is told. */
  private readonly articleEnd: number;
  /** Index of the lowest line above the body that could be the headline; -1 where there is none. */
  private readonly headline: number;

  constructor(
    private readonly text: LexedText,
    private readonly lines: readonly PageLine[],
    private readonly morphology: LineMorphology,
  ) {
    this.marked = lines.map((line) => isMarked(text, line));
    this.zones = lines.map((line) => opensZone(text, line));
    const first = lines.findIndex((_, index) => this.isBody(index));
    this.bodyStart = first < 0 ? lines.length : first;
    this.articleEnd = this.findEnd();
    this.headline = this.findHeadline();
  }

  tellFurniture(): readonly boolean[] {
    const told = this.marked.map((marked, index) => marked && !this.tellsDay(index));
    this.tellEditors(told);
    this.tellHead(told);
    this.tellZones(told);
    this.tellTail(told);
    return told;
  }

  private isBody(index: number): boolean {
    return this.lines[index]?.body === true && !this.marked[index];
  }

  /** A stamp above the article is the report's own, unless it heads the page. */
  private tellsDay(index: number): boolean {
    const line = this.lines[index];
    return (
      line !== undefined &&
      index < this.bodyStart &&
      isStamp(this.text, line) &&
      !has(line, "furniture.credit") &&
      !this.isEditor(index + 1)
    );
  }

  private isEditor(index: number): boolean {
    const line = this.lines[index];
    const unit = line?.units.find(({ classes }) => classes.includes("furniture.editor"));
    return unit !== undefined && unit.first === line?.first && unit.last === line.last;
  }

  /** The last of the body above the lists of other reports, with a short sentence below it. */
  private findEnd(): number {
    let last = -1;
    let zone = false;
    let final = false;
    for (const [index, line] of this.lines.entries()) {
      if (last >= 0 && this.zones[index]) {
        zone = true;
        final ||= has(line, "furniture.final");
      }
      if (final) continue;
      if (this.isBody(index) && (!zone || line.words >= RESUMING_WORDS)) {
        last = index;
        zone = false;
      } else if (!zone && last >= 0 && last === index - 1 && this.isLastWord(index)) last = index;
    }
    return last < 0 ? this.lines.length : last;
  }

  /** "ولم تعلق المعارضة بعد.": a sentence that closes the article in a paragraph of its own. */
  private isLastWord(index: number): boolean {
    const line = this.lines[index];
    return line !== undefined && line.words >= LAST_WORDS && line.stopped && !this.marked[index];
  }

  /** "Editor-in-chief" alone on its line, the name below it, and the date above. */
  private tellEditors(told: boolean[]): void {
    for (let at = 0; at < this.bodyStart; at++) {
      if (!this.isEditor(at)) continue;
      told[at] = true;
      const [above, below] = [this.lines[at - 1], this.lines[at + 1]];
      if (above && isStamp(this.text, above)) told[at - 1] = true;
      if (below && at + 1 < this.bodyStart && isBareName(this.text, below)) told[at + 1] = true;
    }
  }

  /** Menus above the article, what stands between two of them, and section names. */
  private tellHead(told: boolean[]): void {
    const { lines, bodyStart } = this;
    let lastMenu = -1;
    for (let first = 0; first < bodyStart; ) {
      const end = this.entriesFrom(first);
      if (end - first >= MENU_LINES && this.namesSections(first, end)) {
        told.fill(true, first, end);
        if (lastMenu >= 0 && end - first >= LARGE_MENU && end <= this.headline)
          told.fill(true, lastMenu, first);
        lastMenu = end;
      }
      first = Math.max(end, first + 1);
    }
    for (let at = 0; at < bodyStart; at++) {
      const line = lines[at];
      if (!line) continue;
      if (line.units.some((unit) => isSectionName(line, unit))) told[at] = true;
      if (at > this.headline && this.headline >= 0 && isSigned(this.text, line)) told[at] = true;
      if (this.tellsDay(at) || this.isHeadline(at)) told[at] = false;
    }
  }

  /** Where the run of menu entries that starts at a line ends; the line itself where it is none. */
  private entriesFrom(first: number): number {
    let end = first;
    while (end < this.bodyStart && this.isEntryAt(end)) end++;
    const last = this.lines[end - 1];
    // A line that stands apart at its end may be a short headline.
    return end - first > MENU_LINES && last && last.breaks >= 2 && last.units.length === 0
      ? end - 1
      : end;
  }

  private isEntryAt(index: number): boolean {
    const line = this.lines[index];
    return line !== undefined && isEntry(this.text, line);
  }

  private namesSections(first: number, end: number): boolean {
    for (let at = first; at < end; at++) {
      const line = this.lines[at];
      if (line && (has(line, "furniture.section") || has(line, "furniture.line"))) return true;
    }
    return false;
  }

  /** The lowest line above the first paragraph that could be the headline; -1 where there is none. */
  private findHeadline(): number {
    for (let at = this.bodyStart - 1; at >= 0; at--) {
      const line = this.lines[at];
      if (!line || this.marked[at] || this.zones[at] || this.tellsDay(at)) continue;
      if (line.words >= HEADLINE_WORDS) return at;
    }
    return -1;
  }

  /** The headline, or the same words once more: pages repeat it above the picture. */
  private isHeadline(index: number): boolean {
    const { headline, lines, text } = this;
    const [line, other] = [lines[index], lines[headline]];
    if (!line || !other || line.words !== other.words) return false;
    const wordsOf = (one: PageLine): string =>
      text.tokens
        .slice(one.first, one.last)
        .flatMap(({ kind, form }) => (kind === "punct" ? [] : [form]))
        .join(" ");
    return index === headline || wordsOf(line) === wordsOf(other);
  }

  /** Lists of other reports: from their title to the paragraph that resumes the article. */
  private tellZones(told: boolean[]): void {
    const { lines, articleEnd, bodyStart } = this;
    if (bodyStart === lines.length) return;
    let zone = false;
    for (let at = 0; at < Math.min(lines.length, articleEnd); at++) {
      const line = lines[at];
      if (!line) continue;
      if (this.zones[at]) zone = true;
      else if (this.isBody(at) && (line.words >= RESUMING_WORDS || at === bodyStart)) zone = false;
      else if (at < bodyStart && this.isHeadline(at)) zone = false;
      if (zone && !this.tellsDay(at)) told[at] = true;
    }
  }

  /** Below the article: all behind the title of a list, and before it what has a headline's shape. */
  private tellTail(told: boolean[]): void {
    const { lines, text } = this;
    let closed = false;
    let listed = false;
    const closing = this.nextClosing();
    for (let at = this.articleEnd + 1; at < lines.length; at++) {
      const line = lines[at];
      if (!line) continue;
      closed ||= this.closes(at);
      if (closed) {
        told[at] = true;
        continue;
      }
      if (told[at]) continue;
      const short = (!line.ended || isCut(text, line)) && !line.joined;
      const apart = line.breaks >= 2 || listed;
      if (apart && isHeadline(text, line, this.morphology)) {
        listed = true;
        told[at] = true;
      } else if (isSignature(text, line) || (short && isBeside(line, apart && closing, listed))) {
        told[at] = true;
      } else listed = false;
    }
  }

  /** Whether the title of a list or a line of the page's foot comes below the article. */
  private nextClosing(): boolean {
    for (let at = this.articleEnd + 1; at < this.lines.length; at++)
      if (this.closes(at)) return true;
    return false;
  }

  private closes(index: number): boolean {
    const line = this.lines[index];
    if (!line) return false;
    return (
      this.zones[index] === true || (this.marked[index] === true && has(line, "furniture.line"))
    );
  }
}

/** A line that is nothing but the name of a section: "منوعات". */
const isSectionName = (line: PageLine, unit: PageLine["units"][number]): boolean =>
  unit.classes.includes("furniture.section") &&
  unit.first === line.first &&
  unit.last === line.last;

/** A label above the foot of the page, or a short line in a list of headlines. */
const isBeside = ({ words }: PageLine, aboveFoot: boolean, listed: boolean): boolean =>
  (aboveFoot && words <= LABEL_WORDS) || (listed && words <= SHORT_LINE_WORDS);

/** Cut short by the page: "…". */
const isCut = ({ tokens }: LexedText, line: PageLine): boolean =>
  tokens[line.last - 1]?.form === "…";

/** From "read also" to the end of its sentence, or of the line: the paragraph may go on behind it. */
function inlineFrom(text: LexedText, line: PageLine, isLast: boolean): Range | null {
  const { tokens } = text;
  for (const { first, classes } of line.units) {
    const start = tokens[first];
    const before = tokens[first - 1];
    if (!start) continue;
    if (classes.includes("furniture.tags")) {
      if (isLast && first > line.first && isTagged(text, first, line))
        return [start.start, line.end];
      continue;
    }
    if (!classes.includes("furniture.inline")) continue;
    if (first > line.first && before?.kind === "word") continue;
    const last = endOfInvitation(text, first, line);
    if (last - first > LONGEST_INLINE) continue;
    return [start.start, tokens[last - 1]?.end ?? line.end];
  }
  return null;
}

/** "… في الحادث. سمات حريق مستودع": labels behind the last sentence, words and numbers only. */
function isTagged({ tokens }: LexedText, first: number, line: PageLine): boolean {
  if (tokens[first - 1]?.kind !== "punct" || line.last - first > LONGEST_TAGS) return false;
  for (let at = first + 1; at < line.last; at++) if (tokens[at]?.kind === "punct") return false;
  return line.last - first > 1;
}

/** Behind the first lone full stop; the two dots of a headline end nothing. */
function endOfInvitation({ tokens }: LexedText, from: number, line: PageLine): number {
  for (let at = from; at < line.last; at++) {
    if (tokens[at]?.form !== ".") continue;
    if (tokens[at - 1]?.form === "." || tokens[at + 1]?.form === ".") continue;
    return at + 1;
  }
  return line.last;
}
