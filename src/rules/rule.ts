import type { TextLayer } from "../text/layer.js";
import type { Reading } from "../text/word.js";

/** What a named element of a pattern took: tokens `[first, last)`, and what stood there. */
export interface Capture {
  readonly first: number;
  readonly last: number;
  /** The lexicon reading, where the element asked for a class. */
  readonly reading: Reading | null;
  /** The value of the annotation, where the element asked for one. */
  readonly value: unknown;
}

export interface Match {
  readonly first: number;
  readonly last: number;
  readonly captures: ReadonlyMap<string, Capture>;
  readonly layer: TextLayer;
}

/**
 * A rule as data: only `build` is code. `build` may refuse a match (null), as where the
 * numbers in it are no date.
 */
export interface Rule<T> {
  /** Unique in its layer, dotted, kebab-case: `time.weekday-date`. */
  readonly id: string;
  readonly pattern: string;
  /** Of two rules over the same tokens the higher wins; 0 if not given. */
  readonly priority?: number;
  readonly build: (match: Match) => T | null;
}
