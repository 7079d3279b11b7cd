/**
 * One report as it enters the engine: text, and whatever is known from outside the text.
 * Days are ISO (`2022-01-06`); `fetched` only bounds the day of publication from above.
 */
export interface ReportInput {
  readonly text: string;
  readonly id?: string | undefined;
  readonly file?: string | null | undefined;
  readonly title?: string | null | undefined;
  readonly outlet?: string | null | undefined;
  /** Who signs it, as the outlet prints it: a reporter, the outlet, an agency, a place. */
  readonly byline?: string | null | undefined;
  readonly url?: string | null | undefined;
  readonly published?: string | null | undefined;
  /** The day of the last change, as the outlet tells it. */
  readonly modified?: string | null | undefined;
  readonly fetched?: string | null | undefined;
  readonly language?: string | null | undefined;
}
