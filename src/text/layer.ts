import type { Range } from "../core/contract.js";
import type { Token } from "./tokens.js";
import type { Trace } from "./trace.js";
import type { Phrase, Word } from "./word.js";

/** A sentence of the article: tokens `[first, last)`, code units `[start, end)`. */
export interface Sentence {
  readonly first: number;
  readonly last: number;
  readonly start: number;
  readonly end: number;
  /** Number of the paragraph it stands in, from 0. */
  readonly paragraph: number;
  /** True for a line without end punctuation that stands alone: a headline or sub-heading. */
  readonly heading: boolean;
}

/** The text as every later layer sees it. Furniture has tokens but belongs to no sentence. */
export interface TextLayer {
  readonly text: string;
  readonly tokens: readonly Token[];
  /** The lexicon's word for each token; same indices as `tokens`. */
  readonly words: readonly Word[];
  /** Many-word lexicon entries by the token they start at, longest first. */
  readonly phrases: readonly (readonly Phrase[] | undefined)[];
  /** What each token may be to the layers; see `markOf`. */
  readonly marks: Int32Array;
  readonly sentences: readonly Sentence[];
  /** Page text that is not the article: ordered, not overlapping. */
  readonly furniture: readonly Range[];
  /** Index of the sentence a token stands in; -1 for furniture. */
  readonly sentenceOf: Int32Array;
  /** Where the readers note what lost, and why; only where somebody asks. */
  readonly trace: Trace | null;
}

/** A stretch of tokens `[first, last)` read as something by a named rule. */
export interface Annotation<T> {
  readonly first: number;
  readonly last: number;
  readonly rule: string;
  readonly value: T;
}

/** Code units of the tokens `[first, last)`. */
export function rangeOf(layer: TextLayer, first: number, last: number): Range {
  const start = layer.tokens[first];
  const end = layer.tokens[last - 1];
  if (!start || !end)
    throw new RangeError(`No tokens [${first}, ${last}) in a text of ${layer.tokens.length}`);
  return [start.start, end.end];
}

/** The source words of the tokens `[first, last)`. */
export function textOf(layer: TextLayer, first: number, last: number): string {
  const [start, end] = rangeOf(layer, first, last);
  return layer.text.slice(start, end);
}
