import type { Claim } from "../core/contract.js";
import { isCounted, type StoryContext } from "./context.js";
import { comparePlaces } from "./scene-places.js";
import { countAnother } from "./another-count.js";
import { areDaysApart } from "./own-days.js";
import { type Scene, shareNumber } from "./scene.js";
import { scenesOf } from "./scenes.js";
import { speakerOf } from "./voices.js";

/**
 * Which figures are of one happening. Two reports' scenes are one only by positive signs: a number
 * that is not equal by chance, the same words, the same named place, day or speaker, both told at
 * the head of their reports. Nothing is joined for want of a reason to part it; and days or places
 * that are apart part what else looks alike.
 */
export class Incidents {
  private readonly byClaim = new Map<Claim, number>();
  private readonly sceneByClaim = new Map<Claim, Scene>();
  /** The story is of one happening, or of one course of things in one place. */
  readonly isFocused: boolean;
  /** … and people were killed or hurt in it. */
  readonly isOfOne: boolean;

  /** @param figures in the story's order */
  constructor(figures: readonly Claim[], context: StoryContext) {
    const scenes = sceneList(figures, context);
    const { seat, isScattered } = seatOf(scenes, context);
    const crowded = crowdedPlaces(scenes, context);
    this.isFocused = !isScattered && crowded.size === 0;
    this.isOfOne = this.isFocused && scenes.some(({ isToll }) => isToll);
    const incidents: Incident[] = [];
    const index = new Map<string, Incident[]>();
    for (const scene of ranked(scenes)) {
      const keys = keysOf(scene);
      const home = homeOf(keys, index, (one) =>
        likeness(scene, one, { seat, isScattered, crowded, context }),
      );
      const incident = home ?? { at: incidents.length, scenes: [] };
      if (!home) incidents.push(incident);
      incident.scenes.push(scene);
      for (const claim of scene.claims) {
        this.byClaim.set(claim, incident.at);
        this.sceneByClaim.set(claim, scene);
      }
      for (const key of keys) {
        const list = index.get(key);
        if (!list) index.set(key, [incident]);
        else if (!list.includes(incident)) list.push(incident);
      }
    }
  }

  /** The same number for two figures of one happening. */
  of(claim: Claim): number {
    return this.byClaim.get(claim) ?? -1;
  }

  sceneOf(claim: Claim): Scene | undefined {
    return this.sceneByClaim.get(claim);
  }

  /** Of the happening for which its report was written, and no item of a list. */
  isOfLead(claim: Claim): boolean {
    const scene = this.sceneByClaim.get(claim);
    return scene?.leads === true && !scene.listed.has(claim);
  }

  /** The count for which a report was written: of its leading happening, and told at its head. */
  isHeadline(claim: Claim): boolean {
    const from = this.sceneByClaim.get(claim)?.from ?? 0;
    return this.isOfLead(claim) && claim.span[0] - from <= HEAD_CHARACTERS;
  }

  /** One of a list, or of two numbers that add up to a third. */
  isListed(claim: Claim): boolean {
    return this.sceneByClaim.get(claim)?.listed.has(claim) ?? false;
  }

  /** A body's or an official's count, in a story of one happening: he speaks of that, wherever it stands. */
  isOfficialCount(claim: Claim): boolean {
    const kind = speakerOf(claim)?.kind;
    const scene = this.sceneByClaim.get(claim);
    return (
      this.isFocused &&
      (kind === "institution" || kind === "official" || kind === "outlet") &&
      scene !== undefined &&
      scene.apart === "" &&
      !scene.isOther &&
      !scene.listed.has(claim)
    );
  }
}

/** Dateline, lead and what goes on with it: what stands farther down is told for another reason. */
const HEAD_CHARACTERS = 700;

const BY_STORY = new WeakMap<StoryContext, Incidents>();

/** The happenings of a story; worked out when first asked for. */
export function incidentsOf(context: StoryContext): Incidents {
  const known = BY_STORY.get(context);
  if (known) return known;
  const made = new Incidents(context.claims.filter(isCounted), context);
  BY_STORY.set(context, made);
  return made;
}

/**
 * Fighting goes on along a front for days, so that a place and a day are no sign of one fight: who
 * fell in it are counted together only where two reports share a number or words, or one named
 * speaker tells both, or both were written for it and name the same place.
 */
