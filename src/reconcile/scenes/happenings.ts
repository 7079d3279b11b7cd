import type { Claim, Time } from "../../core/contract.js";
import { eventDefinition, isEventType } from "../../ontology/events.js";
import { isRole, ROLES } from "../../ontology/roles.js";
import { spellingOf } from "../../relate/spelling.js";
import { isCounted, type StoryContext } from "../context.js";
import { isOfAnother } from "../counts/figure-words.js";
import { closestTime, daysOf } from "../days.js";
import { incidentsOf } from "./incidents.js";
import { comparePlaces, type PlaceRelation } from "./places.js";
import { isToll } from "./scene.js";

/** One thing that happened, as the event claims of several reports tell it. */
export interface Happening {
  readonly type: string;
  /** In the story's order. */
  readonly claims: readonly Claim[];
  /** The closest time that a claim states; null where none does. */
  readonly time: Time | null;
  readonly place: string | null;
  readonly background: boolean;
}

/** Claims of such an event this far apart are told as one all the same. */
const ONCE_DAYS = 3;
const LEAST_SCORE = 2;
/** A denial is of a happening with which it shares a party. */
const DENIED_FROM = 2;
/** Of the happenings of one type and party, the latest are looked at: cost stays linear. */
const MOST_CANDIDATES = 40;

/** Events that happen once to one party: told on two days, they are one event and a question. */
export function happensOnce(type: string): boolean {
  return isEventType(type) && eventDefinition(type).once === true;
}

/** Roles that say how, why or how far, not who: sharing one is no identity. */
function isCircumstance(role: string): boolean {
  return !isRole(role) || !ROLES[role].party;
}

/** Merges event claims into happenings; those with a day first, so that the undated find them. */
export function happeningsOf(context: StoryContext): Happening[] {
  const events = context.claims.filter((claim) => claim.event !== undefined);
  const drafts: Draft[] = [];
  const index = new Map<string, Draft[]>();
  const dated = events.filter((claim) => claim.time?.start);
  const undated = events.filter((claim) => !claim.time?.start);
  for (const claim of [...dated, ...undated]) {
    const keys = keysOf(claim);
    const counts = countsOf(claim, context);
    const home = bestHome(claim, counts, keys, index, context);
    const draft = home ?? new Draft(claim.event?.type ?? "", claim.background, isEnding(claim));
    if (!home) drafts.push(draft);
    draft.add(claim, eventPlaces(claim, context), counts);
    for (const key of keys) {
      const list = index.get(key);
      if (!list) index.set(key, [draft]);
      else if (!list.slice(-MOST_CANDIDATES).includes(draft)) list.push(draft);
    }
  }
  const order = new Map(context.claims.map((claim, at) => [claim, at]));
  return drafts.map((draft) => draft.finish(order));
}

class Draft {
  readonly claims: Claim[] = [];
  readonly parties = new Map<string, Set<string>>();
  readonly places = new Set<string>();
  /** Of which happenings people are counted where it is told. */
  readonly incidents = new Set<number>();
  /** By daylight, in the dark, or both. */
  readonly hours = new Set<"light" | "dark">();
  start: number | null = null;
  end: number | null = null;

  constructor(
    readonly type: string,
    readonly background: boolean,
    readonly ending: boolean,
  ) {}

  add(claim: Claim, places: readonly string[], incidents: readonly number[]): void {
    this.claims.push(claim);
    for (const [role, fillers] of Object.entries(claim.event?.roles ?? {})) {
      if (isCircumstance(role)) continue;
      const set = this.parties.get(role) ?? new Set<string>();
      for (const filler of fillers) set.add(filler);
      this.parties.set(role, set);
    }
    for (const place of places) this.places.add(place);
    for (const one of incidents) this.incidents.add(one);
    const hour = hourOf(claim.time);
    if (hour) this.hours.add(hour);
    const span = daysOf(claim.time);
    // The first stated day stays: what is merged later may only narrow it.
    if (span && (this.start === null || span.end - span.start < (this.end ?? 0) - this.start)) {
      this.start = span.start;
      this.end = span.end;
    }
  }

