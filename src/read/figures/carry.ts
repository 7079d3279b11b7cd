import type { Measure } from "../../core/contract.js";
import type { Draft } from "./draft.js";

/** Totals of one measure that are kept: a part is told soon behind its whole. */
const MOST_KEPT = 4;

/** What the sentences before have told: totals, of which a later sentence may name parts. */
export class Carry {
  /** The total told last. */
  last: Draft | null = null;
  /** An illness has been told of: cases and "injuries" are of it. */
  illness = false;
  private readonly byMeasure = new Map<Measure, Draft[]>();

  /** The total told last of a measure, of those that can hold a part as large as `least`. */
  of(measure: Measure, least = 0): Draft | null {
    const kept = this.byMeasure.get(measure) ?? [];
    for (let at = kept.length - 1; at >= 0; at--) {
      const draft = kept[at];
      if (draft && (draft.value.max ?? Number.POSITIVE_INFINITY) > least) return draft;
    }
    return null;
  }

  add(drafts: readonly Draft[]): void {
    for (const draft of drafts) {
      if (draft.total !== null || draft.value.max === 0) continue;
      this.last = draft;
      if (draft.value.max === 1) continue;
      const kept = this.byMeasure.get(draft.measure) ?? [];
      kept.push(draft);
      if (kept.length > MOST_KEPT) kept.shift();
      this.byMeasure.set(draft.measure, kept);
    }
  }
}
