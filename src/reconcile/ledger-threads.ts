import { parseIsoDay } from "../core/calendar.js";
import type { Claim } from "../core/contract.js";
import type { StoryContext } from "./context.js";

/** Figures of one incident, and the place they are of. */
export interface Thread {
  /** The place that most of them name; null where that is the story's country or none. */
  readonly place: string | null;
  readonly told: readonly Claim[];
}

/** A happening may be put on the day before or after: a night, a word such as "yesterday". */
const ONE_EVENT_DAYS = 1;

/**
 * Figures that count one kind of people, apart by incident: those on days that are apart, and
 * those of places of which neither lies in the other. A figure of the country, or of no place, is
 * of the incident that most figures are of; how closely a place is named makes no other incident.
 */
export function threadsOf(claims: readonly Claim[], context: StoryContext): Thread[] {
  return byHappening(claims).flatMap((told) =>
    byPlace(told, context).flatMap(({ place, told: here }) =>
      bySize(here).map((some) => ({ place, told: some })),
    ),
  );
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
  const out = new Map<number, Claim[]>();
  for (const claim of claims) {
    const band = cuts.filter((cut) => sizeOf(claim) >= cut).length;
    out.set(band, [...(out.get(band) ?? []), claim]);
  }
  // Most tellings first: what is vague or none goes with its own size alone.
  return [...out.values()].sort((a, b) => b.length - a.length);
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
  // Nor is it where counts of many places stand beside it: which one the open ones mean is not told.
  const all = ranked.reduce((sum, [, told]) => sum + reportsOf(told), 0);
  const scattered = ranked.length >= MANY_PLACES && reportsOf(seat[1]) * 2 < all;
  const isSeat = !scattered && reportsOf(seat[1]) >= reportsOf(open);
  const threads: { place: string | null; told: Claim[] }[] = isSeat
    ? [{ place: seat[0], told: [...seat[1], ...open] }]
    : [
        ...(open.length > 0 ? [{ place: countryOf(open, context), told: open }] : []),
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

/** From so many places on, a story tells of many incidents. */
const MANY_PLACES = 3;

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
    const isOpen = home.place === null;
    for (let other = threads.length - 1; other > at; other--) {
      const thread = threads[other];
      const known = numbers(home);
      if (!thread || ![...numbers(thread)].some((one) => known.has(one))) continue;
      home.told.push(...thread.told);
      // Told last by the most reports: threads stand in that order.
      if (isOpen) home.place = thread.place ?? home.place;
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

/** Counts of spans longer than this are totals of a time, not of one happening. */
const LONGEST_HAPPENING = 4;

/**
 * Splits counts by the days they are of: the day of most claims takes in its neighbours, then the
 * next. In a war every day has its own, and a chain of days is no one happening. What has no day
 * goes with the first such group; totals of a longer time are apart, by the day they begin.
 */
function byHappening(claims: readonly Claim[]): Claim[][] {
  const dated: { claim: Claim; start: number; end: number }[] = [];
  const undated: Claim[] = [];
  const totals = new Map<string, Claim[]>();
  for (const claim of claims) {
    const start = claim.time?.start ? parseIsoDay(claim.time.start) : null;
    const end = claim.time?.end ? parseIsoDay(claim.time.end) : null;
    const stated = claim.time?.basis === "stated" || claim.time?.basis === "relative";
    if (start === null || end === null || !stated || claim.figure?.scope === "cumulative") {
      undated.push(claim);
    } else if (end - start > LONGEST_HAPPENING) {
      const key = claim.time?.start?.slice(0, 7) ?? "";
      totals.set(key, [...(totals.get(key) ?? []), claim]);
    } else dated.push({ claim, start, end });
  }
  const groups = byAnchor(dated);
  const [main] = groups;
  if (!main && undated.length > 0) groups.push(undated);
  else {
    for (const claim of undated) {
      (groups.find((group) => group.some((one) => isSameCount(one, claim))) ?? main)?.push(claim);
    }
  }
  return [...groups, ...totals.values()];
}

/** The same number at the same place. */
function isSameCount(a: Claim, b: Claim): boolean {
  const [x, y] = [a.figure?.value, b.figure?.value];
  return a.place !== null && a.place === b.place && x?.min === y?.min && x?.max === y?.max;
}

/** Most claims first. */
function byAnchor(dated: { claim: Claim; start: number; end: number }[]): Claim[][] {
  const counts = new Map<number, number>();
  for (const { start } of dated) counts.set(start, (counts.get(start) ?? 0) + 1);
  const anchors = [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0]).map(([day]) => day);
  const groups = new Map<number, Claim[]>();
  const homeOf = new Map<number, number>();
  for (const day of anchors) {
    // A day that an earlier anchor took in opens no group of its own.
    if (homeOf.has(day)) continue;
    groups.set(day, []);
    for (let near = day - ONE_EVENT_DAYS; near <= day + ONE_EVENT_DAYS; near++) {
      if (!homeOf.has(near)) homeOf.set(near, day);
    }
  }
  for (const { claim, start, end } of dated) {
    const days = Array.from({ length: end - start + 1 }, (_, at) => start + at);
    const home = days.find((day) => groups.has(day)) ?? homeOf.get(start) ?? start;
    groups.get(home)?.push(claim);
  }
  return [...groups.values()].filter((group) => group.length > 0);
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
