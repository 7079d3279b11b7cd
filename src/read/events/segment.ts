import type { NamePhrase } from "./scene.js";

/** A noun phrase of a clause, and the preposition it stands behind. */
export interface Segment {
  /** Token of the preposition, or of the noun that bears it. */
  readonly start: number;
  readonly first: number;
  readonly last: number;
  /** Folded; empty for a bare noun phrase. */
  readonly prep: string;
  /** Goes on a list: bears a joined "and", and shares the preposition before it. */
  readonly joined: boolean;
  /** The name that the phrase is, titles included; null where its head is another noun. */
  readonly name: NamePhrase | null;
  /** Behind a comma: an adjunct, no subject or object. */
  readonly loose: boolean;
}
