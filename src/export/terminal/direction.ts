/**
 * Right-to-left text in a left-to-right terminal. Terminals that know bidirectional text order
 * each run by themselves; they only need to be told where a run ends, or else a number, a bar or
 * a bracket beside it is drawn on its wrong side. So runs are put between isolates, and nothing
 * is ever reshaped or reversed: what is copied out of the terminal is the text itself.
 */

/** Right-to-left isolate, and pop isolate (Unicode standard annex 9). No width. */
const OPEN = "\u2067";
const CLOSE = "\u2069";

/** Signs of the layout: a run never reaches across them. */
const LAYOUT_SIGNS = /([←→↔·│×]+)/;

const RIGHT_TO_LEFT =
  /[\u0590-\u05ff\u0600-\u0605\u0608\u060b\u060d\u061b-\u064a\u066d-\u066f\u0671-\u06d5\u06ee\u06ef\u06fa-\u07ff\u0860-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;
const LETTER = /\p{L}/u;
const LATIN = /[A-Za-z\u00c0-\u024f]/;
/** Where a run of Arabic inside a left-to-right text ends: its words do not reach past these. */
const RUN_END = /[A-Za-z\u00c0-\u024f(),;:[\]]/;
const EDGES = /^(\s*)([\s\S]*?)(\s*)$/;

/** A text that begins with a foreign name is still Arabic where it holds this many times more of it. */
const MOSTLY = 8;

/** True for a text to be read from the right: it begins so and is so for the most part. */
export function isRightToLeft(text: string): boolean {
  const first = LETTER.exec(text);
  if (first === null) return false;
  let arabic = 0;
  let latin = 0;
  for (const char of text) {
    if (RIGHT_TO_LEFT.test(char)) arabic += 1;
    else if (LATIN.test(char)) latin += 1;
  }
  return RIGHT_TO_LEFT.test(first[0]) ? arabic >= latin : arabic > latin * MOSTLY;
}

/** Puts the whole text into one isolate, spaces at its ends left outside. */
export function isolateAll(text: string): string {
  const [, before = "", inner = "", after = ""] = EDGES.exec(text) ?? [];
  return inner === "" ? text : `${before}${OPEN}${inner}${CLOSE}${after}`;
}

/** The last place in `text` where a right-to-left letter stands, or -1. */
function lastRightToLeft(text: string): number {
  for (let i = text.length - 1; i >= 0; i--) if (RIGHT_TO_LEFT.test(text[i]!)) return i;
  return -1;
}

/** Isolates each run inside a left-to-right text. */
function isolateRuns(text: string): string {
  let out = "";
  let rest = text;
  for (;;) {
    const start = rest.search(RIGHT_TO_LEFT);
    if (start < 0) return out + rest;
    const foreign = rest.slice(start).search(RUN_END);
    const limit = foreign < 0 ? rest.length : start + foreign;
    const run = rest.slice(start, limit);
    const end = start + lastRightToLeft(run) + 1;
    out += `${rest.slice(0, start)}${OPEN}${rest.slice(start, end)}${CLOSE}`;
    rest = rest.slice(end);
  }
}

/** One line with every right-to-left run isolated; unchanged where there is none. */
export function isolate(line: string): string {
  if (!RIGHT_TO_LEFT.test(line)) return line;
  return line
    .split(LAYOUT_SIGNS)
    .map((part) => (isRightToLeft(part) ? isolateAll(part) : isolateRuns(part)))
    .join("");
}

/**
 * Text as it can be shown on a terminal: one line, without control characters (an escape sequence
 * in a report must not reach the terminal) and without direction marks of its own.
 */
export function showable(text: string): string {
  return text
    .replace(/[\s\u2028\u2029]+/g, " ")
    .replace(/[\p{Cc}\u061c\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/gu, "")
    .trim();
}

/** At most `limit` characters, cut at a space where one is near, with a mark of the cut. */
export function clip(text: string, limit: number): string {
  const clean = showable(text);
  if (clean.length <= limit) return clean;
  const space = clean.lastIndexOf(" ", limit - 1);
  return `${clean.slice(0, space > limit / 2 ? space : limit - 1).trimEnd()}…`;
}
