import { addTo } from "../../core/grouping.js";
import type { StoryContext } from "../context.js";
import { isToldApart } from "../counts/another-count.js";
import { comparePlaces, isElsewhere } from "./places.js";
import { MOST_SCENES, type Scene } from "./scene.js";

/** Where a story happens, and whether it is of one happening or of many. */
export interface Setting {
  /** The place of most of the story's leading scenes. */
  readonly seat: string | null;
  /** A war, a day's accidents: many happenings, of which none is the story's own. */
  readonly isScattered: boolean;
  /** Places of which one report tells two happenings: being there is no sign of being one. */
  readonly crowded: ReadonlySet<string>;
  readonly context: StoryContext;
}

export function settingOf(scenes: readonly Scene[], context: StoryContext): Setting {
  return {
    ...seatOf(scenes, context),
    crowded: crowdedPlaces(scenes, context),
    context,
  };
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

/** Share of the reports with dead or hurt that tell of two happenings with an event each. */
function shareTellingSeveral(scenes: readonly Scene[], context: StoryContext): number {
  const byReport = new Map<string, Scene[]>();
  for (const scene of scenes) {
    if (scene.apart !== "" || !scene.isToll) continue;
    addTo(byReport, scene.report, scene);
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
