import { fold, foldCode, isInvisible } from "./fold.js";
import { type Spelling, Spellings } from "./spellings.js";

/** `word`: letters of any script. `number`: digits with inner separators. `punct`: any other single mark. */
export type TokenKind = "word" | "number" | "punct";

/** A token of the text. `start` and `end` count UTF-16 code units of the source. */
export interface Token {
  readonly kind: TokenKind;
  readonly start: number;
  readonly end: number;
  /** Folded form; see `fold`. Inner joiners, tatweel and the breaks of a censored word are gone. */
  readonly form: string;
  /** True where white space stands before it. */
  readonly spaced: boolean;
  /** Line breaks between the token before and this one; two or more make a paragraph. */
  readonly breaks: number;
  /** How it is written, shared by all tokens that are written so. */
  readonly spelling: Spelling;
}

enum Kind {
  Other = 1,
  Space = 2,
  Break = 3,
  Digit = 4,
  Letter = 5,
  /** Dropped when folded, and part of a word: diacritics, tatweel, joiners. */
  Mark = 6,
}

/** Longer runs than any word: cut, so that one endless "word" cannot weigh on what follows. */
const LONGEST_WORD = 64;
const TATWEEL = 0x0640;

/** Kind of each code unit; filled as they are met. */
const kinds = new Uint8Array(0x10000);

function kindOf(code: number): Kind {
  let known: number = kinds[code] ?? Kind.Other;
  if (known === 0) {
    known = classify(code);
    kinds[code] = known;
  }
  return known;
}

function classify(code: number): Kind {
  if (code === 0x0a || code === 0x0d || code === 0x2028 || code === 0x2029 || code === 0x85) {
    return Kind.Break;
  }
  if (code <= 0x20 || code === 0xa0 || code === 0x3000 || code === 0x202f) return Kind.Space;
  if (code >= 0x2000 && code <= 0x200a) return Kind.Space;
  if (isInvisible(code)) return Kind.Mark;
  const folded = foldCode(code);
  if (folded === 0) return Kind.Mark;
  if (folded >= 0x30 && folded <= 0x39) return Kind.Digit;
  // Surrogates: letters beyond the basic plane are rare in news; emoji are not words.
  if (code >= 0xd800 && code <= 0xdfff) return Kind.Other;
  return /\p{L}|\p{M}/u.test(String.fromCharCode(code)) ? Kind.Letter : Kind.Other;
}

/** Separators that may stand inside a number: `12,500` `12.500` `12٬500` `12٫5` `23،00`. */
function isNumberSeparator(code: number): boolean {
  return code === 0x2c || code === 0x2e || code === 0x66b || code === 0x66c || code === 0x60c;
}

/** Read behind the end of a text by who looks ahead: white space, which goes on nothing. */
const PADDING = 8;
/** Longer texts get units of their own. */
const KEPT_UNITS = 1 << 16;
/** Used again for every text: the code units of the one that is cut, left-overs behind them. */
const keptUnits = new Uint16Array(KEPT_UNITS);

function unitsOf(text: string): Uint16Array {
  const { length } = text;
  const isLong = length + PADDING > KEPT_UNITS;
  const units = isLong ? new Uint16Array(length + PADDING) : keptUnits;
  for (let at = 0; at < length; at++) units[at] = text.charCodeAt(at);
  units.fill(0, length, length + PADDING);
  return units;
}

