import type { Report } from "../core/contract.js";
import { tokenize } from "../text/tokens.js";

/** The words of a report's article, furniture and marks left out, in order. */
export interface ArticleWords {
  readonly report: string;
  /** Folded forms. */
  readonly forms: readonly string[];
  /** UTF-16 offsets of each word in the report's text. */
  readonly starts: Int32Array;
  readonly ends: Int32Array;
}

export function articleWords(report: Report): ArticleWords {
  const forms: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  let piece = 0;
  for (const token of tokenize(report.text)) {
    if (token.kind === "punct") continue;
    while (piece < report.furniture.length && (report.furniture[piece]?.[1] ?? 0) <= token.start) {
      piece++;
    }
    const furniture = report.furniture[piece];
    if (furniture && token.start >= furniture[0]) continue;
    forms.push(token.form);
    starts.push(token.start);
    ends.push(token.end);
  }
  return { report: report.id, forms, starts: Int32Array.from(starts), ends: Int32Array.from(ends) };
}
