import type { Claim } from "../../core/contract.js";
import { fold } from "../../text/fold.js";

/** Words on either side of a claim that are held against another's: a sentence, not a paragraph. */
const AROUND_CHARACTERS = 100;
/** Words a run; shorter than a copied passage asks for, as these sentences tell one thing anyway. */
const RUN = 3;
/** Of the runs of the shorter sentence, so many in the other make one wording of both … */
const ONE_WORDING = 0.4;
/** … where there are at least so many. */
const LEAST_RUNS = 6;

const NO_WORD = /[^\p{L}\p{N}]+/u;

/** A claim's runs hang on nothing but its report. */
const RUNS = new WeakMap<Claim, ReadonlySet<string>>();

/** Tells whether two claims are told in the same words, reworded here and there. */
export class Wordings {
  constructor(private readonly textOf: (report: string) => string) {}

  isOne(a: Claim, b: Claim): boolean {
    const [inA, inB] = [this.runsOf(a), this.runsOf(b)];
    const [fewer, more] = inA.size <= inB.size ? [inA, inB] : [inB, inA];
    if (fewer.size < LEAST_RUNS) return false;
    let common = 0;
    for (const run of fewer) if (more.has(run)) common++;
    return common >= ONE_WORDING * fewer.size;
  }

  private runsOf(claim: Claim): ReadonlySet<string> {
    let runs = RUNS.get(claim);
    if (!runs) {
      const { sentence, span } = claim;
      const from = Math.max(sentence[0], span[0] - AROUND_CHARACTERS);
      const to = Math.min(sentence[1], span[1] + AROUND_CHARACTERS);
      const words = fold(this.textOf(claim.report).slice(from, to))
        .split(NO_WORD)
        .filter((word) => word !== "");
      const made = new Set<string>();
      for (let at = 0; at + RUN <= words.length; at++)
        made.add(words.slice(at, at + RUN).join(" "));
      runs = made;
      RUNS.set(claim, runs);
    }
    return runs;
  }
}
