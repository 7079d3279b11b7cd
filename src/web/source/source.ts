import type { Account } from "../../core/contract.js";
import type { Problem } from "../../core/problem.js";
import type { StorySummary } from "../../core/story-list.js";

/** What became of reports that a reader handed in. */
export interface Reading {
  readonly account: Account | null;
  readonly problems: readonly Problem[];
}

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
  /**
   * The account of reports that a reader hands in; it is kept nowhere. Null where reports cannot be
   * read here.
   * @throws SourceFault
   */
  readonly read: ((files: readonly File[]) => Promise<Reading>) | null;
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
