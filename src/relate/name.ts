import { tokenize } from "../text/tokens.js";
import type { Spelling } from "./spelling.js";

/** A name taken apart for comparison. */
export interface Name {
  /** Folded words, marks left out. */
  readonly words: readonly string[];
  /** Folded words without articles, joined by spaces. */
  readonly bare: string;
  /** The skeletons of all words run together, doubled letters at the joints made one. */
  readonly skeleton: string;
  /** Where in `skeleton` each word begins. */
  readonly starts: readonly number[];
  /** For each word: it follows a word for "son of". */
  readonly ofFather: readonly boolean[];
  /** Words that name, without "son of" and with "Abu X" as one. */
  readonly parts: number;
}

/** Names are met over and over; past this many the cache starts anew, so that it stays small. */
const CACHE_LIMIT = 20_000;
const parsed = new WeakMap<Spelling, Map<string, Name>>();

/** The same name is taken apart once. */
export function parseName(text: string, spelling: Spelling): Name {
  let known = parsed.get(spelling);
  if (!known || known.size >= CACHE_LIMIT) parsed.set(spelling, (known = new Map()));
  let name = known.get(text);
  if (!name) known.set(text, (name = takeApart(text, spelling)));
  return name;
}

function takeApart(text: string, spelling: Spelling): Name {
  const tokens = tokenize(text).filter((token) => token.kind !== "punct");
  const words = tokens.map((token) => token.form);
  const starts: number[] = [];
  const ofFather: boolean[] = [];
  let skeleton = "";
  let parts = 0;
  for (const [i, token] of tokens.entries()) {
    const before = words[i - 1];
    const piece = spelling.skeletonOf(text.slice(token.start, token.end));
    const overlaps = skeleton !== "" && skeleton[skeleton.length - 1] === piece[0];
    starts.push(overlaps ? skeleton.length - 1 : skeleton.length);
    skeleton += overlaps ? piece.slice(1) : piece;
    ofFather.push(before !== undefined && spelling.isFilial(before));
    if (!spelling.isFilial(token.form) && !spelling.isNamePrefix(token.form)) parts++;
  }
  const bare = words.map(spelling.bareForm).join(" ");
  return { words, bare, skeleton, starts, ofFather, parts };
}

/** How a short form stands to a longer name of one person. */
export type NameMatch =
  | "same-words"
  | "same-skeleton"
  | "end-of"
  | "beginning-of"
  | "first-and-last"
  | "near-skeleton";

/** Skeletons shorter than this match too many names; such names must agree word for word. */
const SHORTEST_TELLING_SKELETON = 4;

/**
 * How two person names of two words or more can be one; null where they cannot. A name that is the
 * end of another after "son of" is the father's, so it does not match.
 */
export function matchNames(a: Name, b: Name): NameMatch | null {
  if (a.bare === b.bare) return "same-words";
  const [long, short] = a.skeleton.length >= b.skeleton.length ? [a, b] : [b, a];
  if (short.skeleton.length < SHORTEST_TELLING_SKELETON) return null;
  if (a.skeleton === b.skeleton) return "same-skeleton";
  const at = long.skeleton.length - short.skeleton.length;
  if (long.skeleton.endsWith(short.skeleton)) {
    const word = long.starts.indexOf(at);
    if (word > 0 && !long.ofFather[word]) return "end-of";
  }
  if (short.parts >= 2) {
    if (
      long.skeleton.startsWith(short.skeleton) &&
      long.starts.includes(short.skeleton.length) &&
      short.words.length < long.words.length
    ) {
      return "beginning-of";
    }
    if (sharesEnds(long, short)) return "first-and-last";
    if (isNear(long.skeleton, short.skeleton)) return "near-skeleton";
  }
  return null;
}

/** The last word of `name` alone ("توكاييف"), or a family name of two words run together. */
export function isSurnameOf(short: Name, name: Name): boolean {
  const at = name.skeleton.length - short.skeleton.length;
  if (at <= 0 || short.skeleton.length < 2 || !name.skeleton.endsWith(short.skeleton)) return false;
  const word = name.starts.indexOf(at);
  return word > 0 && !name.ofFather[word];
}

function sharesEnds(long: Name, short: Name): boolean {
  const first = wordSkeleton(short, 0);
  const last = wordSkeleton(short, short.words.length - 1);
  return (
    short.words.length === 2 &&
    long.words.length > 2 &&
    first.length >= 2 &&
    last.length >= 2 &&
    first === wordSkeleton(long, 0) &&
    last === wordSkeleton(long, long.words.length - 1) &&
    !long.ofFather[long.words.length - 1]
  );
}

function wordSkeleton(name: Name, index: number): string {
  return name.skeleton.slice(name.starts[index], name.starts[index + 1] ?? name.skeleton.length);
}

/** One letter more, less or other, in names long enough for that to be a slip. */
const SHORTEST_NEAR = 7;
function isNear(long: string, short: string): boolean {
  if (short.length < SHORTEST_NEAR || long.length - short.length > 1) return false;
  let head = 0;
  while (head < short.length && long[head] === short[head]) head++;
  const skip = long.length === short.length ? 1 : 0;
  return long.slice(head + 1) === short.slice(head + skip);
}
