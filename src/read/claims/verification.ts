import type { Claim } from "../../core/contract.js";
import { rangeOf, type Sentence, type TextLayer } from "../../text/layer.js";
import { markOf } from "../../text/marks.js";

/**
 * "Reuters could not independently verify it": what the sentence before it tells is unverified, and
 * what its own sentence tells before those words. Claims that the report denies or doubts already
 * stay as they are.
 */
export function withVerification(layer: TextLayer, claims: readonly Claim[]): Claim[] {
  const doubted = layer.sentences.flatMap((sentence, index): [number, number][] => {
    const at = refusalIn(layer, sentence);
    if (at === null) return [];
    const before = layer.sentences[index - 1];
    const opens = at - sentence.first <= OPENING;
    const own: [number, number] = [sentence.start, rangeOf(layer, at, at + 1)[0]];
    return opens && before ? [[before.start, before.end]] : [own];
  });
  if (doubted.length === 0) return [...claims];
  return claims.map((claim) => {
    const [start, end] = claim.span;
    const inside = doubted.some(([from, to]) => from <= start && end <= to);
    return inside && claim.modality === "asserted" ? { ...claim, modality: "unverified" } : claim;
  });
}

const REFUSAL = markOf(["speech.unverified"]);
/** A refusal within so many tokens of the head of its sentence speaks of the sentence before. */
const OPENING = 4;
/** Tokens between "could not" and "verify". */
const REACH = 8;

/** The token at which a sentence says that something could not be verified; null where it does not. */
function refusalIn(layer: TextLayer, { first, last }: Sentence): number | null {
  for (let at = first; at < last; at++) {
    if (((layer.marks[at] ?? 0) & REFUSAL) === 0) continue;
    for (let to = at; to < Math.min(last, at + REACH); to++) {
      if (layer.words[to]?.classes.has("speech.verification")) return at;
    }
  }
  return null;
}
