import type { Annotation } from "../text/layer.js";

interface Ranked<T> extends Annotation<T> {
  readonly priority: number;
}

/**
 * Keeps the best of overlapping matches: longest, then highest priority, then first rule id; the
 * kept ones come in text order. Sorting aside, linear: a mark per token tells what is taken.
 */
export function resolve<T>(candidates: readonly Ranked<T>[]): Annotation<T>[] {
  const ranked = [...candidates].sort(
    (a, b) =>
      b.last - b.first - (a.last - a.first) ||
      b.priority - a.priority ||
      a.first - b.first ||
      (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0),
  );
  const taken = new Set<number>();
  const kept: Annotation<T>[] = [];
  for (const candidate of ranked) {
    let free = true;
    for (let at = candidate.first; at < candidate.last && free; at++) free = !taken.has(at);
    if (!free) continue;
    for (let at = candidate.first; at < candidate.last; at++) taken.add(at);
    const { first, last, rule, value } = candidate;
    kept.push({ first, last, rule, value });
  }
  return kept.sort((a, b) => a.first - b.first);
}
