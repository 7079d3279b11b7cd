/** A stretch of a marked text. */
export interface MarkedRange {
  readonly start: number;
  readonly end: number;
  /** What stands in it. */
  readonly words: string;
}

/**
 * Reads a text that marks positions in itself: `"قال [وزير الصحة] إن …"`. Offsets are those of the
 * text without its marks. Marks may lie inside one another; ranges come in the order they begin.
 * @throws Error where a bracket has no partner
 */
export function markedText(source: string): {
  readonly text: string;
  readonly ranges: readonly MarkedRange[];
} {
  let text = "";
  const open: { readonly start: number; readonly index: number }[] = [];
  const found: { start: number; end: number }[] = [];
  for (const char of source) {
    if (char === "[") {
      open.push({ start: text.length, index: found.push({ start: text.length, end: -1 }) - 1 });
    } else if (char === "]") {
      const mark = open.pop();
      const range = mark && found[mark.index];
      if (!range) throw new Error(`A bracket is closed that was not opened: ${source}`);
      range.end = text.length;
    } else text += char;
  }
  if (open.length > 0) throw new Error(`A bracket is not closed: ${source}`);
  return {
    text,
    ranges: found.map(({ start, end }) => ({ start, end, words: text.slice(start, end) })),
  };
}
