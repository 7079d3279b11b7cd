/** The kinds of changes that are told; apart from their schema, so that a page need not load the checking. */
export const CHANGE_KINDS = [
  "story-opened",
  "reports-changed",
  "figure-changed",
  "disputes-changed",
  "report-corrected",
] as const;
export type ChangeKind = (typeof CHANGE_KINDS)[number];
