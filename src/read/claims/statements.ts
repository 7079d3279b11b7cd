import type { Claim } from "../../core/contract.js";
import { contentId } from "../../core/hash.js";
import { rangeOf, type TextLayer } from "../../text/layer.js";
import type { Attribution } from "../attribution/attribution-reading.js";
import type { Anchors } from "./anchors.js";
import type { Chains } from "./chains.js";
import { sentenceRange } from "./sentence-range.js";

/** A claim for each stretch of reported speech: that it was said, by whom, in what stance. */
export function statementClaims(
  report: string,
  layer: TextLayer,
  attributions: readonly Attribution[],
  chains: Chains,
  anchors: Anchors,
  others: readonly Claim[],
): Claim[] {
  return attributions.map((attribution): Claim => {
    const { first, last, rule, value } = attribution;
    const span = rangeOf(layer, first, last);
    const saidOn = anchors.saidOn(attribution);
    const about = others
      .filter((claim) => claim.span[0] >= span[0] && claim.span[1] <= span[1])
      .map((claim) => claim.id);
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
        about,
      },
    };
  });
}
