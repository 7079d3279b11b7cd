import type { Claim } from "../../core/contract.js";
import { contentId } from "../../core/hash.js";
import { rangeOf, type TextLayer } from "../../text/layer.js";
import type { FigureAnnotation } from "../figures.js";
import type { Anchors } from "./anchors.js";
import type { Chains } from "./chains.js";
import { sentenceRange } from "./sentence-range.js";

/** A claim for each figure: its count, who says it, when and where it happened. */
export function figureClaims(
  report: string,
  layer: TextLayer,
  figures: readonly FigureAnnotation[],
  chains: Chains,
  anchors: Anchors,
  entityIn: (first: number, last: number) => string | null,
): Claim[] {
  const ids = figures.map(({ first, last, value }) => {
    const [start, end] = rangeOf(layer, first, last);
    return contentId("claim", report, "figure", start, end, value.measure, value.counted);
  });
  return figures.map(({ first, last, rule, value }, index): Claim => {
    const { links, modality, attribution } = chains.at(first);
    const current = !value.background;
    const anchor = anchors.timeOf(first, last, current);
    const places = anchors.placesOf(first, last, current);
    return {
      id: ids[index] ?? "",
      report,
      span: rangeOf(layer, first, last),
      sentence: sentenceRange(layer, first, last),
      rule,
      kind: "figure",
      chain: links,
      modality: value.modality === "asserted" ? modality : value.modality,
      time: anchor?.time ?? null,
      saidOn: attribution ? anchors.saidOn(attribution) : null,
      place: places[0] ?? null,
      places,
      background: value.background,
      figure: {
        measure: value.measure,
        counted: value.counted,
        group: value.groupSpan ? entityIn(value.groupSpan[0], value.groupSpan[1]) : null,
        value: value.value,
        unit: value.unit,
        partOf: value.part === null ? null : (ids[value.part] ?? null),
        scope: value.scope,
      },
    };
  });
}
