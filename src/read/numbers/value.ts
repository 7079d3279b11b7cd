import type { Annotation } from "../../text/layer.js";

/** A number as the text words it; what it counts, if anything, is told by later layers. */
export interface NumberValue {
  readonly value: number;
  readonly kind: "cardinal" | "ordinal" | "percent";
  /** True where any part of it is written in words. */
  readonly spelled: boolean;
  /** True for a fraction or a number with decimals. */
  readonly decimal: boolean;
}

export type NumberAnnotation = Annotation<NumberValue>;
