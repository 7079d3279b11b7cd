import type { Claim } from "../../core/contract.js";
import { contentId } from "../../core/hash.js";
import { rangeOf } from "../../text/layer.js";
import type { FigureAnnotation } from "../figures/figures.js";
import { type ClaimFrame, commonFields } from "./frame.js";
import type { Places } from "./scenes.js";

/** A claim for each figure: its count, who says it, when and where it happened. */
export function figureClaims(frame: ClaimFrame, figures: readonly FigureAnnotation[]): Claim[] {
  const ids = figures.map(({ first, last, value }) => {
    const [start, end] = rangeOf(frame.layer, first, last);
    return contentId("claim", frame.report, "figure", start, end, value.measure, value.counted);
  });
  return figures.map((figure, index): Claim => {
    const { value } = figure;
    const common = commonFields(frame, figure, value.background ? "sentence" : "paragraph");
    return {
      id: ids[index] ?? "",
      kind: "figure",
      figure: {
        measure: value.measure,
        counted: value.counted,
        group: groupOf(frame, figure),
        value: value.value,
        unit: value.unit,
        partOf: value.part === null ? null : (ids[value.part] ?? null),
        scope: value.scope,
      },
      ...common,
      ...placesOf(frame, figure, common),
      modality: value.modality === "asserted" ? common.modality : value.modality,
      background: value.background,
    };
  });
}

/** What a paragraph tells of happened in one place; what things cost in it is of no place but its own. */
function placesOf(
  { anchors }: ClaimFrame,
  { first, last, value }: FigureAnnotation,
  { place, places }: Places,
): Places {
  return value.measure === "price" ? anchors.placesOf(first, last, "sentence") : { place, places };
}

/** The body counted from: named in the phrase, or the one that "its members" points back to. */
function groupOf(frame: ClaimFrame, { first, value }: FigureAnnotation): string | null {
  if (!value.groupSpan) return null;
  const [from, to] = value.groupSpan;
  const named = frame.entityIn(from, to);
  if (named) return named;
  const word = frame.layer.words[to - 1];
  // نجله is of a person, منهم of those counted before: only "its members" are of who speaks.
  if (!word || OF_OTHERS.some((name) => word.classes.has(name))) return null;
  const points =
    word.readings[0] && frame.pack.figures.pronouns.isOfBody(word.readings[0].enclitic);
  if (!points) return null;
  const origin = frame.chains.at(first).attribution?.value.chain.at(-1);
  // منسوبيها, told by a man: of the body that he tells of, and not of him.
  return origin?.kind === "institution" ? frame.entityIn(origin.first, origin.last) : null;
}

const OF_OTHERS = ["counted.kin", "count.of-them"] as const;
