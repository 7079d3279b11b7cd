/** What a person types into the search field, for either database. */
import { searchWords } from "../engine.js";

/** Words that must follow one another; of one word alone, itself. */
interface Phrase {
  readonly words: readonly string[];
  /** The last of them may go on. */
  readonly isBeginning: boolean;
}

export interface SearchQuery {
  readonly wanted: readonly Phrase[];
  readonly unwanted: readonly Phrase[];
}

const PART = /(-?)(?:"([^"]*)"|(\S+))/gu;
const MOST_PARTS = 30;

/**
 * `words all of which stand there`, `"words in a row"`, `-without`, `beginn*`. Anything may be typed:
 * what is no word is passed over.
 */
export function parseSearch(text: string): SearchQuery {
  const wanted: Phrase[] = [];
  const unwanted: Phrase[] = [];
  for (const [, minus, quoted, bare = ""] of [...text.matchAll(PART)].slice(0, MOST_PARTS)) {
    const words = searchWords(quoted ?? bare);
    if (words.length === 0) continue;
    const isBeginning = quoted === undefined && bare.endsWith("*");
    (minus ? unwanted : wanted).push({ words, isBeginning });
  }
  return { wanted, unwanted };
}

/** Whether a word of a text, as `searchWords` gives it, is one of those that are searched for. */
export function wantedBy(text: string): (word: string) => boolean {
  const { wanted } = parseSearch(text);
  const words = new Set(wanted.flatMap((phrase) => phrase.words));
  const beginnings = wanted.flatMap(({ words: own, isBeginning }) =>
    isBeginning ? own.slice(-1) : [],
  );
  return (word) => words.has(word) || beginnings.some((one) => word.startsWith(one));
}

/** @returns null where nothing is searched for */
export function asFts5({ wanted, unwanted }: SearchQuery): string | null {
  if (wanted.length === 0) return null;
  // Words are letters and digits alone, so that quotes need no care.
  const say = ({ words, isBeginning }: Phrase): string =>
    `"${words.join(" ")}"${isBeginning ? " *" : ""}`;
  const all = wanted.map(say).join(" AND ");
  return unwanted.length === 0 ? all : `(${all}) NOT (${unwanted.map(say).join(" OR ")})`;
}

/** @returns null where nothing is searched for */
export function asTsquery({ wanted, unwanted }: SearchQuery): string | null {
  if (wanted.length === 0) return null;
  const say = ({ words, isBeginning }: Phrase): string =>
    `(${words.map((word, at) => `'${word}'${isBeginning && at === words.length - 1 ? ":*" : ""}`).join(" <-> ")})`;
  return [...wanted.map(say), ...unwanted.map((one) => `!${say(one)}`)].join(" & ");
}
