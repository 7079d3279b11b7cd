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
