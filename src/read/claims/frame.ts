import type { Claim } from "../../core/contract.js";
import type { LanguagePack } from "../../lang/pack.js";
import { rangeOf, type TextLayer } from "../../text/layer.js";
import type { Anchors } from "./anchors.js";
import type { Chains } from "./chains.js";
import type { EntityIn } from "./entity-in.js";
import type { Places } from "./scenes.js";
import { sentenceRange } from "./sentence-range.js";

/** What every claim of a report is made with. */
export interface ClaimFrame {
  /** Id of the report. */
  readonly report: string;
  readonly layer: TextLayer;
  readonly pack: LanguagePack;
  readonly chains: Chains;
  readonly anchors: Anchors;
  readonly entityIn: EntityIn;
}

/** Fields that claims of every kind share. */
export type CommonFields = Omit<
  Claim,
  "id" | "kind" | "figure" | "event" | "office" | "membership" | "attribute" | "statement"
>;

/**
 * From where the day and place of a claim are taken: its own sentence, for a place its clause alone
 * ("clause"), or where that tells none the paragraph and lead, too, of these the nearest sentences
 * alone ("near"), or all of them ("paragraph"); "nowhere" for what neither happened on a day nor at a
 * place.
 */
export type Reach = "paragraph" | "near" | "sentence" | "clause" | "nowhere";

/** Where tokens `[first, last)` stand, who says it, when and where it happened. */
export function commonFields(
  { report, layer, chains, anchors }: ClaimFrame,
  told: { readonly first: number; readonly last: number; readonly rule: string },
  reach: Reach,
): CommonFields {
  const { first, last, rule } = told;
  const { links, modality, attribution } = chains.at(first);
  const inherit = reach === "paragraph" || reach === "near";
  const anchor = reach === "nowhere" ? null : anchors.timeOf(first, last, inherit);
  const { place, places } = reach === "nowhere" ? NOWHERE : anchors.placesOf(first, last, reach);
  return {
    report,
    span: rangeOf(layer, first, last),
    sentence: sentenceRange(layer, first, last),
    rule,
    chain: links,
    modality,
    time: anchor?.time ?? null,
    saidOn: attribution ? anchors.saidOn(attribution) : null,
    place,
    places,
    background: false,
  };
}

const NOWHERE: Places = { place: null, places: [] };
