import type { Value } from "../../core/contract.js";
import { compatible } from "../../core/value.js";

/** "Hundreds" may be said of 196: a count word reaches down to half of its number … */
const VAGUE_FROM = 0.5;
/** … and no farther up than to the next one: "dozens" are not a thousand. */
const VAGUE_TO = 10;

/** Both values may be said of one number. */
export function canBeOne(a: Value, b: Value): boolean {
  return compatible(loosened(a), loosened(b));
}

function loosened({ min, max, hedge }: Value): Value {
  if (hedge !== "vague" || min === null) return { min, max, hedge };
  return { min: min * VAGUE_FROM, max: max ?? min * VAGUE_TO, hedge };
}
