import { parseIsoDay } from "../core/calendar.js";
import type { Claim } from "../core/contract.js";
import type { StoryContext } from "./context.js";

/** Figures of one incident, and the place they are of. */
export interface Thread {
  /** The place that most of them name; null where that is the story's country or none. */
  readonly place: string | null;
  readonly told: readonly Claim[];
}

/** Happenings farther apart than this are counted apart, unless the count is a running total. */
const ONE_EVENT_DAYS = 2;

/**
 * Figures that count one kind of people, apart by incident: those on days that are apart, and
 * those of places of which neither lies in the other. A figure of the country, or of no place, is
 * of the incident that most figures are of; how closely a place is named makes no other incident.
 */
export function threadsOf(claims: readonly Claim[], context: StoryContext): Thread[] {
  return byHappening(claims).flatMap((told) => byPlace(told, context));
}

function byPlace(claims: readonly Claim[], context: StoryContext): Thread[] {
  const places = new Map<string, Claim[]>();
  const open: Claim[] = [];
  for (const claim of claims) {
    const place = claim.place;
    if (place === null || context.isWide(place) || context.isUnplacedBuilding(place)) {
      open.push(claim);
    } else places.set(place, [...(places.get(place) ?? []), claim]);
  }
  const ranked = [...places].sort(
    ([a, x], [b, y]) => reportsOf(y) - reportsOf(x) || y.length - x.length || (a < b ? -1 : 1),
  );
  const [seat] = ranked;
  if (!seat) return [{ place: open[0] ? countryOf(open, context) : null, told: open }];
  // A place that fewer reports name than tell of the whole is a part of it, not its seat.
  const isSeat = reportsOf(seat[1]) >= reportsOf(open);
  const threads: { place: string | null; told: Claim[] }[] = isSeat
    ? [{ place: seat[0], told: [...seat[1], ...open] }]
    : [
        { place: countryOf(open, context), told: open },
        { place: seat[0], told: [...seat[1]] },
      ];
  for (const [place, told] of ranked.slice(1)) {
    const home = threads.find(
      (one) =>
        one.place !== null &&
        (context.liesWithin(place, one.place) || context.liesWithin(one.place, place)),
    );
    if (home && !context.isWide(home.place ?? "")) home.told.push(...told);
    else threads.push({ place, told: [...told] });
  }
  joinEqual(threads);
  const order = new Map(claims.map((claim, at) => [claim, at]));
  for (const { told } of threads) told.sort((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0));
  return threads;
}

/** Smaller numbers are equal by chance. */
export const TELLING_NUMBER = 3;

/**
 * The same number of the same people at the same time, put "in the mosque", "in the city" and "in
 * the province" by different reports: one incident, whose places nobody told us lie in each other.
 */
function joinEqual(threads: { place: string | null; told: Claim[] }[]): void {
  const numbers = ({ told }: { readonly told: readonly Claim[] }): Set<number> =>
    new Set(
      told.flatMap(({ figure }) => {
        const { min, max } = figure?.value ?? { min: null, max: null };
        return min !== null && min === max && min >= TELLING_NUMBER ? [min] : [];
      }),
    );
  for (let at = 0; at < threads.length; at++) {
    const home = threads[at];
    if (!home) continue;
    for (let other = threads.length - 1; other > at; other--) {
      const thread = threads[other];
      const known = numbers(home);
      if (!thread || ![...numbers(thread)].some((one) => known.has(one))) continue;
      home.told.push(...thread.told);
      home.place ??= thread.place;
      threads.splice(other, 1);
    }
  }
}

function countryOf(claims: readonly Claim[], context: StoryContext): string | null {
  const places = new Set(
    claims.flatMap(({ place }) =>
      place === null || context.isUnplacedBuilding(place) ? [] : [place],
    ),
  );
  return places.size === 1
    ? ([...places][0] ?? null)
    : places.size === 0
      ? null
      : context.mainCountry;
}

const reportsOf = (claims: readonly Claim[]): number =>
  new Set(claims.map((claim) => claim.report)).size;

/** Splits counts of happenings on days that are apart; what has no day goes with the last before. */
function byHappening(claims: readonly Claim[]): Claim[][] {
  const dated: { claim: Claim; start: number; end: number }[] = [];
  const undated: Claim[] = [];
  for (const claim of claims) {
    const start = claim.time?.start ? parseIsoDay(claim.time.start) : null;
    const end = claim.time?.end ? parseIsoDay(claim.time.end) : null;
    const stated = claim.time?.basis === "stated" || claim.time?.basis === "relative";
    if (start === null || end === null || !stated || claim.figure?.scope === "cumulative") {
      undated.push(claim);
    } else dated.push({ claim, start, end });
  }
  if (dated.length === 0) return [undated];
  dated.sort((a, b) => a.start - b.start || a.end - b.end);
  const threads: { claims: Claim[]; end: number }[] = [];
  for (const { claim, start, end } of dated) {
    const thread = threads.at(-1);
    if (thread && start - thread.end <= ONE_EVENT_DAYS) {
      thread.claims.push(claim);
      thread.end = Math.max(thread.end, end);
    } else threads.push({ claims: [claim], end });
  }
  threads.at(-1)?.claims.push(...undated);
  return threads.map((thread) => thread.claims);
}

/** Counts that a place and their figures' claims belong to. */
interface Scene {
  readonly place: string | null;
  readonly claims: readonly Claim[];
}

/** Nothing sets the two places apart: one is open or lies in the other, or a claim names both. */
export function areOneScene(a: Scene, b: Scene, context: StoryContext): boolean {
  if (a.place === null || b.place === null || a.place === b.place) return true;
  if (context.isWide(a.place) || context.isWide(b.place)) return true;
  if (context.liesWithin(a.place, b.place) || context.liesWithin(b.place, a.place)) return true;
  const names = (scene: Scene, place: string | null): boolean =>
    scene.claims.some((claim) => place !== null && claim.places.includes(place));
  return names(a, b.place) || names(b, a.place);
}
