import type { Claim } from "../../core/contract.js";
import { groupBy } from "../../core/grouping.js";
import type { StoryContext } from "../context.js";
import { areCombatants } from "../counts/counted.js";
import { areOneFight, incidentsOf } from "../scenes/incidents.js";
import { specificPlace } from "../scenes/places.js";

/** Figures of one incident, and the place they are of. */
export interface Thread {
  /** Number of the incident; figures of other groups bear it too. */
  readonly incident: number;
  /** The place that most of them name; null where that is the story's country or none. */
  readonly place: string | null;
  readonly told: readonly Claim[];
}

/** Figures that count one kind of people, apart by incident, and by size within it. */
export function threadsOf(claims: readonly Claim[], context: StoryContext): Thread[] {
  const byIncident = groupBy(claims, (claim) => incidentsOf(context).of(claim));
  return [...byIncident].flatMap(([incident, told]) =>
    byFight(told, context)
      .flatMap((some) => byCountry(some, context))
      .flatMap(bySize)
      .map((some) => ({ incident, place: placeOf(some, context), told: some })),
  );
}

/** Fights beyond these are not looked at: all with all would not be linear. */
const MOST_FIGHTS = 20;

function byFight(claims: readonly Claim[], context: StoryContext): (readonly Claim[])[] {
  const [first] = claims;
  if (!first?.figure || !areCombatants(first.figure.counted)) return [claims];
  const fights: Claim[][] = [];
  for (const claim of claims) {
    const home = fights
      .slice(0, MOST_FIGHTS)
      .find((fight) => fight.some((one) => areOneFight(claim, one, context)));
    if (home) home.push(claim);
    else fights.push([claim]);
  }
  return fights;
}

/**
 * A storm passes from country to country: who is counted in another country than the story's, by its
 * name, is counted apart, with all who are counted in it.
 */
function byCountry(claims: readonly Claim[], context: StoryContext): (readonly Claim[])[] {
  const main = context.mainCountry === null ? null : context.countryOf(context.mainCountry);
  const named = new Set(
    claims.flatMap(({ place }) =>
      place !== null && context.isCountry(place) ? (context.countryOf(place) ?? []) : [],
    ),
  );
  const apart = [...named].filter((country) => country !== main);
  if (main === null || apart.length === 0) return [claims];
  const countryOf = ({ place }: Claim): string | null =>
    place === null ? null : context.countryOf(place);
  const groups = apart.map((country) => claims.filter((claim) => countryOf(claim) === country));
  const rest = claims.filter((claim) => !apart.includes(countryOf(claim) ?? ""));
  return [rest, ...groups].filter((group) => group.length > 0);
}

/** A count does not jump so far between two tellings of one happening … */
const LEAP = 10;
/** … unless it is still small: two, then twenty. */
const LEAST_AFTER_LEAP = 30;

/** Numbers that a gap sets far apart count different things: a raid, and the war. */
function bySize(claims: readonly Claim[]): Claim[][] {
  const sizeOf = ({ figure }: Claim): number => figure?.value.min ?? figure?.value.max ?? 0;
  // A count word ("hundreds") is said of what is told exactly elsewhere.
  const worded = claims.filter(({ figure }) => figure?.value.hedge !== "vague");
  const sizes = [...new Set(worded.map(sizeOf))].filter((size) => size > 0).sort((a, b) => a - b);
  const cuts = sizes.filter((size, at) => {
    const before = sizes[at - 1];
    return before !== undefined && size >= LEAST_AFTER_LEAP && size >= before * LEAP;
  });
  if (cuts.length === 0) return [[...claims]];
  const out = groupBy(claims, (claim) => cuts.filter((cut) => sizeOf(claim) >= cut).length);
  // Most tellings first: what is vague or none goes with its own size alone.
  return [...out.values()].sort((a, b) => b.length - a.length);
}

/**
 * The place that most reports of the figures name. One that fewer name than tell of the country, or
 * of no place, is no place of them all.
 */
function placeOf(claims: readonly Claim[], context: StoryContext): string | null {
  const places = new Map<string, Set<string>>();
  const open = new Set<string>();
  for (const claim of claims) {
    const place = specificPlace(claim.place, context);
    if (place === null) open.add(claim.report);
    else places.set(place, (places.get(place) ?? new Set()).add(claim.report));
  }
  const [seat] = [...places].sort(([a, x], [b, y]) => y.size - x.size || (a < b ? -1 : 1));
  if (seat && seat[1].size >= open.size) return seat[0];
  return countryOf(claims, context);
}

function countryOf(claims: readonly Claim[], context: StoryContext): string | null {
  const wide = new Set(
    claims.flatMap(({ place }) => (place !== null && context.isWide(place) ? [place] : [])),
  );
  return wide.size === 1 ? ([...wide][0] ?? null) : wide.size === 0 ? null : context.mainCountry;
}
