import type { Measure, Modality, Value } from "../../core/contract.js";
import type { QuantityAnnotation } from "./quantity.js";

/** A figure while its sentence is read; drafts refer to one another, figures by index. */
export interface Draft {
  readonly quantity: QuantityAnnotation | null;
  /** Victims turn out to be dead and wounded where their parts say so. */
  measure: Measure;
  readonly value: Value;
  readonly counted: string | null;
  readonly unit: string;
  /** Tokens `[first, last)` that hold the count and what is counted. */
  readonly first: number;
  readonly last: number;
  readonly group: readonly [number, number] | null;
  readonly rule: string;
  /** The total it is part of. */
  total: Draft | null;
  modality: Modality;
}

/** What whoever makes a draft knows better than the count itself. */
type Known = Partial<
  Pick<
    Draft,
    "value" | "counted" | "unit" | "first" | "last" | "group" | "total" | "modality" | "quantity"
  >
>;

/** The figure of a counted group. */
export function draftOf(
  quantity: QuantityAnnotation,
  measure: Measure,
  rule: string,
  known: Known = {},
): Draft {
  const { value } = quantity;
  return {
    quantity,
    measure,
    value: value.value,
    counted: value.counted,
    unit: value.unit,
    first: quantity.first,
    last: quantity.last,
    group: value.group,
    rule,
    total: null,
    modality: "asserted",
    ...known,
  };
}

/** A figure that no count tells: one person told by name, a pronoun, nobody. */
export function uncountedDraft(
  [first, last]: readonly [first: number, last: number],
  measure: Measure,
  value: Value,
  rule: string,
  known: Known = {},
): Draft {
  return {
    quantity: null,
    measure,
    value,
    counted: "persons",
    unit: "persons",
    first,
    last,
    group: null,
    rule,
    total: null,
    modality: "asserted",
    ...known,
  };
}
