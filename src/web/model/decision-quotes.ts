import type { Judgement } from "../../core/judgement.js";

/** What a decision is about, as it stands in a report. */
export interface Quoted {
  readonly report: string;
  /** Null for the whole report. */
  readonly words: { readonly text: string; readonly span: readonly [number, number] } | null;
}

/** The words, names or reports that a decision speaks of; none for one that takes another back. */
export function quotesOf(judgement: Judgement): readonly Quoted[] {
  if ("claim" in judgement) {
    const { report, words, start, end } = judgement.claim;
    return [{ report, words: { text: words, span: [start, end] } }];
  }
  if ("places" in judgement) {
    return judgement.places.map(({ report, name, start, end }) => ({
      report,
      words: { text: name, span: [start, end] },
    }));
  }
  return "reports" in judgement ? judgement.reports.map((report) => ({ report, words: null })) : [];
}
