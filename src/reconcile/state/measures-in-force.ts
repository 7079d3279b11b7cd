import type { Claim, Story } from "../../core/contract.js";
import { eventDefinition, isEventType } from "../../ontology/events.js";
import type { StoryContext } from "../context.js";
import { daysOf } from "../days.js";
import { type Happening, placesOf } from "../scenes/happenings.js";
import { titleOf } from "../timeline.js";
import { endByLength } from "./lengths.js";

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
    // A price that rose is no measure; one that authority took back is.
    const isReversal = claims.some((claim) => claim.event?.roles["phase"]?.includes("ended"));
    if (type === "price-change" && !isReversal) continue;
    const told = (claim: Claim): boolean =>
      claim.modality === "asserted" || (isReversal && claim.modality === "planned");
    if (!claims.some(told)) continue;
    const places = placesIn(claims, context);
    const days = daysOf(time);
    const lasts = days !== null && days.end > days.start;
    const lifted = claims.find(
      (claim) => claim.event?.roles["phase"]?.includes("ended") && daysOf(claim.time),
    );
    out.push({
      type,
      title: titleOf(claims, context),
      places,
      from: time,
      to:
        lifted?.time ??
        (lasts && time?.end ? { ...time, edtf: time.end, start: time.end } : null) ??
        endByLength(claims, time, context),
      claims: claims.map((claim) => claim.id),
      witnesses: context.witnesses.count(claims),
    });
  }
  const key = (one: Measure): string => `${one.type} ${one.from?.start ?? "9999"} ${one.claims[0]}`;
  return out.sort((a, b) => (key(a) < key(b) ? -1 : 1));
}

/** Where its own words put it, else the country they say it holds in all of, else where it is told. */
function placesIn(claims: readonly Claim[], context: StoryContext): string[] {
  const named = claims
    .flatMap((claim) => claim.event?.roles["place"] ?? [])
    .filter((place) => context.entities.get(place) !== undefined);
  const whole = claims.some((claim) => claim.event?.roles["extent"]?.includes("all"));
  const everywhere = whole && context.mainCountry !== null ? [context.mainCountry] : [];
  const places = [...everywhere, ...named];
  const { mainCountry } = context;
  const told = claims
    .flatMap(placesOf)
    .filter((place) => mainCountry === null || context.liesWithin(place, mainCountry));
  return [...new Set(places.length > 0 ? places : told)].sort();
}
