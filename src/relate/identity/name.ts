import { tokenize } from "../../text/tokens.js";
import type { Spelling } from "../spelling.js";

/** A name taken apart for comparison. */
export interface Name {
  /** Folded words, marks left out. */
  readonly words: readonly string[];
  /** Folded words without articles, joined by spaces. */
  readonly bare: string;
  /**
   * What names in it, folded: "عبد العزيز" and "أبو زيد" as one, "son of" and "de" left out, so that
   * who writes them and who does not write the same.
   */
  readonly units: readonly string[];
  readonly unitSkeletons: readonly string[];
  /** For each unit: it follows "son of". */
  readonly unitOfFather: readonly boolean[];
  /** The units without articles, joined by spaces. */
  readonly core: string;
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
  const { units, unitOfFather } = unitsOf(words, spelling);
  const core = units.map(spelling.bareForm).join(" ");
  const unitSkeletons = units.map(spelling.skeletonOf);
  return {
    words,
    bare,
    units,
    unitSkeletons,
    unitOfFather,
    core,
    skeleton,
    starts,
    ofFather,
    parts,
  };
}

function unitsOf(
  words: readonly string[],
  spelling: Spelling,
): Pick<Name, "units" | "unitOfFather"> {
  const units: string[] = [];
  const unitOfFather: boolean[] = [];
  let prefix = "";
  for (const [at, word] of words.entries()) {
    const isInner = at > 0 && at < words.length - 1;
    if (isInner && (spelling.isFilial(word) || spelling.isNameParticle(word))) continue;
    if (spelling.isNamePrefix(word) && at < words.length - 1) {
      prefix += word;
      continue;
    }
    units.push(prefix + word);
    unitOfFather.push(at > 0 && spelling.isFilial(words[at - 1] as string));
    prefix = "";
  }
  return { units, unitOfFather };
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
  if (a.core === b.core) return "same-words";
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
    const [more, fewer] = a.units.length >= b.units.length ? [a, b] : [b, a];
    if (beginsWith(more, fewer)) return "beginning-of";
    if (sharesEnds(more, fewer)) return "first-and-last";
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

/** The units of the shorter are the first of the longer: "خالد بن مساوى" of "خالد مساوى حمدي". */
const beginsWith = (long: Name, short: Name): boolean =>
  short.units.length >= 2 &&
  short.units.length < long.units.length &&
  short.units.every((unit, at) => unit === long.units[at]);

function sharesEnds(long: Name, short: Name): boolean {
  const last = long.units.length - 1;
  return (
    short.units.length === 2 &&
    last >= 2 &&
    !long.unitOfFather[last] &&
    soundsAlike(short, 0, long, 0) &&
    soundsAlike(short, 1, long, last)
  );
}

/** One letter is no skeleton to go by: such units must be spelled alike. */
function soundsAlike(a: Name, at: number, b: Name, place: number): boolean {
  if (a.units[at] === b.units[place]) return true;
  const sound = a.unitSkeletons[at] ?? "";
  return sound.length >= 2 && sound === b.unitSkeletons[place];
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
