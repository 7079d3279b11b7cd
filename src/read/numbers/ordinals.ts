import { readDigits } from "./digits.js";
import type { NumberScan } from "./scan.js";
import type { NumberAnnotation } from "./value.js";

/** الثالث, الحادية عشرة, الخامس والعشرون, الـ13, أول. */
export function ordinalAt(scan: NumberScan, first: number): NumberAnnotation | null {
  const word = scan.wordAt(first);
  if (!word) return null;
  const make = (value: number, last: number, spelled: boolean): NumberAnnotation => ({
    first,
    last,
    rule: spelled ? "number.ordinal" : "number.ordinal-digits",
    value: { value, kind: "ordinal", spelled, decimal: false },
  });
  if (word.role === "article") {
    const next = scan.layer.tokens[first + 1];
    if (next?.kind !== "number") return null;
    const digits = readDigits(scan.layer.tokens, first + 1);
    const scale = digits && scan.scaleBehind(digits.next);
    // حاجز الـ 190 ألف: with a scale behind it the number counts.
    if (digits && scale) {
      const value = digits.value * scale.value;
      const told = { value, kind: "cardinal", spelled: true, decimal: false } as const;
      return { first, last: digits.next + 1, rule: "number.words", value: told };
    }
    return digits && make(digits.value, digits.next, false);
  }
  const second = scan.follows(first + 1) ? scan.wordAt(first + 1) : null;
  // المئة والخامسة والعشرون.
  const hundreds = word.role === "hundred" || word.role === "hundreds";
  if (hundreds && word.article && second?.article && second.conjunction === scan.joined.and) {
    const rest = ordinalAt(scan, first + 1);
    return rest && rest.value.value < 100
      ? make(word.value + rest.value.value, rest.last, true)
      : null;
  }
  const tensBehind =
    second?.role === "tens" && second.article && second.conjunction === scan.joined.and;
  const unit =
    word.role === "ordinal" ||
    word.role === "ordinal-feminine" ||
    (word.role === "one-of" && word.article) ||
    (word.role === "unit" && word.article && tensBehind);
  if (unit) {
    if (word.article && second?.teen && !second.article && !second.conjunction) {
      return make(word.value + 10, first + 2, true);
    }
    if (word.article && tensBehind) return make(word.value + second.value, first + 2, true);
    if (word.role === "one-of") return null;
    return word.article || word.role === "ordinal" ? make(word.value, first + 1, true) : null;
  }
  if (word.role === "tens" && word.article) return make(word.value, first + 1, true);
  return null;
}
