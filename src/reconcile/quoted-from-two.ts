import type { Claim, Disagreement } from "../core/contract.js";
import { type StoryContext, speakerKey, speakerOf } from "./context.js";
import { disagreement, positionOf } from "./position.js";
import { shorten } from "./title.js";
import { message, name } from "./wording.js";

/** One speech in quotation marks, given to two speakers of whom neither relays the other. */
export function quotedFromTwo(context: StoryContext): Disagreement[] {
  const out: Disagreement[] = [];
  for (const { from, to, pair } of context.story.quotations) {
    const [a, b] = [quoting(from, pair[0], context), quoting(to, pair[1], context)];
    if (!a || !b || speakerKey(a) === speakerKey(b)) continue;
    const names = (claim: Claim) => new Set(claim.chain.map((link) => link.entity ?? link.name));
    const [inA, inB] = [speakerOf(a), speakerOf(b)];
    if (!inA || !inB) continue;
    if (names(a).has(inB.entity ?? inB.name) || names(b).has(inA.entity ?? inA.name)) continue;
    out.push(
      disagreement(
        "attribution",
        "contradicts",
        [name(shorten(context.textOf(a)))],
        [positionOf([a], inA.name, context), positionOf([b], inB.name, context)],
        [message("quotedFromTwo")],
      ),
    );
  }
  return out;
}

function quoting(
  report: string,
  [start, end]: readonly [number, number],
  context: StoryContext,
): Claim | undefined {
  return context.claimsOf(report).find((claim) => {
    const quoted = claim.statement?.quoted;
    return quoted && quoted[0] <= start && end <= quoted[1];
  });
}
