import type { Annotation } from "../text/layer.js";

interface Ranked<T> extends Annotation<T> {
  readonly priority: number;
}

/**
 * Keeps the best of overlapping matches: longest, then highest priority, then first rule id; the
 * kept ones come in text order. Sorting aside, linear: a mark per token tells what is taken.
 * @param onLost told of each match that is not kept, and of the one that took its place
 */
export function resolve<T>(
  candidates: readonly Ranked<T>[],
  onLost?: (lost: Ranked<T>, won: Ranked<T>) => void,
): Annotation<T>[] {
  const ranked = [...candidates].sort(
    (a, b) =>
      b.last - b.first - (a.last - a.first) ||
      b.priority - a.priority ||
      a.first - b.first ||
      (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0),
  );
  const taken = new Map<number, Ranked<T>>();
  const kept: Annotation<T>[] = [];
  for (const candidate of ranked) {
    let winner: Ranked<T> | undefined;
    for (let at = candidate.first; at < candidate.last && !winner; at++) winner = taken.get(at);
    if (winner) {
      onLost?.(candidate, winner);
      continue;
    }
    for (let at = candidate.first; at < candidate.last; at++) taken.set(at, candidate);
    const { first, last, rule, value } = candidate;
    kept.push({ first, last, rule, value });
  }
  return kept.sort((a, b) => a.first - b.first);
}
