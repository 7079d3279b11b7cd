import {
  isAboutClaims,
  isAboutStories,
  isAboutWitnesses,
  type Judgement,
  judgeStories,
  type StandingJudgement,
  standing,
} from "../core/judgement.js";
import type { Grouping } from "./relate.js";
import type { StoryFeatures } from "./stories/features.js";
import type { Placement } from "./stories/placement.js";
import { groupFeatures, inTime, type StoryGroup } from "./stories/stories.js";

/**
 * The grouping, with what people decided about stories applied on top.
 * @returns a grouping for readings in order of day, then id
 */
export function withJudgements(group: Grouping, log: readonly Judgement[]): Grouping {
  if (log.length === 0) return group;
  return (readings, articles) => {
    const idOf = (at: number): string => readings[at]?.report.id ?? "";
    const places = new Map(readings.map((_, at) => [idOf(at), at] as const));
    const groups = group(readings, articles);
    const found = groups.map(({ members }) => members.map(idOf));
    const placed = placementsOf(groups);
    return judgeStories(found, log)
      .map(({ reports, judged }) => {
        const members = reports.flatMap((id) => places.get(id) ?? []).sort((a, b) => a - b);
        return { members, placements: placedIn(members.map(idOf), placed), judged };
      })
      .sort((a, b) => (a.members[0] ?? 0) - (b.members[0] ?? 0));
  };
}

/** By report: where the grouping itself put it. */
function placementsOf(groups: readonly StoryGroup[]): ReadonlyMap<string, Placement> {
  const out = new Map<string, Placement>();
  for (const { placements = [] } of groups) for (const one of placements) out.set(one.report, one);
  return out;
}

/** What a person joined was not placed here by what it shares with a report that is here. */
export function placedIn(
  reports: readonly string[],
  placements: ReadonlyMap<string, Placement>,
): Placement[] {
  const here = new Set(reports);
  return reports.flatMap((id) => {
    const one = placements.get(id);
    return one && (one.nearest === null || here.has(one.nearest)) ? [one] : [];
  });
}

/**
 * What people decided that a story has to do with, in the order of the log. An account of a press holds
 * one story: only there can two be one.
 * @param judged what made the story what it is
 */
export function judgementsOf(
  reports: readonly string[],
  judged: readonly StandingJudgement[],
  log: readonly StandingJudgement[],
): StandingJudgement[] {
  if (log.length === 0) return [];
  const here = new Set(reports);
  const made = new Set(judged);
  return log.filter((entry) => concerns(entry, here, made));
}

function concerns(
  entry: StandingJudgement,
  here: ReadonlySet<string>,
  made: ReadonlySet<StandingJudgement>,
): boolean {
  if (isAboutStories(entry)) return made.has(entry);
  if (isAboutClaims(entry)) return here.has(entry.claim.report);
  if (isAboutWitnesses(entry)) return entry.reports.filter((id) => here.has(id)).length > 1;
  return entry.places.every(({ report }) => here.has(report));
}

/** A story by indices, and what people decided that it has to do with, in the order of the log. */
export interface JudgedGroup {
  readonly members: readonly number[];
  /** As in `StoryGroup`. */
  readonly placements: readonly Placement[];
  readonly judgements: readonly StandingJudgement[];
}

/** The stories of a press, with what people decided applied on top. */
export function judgedGroups(
  features: readonly StoryFeatures[],
  log: readonly Judgement[],
): JudgedGroup[] {
  const groups = groupFeatures(features);
  if (log.length === 0) {
    return groups.map(({ members, placements = [] }) => ({ members, placements, judgements: [] }));
  }
  const placed = placementsOf(groups);
  const places = new Map<string, number>();
  for (const { members } of groups) {
    for (const at of members) places.set(features[at]?.id ?? "", at);
  }
  const stories = judgeStories(
    groups.map(({ members }) => members.map((at) => features[at]?.id ?? "")),
    log,
  );
  const kept = standing(log);
  return stories.map(({ reports, judged }) => ({
    members: reports
      .flatMap((id) => places.get(id) ?? [])
      .sort((a, b) => inTime(features[a], features[b])),
    placements: placedIn(reports, placed),
    judgements: judgementsOf(reports, judged, kept),
  }));
}
