/** A layer of reading, as an explanation calls it. */
export type LayerName =
  | "numbers"
  | "times"
  | "names"
  | "quantities"
  | "figures"
  | "attribution"
  | "events"
  | "offices"
  | "memberships"
  | "attributes";

/** Something that a layer read, or considered and let go. */
export interface Noted {
  readonly layer: LayerName;
  /** Tokens `[first, last)`. */
  readonly first: number;
  readonly last: number;
  readonly rule: string;
  /** Null where it was kept, else why it lost: a sentence of English. */
  readonly lost: string | null;
  readonly value: unknown;
}

/** A stretch of tokens read by a rule; an `Annotation` of the text layer is one. */
interface Found {
  readonly first: number;
  readonly last: number;
  readonly rule: string;
  readonly value?: unknown;
}

/**
 * What was read and what lost, kept while one report is read, for whoever asks why. It hangs on the
 * text layer that every reader is given; where nobody asked there is none, and nothing is kept.
 */
export class Trace {
  readonly notes: Noted[] = [];

  keep(layer: LayerName, annotations: readonly Found[]): void {
    for (const { first, last, rule, value } of annotations) {
      this.notes.push({ layer, first, last, rule, lost: null, value });
    }
  }

  lose(layer: LayerName, { first, last, rule, value }: Found, why: string): void {
    this.notes.push({ layer, first, last, rule, lost: why, value: value ?? null });
  }
}
