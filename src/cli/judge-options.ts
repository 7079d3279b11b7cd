export const DECISIONS = [
  "accept",
  "reject",
  "correct",
  "one-witness",
  "two-witnesses",
  "merge",
  "split",
  "same",
  "different",
  "undo",
  "queue",
  "list",
] as const;
export type Decision = (typeof DECISIONS)[number];

/** How a claim is corrected, as it is typed; `none` for what is not told. */
export interface CorrectionOptions {
  readonly value?: string;
  readonly measure?: string;
  readonly counted?: string;
  /** Counts no part of what another figure counts. */
  readonly whole?: boolean;
  readonly type?: string;
  readonly time?: string;
  readonly place?: string;
  readonly speaker?: string;
  readonly modality?: string;
  readonly background?: string;
}

/** How `isnad judge` was called. */
export interface JudgeOptions extends CorrectionOptions {
  readonly reason?: string;
  readonly by?: string;
  readonly story?: string;
  readonly judgements?: string;
  readonly limit?: number;
  readonly json?: boolean;
}
