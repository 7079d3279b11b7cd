import type { Story } from "../core/contract.js";
import type { StoryContext } from "./context.js";
import { daysOf, type Happening, placesOf } from "./happenings.js";
import { titleOf } from "./timeline.js";

type Measure = Story["measuresInForce"][number];

/** What authorities impose for a time. */
const MEASURES = new Set(
  "emergency curfew ban blackout transport-halt mourning price-change sanction".split(" "),
);

/** Measures that some report asserts, by type, then start (unknown last), then first claim. */
export function measuresInForce(
  happenings: readonly Happening[],
  context: StoryContext,
): Measure[] {
  const out: Measure[] = [];
  for (const { type, claims, time, background } of happenings) {
    if (!MEASURES.has(type) || background) continue;
    if (!claims.some((claim) => claim.modality === "asserted")) continue;
    const places = new Set(claims.flatMap(placesOf));
    const days = daysOf(time);
    const lasts = days !== null && days.end > days.start;
    out.push({
      type,
      title: titleOf(claims, context),
      places: [...places].sort(),
      from: time,
      to: lasts && time?.end ? { ...time, edtf: time.end, start: time.end } : null,
      claims: claims.map((claim) => claim.id),
      witnesses: context.witnesses.count(claims),
    });
  }
  const key = (one: Measure): string => `${one.type} ${one.from?.start ?? "9999"} ${one.claims[0]}`;
  return out.sort((a, b) => (key(a) < key(b) ? -1 : 1));
}
