import type { Change } from "../../api/changes.js";
import type { SessionState } from "../../api/people.js";
import type { IsnadClient } from "../../client/client.js";
import type { Account } from "../../core/contract.js";
import type { Problem } from "../../core/problem.js";
import type { StorySummary } from "../../core/story-list.js";

/** What became of reports that a reader handed in. */
export interface Reading {
  readonly account: Account | null;
  readonly problems: readonly Problem[];
}

/** What a service gives beside accounts: stories by the page, and what happens to them. */
export interface Live {
  readonly client: IsnadClient;
  /** Names an opened story for good, by the id of its account; null where that was not opened here. */
  anchorOf(story: string): number | null;
  /** Reports of an opened story that its account did not tell of yet when it was had. */
  behindOf(story: string): number;
  /**
   * Names the story that a report stands in by now; null where a newer version does.
   * @throws SourceFault
   */
  anchorOfReport(report: string): Promise<number | null>;
  /** Forgets the account, which changed, and has it anew. */
  renewed(anchor: number): Promise<Account>;
  /** @returns ends it */
  follow(told: (change: Change) => void): () => void;
  /** Told when it is found that nobody is signed in any more. */
  onSignedOut: (() => void) | null;
}

/** Who has signed in to a service. */
export type SignedIn = NonNullable<SessionState["user"]>;

/** Where the desk has its accounts from: the page itself, or a server. */
export interface Source {
  /** False where the one account is the page's own: then nothing is asked of a network. */
  readonly isServed: boolean;
  /** Null where accounts lie still. */
  readonly live: Live | null;
  /** All of them; of a live source none, which gives them by the page. */
  stories(): Promise<readonly StorySummary[]>;
  /**
   * The account that holds a story.
   * @throws SourceFault
   */
  accountOf(story: string): Promise<Account>;
  /**
   * The account of reports that a reader hands in, and of pages that the server fetches for him; it is
   * kept nowhere. Null where reports cannot be read here.
   * @throws SourceFault
   */
  readonly read:
    | ((files: readonly File[], addresses: readonly string[]) => Promise<Reading>)
    | null;
}

/** Why an account cannot be shown, for a person. */
export class SourceFault extends Error {
  constructor(
    readonly kind: "no-account" | "not-found" | "unreachable" | "refused" | "broken",
    detail: string,
  ) {
    super(detail);
  }
}
