import type { QuantityAnnotation } from "../quantities.js";
import type { Clauses } from "./clause.js";

/** Counts that stand for themselves: crowds by their name, and things that make the event. */
export function readThings(clauses: Clauses, quantities: readonly QuantityAnnotation[]): void {
  for (const quantity of quantities) {
    const { value } = quantity;
    if (!clauses.isFree(quantity) || value.plain || value.form === "one-of") continue;
    if (value.definite && value.form !== "vague") continue;
    if (!value.crowd && !value.event) continue;
    if (value.event && value.form === "vague") continue;
    clauses.add({
      quantity,
      measure: value.crowd ? "crowd" : "other",
      value: value.value,
      counted: value.counted,
      unit: value.unit,
      first: quantity.first,
      last: quantity.last,
      group: value.group,
      rule: value.crowd ? "figure.crowd" : "figure.event-count",
      total: null,
      modality: "asserted",
    });
  }
}
