import type { Range } from "../../core/contract.js";
import type { Sentence } from "../../text/layer.js";
import type { LexedText, Line } from "./lines.js";

const ENDS: ReadonlySet<string> = new Set([".", "!", "?", "؟", "…", "۔"]);
const CLOSING: ReadonlySet<string> = new Set(['"', "”", "»", "″", ")", "]", "’"]);
const OPENING: ReadonlySet<string> = new Set(['"', "“", "«", "(", "["]);
/** Lines this share of the usual length of unended lines, or longer, were broken by a margin. */
const WRAPPED_SHARE = 0.6;
/** A line of so few words is never a headline by itself when the next one continues it. */
const FRAGMENT_WORDS = 2;
/** Letters of a foreign alphabet have names of so many letters: دبليو aside. */
const LONGEST_SPELT = 3;
/** So many where all that stands about them is such letters: إتش. */
const LONGEST_LETTER = 4;
/** A sentence longer than this many tokens is cut at its next comma: hostile or endless text. */
const LONGEST_SENTENCE = 400;

/**
 * Sentences of the article. A line break ends a sentence unless the text is wrapped there: the
 * report breaks other lines in mid-sentence at a like width, or a lone word stands on the line.
 * @param article of the language, as it is joined to a noun
 */
export function splitSentences(
  text: LexedText,
  lines: readonly Line[],
  furniture: readonly Range[],
  article: string,
): Sentence[] {
  const splitter = new Splitter(text, wrapWidth(lines), article);
  let next = 0;
  for (const line of lines) {
    while ((furniture[next]?.[1] ?? Number.POSITIVE_INFINITY) <= line.start) next++;
    const cut = furniture[next];
    if (!cut || cut[0] >= line.end) splitter.read(line, line.first, line.last);
    else {
      // The line, or the part of it before and behind an invitation to read on.
      const first = tokenAt(text.tokens, cut[0], line);
      const last = tokenAt(text.tokens, cut[1], line);
      if (first > line.first) splitter.read(line, line.first, first);
      splitter.interrupt();
      if (last < line.last) splitter.read(line, last, line.last);
    }
  }
  splitter.interrupt();
  return splitter.sentences;
}

/** Collects sentences over lines; a line break ends one unless the text is wrapped there. */
class Splitter {
  readonly sentences: Sentence[] = [];
  private previous: Line | null = null;
  private paragraph = -1;
  /** First token of the open sentence; -1 where none is. */
  private first = -1;

  constructor(
    private readonly text: LexedText,
    private readonly width: number,
    private readonly article: string,
  ) {}

  /** Reads the tokens `[first, last)` of a line. */
  read(line: Line, first: number, last: number): void {
    const { previous } = this;
    const wrapped = previous !== null && this.first >= 0 && isWrapped(previous, line, this.width);
    if (!wrapped && previous !== line) {
      this.interrupt();
      this.paragraph++;
    }
    if (this.first < 0) this.first = first;
    for (let at = first; at < last; at++) {
      if (!endsHere(this.text, at, last, this.first, this.article)) continue;
      const end = behindClosing(this.text, at + 1, last);
      this.close(end, false);
      if (end < last) this.first = end;
      at = end - 1;
    }
    this.previous = line;
    this.open = last;
  }

  /** Token behind the last one read. */
  private open = 0;

  /** Ends the open sentence; what is read next begins a new one. */
  interrupt(): void {
    const { previous } = this;
    if (previous) this.close(this.open, previous.first === this.first && !previous.ended);
    this.previous = null;
  }

  private close(last: number, heading: boolean): void {
    const { first, paragraph } = this;
    const from = this.text.tokens[first];
    const to = this.text.tokens[last - 1];
    if (first >= 0 && from && to && last > first) {
      this.sentences.push({ first, last, start: from.start, end: to.end, paragraph, heading });
    }
    this.first = -1;
  }
}

function behindClosing({ tokens }: LexedText, from: number, limit: number): number {
  let at = from;
  while (at < limit && CLOSING.has(tokens[at]?.form ?? "") && !tokens[at]?.spaced) at++;
  return at;
}

/** Index of the first token of the line at or behind an offset. */
function tokenAt(tokens: LexedText["tokens"], offset: number, line: Line): number {
  let at = line.first;
  while (at < line.last && (tokens[at]?.start ?? offset) < offset) at++;
  return at;
}