/** Splits a text into tokens in one pass; cost is linear in its length. */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  const { length } = text;
  const codes = unitsOf(text);
  let at = 0;
  let spaced = false;
  let breaks = 0;
  while (at < length) {
    const code = codes[at] ?? 0;
    const kind = kindOf(code);
    if (kind === Kind.Space || kind === Kind.Break) {
      spaced = true;
      // A carriage return with its line feed is one break.
      if (kind === Kind.Break && !(code === 0x0a && at > 0 && codes[at - 1] === 0x0d)) breaks++;
      at++;
      continue;
    }
    if (kind === Kind.Mark && !(code === TATWEEL)) {
      at++;
      continue;
    }
    const start = at;
    let tokenKind: TokenKind;
    if (kind === Kind.Digit) {
      at = endOfNumber(codes, at, length);
      tokenKind = "number";
    } else if (kind === Kind.Letter || kind === Kind.Mark) {
      at = endOfWord(codes, at, length);
      tokenKind = "word";
    } else {
      at++;
      // A surrogate pair is one mark.
      if (code >= 0xd800 && code <= 0xdbff && at < length) {
        const low = codes[at] ?? 0;
        if (low >= 0xdc00 && low <= 0xdfff) at++;
      }
      tokenKind = "punct";
    }
    const spelling = spellings.of(codes, start, at);
    const { form } = spelling;
    if (form === "") continue;
    tokens.push({ kind: tokenKind, start, end: at, form, spaced, breaks, spelling });
    spaced = false;
    breaks = 0;
  }
  return tokens;
}

function endOfNumber(codes: Uint16Array, start: number, length: number): number {
  let at = start;
  while (at < length) {
    if (kindOf(codes[at] ?? 0) === Kind.Digit) {
      at++;
      continue;
    }
    const separator = pastInvisible(codes, at, length);
    if (!isNumberSeparator(codes[separator] ?? 0)) break;
    const next = pastInvisible(codes, separator + 1, length);
    if (kindOf(codes[next] ?? 0) !== Kind.Digit) break;
    at = next + 1;
  }
  return at;
}

/** Editors put direction marks round the separator of a number: they part nothing. */
function pastInvisible(codes: Uint16Array, start: number, length: number): number {
  let at = start;
  while (at < length && isInvisible(codes[at] ?? 0)) at++;
  return at;
}

function endOfWord(codes: Uint16Array, start: number, length: number): number {
  const limit = Math.min(length, start + LONGEST_WORD);
  let at = start;
  while (at < limit) {
    const kind = kindOf(codes[at] ?? 0);
    if (kind === Kind.Letter || kind === Kind.Mark) {
      at++;
      continue;
    }
    const joined = endOfCensorBreak(codes, start, at);
    if (joined === at) break;
    at = joined;
  }
  return at;
}

/**
 * Words are broken up to slip past filters: `شهـ ـداء`, `مـ ـقـ ـتـ ـل`, `يعد*مون`, `قت.ل`.
 * Returns where the word goes on after the break at `at`, or `at` where it does not.
 */
function endOfCensorBreak(codes: Uint16Array, start: number, at: number): number {
  const code = codes[at] ?? 0;
  if (code !== 0x20 && code !== 0x2a && code !== 0x2e) return at;
  const before = at > 0 ? (codes[at - 1] ?? 0) : 0;
  const next = codes[at + 1] ?? 0;
  if (code === 0x20) return next === TATWEEL && before === TATWEEL ? at + 1 : at;
  if (!isArabicLetter(next) || !isArabicLetter(before)) return at;
  if (code === 0x2a) return at + 1;
  // "قت.ل" but not "قال.وأضاف" (a missing space) nor "أ.د" (initials): both pieces are short.
  const left = at - start;
  let right = 0;
  while (right < 4 && isArabicLetter(codes[at + 1 + right] ?? 0)) right++;
  if (left >= 2 && left <= 3 && right <= 2) return at + 1;
  return before === TATWEEL || next === TATWEEL ? at + 1 : at;
}

function isArabicLetter(code: number): boolean {
  return code >= 0x0600 && code <= 0x06ff && (kindOf(code) === Kind.Letter || code === TATWEEL);
}

const spellings = new Spellings((source) => {
  const kind = kindOf(source.charCodeAt(0));
  if (kind === Kind.Digit) return fold(source);
  // What breaks a censored word is taken out of it, too.
  return kind === Kind.Letter || kind === Kind.Mark ? fold(source).replace(/[ *.]/g, "") : source;
});
