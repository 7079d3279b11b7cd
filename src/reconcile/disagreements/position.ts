import type { Claim, Disagreement, Message, Value } from "../../core/contract.js";
import { contentId } from "../../core/hash.js";
import type { StoryContext } from "../context.js";
import { shorten } from "../title.js";
import { inEnglish, message } from "../wording.js";

export type Term = Message["terms"][string];

export type Position = Disagreement["positions"][number];

/** A position: the words of its first claim, what they come to, and who stands behind it. */
export function positionOf(
  claims: readonly Claim[],
  value: string | Message,
  context: StoryContext,
): Position {
  const first = claims[0];
  const said =
    typeof value === "string" ? { value } : { value: inEnglish(value), valueMessage: value };
  return {
    text: first ? shorten(context.textOf(first)) : "",
    ...said,
    claims: claims.map((claim) => claim.id),
    witnesses: context.witnesses.count(claims),
  };
}

/** @param subject what it is about: terms in the order in which they are read */
export function disagreement(
  kind: Disagreement["kind"],
  relation: Disagreement["relation"],
  subject: readonly Term[],
  positions: readonly Position[],
  why: readonly Message[],
): Disagreement {
  const claims = positions.flatMap((position) => position.claims);
  const terms = Object.fromEntries(subject.map((one, at) => [String(at), one]));
  const about = message(`about-${kind}`, terms);
  return {
    id: contentId("disagreement", kind, relation, ...[...claims].sort()),
    about: inEnglish(about),
    aboutMessage: about,
    kind,
    relation,
    positions,
    why: why.map(inEnglish).join("; "),
    whyMessages: why,
  };
}

/** One tells what the other denies. */
export function toldAndDenied(
  subject: readonly Term[],
  told: readonly Claim[],
  denied: readonly Claim[],
  why: Message,
  context: StoryContext,
): Disagreement {
  const positions = [
    positionOf(told, message("asserted"), context),
    positionOf(denied, message("denied"), context),
  ];
  return disagreement("fact", "contradicts", subject, positions, [why]);
}

/** `13`, `~20`, `1000+`, `≤ 3`, `10–15`; vague ones end in `(vague)`. */
export function formatValue({ min, max, hedge }: Value): string {
  const vague = hedge === "vague" ? " (vague)" : "";
  if (min === null && max === null) return "?";
  if (min !== null && min === max) return hedge === "about" ? `~${min}` : `${min}${vague}`;
  if (max === null) return `${min}+${vague}`;
  if (min === 0) return `≤ ${max}${vague}`;
  return `${min ?? ""}–${max}${vague}`;
}
