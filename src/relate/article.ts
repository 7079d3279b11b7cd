/** The words of a report's article, furniture and marks left out, in order. */
export interface Article {
  readonly report: string;
  /** What each word is, by the number of its folded form: equal words have equal numbers. */
  readonly words: Int32Array;
  /** UTF-16 offsets of each word in the report's text. */
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  /** The words that tell what it is about, each once, in the order in which they are first met. */
  readonly topics: Topics;
}

export interface Topics {
  /** Folded, without their article. */
  readonly words: readonly string[];
  /** The square root of how often each stands there. */
  readonly weights: Float64Array;
}
