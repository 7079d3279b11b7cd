import type { Claim, Time } from "../../core/contract.js";
import type { StoryContext } from "../context.js";

/** When reports that tell a thing were out: the other axis of time beside when it held. */
export interface Reported {
  readonly first: string | null;
  readonly last: string | null;
}

/** What every entry of a state says of its own sources. */
export interface Told {
  readonly claims: readonly string[];
  readonly witnesses: number;
  readonly reported: Reported;
}

export function told(claims: readonly Claim[], context: StoryContext): Told {
  const ids = claims.map((claim) => claim.id);
  return {
    claims: ids,
    witnesses: context.witnesses.count(claims),
    reported: reportedOf(ids, context),
  };
}

export function reportedOf(ids: readonly string[], context: StoryContext): Reported {
  const wanted = new Set(ids);
  const days = context.claims
    .filter((claim) => wanted.has(claim.id))
    .flatMap((claim) => context.outBy(claim.report) ?? [])
    .sort();
  return { first: days[0] ?? null, last: days.at(-1) ?? null };
}

export const holdsOn = (from: Time | null, to: Time | null, day: string): boolean =>
  (from?.start ?? "") <= day && (to?.end ?? "9999") >= day;
