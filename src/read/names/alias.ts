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

/** محمد دقلو «حميدتي»: what somebody is called; a body or place in brackets is where he belongs. */
export function bynamesAt(scan: Scan, at: number, limit: number): readonly string[] {
  const names = aliasesAt(scan, at, limit);
  if (names.length === 0) return names;
  for (let to = at + 1; to < limit && (scan.isWord(to) || scan.isOpening(to)); to++) {
    if (scan.isWord(to) && knownAt(scan, to, limit)) return [];
  }
  return names;
}
