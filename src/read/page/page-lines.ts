import type { LineMorphology } from "../../lang/line-morphology.js";
import { markOf } from "../../text/marks.js";
import type { LexedText, Line } from "./lines.js";

const ANY = markOf([
  "furniture.zone",
  "furniture.line",
  "furniture.counter",
  "furniture.credit",
  "furniture.author",
  "furniture.byline",
  "furniture.outlet",
  "furniture.section",
  "furniture.inline",
  "furniture.tags",
  "furniture.foot",
  "furniture.policy",
  "furniture.reader",
  "furniture.end",
]);
/** A line of the article's body: this many words, closed by a full stop. */
const BODY_WORDS = 6;
/** A paragraph without its full stop is still body when it is this long and reads as sentences. */
const LONG_BODY_WORDS = 30;
/** Sentences have at least one preposition, particle or mark in so many words; menus have none. */
const WORDS_PER_BINDER = 10;
/** A line of this many words that begins with "and" goes on with the article. */
const JOINED_WORDS = 8;
/** Words and numbers are counted among so many first tokens: in a longer line nobody asks how many. */
const COUNTED_TOKENS = 60;
/** An abbreviation before a dot has at most so many letters: "د." */
const ABBREVIATED = 2;

const NO_UNITS: readonly Unit[] = [];
const BINDERS: readonly string[] = ["preposition", "that", "relative", "negation", "clause.front"];

/** Words of the lexicon of page furniture at tokens `[first, last)`. */
export interface Unit {
  readonly first: number;
  readonly last: number;
  readonly classes: readonly string[];
}

/** What is known of a line by itself, wherever it stands. */
export interface PageLine extends Line {
  /** Words among its first tokens; of a long paragraph no more than those. */
  readonly words: number;
  readonly numbers: number;
  /** Longest first at each token; they do not overlap. */
  readonly units: readonly Unit[];
  /** Closed by a full stop; question and exclamation marks close headlines too. */
  readonly stopped: boolean;
  /** Begins with "and": goes on with what was said. */
  readonly joined: boolean;
  /** Reads as a paragraph of the article. */
  readonly body: boolean;
}

export function describeLine(text: LexedText, line: Line, morphology: LineMorphology): PageLine {
  let words = 0;
  let numbers = 0;
  /** Words before the first full stop that others follow; 0 where there is none. */
  let sentence = 0;
  let units: Unit[] | null = null;
  let covered = line.first;
  const counted = Math.min(line.last, line.first + COUNTED_TOKENS);
  for (let at = line.first; at < counted; at++) {
    const token = text.tokens[at];
    if (token?.kind === "word") words++;
    else if (token?.kind === "number") numbers++;
    else if (sentence < BODY_WORDS && isInnerStop(text, at, line)) sentence = words;
  }
  for (let at = line.first; at < line.last; at++) {
    if (((text.marks[at] ?? 0) & ANY) === 0 || at < covered) continue;
    const unit = unitAt(text, at);
    if (!unit || unit.last > line.last) continue;
    units ??= [];
    units.push(unit);
    covered = unit.last;
  }
  const stopped = endsWithStop(text, line);
  const joined = isJoined(text, line, morphology);
  const body =
    (words >= BODY_WORDS && stopped) ||
    sentence >= BODY_WORDS ||
    (words >= JOINED_WORDS && joined) ||
    (words >= LONG_BODY_WORDS && isBound(text, line, words));
  // Field by field: a copied object costs several times as much, and every line of a page is one.
  const { first, last, start, end, breaks, ended } = line;
  const found = units ?? NO_UNITS;
  return {
    first,
    last,
    start,
    end,
    breaks,
    ended,
    words,
    numbers,
    units: found,
    stopped,
    joined,
    body,
  };
}

export const has = (line: PageLine, name: string): boolean =>
  line.units.some(({ classes }) => classes.includes(name));

/** The entry of the furniture lexicon that starts at a token: a phrase before a word. */
function unitAt({ words, phrases }: LexedText, at: number): Unit | null {
  let last = at;
  let classes: readonly string[] = [];
  for (const phrase of phrases[at] ?? []) {
    const names = phrase.reading.entry.classes;
    if (phrase.last < last || !isFurniture(names)) continue;
    classes = phrase.last > last ? names : [...classes, ...names];
    last = phrase.last;
  }
  if (last > at) return { first: at, last, classes };
  for (const { entry, enclitic, preposition } of words[at]?.readings ?? []) {
    if (isFurniture(entry.classes) && !enclitic && !preposition)
      classes = [...classes, ...entry.classes];
  }
  return classes.length > 0 ? { first: at, last: at + 1, classes } : null;
}

const isFurniture = (classes: readonly string[]): boolean =>
  classes.some((name) => name.startsWith("furniture."));

function endsWithStop({ tokens }: LexedText, line: Line): boolean {
  for (let at = line.last - 1; at >= line.first; at--) {
    const token = tokens[at];
    if (token?.kind !== "punct") return false;
    if (token.form === ".") return tokens[at - 1]?.form !== ".";
    if (token.form === "…" || token.form === "؟" || token.form === "!") return false;
  }
  return false;
}

/** A lone dot with more behind it: neither the two dots of a headline nor an abbreviation's. */
function isInnerStop({ tokens }: LexedText, at: number, line: Line): boolean {
  if (tokens[at]?.form !== "." || at + 1 >= line.last) return false;
  const before = tokens[at - 1];
  const behind = tokens[at + 1];
  if (before?.form === "." || behind?.form === "." || !behind?.spaced) return false;
  return before?.kind !== "word" || before.form.length > ABBREVIATED;
}

function isJoined({ tokens, words }: LexedText, line: Line, morphology: LineMorphology): boolean {
  const word = words[line.first];
  if (!word || tokens[line.first]?.kind !== "word") return false;
  if (word.readings.length === 0) return morphology.isJoined(word.form);
  return word.readings.every(({ conjunction }) => conjunction !== "");
}

/** Held together by prepositions, particles and marks, as sentences are and menus are not. */
function isBound({ tokens, words }: LexedText, line: Line, count: number): boolean {
  const enough = Math.ceil(count / WORDS_PER_BINDER);
  let binders = 0;
  for (let at = line.first; at < line.last && binders < enough; at++) {
    const classes = words[at]?.classes;
    if (tokens[at]?.kind === "punct" || BINDERS.some((name) => classes?.has(name))) binders++;
  }
  return binders >= enough;
}
