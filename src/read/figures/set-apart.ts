import type { TextLayer } from "../../text/layer.js";
import { markOf } from "../../text/marks.js";
import type { NumberAnnotation } from "../numbers/numbers.js";

/** Marks round a number that official news sets apart: (15) جنديا, "600" شخص, /31/ مصابا, [12] شهيدا. */
const CLOSING: ReadonlyMap<string, string> = new Map([
  ["(", ")"],
  ['"', '"'],
  ["«", "»"],
  ["“", "”"],
  ["[", "]"],
  ["/", "/"],
]);

/** One that opens. */
export const OPENING_MARK = markOf([], ({ form }) => CLOSING.has(form));

/** Numbers that marks set apart from their sentence. */
export class SetApart {
  constructor(
    private readonly layer: TextLayer,
    private readonly numberAt: readonly (NumberAnnotation | undefined)[],
  ) {}

  /** استشهاد (15) جنديا: official news puts its numbers in brackets; the opening one stands at the token. */
  isBracketed(at: number): boolean {
    const { tokens } = this.layer;
    const close = CLOSING.get(tokens[at]?.form ?? "");
    if (!close) return false;
    const number = this.numberAt[at + 1];
    if (number?.value.kind !== "cardinal" || tokens[number.last]?.form !== close) return false;
    // 2020/10/26: between strokes on both sides of which digits stand, it is part of a date.
    return tokens[at - 1]?.kind !== "number" && tokens[number.last + 1]?.kind !== "number";
  }

  /** مقتل "أكثر من 190" صحفيا: the hedge and its number stand in quotes together. */
  isQuoted(first: number, last: number): boolean {
    const { tokens } = this.layer;
    const close = CLOSING.get(tokens[first - 1]?.form ?? "");
    return close !== undefined && close !== ")" && tokens[last]?.form === close;
  }

  /** Round brackets stand right before and behind, as round the number of an item. */
  isInBrackets(first: number, last: number): boolean {
    const { tokens } = this.layer;
    return tokens[first - 1]?.form === "(" && tokens[last]?.form === ")";
  }
}
