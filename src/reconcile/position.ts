import type { Claim, Disagreement, Value } from "../core/contract.js";
import { contentId } from "../core/hash.js";
import type { StoryContext } from "./context.js";
import { shorten } from "./timeline.js";
import { WORDING } from "./wording.js";

export type Position = Disagreement["positions"][number];

/** A position: the words of its first claim, what they come to, and who stands behind it. */
export function positionOf(
  claims: readonly Claim[],
  value: string,
  context: StoryContext,
): Position {
  const first = claims[0];
  return {
    text: first ? shorten(context.textOf(first)) : "",
    value,
    claims: claims.map((claim) => claim.id),
    witnesses: context.witnesses.count(claims),
  };
}

export function disagreement(
  kind: Disagreement["kind"],
  relation: Disagreement["relation"],
  what: string,
  positions: readonly Position[],
  why: string,
): Disagreement {
  const claims = positions.flatMap((position) => position.claims);
  return {
    id: contentId("disagreement", kind, relation, ...[...claims].sort()),
    about: WORDING.about[kind](what),
    kind,
    relation,
    positions,
    why,
  };
}

/** `13`, `~20`, `1000+`, `≤ 3`, `10–15`; vague ones end in `(vague)`. */
export function formatValue({ min, max, hedge }: Value): string {
  const vague = hedge === "vague" ? " (vague)" : "";
  if (min === null && max === null) return "?";
  if (min !== null && min === max) return hedge === "about" ? `~${min}` : `${min}${vague}`;
  if (max === null) return `${min}+${vague}`;
  if (min === null || min === 0) return `≤ ${max}${vague}`;
  return `${min}–${max}${vague}`;
}
