import type { Range } from "../../core/contract.js";

const OPENING = new Set(["«", "“", "„", "‹"]);
const CLOSING: ReadonlyMap<string, readonly string[]> = new Map([
  ["«", ["»"]],
  ["“", ["”", "″", '"']],
  ["„", ["“", "”"]],
  ["‹", ["›"]],
  ['"', ['"', "”", "″"]],
]);
/** Any of these. */
const MARK = /[«»“”„‹›″"]/g;
/** Longer "quotations" are a mark that was never closed. */
const LONGEST_QUOTE = 1500;

/**
 * What stands between quotation marks, without them; marks that are never closed open nothing.
 * Ordered, not overlapping; one pass.
 */
export function quotedRanges(text: string): Range[] {
  const out: Range[] = [];
  let open: { mark: string; at: number } | null = null;
  MARK.lastIndex = 0;
  for (let found = MARK.exec(text); found; found = MARK.exec(text)) {
    const [mark] = found;
    const at = found.index;
    if (open && at - open.at > LONGEST_QUOTE) open = null;
    if (open && CLOSING.get(open.mark)?.includes(mark)) {
      out.push([open.at + 1, at]);
      open = null;
    } else if (!open && (OPENING.has(mark) || mark === '"')) open = { mark, at };
  }
  return out;
}
