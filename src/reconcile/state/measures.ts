import type { Time } from "../../core/contract.js";
import type { StoryContext } from "../context.js";
import type { Happening } from "../scenes/happenings.js";
import { measuresInForce } from "./measures-in-force.js";
import { holdsOn, reportedOf, type Told } from "./told.js";

export interface MeasureState extends Told {
  readonly type: string;
  readonly title: string;
  readonly places: readonly string[];
  readonly from: Time | null;
  readonly to: Time | null;
}

/** The measures in force on that day; one that is told to have ended on no known day is none. */
export function measureStates(
  happenings: readonly Happening[],
  context: StoryContext,
  day: string,
): MeasureState[] {
  return measuresInForce(happenings, context)
    .filter(({ from, to }) => holdsOn(from, to, day))
    .map((one) => ({ ...one, reported: reportedOf(one.claims, context) }))
    .filter((one) => !isEndedIn(one.claims, context));
}

const isEndedIn = (ids: readonly string[], context: StoryContext): boolean => {
  const wanted = new Set(ids);
  return context.claims.some(
    (claim) =>
      wanted.has(claim.id) && !claim.time && claim.event?.roles["phase"]?.includes("ended"),
  );
};
