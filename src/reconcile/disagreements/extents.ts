import type { Claim, Disagreement, Message } from "../../core/contract.js";
import { addTo } from "../../core/grouping.js";
import type { StoryContext } from "../context.js";
import type { Happening } from "../scenes/happenings.js";
import { comparePlaces } from "../scenes/places.js";
import { event, message, name } from "../wording.js";
import { disagreement, positionOf } from "./position.js";

/** Measures of authority that hold somewhere: how far they reach can be told differently. */
export const REACHING: ReadonlySet<string> = new Set([
  "emergency",
  "curfew",
  "blackout",
  "ban",
  "transport-halt",
]);
const MOST_POSITIONS = 6;

const isHeld = (claim: Claim): boolean =>
  claim.modality === "asserted" &&
  !claim.background &&
  !(claim.event?.roles["phase"]?.includes("ended") ?? false);

/** Emergency "in the whole country" and "in several regions". */
export function extents(context: StoryContext): Disagreement[] {
  const byType = new Map<string, Claim[]>();
  for (const claim of context.claims) {
    if (!claim.event || !REACHING.has(claim.event.type) || !isHeld(claim)) continue;
    addTo(byType, claim.event.type, claim);
  }
  return [...byType].flatMap(([type, claims]) => extentOf(type, claims, context));
}

function extentOf(type: string, claims: readonly Claim[], context: StoryContext): Disagreement[] {
  const whole = claims.filter(reachesEverywhere);
  // Who tells the whole names a part for another reason: where what it was imposed for happened.
  const wholly = reportsOf(whole);
  const parts = new Map<string, Claim[]>();
  for (const claim of claims) {
    if (wholly.has(claim.report)) continue;
    const names = partsOf(claim, context).sort().join("، ");
    if (names === "") continue;
    addTo(parts, names, claim);
  }
  const narrower = [...parts].map(([names, told]) => positionOf(told, names, context));
  if (whole.length > 0 && narrower.length > 0) {
    const everywhere = name(context.nameOf(context.mainCountry) ?? "");
    const positions = [
      positionOf(whole, message("wholeCountry", { place: everywhere }), context),
      ...narrower,
    ].slice(0, MOST_POSITIONS);
    const widened = isWidened([...parts.values()].flat(), whole, context);
    const why: Message = message(widened ? "laterWidens" : "wholeAndParts");
    return [
      disagreement("extent", widened ? "updates" : "contradicts", [event(type)], positions, [why]),
    ];
  }
  if (narrower.length < 2 || reportsOf([...parts.values()].flat()).size < 2) return [];
  // "Some provinces" and "a number of provinces" name no part; and parts far apart are of two measures.
  const isNamed = [...parts.values()].some((told) =>
    told.some((claim) =>
      (claim.event?.roles["place"] ?? []).some((one) => context.entities.get(one)),
    ),
  );
  if (!isNamed || areElsewhere([...parts.values()], context)) return [];
  return [
    disagreement("extent", "undecided", [event(type)], narrower.slice(0, MOST_POSITIONS), [
      message("partsAndParts"),
    ]),
  ];
}

/** The sentences of two of the parts play in places that lie apart. */
function areElsewhere(parts: readonly (readonly Claim[])[], context: StoryContext): boolean {
  const places = parts.map((told) => [...new Set(told.map(({ place }) => place))]);
  return places.some((some, at) =>
    places
      .slice(at + 1)
      .some((others) =>
        some.every((one) =>
          others.every((other) => comparePlaces(one, other, context) === "apart"),
        ),
      ),
  );
}

const reportsOf = (claims: readonly Claim[]): Set<string> =>
  new Set(claims.map((claim) => claim.report));

/** The whole was told only after the parts were. */
function isWidened(
  parts: readonly Claim[],
  whole: readonly Claim[],
  context: StoryContext,
): boolean {
  const days = (claims: readonly Claim[]): string[] =>
    claims.map((claim) => context.publishedOf(claim.report)?.start ?? "").sort();
  const [first] = days(whole);
  const last = days(parts).at(-1);
  return Boolean(first && last && last < first);
}

/** The reading says `all` where the words do; a country named alone does not say "all of it". */
function reachesEverywhere(claim: Claim): boolean {
  return claim.event?.roles["extent"]?.includes("all") ?? false;
}

/** The parts that its own words name; where the sentence merely plays tells no limit. */
function partsOf(claim: Claim, context: StoryContext): string[] {
  const places = [...new Set(claim.event?.roles["place"] ?? [])];
  const names = places
    .filter((place) => context.entities.get(place) !== undefined && !context.isCountry(place))
    .map((place) => context.nameOf(place) ?? "");
  if (names.length > 0) return names;
  return [...places, ...(claim.event?.roles["extent"] ?? [])].filter(
    (one) => context.entities.get(one) === undefined,
  );
}

/** One curfew, different hours: a later telling may have changed them. */
export function hours(happenings: readonly Happening[], context: StoryContext): Disagreement[] {
  const byType = new Map<string, Map<string, Claim[]>>();
  for (const { type, claims } of happenings) {
    for (const claim of claims.filter(isHeld)) {
      const told = claim.event?.roles["hours"]?.join(", ");
      if (!told) continue;
      const known = byType.get(type) ?? new Map<string, Claim[]>();
      addTo(known, told, claim);
      byType.set(type, known);
    }
  }
  return [...byType].flatMap(([type, told]) => {
    if (told.size < 2) return [];
    const positions = [...told].map(([words, claims]) => positionOf(claims, words, context));
    return [disagreement("time", "contradicts", [event(type)], positions, [message("hours")])];
  });
}
