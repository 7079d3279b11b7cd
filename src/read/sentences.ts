import type { Range } from "../core/contract.js";
import type { Sentence } from "../text/layer.js";
import type { LexedText, Line } from "./lines.js";

const ENDS: ReadonlySet<string> = new Set([".", "!", "?", "؟", "…", "۔"]);
const CLOSING: ReadonlySet<string> = new Set(['"', "”", "»", "″", ")", "]", "’"]);
/** Lines this share of the usual length of unended lines, or longer, were broken by a margin. */
const WRAPPED_SHARE = 0.6;
/** A line of so few words is never a headline by itself when the next one continues it. */
const FRAGMENT_WORDS = 2;
/** A sentence longer than this many tokens is cut at its next comma: hostile or endless text. */
const LONGEST_SENTENCE = 400;

/**
 * Sentences of the article. A line break ends a sentence unless the text is wrapped there: the
 * report breaks other lines in mid-sentence at a like width, or a lone word stands on the line.
 */
export function splitSentences(
  text: LexedText,
  lines: readonly Line[],
  furniture: readonly Range[],
): Sentence[] {
  const { tokens } = text;
  const sentences: Sentence[] = [];
  const width = wrapWidth(lines);
  let paragraph = -1;
  let first = -1;
  const close = (last: number, heading: boolean): void => {
    const from = tokens[first];
    const to = tokens[last - 1];
    if (first >= 0 && from && to && last > first) {
      sentences.push({ first, last, start: from.start, end: to.end, paragraph, heading });
    }
    first = -1;
  };
  let previous: Line | null = null;
  let next = 0;
  for (const line of lines) {
    while ((furniture[next]?.[1] ?? Number.POSITIVE_INFINITY) <= line.start) next++;
    const cut = furniture[next]?.[0] ?? Number.POSITIVE_INFINITY;
    if (cut <= line.start) {
      if (previous) close(previous.last, !previous.ended);
      previous = null;
      continue;
    }
    const wrapped = previous !== null && first >= 0 && isWrapped(previous, line, width);
    if (!wrapped) {
      if (previous) close(previous.last, previous.first === first && !previous.ended);
      paragraph++;
    }
    if (first < 0) first = line.first;
    const lineEnd = cut < line.end ? tokenAt(tokens, cut, line) : line.last;
    for (let at = line.first; at < lineEnd; at++) {
      if (!endsHere(text, at, lineEnd, first)) continue;
      let last = at + 1;
      while (last < lineEnd && CLOSING.has(tokens[last]?.form ?? "") && !tokens[last]?.spaced)
        last++;
      close(last, false);
      if (last < lineEnd) first = last;
      at = last - 1;
    }
    if (lineEnd < line.last) {
      // The rest of the line is furniture: the article goes on with the next one.
      close(lineEnd, false);
      previous = null;
      continue;
    }
    previous = line;
  }
  if (previous) close(previous.last, previous.first === first && !previous.ended);
  return sentences;
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

function endsHere({ tokens }: LexedText, at: number, lineEnd: number, first: number): boolean {
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
  // Dots of an ellipsis, of initials (د. محمد, أ.ف.ب) and of a list number end nothing.
  if (next.form === ".") return false;
  const before = tokens[at - 1];
  if (tokens[at - 1]?.form === "." && !next.spaced) return false;
  if (before?.kind === "word" && before.form.length <= 1 && !token.spaced) return false;
  if (before?.kind === "number" && at - 1 === first) return false;
  return next.spaced || CLOSING.has(next.form) || next.kind === "word";
}