export function areOneFight(a: Claim, b: Claim, context: StoryContext): boolean {
  const incidents = incidentsOf(context);
  const [x, y] = [incidents.sceneOf(a), incidents.sceneOf(b)];
  if (x === y || !x || !y) return true;
  if (shareNumber(x, y)) return true;
  if (
    speakerOf(a) &&
    x.speakers.has(context.voices.of(a)) &&
    y.speakers.has(context.voices.of(a))
  ) {
    return true;
  }
  if (x.leads && y.leads && comparePlaces(x.place, y.place, context) === "same") return true;
  return context.wordings.isOne(a, b);
}

interface Incident {
  readonly at: number;
  /** The first is the one that was told first at the head of a report: the others are held against it. */
  readonly scenes: Scene[];
}

interface Setting {
  /** The place of most of the story's leading scenes. */
  readonly seat: string | null;
  /** A war, a day's accidents: many happenings, of which none is the story's own. */
  readonly isScattered: boolean;
  /** Places of which one report tells two happenings: being there is no sign of being one. */
  readonly crowded: ReadonlySet<string>;
  readonly context: StoryContext;
}

function sceneList(figures: readonly Claim[], context: StoryContext): Scene[] {
  const byReport = new Map<string, Claim[]>();
  for (const claim of figures) {
    const list = byReport.get(claim.report);
    if (list) list.push(claim);
    else byReport.set(claim.report, [claim]);
  }
  return [...byReport.values()].flatMap((claims) => scenesOf(claims, context));
}

/** What reports were written for comes first, fuller before poorer; else the story's order. */
function ranked(scenes: readonly Scene[]): Scene[] {
  return scenes
    .map((scene, at) => ({ scene, at }))
    .sort(
      (a, b) =>
        Number(b.scene.leads) - Number(a.scene.leads) ||
        Number(b.scene.place !== null) - Number(a.scene.place !== null) ||
        b.scene.numbers.size - a.scene.numbers.size ||
        a.at - b.at,
    )
    .map(({ scene }) => scene);
}

/** From so many places on, far from one another, a story tells of many happenings … */
const MANY_PLACES = 3;
/** … unless this share of the scenes that lead its reports is put in one. */
const ONE_SEAT = 0.6;
/** So many of its reports tell of several happenings with dead of one kind: a war, a day's accidents. */
const MANY_TELL_SEVERAL = 0.3;

function seatOf(
  scenes: readonly Scene[],
  context: StoryContext,
): { seat: string | null; isScattered: boolean } {
  const counts = new Map<string, number>();
  let all = 0;
  for (const { place, leads, apart, isToll } of scenes) {
    if (place === null || !leads || apart !== "" || !isToll) continue;
    all++;
    const near = [...counts.keys()].find((one) => !isElsewhere(one, place, context));
    counts.set(near ?? place, (counts.get(near ?? place) ?? 0) + 1);
  }
  const [best] = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  const isScattered =
    (counts.size >= MANY_PLACES && (best?.[1] ?? 0) < all * ONE_SEAT) ||
    shareTellingSeveral(scenes, context) >= MANY_TELL_SEVERAL;
  return { seat: isScattered ? null : (best?.[0] ?? null), isScattered };
}

const isElsewhere = (a: string | null, b: string | null, context: StoryContext): boolean =>
  comparePlaces(a, b, context) === "apart";

/** Share of the reports with dead or hurt that tell of two happenings with an event each. */
function shareTellingSeveral(scenes: readonly Scene[], context: StoryContext): number {
  const byReport = new Map<string, Scene[]>();
  for (const scene of scenes) {
    if (scene.apart !== "" || !scene.isToll) continue;
    const list = byReport.get(scene.report);
    if (list) list.push(scene);
    else byReport.set(scene.report, [scene]);
  }
  let several = 0;
  for (const told of byReport.values()) {
    const [first, ...more] = told.slice(0, MOST_SCENES) as [Scene, ...Scene[]];
    if (more.some((one) => isToldApart(first, one, context) && hasEvent(one, context))) several++;
  }
  return byReport.size < 2 ? 0 : several / byReport.size;
}

