import type { NameMention } from "../names/mention.js";

/** The entity named in tokens `[first, last)`: a person before the body he speaks for. */
export type EntityIn = (
  first: number,
  last: number,
  /** Names that may be meant; all where absent. */
  fits?: (name: NameMention) => boolean,
) => string | null;
