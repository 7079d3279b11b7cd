import type { Measure, Modality, Value } from "../../core/contract.js";
import type { QuantityAnnotation } from "../quantities.js";

/** A figure while its sentence is read; drafts refer to one another, figures by index. */
export interface Draft {
  readonly quantity: QuantityAnnotation | null;
  readonly measure: Measure;
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
