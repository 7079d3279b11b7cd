/** What the readers hand to the speech: something said, as one of them found it. */
import type { Medium, Modality, Stance } from "../../core/codes.js";
import type { Reading } from "../../text/word.js";
import type { Speaker, TokenRange } from "./attribution-reading.js";
import type { Opening } from "./opening.js";

/** A verb, participle or document that says something, as one of the readers found it. */
export interface Saying {
  readonly rule: string;
  readonly at: number;
  readonly reading: Reading;
  readonly chain: readonly Speaker[];
  readonly medium: Medium | null;
  /** First token of the content. */
  readonly start: number;
  /** Where the content ends at the latest; without it, with its sentence. */
  readonly last?: number;
  readonly opening: Opening | null;
}

/** What is known of something said beside where it stands. */
export interface Told {
  readonly chain: readonly Speaker[];
  readonly stance?: Stance;
  readonly medium?: Medium | null;
  readonly direct?: boolean;
  readonly cue: TokenRange;
  readonly quoted?: TokenRange | null;
  readonly modality?: Modality;
}
