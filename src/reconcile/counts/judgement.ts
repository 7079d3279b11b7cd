import type { Disagreement, Measure, Message } from "../../core/contract.js";
import type { StoryContext } from "../context.js";
import type { MovedDays } from "../disagreements/moved-days.js";

/** How one figure stands to another; the reason is one of the account's sentences. */
export interface Judgement {
  readonly relation: Disagreement["relation"];
  readonly why: Message;
}

/** The ledger of two figures. */
export interface OfLedger {
  readonly measure: Measure;
  /** Who is counted. */
  readonly group: string;
  /** When tolls of this happening rose. */
  readonly moved: MovedDays;
  readonly context: StoryContext;
}
