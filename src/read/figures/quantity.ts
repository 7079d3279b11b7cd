import type { Measure, Value } from "../../core/contract.js";
import type { Annotation } from "../../text/layer.js";
import type { CountedNoun } from "./cue.js";

/** A counted group as a noun phrase: how many, and of what. What befell them is told by figures. */
export interface Quantity {
  readonly value: Value;
  /** What says how many: a number, a vague word, the dual, أحد, or the singular itself. */
  readonly form: "number" | "vague" | "dual" | "one-of" | "singular";
  /** Null for a bare number (`إصابة 20`); `unknown` for a noun no lexicon has. */
  readonly sort: CountedNoun["sort"] | "unknown" | null;
  /** English noun for the counted; null where no noun tells. */
  readonly counted: string | null;
  readonly unit: string;
  /** Carried by the noun itself: 12 قتيلا. */
  readonly measure: Measure | null;
  /** Tokens of the counted noun phrase `[first, last)`; null where there is none. */
  readonly group: readonly [first: number, last: number] | null;
  /** Says آخرين: of those counted before, but not the same ones. */
  readonly others: boolean;
  /** Says منهم: some of those counted before. */
  readonly ofThem: boolean;
  readonly definite: boolean;
  /** A و in front joins it to what stands before. */
  readonly joined: boolean;
  /** A preposition joined in front: ب ل ك, else empty. */
  readonly preposition: string;
  readonly crowd: boolean;
  readonly event: boolean;
  readonly kin: boolean;
  /** The noun is singular and bare: counted only where a clause tells of a victim. */
  readonly plain: boolean;
  /** A case of a medical report (حالة). */
  readonly medicalCase: boolean;
}

export type QuantityAnnotation = Annotation<Quantity>;
