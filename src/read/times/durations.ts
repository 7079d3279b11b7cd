import type { RuleSet } from "../../rules/compile.js";
import { applyRules } from "../../rules/match.js";
import type { Annotation, TextLayer } from "../../text/layer.js";
import type { NumberAnnotation } from "../numbers/numbers.js";
import { numberAnnotations } from "./annotations.js";

/** Lengths of time, which fix no day and so are kept apart from the times of a report. */
export function readDurations<T>(
  layer: TextLayer,
  numbers: readonly NumberAnnotation[],
  rules: RuleSet<T>,
): Annotation<T>[] {
  return applyRules(rules, layer, numberAnnotations(layer, numbers));
}
