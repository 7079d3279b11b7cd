import type { TextLayer } from "../text/layer.js";
import { markOf } from "../text/marks.js";

const CLASSED = markOf([], ({ classes }) => classes.size > 0);

/**
 * Some lexicon knows a class of the token's word. One token of six has none: a mark, a number, an unknown word. This
 * passes over it without its word, and those lie far from one another.
 */
export const isClassed = ({ marks }: TextLayer, at: number): boolean =>
  ((marks[at] ?? 0) & CLASSED) !== 0;