  finish(order: ReadonlyMap<Claim, number>): Happening {
    const claims = [...this.claims].sort((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0));
    return {
      type: this.type,
      claims,
      time: closestTime(claims),
      place: placeOf(claims),
      background: this.background,
    };
  }
}

function bestHome(
  claim: Claim,
  counts: readonly number[],
  keys: readonly string[],
  index: ReadonlyMap<string, readonly Draft[]>,
  context: StoryContext,
): Draft | null {
  const seen = new Set<Draft>();
  let best: Draft | null = null;
  let bestScore = LEAST_SCORE - 1;
  for (const key of keys) {
    for (const draft of (index.get(key) ?? []).slice(-MOST_CANDIDATES)) {
      if (seen.has(draft)) continue;
      seen.add(draft);
      const score = likeness(claim, counts, draft, context);
      if (score > bestScore) {
        best = draft;
        bestScore = score;
      }
    }
  }
  return best;
}

/**
 * What spreads over days and places and is told in many words: within one story, two tellings of
 * it that nothing sets apart are one. Other events need a party in common.
 */
const DIFFUSE = new Set([
  "protest",
  "riot",
  "coup",
  "clash",
  "disaster",
  "deploy",
  "airlift",
  "force-used",
  "emergency",
  "curfew",
  "blackout",
  "transport-halt",
  "price-change",
  "appeal",
  "withdraw",
  "mourning",
]);

/** What people are counted after: a count that two reports share makes the one that of the other. */
const HARMING = new Set(["accident", "explosion", "disaster", "attack", "strike"]);
/** Of these a story of one happening tells one, in whatever words. */
const BEFALLING = new Set(["accident", "explosion"]);
const OF_ONE_COUNT = 2;

/**
 * Points for what a claim shares with a happening; 0 where they cannot be one.
 * @param counts as `countsOf` the claim
 */
function likeness(
  claim: Claim,
  counts: readonly number[],
  draft: Draft,
  context: StoryContext,
): number {
  if (claim.background !== draft.background || isEnding(claim) !== draft.ending) return 0;
  const isOfOneCount = counts.some((one) => draft.incidents.has(one));
  const diffuse =
    DIFFUSE.has(draft.type) ||
    (BEFALLING.has(draft.type) && incidentsOf(context).isOfOne && !isOfAnother(claim, context));
  let score = (diffuse ? 1 : 0) + (isOfOneCount ? OF_ONE_COUNT : 0);
  let isOfSame = false;
  for (const [role, fillers] of Object.entries(claim.event?.roles ?? {})) {
    if (isCircumstance(role)) continue;
    const known = draft.parties.get(role);
    if (!known || known.size === 0 || fillers.length === 0) continue;
    if (fillers.some((filler) => isKnown(filler, known, context))) {
      score += 2;
      const isNamed = fillers.some((filler) => context.entities.get(filler));
      isOfSame ||= role === "target" || (role === "agent" && isNamed);
    } else if (role === "target" || role === "agent") {
      const sure = [...fillers, ...known].every((one) => context.entities.get(one));
      score -= sure && !happensOnce(draft.type) ? 3 : diffuse ? 0 : 1;
    }
  }
  // "X sends no soldiers" denies no deployment but X's own.
  if (claim.modality === "denied" && score < DENIED_FROM) return 0;
  // One riot at noon and one in the night before it, by nobody whose name stands in both.
  const hour = hourOf(claim.time);
  if (!isOfSame && hour && draft.hours.size > 0 && !draft.hours.has(hour)) return 0;
  const span = daysOf(claim.time);
  if (span && draft.start !== null && draft.end !== null) {
    const gap = Math.max(span.start - draft.end, draft.start - span.end, 0);
    if (gap === 0) score += 1;
    else if (!happensOnce(draft.type) || gap > ONCE_DAYS) return 0;
  }
  const places = eventPlaces(claim, context);
  if (places.length > 0 && draft.places.size > 0) {
    const relations = places.flatMap((place) =>
      [...draft.places].map((other) => relationOf(place, other, context)),
    );
    // Two names of one spot, which nobody knows to lie apart: "the port of the capital", "the port".
    const isOpen = isOfOneCount && relations.some((one) => one === "near" || one === "open");
    score += relations.includes("within") ? 1 : isOpen ? 0 : -2;
  } else if (diffuse) score += 1;
  return score;
}

