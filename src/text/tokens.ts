import { fold, foldCode, isInvisible } from "./fold.js";

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

/** Kind of each code unit, and whether it stands for itself in a folded form; filled as they are met. */
const kinds = new Uint8Array(0x10000);
const FOLDS = 0x80;

function kindOf(code: number): Kind {
  let known = kinds[code] ?? Kind.Other;
  if (known === 0) {
    const letter = String.fromCharCode(code);
    // What breaks a censored word is taken out of it, too.
    const folds = fold(letter) !== letter || code === 0x20 || code === 0x2a || code === 0x2e;
    known = classify(code) | (folds ? FOLDS : 0);
    kinds[code] = known;
  }
  return known & ~FOLDS;
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

/** Splits a text into tokens in one pass; cost is linear in its length. */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  const length = text.length;
  let at = 0;
  let spaced = false;
  let breaks = 0;
  while (at < length) {
    const code = text.charCodeAt(at);
    const kind = kindOf(code);
    if (kind === Kind.Space || kind === Kind.Break) {
      spaced = true;
      // A carriage return with its line feed is one break.
      if (kind === Kind.Break && !(code === 0x0a && text.charCodeAt(at - 1) === 0x0d)) breaks++;
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
      at = endOfNumber(text, at);
      tokenKind = "number";
    } else if (kind === Kind.Letter || kind === Kind.Mark) {
      at = endOfWord(text, at);
      tokenKind = "word";
    } else {
      at++;
      // A surrogate pair is one mark.
      if (code >= 0xd800 && code <= 0xdbff && at < length) {
        const low = text.charCodeAt(at);
        if (low >= 0xdc00 && low <= 0xdfff) at++;
      }
      tokenKind = "punct";
    }
    const form = formOf(text, start, at, tokenKind);
    if (form === "") continue;
    tokens.push({ kind: tokenKind, start, end: at, form, spaced, breaks });
    spaced = false;
    breaks = 0;
  }
  return tokens;
}

function endOfNumber(text: string, start: number): number {
  let at = start;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (kindOf(code) === Kind.Digit) {
      at++;
      continue;
    }
    const separator = pastInvisible(text, at);
    if (!isNumberSeparator(text.charCodeAt(separator))) break;
    const next = pastInvisible(text, separator + 1);
    if (kindOf(text.charCodeAt(next)) !== Kind.Digit) break;
    at = next + 1;
  }
  return at;
}

/** Editors put direction marks round the separator of a number: they part nothing. */
function pastInvisible(text: string, start: number): number {
  let at = start;
  while (at < text.length && isInvisible(text.charCodeAt(at))) at++;
  return at;
}

function endOfWord(text: string, start: number): number {
  let at = start;
  const limit = start + LONGEST_WORD;
  while (at < text.length && at < limit) {
    const kind = kindOf(text.charCodeAt(at));
    if (kind === Kind.Letter || kind === Kind.Mark) {
      at++;
      continue;
    }
    const joined = endOfCensorBreak(text, start, at);
    if (joined === at) break;
    at = joined;
  }
  return at;
}

/**
 * Words are broken up to slip past filters: `شهـ ـداء`, `مـ ـقـ ـتـ ـل`, `يعد*مون`, `قت.ل`.
 * Returns where the word goes on after the break at `at`, or `at` where it does not.
 */
function endOfCensorBreak(text: string, start: number, at: number): number {
  const next = text.charCodeAt(at + 1);
  if (text.charCodeAt(at) === 0x20) {
    return next === TATWEEL && text.charCodeAt(at - 1) === TATWEEL ? at + 1 : at;
  }
  if (!isArabicLetter(next) || !isArabicLetter(text.charCodeAt(at - 1))) return at;
  if (text.charCodeAt(at) === 0x2a) return at + 1;
  if (text.charCodeAt(at) === 0x2e) {
    // "قت.ل" but not "قال.وأضاف" (a missing space) nor "أ.د" (initials): both pieces are short.
    const left = at - start;
    let right = 0;
    while (right < 4 && isArabicLetter(text.charCodeAt(at + 1 + right))) right++;
    if (left >= 2 && left <= 3 && right <= 2) return at + 1;
    if (text.charCodeAt(at - 1) === TATWEEL || next === TATWEEL) return at + 1;
  }
  return at;
}

function isArabicLetter(code: number): boolean {
  return code >= 0x0600 && code <= 0x06ff && (kindOf(code) === Kind.Letter || code === TATWEEL);
}

/** Words are met over and over; past this many the cache starts anew, so that it stays small. */
const CACHE_LIMIT = 50_000;
let foldedWords = new Map<string, string>();

function formOf(text: string, start: number, end: number, kind: TokenKind): string {
  const source = text.slice(start, end);
  if (kind === "punct") return source;
  let clean = true;
  for (let at = start; at < end && clean; at++)
    clean = ((kinds[text.charCodeAt(at)] ?? FOLDS) & FOLDS) === 0;
  if (clean) return source;
  if (kind === "number") return fold(source);
  let form = foldedWords.get(source);
  if (form === undefined) {
    form = fold(source).replace(/[ *.]/g, "");
    if (foldedWords.size >= CACHE_LIMIT) foldedWords = new Map();
    foldedWords.set(source, form);
  }
  return form;
}
