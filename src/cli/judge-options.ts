export const DECISIONS = ["merge", "split", "same", "different", "undo", "list"] as const;
export type Decision = (typeof DECISIONS)[number];

/** How `isnad judge` was called. */
export interface JudgeOptions {
  readonly reason?: string;
  readonly by?: string;
  readonly story?: string;
  readonly judgements?: string;
  readonly json?: boolean;
}