/** "Within" for one place, too, and for a place and its country. */
function relationOf(a: string, b: string, context: StoryContext): PlaceRelation {
  if (context.liesWithin(a, b) || context.liesWithin(b, a)) return "within";
  const relation = comparePlaces(a, b, context);
  return relation === "same" ? "within" : relation;
}

/** Happenings, by `Incidents`, of which people are counted where an event is told. */
function countsOf(claim: Claim, context: StoryContext): readonly number[] {
  if (!HARMING.has(claim.event?.type ?? "")) return [];
  const incidents = incidentsOf(context);
  const tolls = context
    .claimsOf(claim.report)
    .filter((one) => isToll(one) && isCounted(one) && one.background === claim.background);
  const beside = tolls.filter(({ sentence }) => sentence[0] === claim.sentence[0]);
  const all = new Set(tolls.map((one) => incidents.of(one)));
  // A report that counts the victims of one happening tells of that.
  if (beside.length === 0) return incidents.isOfOne && all.size === 1 ? [...all] : [];
  return [...new Set(beside.map((one) => incidents.of(one)))];
}

const LIGHT = new Set(["morning", "noon"]);
const DARK = new Set(["evening", "night", "midnight"]);

/** Null for dawn and late afternoon, which are either, for a clock time, and where no hour is told. */
function hourOf(time: Time | null): "light" | "dark" | null {
  const clock = time?.clock ?? "";
  return LIGHT.has(clock) ? "light" : DARK.has(clock) ? "dark" : null;
}

/** A party named before, or the same thing in fewer words: "an airport", "the airport of Almaty". */
function isKnown(filler: string, known: ReadonlySet<string>, context: StoryContext): boolean {
  if (known.has(filler)) return true;
  const entity = context.entities.get(filler);
  const words = wordsOf(entity?.name ?? filler);
  for (const other of known) {
    const otherEntity = context.entities.get(other);
    // Two entities that the account keeps apart are two parties.
    if (entity && otherEntity) continue;
    const others = wordsOf(otherEntity?.name ?? other);
    const [few, many] = words.length < others.length ? [words, others] : [others, words];
    if (few.length > 0 && few[0] === many[0] && few.every((word) => many.includes(word))) {
      return true;
    }
  }
  return false;
}

function wordsOf(text: string): string[] {
  const { bareForm } = spellingOf("ar");
  return text
    .split(/[\s"«»“”]+/)
    .filter(Boolean)
    .map(bareForm);
}

/** A measure lifted is another happening than the measure. */
const isEnding = (claim: Claim): boolean => claim.event?.roles["phase"]?.includes("ended") ?? false;

function keysOf(claim: Claim): string[] {
  const type = claim.event?.type ?? "";
  const keys = placesOf(claim).map((place) => `${type}|${place}`);
  for (const [role, fillers] of Object.entries(claim.event?.roles ?? {})) {
    if (!isCircumstance(role)) keys.push(...fillers.map((filler) => `${type}|${filler}`));
  }
  // Beyond a shared name: what spreads, and what the same words are said of.
  keys.push(type);
  return [...new Set(keys)];
}

/** Where its own words put it, else where its sentence plays, unless that is another country. */
function eventPlaces(claim: Claim, context: StoryContext): string[] {
  const named = (claim.event?.roles["place"] ?? []).filter((one) => context.entities.get(one));
  if (named.length > 0) return named;
  const { mainCountry } = context;
  return placesOf(claim).filter(
    (place) => mainCountry === null || !context.isCountry(place) || place === mainCountry,
  );
}

export function placesOf(claim: Claim): string[] {
  return [...new Set([...(claim.place === null ? [] : [claim.place]), ...claim.places])];
}

/** The place most claims name. */
function placeOf(claims: readonly Claim[]): string | null {
  const counts = new Map<string, number>();
  for (const { place } of claims) if (place) counts.set(place, (counts.get(place) ?? 0) + 1);
  const [best] = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  return best?.[0] ?? null;
}
