import type { Claim } from "../../core/contract.js";
import { rangeOf, type TextLayer } from "../../text/layer.js";
import type { Anchors } from "./anchors.js";
import type { Chains } from "./chains.js";
import { sentenceRange } from "./sentence-range.js";

/** What every claim of a report is made with. */
export interface ClaimFrame {
  /** Id of the report. */
  readonly report: string;
  readonly layer: TextLayer;
  readonly chains: Chains;
  readonly anchors: Anchors;
  /** The entity named in tokens `[first, last)`: a person before the body he speaks for. */
  readonly entityIn: (first: number, last: number) => string | null;
}

/** Fields that claims of every kind share. */
export type CommonFields = Omit<
  Claim,
  "id" | "kind" | "figure" | "event" | "office" | "membership" | "attribute" | "statement"
>;

/**
 * Where tokens `[first, last)` stand, who says it, when and where it happened.
 * @param inherit take day and place from the paragraph and lead where the sentence tells none
 */
export function commonFields(
  { report, layer, chains, anchors }: ClaimFrame,
  told: { readonly first: number; readonly last: number; readonly rule: string },
  inherit: boolean,
): CommonFields {
  const { first, last, rule } = told;
  const { links, modality, attribution } = chains.at(first);
  const anchor = anchors.timeOf(first, last, inherit);
  const places = anchors.placesOf(first, last, inherit);
  return {
    report,
    span: rangeOf(layer, first, last),
    sentence: sentenceRange(layer, first, last),
    rule,
    chain: links,
    modality,
    time: anchor?.time ?? null,
    saidOn: attribution ? anchors.saidOn(attribution) : null,
    place: anchors.placeOf(first, last, inherit),
    places,
    background: false,
  };
}
