/** A run of text, lit or not. */
export interface Piece {
  readonly text: string;
  readonly lit: boolean;
}

type Range = readonly [start: number, end: number];

/**
 * The text of a range in runs, lit where one of the ranges covers it; white space on the edges is
 * left out and line breaks inside read as spaces.
 */
export function litPieces(text: string, [start, end]: Range, lit: readonly Range[]): Piece[] {
  const edges = new Set([start, end]);
  for (const [a, b] of lit) {
    if (a > start && a < end) edges.add(a);
    if (b > start && b < end) edges.add(b);
  }
  const order = [...edges].sort((a, b) => a - b);
  const pieces: Piece[] = [];
  for (const [at, from] of order.entries()) {
    const to = order[at + 1];
    if (to === undefined) break;
    const covered = lit.some(([a, b]) => a <= from && b >= to);
    const words = text.slice(from, to).replace(/\s+/g, " ");
    const last = pieces.at(-1);
    if (last && last.lit === covered) {
      pieces[pieces.length - 1] = { text: last.text + words, lit: covered };
    } else if (words !== "") pieces.push({ text: words, lit: covered });
  }
  return pieces;
}
