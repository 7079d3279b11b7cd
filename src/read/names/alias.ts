import { knownAt } from "./place.js";
import type { Scan } from "./scan.js";

/** Tokens of a short name in brackets or quotes: "قسد", "إف بي آي". */
const LONGEST_ALIAS = 3;

/** "(قسد)", “قسد” behind a name: another name of the same body. */
export function aliasesAt(scan: Scan, at: number, limit: number): readonly string[] {
  if (at >= limit) return [];
  const bracket = scan.form(at) === "(";
  if (!bracket && !scan.isOpening(at)) return [];
  const first = at + (bracket && scan.isOpening(at + 1) ? 2 : 1);
  let last = first;
  while (last < limit && last <= first + LONGEST_ALIAS && scan.isWord(last)) {
    const { ordinary, conjunction } = scan.profile(last);
    const known = knownAt(scan, last, limit);
    if ((ordinary && !known) || conjunction || known?.match.entries[0]?.kind === "place") return [];
    last++;
  }
  const closed = bracket ? ")" : null;
  const end = scan.form(last);
  if (last === first || scan.isWord(last)) return [];
  if (closed ? end !== closed && !scan.isOpening(last) : scan.closing(last - 1, limit, 1) !== last)
    return [];
  return [scan.words(first, last)];
}