/** Events that people are counted after. */
const HARMING: ReadonlySet<string> = new Set([
  "attack",
  "strike",
  "explosion",
  "clash",
  "accident",
  "disaster",
  "force-used",
  "seize",
]);

/**
 * Two attacks on one town in one report: its counts differ, and each has an event of its own. A
 * place is crowded where a good share of the reports that tell of it do so.
 */
function crowdedPlaces(scenes: readonly Scene[], context: StoryContext): Set<string> {
  const told = new Map<string, { reports: Set<string>; several: Set<string> }>();
  const byReport = new Map<string, Scene[]>();
  for (const scene of scenes) {
    if (scene.place === null || scene.apart !== "") continue;
    const known = told.get(scene.place) ?? { reports: new Set(), several: new Set() };
    told.set(scene.place, known);
    known.reports.add(scene.report);
    const before = byReport.get(scene.report) ?? [];
    const isSecond = before
      .slice(0, MOST_SCENES)
      .some(
        (other) =>
          other.place !== null &&
          scene.place !== null &&
          isOnePlace(other.place, scene.place, context) &&
          isToldApart(scene, other, context),
      );
    if (isSecond && hasEvent(scene, context)) known.several.add(scene.report);
    byReport.set(scene.report, [...before, scene]);
  }
  const crowded = [...told].filter(
    ([, { reports, several }]) => several.size >= reports.size * MANY_TELL_SEVERAL && several.size,
  );
  return new Set(crowded.map(([place]) => place));
}

const hasEvent = ({ claims, report }: Scene, context: StoryContext): boolean =>
  context
    .claimsOf(report)
    .some(
      ({ event, sentence }) =>
        event !== undefined &&
        HARMING.has(event.type) &&
        claims.some((claim) => claim.sentence[0] === sentence[0]),
    );

function isOnePlace(a: string, b: string, context: StoryContext): boolean {
  const relation = comparePlaces(a, b, context);
  return relation === "same" || relation === "within" || relation === "near";
}

/** What two scenes must share one of to be looked at together. */
function keysOf(scene: Scene): string[] {
  return [
    ...scene.numbers.keys(),
    ...[...scene.named].map((place) => `place ${place}`),
    ...[...scene.speakers].map((speaker) => `speaker ${speaker}`),
    ...(scene.leads ? ["leads"] : []),
  ];
}

/** Incidents under one key beyond these are not looked at: cost stays linear. */
const MOST_CANDIDATES = 24;
/** Scenes of an incident that another is held against. */
const MOST_SCENES = 12;

function homeOf(
  keys: readonly string[],
  index: ReadonlyMap<string, readonly Incident[]>,
  score: (incident: Incident) => number,
): Incident | null {
  const seen = new Set<Incident>();
  let [best, bestScore] = [null as Incident | null, 0];
  for (const key of keys) {
    for (const incident of (index.get(key) ?? []).slice(0, MOST_CANDIDATES)) {
      if (seen.has(incident)) continue;
      seen.add(incident);
      const points = score(incident);
      if (points > bestScore) [best, bestScore] = [incident, points];
    }
  }
  return best;
}

/** Points from which two scenes are one happening … */
const ENOUGH = 2;
/** … and where a story tells of many, or such happen every day. */
const ENOUGH_AMONG_MANY = 3;

/** Most points for what a scene shares with one of an incident; 0 where they are not known to be one. */
function likeness(scene: Scene, { scenes }: Incident, setting: Setting): number {
  const [anchor] = scenes as [Scene];
  // Its own report tells it apart from a scene that is already there.
  if (scenes.some((other) => isToldApart(scene, other, setting.context))) return 0;
  if (scenes.some((other) => other.report === scene.report && other.isOther !== scene.isOther)) {
    return 0;
  }
  if (scene.apart !== anchor.apart || areDaysApart(scene.days, anchor.days)) return 0;
  // A wide place between two towns does not make them one: what began it must not lie elsewhere.
  if (isElsewhere(scene.place, anchor.place, setting.context)) {
    if (!scenes.slice(0, MOST_SCENES).some((other) => shareNumber(scene, other))) return 0;
  }
  let best = 0;
  for (const other of scenes.slice(0, MOST_SCENES)) {
    if (areDaysApart(scene.days, other.days)) continue;
    best = Math.max(best, pointsOf(scene, other, setting));
  }
  return best;
}

