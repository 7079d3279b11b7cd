import type { Claim } from "./contract.js";

/** The claim as the engine read it, whatever was corrected since. */
export function asReadFirst(claim: Claim): Claim {
  const { chain, modality, time, place, places, background, figure, event } = claim.asRead ?? {};
  return {
    ...claim,
    ...(chain ? { chain } : {}),
    ...(modality ? { modality } : {}),
    ...(time === undefined ? {} : { time }),
    ...(place === undefined ? {} : { place }),
    ...(places ? { places } : {}),
    ...(background === undefined ? {} : { background }),
    ...(figure ? { figure } : {}),
    ...(event ? { event } : {}),
  };
}
