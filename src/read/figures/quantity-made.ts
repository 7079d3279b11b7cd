import type { Value } from "../../core/contract.js";
import { about, atLeast, atMost } from "../../core/value.js";
import type { NounPhrase } from "./noun-phrase.js";
import type { Quantity, QuantityAnnotation } from "./quantity.js";

/** What a hedge makes of the number beside it. */
export type Bound = "min" | "max" | "about" | null;

/** What is known of a count before its noun is added. */
export interface Counting {
  readonly value: Value;
  readonly form: Quantity["form"];
  readonly rule: string;
  readonly definite: boolean;
  readonly joined: boolean;
  readonly preposition: string;
  /** Token behind the number, where no noun follows. */
  readonly numberLast: number;
}

/** The count and its noun phrase as one quantity. */
export function quantityOf(
  first: number,
  phrase: NounPhrase | null,
  made: Counting,
): QuantityAnnotation {
  const noun = phrase?.noun ?? null;
  const isPerson = noun === null || noun.sort === "person" || noun.sort === "victim";
  return {
    first,
    last: phrase?.last ?? made.numberLast,
    rule: made.rule,
    value: {
      value: made.value,
      form: made.form,
      sort: phrase?.sort ?? null,
      counted: phrase?.counted ?? null,
      unit: noun?.unit ?? (isPerson ? "persons" : "units"),
      measure: phrase?.measure ?? null,
      group: phrase ? [phrase.first, phrase.last] : null,
      others: phrase?.others ?? false,
      ofThem: phrase?.ofThem ?? false,
      definite: made.definite,
      joined: made.joined,
      preposition: made.preposition,
      crowd: noun?.crowd ?? false,
      event: noun?.event ?? false,
      kin: noun?.kin ?? false,
      plain: made.form === "singular",
      medicalCase: noun?.medicalCase ?? false,
    },
  };
}

export function applyBound(value: Value, bound: Bound): Value {
  const n = value.min ?? 0;
  if (bound === null || value.hedge === "vague") return value;
  switch (bound) {
    case "min":
      return atLeast(n);
    case "max":
      return atMost(n);
    case "about":
      return about(n);
  }
}