function isToldApart(a: Scene, b: Scene, context: StoryContext): boolean {
  return (
    a.report === b.report &&
    a.claims
      .slice(0, MOST_COMPARED)
      .some((one) =>
        b.claims.slice(0, MOST_COMPARED).some((other) => countAnother(one, other, context)),
      )
  );
}

/** A number from here on is worth two that are smaller. */
const LARGE_NUMBER = 10;
/** Equal numbers worth so much outweigh that two places are told: "in the mosque", "in the city". */
const OUTWEIGHS_PLACES = 2;

function pointsOf(a: Scene, b: Scene, setting: Setting): number {
  const { seat, isScattered, crowded, context } = setting;
  let numbers = 0;
  for (const [key, number] of a.numbers) {
    if (b.numbers.has(key)) numbers += number >= LARGE_NUMBER ? 2 : 1;
  }
  const relation = comparePlaces(a.place, b.place, context);
  const isNamed =
    (a.place !== null && b.named.has(a.place)) || (b.place !== null && a.named.has(b.place));
  // Two happenings of one report are told apart by it.
  if (a.report === b.report && (relation === "apart" || relation === "near")) return 0;
  if (relation === "apart" && numbers < (isNamed ? 1 : OUTWEIGHS_PLACES)) return 0;
  const isCrowded =
    (a.place !== null && crowded.has(a.place)) || (b.place !== null && crowded.has(b.place));
  const places = isCrowded ? 0 : relation === "same" ? 1 : relation === "within" ? 0.5 : 0;
  const days = a.days !== null && b.days !== null ? 1 : 0;
  const leads = a.leads && b.leads ? 1 : 0;
  const speakers = [...a.speakers].some((one) => b.speakers.has(one)) ? 1 : 0;
  // The story's own happening, where it has one and nothing puts either elsewhere.
  const isHere = (place: string | null): boolean => !isElsewhere(place, seat, context);
  const own = !isScattered && !isCrowded && isHere(a.place) && isHere(b.place) ? 1 : 0;
  // A count too small to tell, where both reports were written for it.
  const small = leads > 0 && numbers === 0 && sharesCount(a, b) ? 1 : 0;
  let points = numbers + places + days + leads + speakers + own + small;
  // Accidents of two or three victims are like one another every day.
  const asked = isScattered || isCrowded || (isSmall(a) && isSmall(b)) ? ENOUGH_AMONG_MANY : ENOUGH;
  // The costliest sign last: the same words of two figures.
  if (points < asked && isOneWording(a, b, context)) points += SAME_WORDS;
  if (points < asked && leads > 0 && !isScattered && !isCrowded && isToldAlike(a, b, context)) {
    points += SAME_WORDS;
  }
  return points >= asked ? points : 0;
}

const isSmall = ({ claims }: Scene): boolean =>
  claims.every(({ figure }) => (figure?.value.max ?? figure?.value.min ?? 0) < LARGE_NUMBER);

function sharesCount(a: Scene, b: Scene): boolean {
  return a.claims.some(({ figure: x }) =>
    b.claims.some(
      ({ figure: y }) =>
        x?.measure === y?.measure && x?.value.min === y?.value.min && x?.value.max === y?.value.max,
    ),
  );
}

const SAME_WORDS = 2;
/** Figures of a scene that are compared with another's. */
const MOST_COMPARED = 6;

const isOneWording = (a: Scene, b: Scene, context: StoryContext): boolean =>
  haveFigures(a, b, (one, other) => context.wordings.isOne(one, other));

/** What both reports were written for is told of the same things. */
const isToldAlike = (a: Scene, b: Scene, context: StoryContext): boolean =>
  haveFigures(a, b, (one, other) => context.alike.isAlike(one, other));

/** The one has a figure, and the other one of the same measure, that are so. */
const haveFigures = (a: Scene, b: Scene, areSo: (one: Claim, other: Claim) => boolean): boolean =>
  a.claims
    .slice(0, MOST_COMPARED)
    .some((one) =>
      b.claims
        .slice(0, MOST_COMPARED)
        .some((other) => one.figure?.measure === other.figure?.measure && areSo(one, other)),
    );
