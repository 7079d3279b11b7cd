import type { Claim, Ledger, LedgerRow, Story } from "../../core/contract.js";
import { addTo } from "../../core/grouping.js";
import { type AccountIndex, claimsNamed, linkKey } from "./account-index.js";

/** A row of a ledger as far as a reader sees it. */
export interface RowView {
  readonly row: LedgerRow;
  /** Its place in the whole ledger. */
  readonly at: number;
  /** Its claims that are seen; at least one. */
  readonly claims: readonly Claim[];
  /** How all of its claims are told; "asserted" where they differ. */
  readonly modality: Claim["modality"];
  /** Another row that is seen took its place. */
  readonly superseded: boolean;
  /** Null where only some of its claims are seen, so that nobody counted them. */
  readonly witnesses: number | null;
}

export interface LedgerView {
  readonly ledger: Ledger;
  /** Its place in the story. */
  readonly at: number;
  readonly rows: readonly RowView[];
  /** Null where reports are left out by a day, and nobody chose bounds without them. */
  readonly bounds: Pick<Ledger, "low" | "best" | "high"> | null;
}

/** Ledgers of a story with what is seen of them; one of which nothing is seen is left out. */
export function ledgerViews(
  index: AccountIndex,
  story: Story,
  visible: ReadonlySet<string>,
  asOf: string | null,
): LedgerView[] {
  return story.ledger.flatMap((ledger, at) => {
    const rows = ledger.rows.flatMap((row, at): RowView[] => {
      const claims = claimsNamed(index, row.claims).filter(({ id }) => visible.has(id));
      if (claims.length === 0) return [];
      const later = row.supersededBy === null ? undefined : ledger.rows[row.supersededBy];
      return [
        {
          row,
          at,
          claims,
          modality: modalityOf(claims),
          superseded: later?.claims.some((id) => visible.has(id)) ?? false,
          witnesses: claims.length === row.claims.length ? row.witnesses : null,
        },
      ];
    });
    return rows.length === 0 ? [] : [{ ledger, at, rows, bounds: boundsBy(ledger, asOf) }];
  });
}

/**
 * Bounds as they were by a day, where the account tells how they moved. They do not hang on filters:
 * what is known is known, whatever a reader looks at.
 */
function boundsBy(ledger: Ledger, asOf: string | null): LedgerView["bounds"] {
  if (asOf === null) return ledger;
  return ledger.history?.findLast(({ knownBy }) => knownBy <= asOf) ?? null;
}

function modalityOf(claims: readonly Claim[]): Claim["modality"] {
  const [first] = claims;
  return first && claims.every(({ modality }) => modality === first.modality)
    ? first.modality
    : "asserted";
}

/** What a chart draws: neither what somebody denied nor what may come to be is a count of its speaker. */
export const countedIn = (view: LedgerView): LedgerView => ({
  ...view,
  rows: view.rows.filter(
    ({ modality }) =>
      modality !== "denied" && modality !== "possible" && modality !== "conditional",
  ),
});

/** Ids of the claims of some rows. */
export const claimsOf = (rows: readonly RowView[]): string[] =>
  rows.flatMap(({ claims }) => claims.map(({ id }) => id));

/** What one speaker says over time; those who are not named are each one speaker. */
export interface Voice {
  readonly key: string;
  /** By the day it was said, the undated first. */
  readonly rows: readonly RowView[];
}

/** ISO day a row was said on; null where it is not known. */
export const saidDay = ({ row }: RowView): string | null =>
  row.saidOn?.end ?? row.saidOn?.start ?? null;

export function voicesOf(rows: readonly RowView[]): Voice[] {
  const voices = new Map<string, RowView[]>();
  for (const view of rows) {
    const { speaker } = view.row;
    const named = speaker.kind !== "unstated" && speaker.kind !== "anonymous";
    const own = speaker.kind === "report" || speaker.kind === "witness";
    const key = named && !own ? linkKey(speaker) : `${speaker.kind} ${view.at}`;
    addTo(voices, key, view);
  }
  return [...voices].map(([key, list]) => ({
    key,
    rows: [...list].sort((a, b) => ((saidDay(a) ?? "") < (saidDay(b) ?? "") ? -1 : 1)),
  }));
}
