/** How a judgement names a claim: by what a new engine that reads a little differently finds again. */
import { assertNever } from "./assert.js";
import type { ClaimReference } from "./claim-reference-schema.js";
import type { Claim } from "./contract.js";

export type { ClaimReference };

/** As the schema has it. */
const LONGEST_WORDS = 400;

/** What the engine read it to be about, whatever a person corrected since. */
function subjectOf(claim: Claim): string {
  const { figure, event } = { ...claim, ...claim.asRead };
  switch (claim.kind) {
    case "figure":
      return figure?.measure ?? "";
    case "event":
      return event?.type ?? "";
    case "office":
      return claim.office?.change ?? "";
    case "attribute":
      return claim.attribute?.name.slice(0, 80) ?? "";
    case "statement":
      return claim.statement?.stance ?? "";
    case "membership":
      return "";
    default:
      return assertNever(claim.kind);
  }
}

/** @param text of the claim's report */
export function referenceTo(claim: Claim, text: string): ClaimReference {
  const [start, end] = claim.span;
  return {
    report: claim.report,
    kind: claim.kind,
    subject: subjectOf(claim),
    start,
    end,
    id: claim.id,
    words: text.slice(start, end).replace(/\s+/g, " ").trim().slice(0, LONGEST_WORDS),
  };
}

/**
 * The claim that a reference means: the one of its id; else, of those of its report, kind and subject,
 * the one whose words overlap its words most (by the share of both together that they have in common),
 * the first of equals. Undefined where none overlaps.
 * @param claims of any reports
 */
export function claimMeant(reference: ClaimReference, claims: readonly Claim[]): Claim | undefined {
  let best: Claim | undefined;
  let most = 0;
  for (const claim of claims) {
    if (claim.report !== reference.report || claim.kind !== reference.kind) continue;
    if (claim.id === reference.id) return claim;
    if (subjectOf(claim) !== reference.subject) continue;
    const share = shareOf(claim.span, [reference.start, reference.end]);
    if (share <= most) continue;
    best = claim;
    most = share;
  }
  return best;
}

/** Of the words of two ranges together, the share that both have: 0 to 1. */
export function shareOf(a: readonly [number, number], b: readonly [number, number]): number {
  const common = Math.min(a[1], b[1]) - Math.max(a[0], b[0]);
  return common <= 0 ? 0 : common / (Math.max(a[1], b[1]) - Math.min(a[0], b[0]));
}
