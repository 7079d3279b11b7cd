import { searchWords } from "./search-words.js";

type Range = readonly [start: number, end: number];

/** The part of a text that shows why it was found. */
export interface SearchExcerpt {
  /** UTF-16 code units of the text, `[start, end)`; it begins and ends between words. */
  readonly span: Range;
  /** The words that were searched for, as they stand in the text; each within the span. */
  readonly lit: readonly Range[];
}

/** Letters with the marks that stand on them: what folding takes for one word. */
const WORD = /[\p{L}\p{N}\p{M}ـ]+/gu;
/** Code units that are looked through: a longer report shows what stands in its beginning. */
const MOST_LOOKED_THROUGH = 40_000;
/** Code units shown before the first word that was found, so that it is read in its place. */
const LEAD = 60;

/**
 * Where most of the words that are searched for stand within `length` code units; the beginning of the
 * text where none does. Linear in the text.
 * @param isWanted of a word as `searchWords` gives it
 */
export function searchExcerpt(
  text: string,
  isWanted: (word: string) => boolean,
  length: number,
): SearchExcerpt {
  const hits = hitsIn(text.slice(0, MOST_LOOKED_THROUGH), isWanted);
  const together = densest(hits, length - LEAD);
  // The beginning needs no "…", and tells of what the report is.
  const isInBeginning = together === null || together[1] <= length;
  const start = isInBeginning ? 0 : afterSpace(text, together[0] - LEAD, together[0]);
  const end = beforeSpace(text, Math.min(start + length, text.length), start);
  const lit = hits.map(({ range }) => range).filter(([from, to]) => from >= start && to <= end);
  return { span: [start, end], lit };
}

interface Hit {
  readonly word: string;
  readonly range: Range;
}

function hitsIn(text: string, isWanted: (word: string) => boolean): Hit[] {
  const hits: Hit[] = [];
  for (const { 0: raw, index } of text.matchAll(WORD)) {
    const [word = ""] = searchWords(raw);
    if (isWanted(word)) hits.push({ word, range: [index, index + raw.length] });
  }
  return hits;
}

/** From the first to the last of the hits within `length`: of most different words, then of most. */
function densest(hits: readonly Hit[], length: number): Range | null {
  const within = new Map<string, number>();
  let best: Range | null = null;
  let most = 0;
  let last = 0;
  for (const [at, hit] of hits.entries()) {
    for (; last < hits.length; last++) {
      const { word, range } = hits[last] as Hit;
      if (last > at && range[1] - hit.range[0] > length) break;
      within.set(word, (within.get(word) ?? 0) + 1);
    }
    const weight = within.size * hits.length + (last - at);
    if (weight > most) {
      most = weight;
      best = [hit.range[0], (hits[last - 1] as Hit).range[1]];
    }
    const left = (within.get(hit.word) ?? 1) - 1;
    if (left === 0) within.delete(hit.word);
    else within.set(hit.word, left);
  }
  return best;
}

/** The first place behind a space from `at` on, at most `to`. */
function afterSpace(text: string, at: number, to: number): number {
  const space = text.slice(at, to).search(/\s/u);
  return space < 0 ? to : at + space + 1;
}

/** The last place before a space up to `at`, unless the text ends there or no space stands behind `from`. */
function beforeSpace(text: string, at: number, from: number): number {
  if (at >= text.length) return text.length;
  const cut = text.slice(from, at + 1).search(/\s\S*$/u);
  return cut <= 0 ? at : from + cut;
}
