import { foldCode } from "../../text/fold.js";
import type { AccountIndex, ReportEntry } from "./account-index.js";

type Range = readonly [start: number, end: number];

/** A sentence that holds all the words that are searched for. */
export interface Found {
  readonly entry: ReportEntry;
  readonly sentence: Range;
  /** Where the words stand in the report. */
  readonly lit: readonly Range[];
  /** Ids of the claims that the sentence carries. */
  readonly claims: readonly string[];
}

/** A text folded as the engine folds it, with the place of each letter in the source. */
interface Folded {
  readonly text: string;
  readonly places: Uint32Array;
}

function folded(text: string): Folded {
  const places = new Uint32Array(text.length + 1);
  const codes: string[] = [];
  for (let at = 0; at < text.length; at++) {
    const code = foldCode(text.charCodeAt(at));
    if (code === 0) continue;
    places[codes.length] = at;
    codes.push(String.fromCharCode(code));
  }
  places[codes.length] = text.length;
  return { text: codes.join(""), places };
}

/** Reports are folded once, when they are first searched. */
const kept = new WeakMap<ReportEntry, Folded>();

function foldedReport(entry: ReportEntry): Folded {
  const known = kept.get(entry);
  if (known) return known;
  const made = folded(entry.report.text);
  kept.set(entry, made);
  return made;
}

/** Sentences shown at most: a word that stands everywhere finds nothing by standing there. */
export const MOST_FOUND = 200;

/** The words of a query, folded, each once. */
export const wordsOfQuery = (query: string): string[] => [
  ...new Set(folded(query).text.split(/\s+/).filter(Boolean)),
];

/**
 * Sentences of the account's reports with all the words, in the account's order. A word is found
 * inside longer ones too, as Arabic joins what other languages part.
 */
export function search(index: AccountIndex, query: string): Found[] {
  const words = wordsOfQuery(query);
  const found: Found[] = [];
  if (words.length === 0) return found;
  for (const entry of index.reports.values()) {
    const { text, places } = foldedReport(entry);
    if (!words.every((word) => text.includes(word))) continue;
    for (const sentence of entry.report.sentences) {
      const lit = hitsIn(text, places, sentence, words);
      if (lit === null) continue;
      const claims = entry.claims
        .filter(({ span }) => span[0] < sentence[1] && span[1] > sentence[0])
        .map(({ id }) => id);
      found.push({ entry, sentence, lit, claims });
      if (found.length >= MOST_FOUND) return found;
    }
  }
  return found;
}

/** Where the words stand in a sentence; null where one of them does not. */
function hitsIn(
  text: string,
  places: Uint32Array,
  [start, end]: Range,
  words: readonly string[],
): Range[] | null {
  const from = firstAt(places, start, text.length);
  const to = firstAt(places, end, text.length);
  const own = text.slice(from, to);
  const hits: Range[] = [];
  for (const word of words) {
    let at = own.indexOf(word);
    if (at < 0) return null;
    for (; at >= 0; at = own.indexOf(word, at + word.length)) {
      const last = places[from + at + word.length - 1] ?? end;
      hits.push([places[from + at] ?? start, last + 1]);
    }
  }
  return hits;
}

/** The first folded letter that stands at or after a place of the source. */
function firstAt(places: Uint32Array, place: number, length: number): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((places[middle] as number) < place) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** A text as the engine folds it, to look for the words of a query in. */
export const foldedText = (text: string): string => folded(text).text;
