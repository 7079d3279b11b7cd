import type { Range } from "../../core/contract.js";
import { rangeOf, type TextLayer } from "../../text/layer.js";

/** Code units of the sentence that holds the tokens; of the tokens themselves where none does. */
export function sentenceRange(layer: TextLayer, first: number, last: number): Range {
  const from = layer.sentences[layer.sentenceOf[first] ?? -1];
  const to = layer.sentences[layer.sentenceOf[last - 1] ?? -1] ?? from;
  if (!from || !to) return rangeOf(layer, first, last);
  return [from.start, to.end];
}
