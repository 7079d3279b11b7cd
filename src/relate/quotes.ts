import type { Range } from "../core/contract.js";

const OPENING = new Set(["«", "“", "„", "‹"]);
const CLOSING: ReadonlyMap<string, readonly string[]> = new Map([
  ["«", ["»"]],
  ["“", ["”", "″", '"']],
  ["„", ["“", "”"]],
  ["‹", ["›"]],
  ['"', ['"', "”", "″"]],
]);
/** Longer "quotations" are a mark that was never closed. */
const LONGEST_QUOTE = 1500;

/**
 * What stands between quotation marks, without them; marks that are never closed open nothing.
 * Ordered, not overlapping; one pass.
 */
export function quotedRanges(text: string): Range[] {
  const out: Range[] = [];
  let open: { mark: string; at: number } | null = null;
  for (let at = 0; at < text.length; at++) {
    const char = text[at] as string;
    if (open) {
      if (at - open.at > LONGEST_QUOTE) open = null;
      else if (CLOSING.get(open.mark)?.includes(char)) {
        out.push([open.at + 1, at]);
        open = null;
        continue;
      }
    }
    if (!open && (OPENING.has(char) || char === '"')) open = { mark: char, at };
  }
  return out;
}

/** True where `range` lies within one of the ordered ranges. */
export function liesIn(range: Range, ranges: readonly Range[]): boolean {
  let low = 0;
  let high = ranges.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const one = ranges[middle] as Range;
    if (range[0] < one[0]) high = middle - 1;
    else if (range[0] >= one[1]) low = middle + 1;
    else return range[1] <= one[1];
  }
  return false;
}
