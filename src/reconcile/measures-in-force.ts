import type { Story } from "../core/contract.js";
import { eventDefinition, isEventType } from "../ontology/events.js";
import type { StoryContext } from "./context.js";
import { daysOf, type Happening, placesOf } from "./happenings.js";
import { titleOf } from "./timeline.js";

type Measure = Story["measuresInForce"][number];

const isMeasure = (type: string): boolean =>
  isEventType(type) && eventDefinition(type).measure === true;

/** Measures that some report asserts, by type, then start (unknown last), then first claim. */
export function measuresInForce(
  happenings: readonly Happening[],
  context: StoryContext,
): Measure[] {
  const out: Measure[] = [];
  for (const { type, claims, time, background } of happenings) {
    if (!isMeasure(type) || background) continue;
    if (!claims.some((claim) => claim.modality === "asserted")) continue;
    const places = new Set(claims.flatMap(placesOf));
    const days = daysOf(time);
    const lasts = days !== null && days.end > days.start;
    const lifted = claims.find(
      (claim) => claim.event?.roles["phase"]?.includes("ended") && daysOf(claim.time),
    );
    out.push({
      type,
      title: titleOf(claims, context),
      places: [...places].sort(),
      from: time,
      to:
        lifted?.time ?? (lasts && time?.end ? { ...time, edtf: time.end, start: time.end } : null),
      claims: claims.map((claim) => claim.id),
      witnesses: context.witnesses.count(claims),
    });
  }
  const key = (one: Measure): string => `${one.type} ${one.from?.start ?? "9999"} ${one.claims[0]}`;
  return out.sort((a, b) => (key(a) < key(b) ? -1 : 1));
}
