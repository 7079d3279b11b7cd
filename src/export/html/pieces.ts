import type { Range } from "../../core/contract.js";

/** A run of the text: a sentence, or what stands between two. */
export type Piece = Range;

/**
 * Cuts a text of `length` code units into its sentences and the gaps between them. Sentences
 * that overlap an earlier one lose the overlap; ranges outside the text are clipped.
 */
export function cutText(length: number, sentences: readonly Range[]): readonly Piece[] {
  const sorted = [...sentences].sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  const pieces: Piece[] = [];
  let at = 0;
  for (const [from, to] of sorted) {
    const start = Math.max(from, at);
    const end = Math.min(to, length);
    if (start >= end) continue;
    if (start > at) pieces.push([at, start]);
    pieces.push([start, end]);
    at = end;
  }
  if (at < length) pieces.push([at, length]);
  return pieces;
}

/** First and last piece that a range touches; null where it touches none. */
export function piecesOf(pieces: readonly Piece[], [start, end]: Range): Range | null {
  const first = firstEndingAfter(pieces, start);
  const piece = pieces[first];
  if (!piece || piece[0] >= Math.max(end, start + 1)) return null;
  let last = first;
  while (last + 1 < pieces.length && (pieces[last + 1] as Piece)[0] < end) last++;
  return [first, last];
}

function firstEndingAfter(pieces: readonly Piece[], offset: number): number {
  let low = 0;
  let high = pieces.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((pieces[middle] as Piece)[1] > offset) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** A range of the text with what it carries. */
export interface Layer<T> {
  readonly range: Range;
  readonly mark: T;
}

/** A run over which the same layers lie, outermost first. */
export interface Segment<T> {
  readonly start: number;
  readonly end: number;
  readonly marks: readonly T[];
}

/**
 * Splits a text at every boundary of every layer, so that nested and overlapping ranges can be
 * drawn without crossing elements. Cost: sorting, and the marks that are returned.
 */
export function splitLayers<T>(length: number, layers: readonly Layer<T>[]): readonly Segment<T>[] {
  const kept = layers
    .map((layer) => ({ ...layer, range: clipRange(layer.range, length) }))
    .filter(({ range }) => range[0] < range[1])
    .sort((a, b) => a.range[0] - b.range[0] || b.range[1] - a.range[1]);
  const cuts = new Set<number>([0, length]);
  for (const { range } of kept) cuts.add(range[0]).add(range[1]);
  const bounds = [...cuts].sort((a, b) => a - b);
  const segments: Segment<T>[] = [];
  let open: Layer<T>[] = [];
  let next = 0;
  for (let i = 0; i + 1 < bounds.length; i++) {
    const start = bounds[i] as number;
    open = open.filter(({ range }) => range[1] > start);
    while (next < kept.length && (kept[next] as Layer<T>).range[0] === start) {
      open.push(kept[next++] as Layer<T>);
    }
    segments.push({ start, end: bounds[i + 1] as number, marks: open.map(({ mark }) => mark) });
  }
  return segments;
}

function clipRange([start, end]: Range, length: number): Range {
  return [Math.max(0, Math.min(start, length)), Math.max(0, Math.min(end, length))];
}
