import { assertNever } from "../core/assert.js";
import type { Claim } from "../core/contract.js";

/** What a story is told by: who died, what was decided and done, what holds. Others weigh less. */
const EVENT_WEIGHTS: Readonly<Record<string, number>> = {
  decide: 0.8,
  deploy: 1.4,
  withdraw: 1.8,
  appeal: 0.5,
  protest: 1.2,
  disaster: 1.2,
  attack: 1.4,
  explosion: 1.4,
  strike: 1.2,
  coup: 1.4,
  accident: 1.2,
  seize: 1.2,
  riot: 0.8,
  clash: 0.8,
  emergency: 1.4,
  curfew: 1,
  blackout: 0.9,
  "transport-halt": 0.8,
  mourning: 1,
  resign: 1.4,
  dismiss: 1.2,
  appoint: 0.8,
  arrest: 1,
  agree: 1,
  ceasefire: 1.4,
  "price-change": 0.7,
};
const OTHER_EVENT = 0.6;

const FIGURE_WEIGHTS: Readonly<Record<string, number>> = {
  killed: 1.8,
  casualties: 1.6,
  injured: 1.2,
  missing: 1.2,
  displaced: 1.2,
  arrested: 1,
  kidnapped: 1.4,
  hospitalised: 0.7,
  destroyed: 0.7,
  deployed: 1,
  crowd: 0.4,
  seized: 0.4,
  price: 0.2,
  other: 0.3,
};
const OTHER_FIGURE = 0.6;

/** What is recalled is not the story. */
const BACKGROUND = 0.1;

/** How much a claim is worth telling, from 0 to about 2. */
export function kindWeight(claim: Claim): number {
  const base = claim.background ? BACKGROUND : 1;
  switch (claim.kind) {
    case "figure":
      return (FIGURE_WEIGHTS[claim.figure?.measure ?? ""] ?? OTHER_FIGURE) * base;
    case "event":
      return (EVENT_WEIGHTS[claim.event?.type ?? ""] ?? OTHER_EVENT) * base;
    case "office":
      return (claim.office?.change === "holds" || claim.office?.change === "held" ? 0 : 1) * base;
    case "statement":
      return 0.2 * base;
    case "membership":
    case "attribute":
      return 0;
    default:
      return assertNever(claim.kind);
  }
}
