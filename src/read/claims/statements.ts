import type { Claim } from "../../core/contract.js";
import { contentId } from "../../core/hash.js";
import { rangeOf } from "../../text/layer.js";
import type { Attribution } from "../attribution/attribution-reading.js";
import type { ClaimFrame } from "./frame.js";
import { sentenceRange } from "./sentence-range.js";

/**
 * A claim for each stretch of reported speech: that it was said, by whom, in what stance.
 * @param told the other claims of the report, in the order of their spans
 */
export function statementClaims(
  { report, layer, chains, anchors }: ClaimFrame,
  attributions: readonly Attribution[],
  told: readonly Claim[],
): Claim[] {
  return attributions.map((attribution): Claim => {
    const { first, last, rule, value } = attribution;
    const span = rangeOf(layer, first, last);
    const saidOn = anchors.saidOn(attribution);
    return {
      id: contentId("claim", report, "statement", span[0], span[1], rule),
      report,
      span,
      sentence: sentenceRange(layer, first, last),
      rule,
      kind: "statement",
      chain: chains.of(attribution),
      modality: value.modality,
      time: saidOn,
      saidOn,
      place: null,
      places: [],
      background: false,
      statement: {
        stance: value.stance,
        quoted:
          value.quoted && value.quoted.last > value.quoted.first
            ? rangeOf(layer, value.quoted.first, value.quoted.last)
            : null,
        direct: value.direct,
        about: within(told, span[0], span[1]),
      },
    };
  });
}

/** Ids of the claims whose span lies in `[start, end)`; found by bisection, since spans are in order. */
function within(told: readonly Claim[], start: number, end: number): string[] {
  let low = 0;
  let high = told.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((told[middle]?.span[0] ?? 0) < start) low = middle + 1;
    else high = middle;
  }
  const ids: string[] = [];
  for (let at = low; at < told.length; at++) {
    const claim = told[at];
    if (!claim || claim.span[0] >= end) break;
    if (claim.span[1] <= end) ids.push(claim.id);
  }
  return ids;
}
