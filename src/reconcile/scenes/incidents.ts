import type { Claim } from "../../core/contract.js";
import { groupBy } from "../../core/grouping.js";
import { isCounted, type StoryContext } from "../context.js";
import { speakerOf } from "../witnesses/voices.js";
import { likeness } from "./likeness.js";
import { comparePlaces } from "./places.js";
import { type Scene, shareNumber } from "./scene.js";
import { scenesOf } from "./scenes.js";
import { settingOf } from "./setting.js";

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
    const setting = settingOf(scenes, context);
    this.isFocused = !setting.isScattered && setting.crowded.size === 0;
    this.isOfOne = this.isFocused && scenes.some(({ isToll }) => isToll);
    const incidents: Incident[] = [];
    const index = new Map<string, Incident[]>();
    for (const scene of ranked(scenes)) {
      const keys = keysOf(scene);
      const home = homeOf(keys, index, (one) => likeness(scene, one.scenes, setting));
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

function sceneList(figures: readonly Claim[], context: StoryContext): Scene[] {
  const byReport = groupBy(figures, (claim) => claim.report);
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