/** Usual width of lines that stop without ending a sentence, where the next line follows at once. */
function wrapWidth(lines: readonly Line[]): number {
  const lengths: number[] = [];
  for (let at = 0; at + 1 < lines.length; at++) {
    const line = lines[at];
    if (line && !line.ended && lines[at + 1]?.breaks === 1) lengths.push(line.end - line.start);
  }
  lengths.sort((a, b) => b - a);
  // Two such lines may be a headline and a place line; three of a like width are a margin.
  const third = lengths[2];
  return lengths.length >= 3 && third !== undefined && third >= 40 && third <= 140 ? third : 0;
}

function isWrapped(previous: Line, line: Line, width: number): boolean {
  if (line.breaks !== 1 || previous.ended || width === 0) return false;
  const words = previous.last - previous.first;
  return words <= FRAGMENT_WORDS || previous.end - previous.start >= width * WRAPPED_SHARE;
}

function endsHere(
  { tokens }: LexedText,
  at: number,
  lineEnd: number,
  first: number,
  article: string,
): boolean {
  const token = tokens[at];
  if (!token) return false;
  if (
    at - first > LONGEST_SENTENCE &&
    (token.form === "،" || token.form === "," || at - first > 2 * LONGEST_SENTENCE)
  ) {
    return true;
  }
  if (token.kind !== "punct" || !ENDS.has(token.form)) return false;
  const next = tokens[at + 1];
  if (!next || at + 1 >= lineEnd) return true;
  if (token.form !== ".") return next.spaced || !ENDS.has(next.form);
  // The two dots of a headline join its halves.
  if (tokens[at - 1]?.form === "." && tokens[at - 2]?.form !== ".") return false;
  if (isInAddress(tokens, at)) return false;
  // Dots of an ellipsis, of initials (د. محمد, أ.ف.ب) and of a list number end nothing.
  if (next.form === ".") return false;
  const before = tokens[at - 1];
  if (tokens[at - 1]?.form === "." && !next.spaced) return false;
  if (before?.kind === "word" && before.form.length <= 1 && !token.spaced) return false;
  if (before?.kind === "number" && at - 1 === first) return false;
  // "أو.في.دي": letters of a foreign name spelt out, up to the quotation mark that ends it.
  if (!token.spaced && !next.spaced && CLOSING.has(tokens[at + 2]?.form ?? "")) {
    const isAll = OPENING.has(tokens[at - 2]?.form ?? "") && before?.spaced === false;
    if (!tokens[at + 2]?.spaced && (isAll || next.form.length <= LONGEST_SPELT)) return false;
  }
  if (isBetweenLetters(tokens, at)) return false;
  // "إذاعة آر.تي.إي. الحكومية": the last dot of letters spelt out, in front of what describes the name.
  if (!token.spaced && isSpelt(tokens, at - 1) && next.form.startsWith(article)) return false;
  return next.spaced || CLOSING.has(next.form) || next.kind === "word";
}

/** "www.example.org", "kayan@example.com": Latin on both sides, and no space. */
function isInAddress(tokens: LexedText["tokens"], at: number): boolean {
  const [before, dot, behind] = [tokens[at - 1], tokens[at], tokens[at + 1]];
  if (!before || !dot || !behind || dot.spaced || behind.spaced) return false;
  return LATIN.test(before.form) && LATIN.test(behind.form);
}

const LATIN = /^[a-z0-9]*[a-z][a-z0-9]*$/i;

/** "إتش.إس.بي.سي", "إتش. إس. بي. سي": between names of letters, of which there are three or more. */
function isBetweenLetters(tokens: LexedText["tokens"], at: number): boolean {
  const isLetter = (token: number): boolean =>
    tokens[token]?.kind === "word" && (tokens[token]?.form.length ?? 0) <= LONGEST_LETTER;
  const isDot = (token: number): boolean => tokens[token]?.form === "." && !tokens[token]?.spaced;
  if (!isLetter(at - 1) || !isLetter(at + 1)) return false;
  return (isDot(at - 2) && isLetter(at - 3)) || (isDot(at + 2) && isLetter(at + 3));
}

/** The last of several letters of a foreign name, parted by dots. */
function isSpelt(tokens: LexedText["tokens"], at: number): boolean {
  const [letter, dot, before] = [tokens[at], tokens[at - 1], tokens[at - 2]];
  if (!letter || !before || dot?.form !== "." || dot.spaced || letter.spaced) return false;
  return letter.form.length <= LONGEST_SPELT && before.form.length <= LONGEST_SPELT;
}
