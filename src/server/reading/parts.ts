/** Parts of an account that are asked for by themselves. Pure: done apart from the server's thread. */
import type { z } from "zod";
import type { claimQuerySchema } from "../../api/stories.js";
import { assertNever } from "../../core/assert.js";
import type { Account, Claim } from "../../core/contract.js";

export type Part =
  | { readonly name: "ledger" | "disagreements" | "entities" }
  | { readonly name: "claims"; readonly query: z.output<typeof claimQuerySchema> };

/** Names a part among those of its account. */
export const partKey = (part: Part): string => JSON.stringify(part);

/** Of the account of one story. */
export function partOf(account: Account, part: Part): unknown {
  const story = account.stories[0];
  if (!story) throw new RangeError("an account without a story");
  const of = { story: story.id, title: story.title };
  switch (part.name) {
    case "ledger":
      return { ...of, ledger: story.ledger };
    case "disagreements":
      return { ...of, disagreements: story.disagreements };
    case "entities":
      return { ...of, entities: account.entities };
    case "claims":
      return { ...of, ...claimsOf(account.claims, part.query) };
    default:
      return assertNever(part);
  }
}

/** An account of one key never changes, so that a position in it holds. */
function claimsOf(
  all: readonly Claim[],
  { kind, measure, report, limit, cursor }: z.output<typeof claimQuerySchema>,
): { readonly claims: readonly Claim[]; readonly total: number; readonly next: string | null } {
  const fits = all.filter(
    (claim) =>
      (kind === undefined || claim.kind === kind) &&
      (measure === undefined || claim.figure?.measure === measure) &&
      (report === undefined || claim.report === report),
  );
  const start = Number(cursor ?? 0);
  const end = start + limit;
  return {
    claims: fits.slice(start, end),
    total: fits.length,
    next: end < fits.length ? String(end) : null,
  };
}
