/** What a watcher tells of its work. */
import type { Problem } from "../core/problem.js";

/** What came of a feed's new items. */
export interface Found {
  /** Reports that were not in the store. */
  readonly added: number;
  /** Of them, those that correct one that was. */
  readonly corrected: number;
  /** Items that gave no report: not in Arabic, no article, not to be had. */
  readonly without: number;
  /** Items that are left for the next time. */
  readonly left: number;
}

export type WatchEvent =
  | ({ readonly kind: "feed-read"; readonly feed: string; readonly title: string | null } & Found)
  | { readonly kind: "feed-same"; readonly feed: string }
  | {
      readonly kind: "feed-failed";
      readonly feed: string;
      readonly problem: Problem;
      /** Failures in a row. */
      readonly failures: number;
      /** ISO 8601: when it is asked again. */
      readonly again: string;
    }
  /** A feed that says it lies elsewhere now. */
  | { readonly kind: "feed-moved"; readonly feed: string; readonly to: string }
  /** A page that gave no report; told once. */
  | { readonly kind: "page-failed"; readonly feed: string; readonly problem: Problem }
  /** A page that was read before has other words now. */
  | { readonly kind: "page-corrected"; readonly page: string }
  /** The store cannot be written to; it is tried again. */
  | { readonly kind: "store-failed"; readonly message: string }
  | { readonly kind: "store-works" }
  | { readonly kind: "settled" };

export type TellEvent = (event: WatchEvent) => void;
