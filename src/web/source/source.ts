import type { Account } from "../../core/contract.js";
import type { StorySummary } from "../../core/story-list.js";

/** Where the desk has its accounts from: the page itself, or a server. */
export interface Source {
  /** False where the one account is the page's own: then nothing is asked of a network. */
  readonly isServed: boolean;
  stories(): Promise<readonly StorySummary[]>;
  /**
   * The account that holds a story.
   * @throws SourceFault
   */
  accountOf(story: string): Promise<Account>;
}

/** Why an account cannot be shown, for a person. */
export class SourceFault extends Error {
  constructor(
    readonly kind: "no-account" | "not-found" | "unreachable" | "broken",
    detail: string,
  ) {
    super(detail);
  }
}
