import type { StoryJudgement } from "../../core/judgement.js";
import type { ReportReading } from "../../read/reading.js";
import type { Articles } from "../articles.js";
import { dayOf, type StoryFeatures, storyFeatures } from "./features.js";
import type { Placement } from "./placement.js";
import { StoryStream } from "./stream.js";

/** Reports of one story: indices into the readings given, in order of day, then id. */
export interface StoryGroup {
  readonly members: readonly number[];
  /** How each of them came here, in their order; absent where it is not known. */
  readonly placements?: readonly Placement[];
  /** The judgements that made it so; absent where there is none. */
  readonly judged?: readonly StoryJudgement[];
}

/** Groups readings into stories, as a stream of them would be (`stream.ts`). Their order does not matter. */
export const groupStories = (
  readings: readonly ReportReading[],
  articles: Articles,
): StoryGroup[] => groupFeatures(readings.map((reading) => featuresOf(reading, articles)));

export function featuresOf(reading: ReportReading, articles: Articles): StoryFeatures {
  const { report } = reading;
  return storyFeatures(reading, articles.of(report), articles.fingerprintOf(report));
}

/** Indices into the features; a report that stands there twice is taken once. */
export function groupFeatures(features: readonly StoryFeatures[]): StoryGroup[] {
  const stream = new StoryStream(features.length);
  const places = new Map<string, number>();
  for (const [at, { id }] of features.entries()) if (!places.has(id)) places.set(id, at);
  const once = features.filter(({ id }, at) => places.get(id) === at);
  const placements = new Map<string, Placement>();
  for (const one of inStreamOrder(once)) placements.set(one.id, stream.add(one));
  return stream.stories().map((ids) => ({
    members: ids.flatMap((id) => places.get(id) ?? []),
    ...(ids.length > 1 && { placements: ids.flatMap((id) => placements.get(id) ?? []) }),
  }));
}

/** Indices by day of publication, else of collection (unknown last), then report id. */
export function chronological(readings: readonly ReportReading[]): number[] {
  const keys = readings.map((reading) => ({ day: dayOf(reading), id: reading.report.id }));
  return keys.map((_, at) => at).sort((a, b) => inTime(keys[a], keys[b]) || a - b);
}

/** The order in which a stream takes reports: by day (unknown last), then id. */
export function inStreamOrder(features: readonly StoryFeatures[]): StoryFeatures[] {
  return [...features].sort(inTime);
}

type Dated = Pick<StoryFeatures, "day" | "id">;

/** By day (unknown last), then id. */
export function inTime(a: Dated | undefined, b: Dated | undefined): number {
  const [x, y] = [a?.day ?? Number.POSITIVE_INFINITY, b?.day ?? Number.POSITIVE_INFINITY];
  if (x !== y) return x < y ? -1 : 1;
  return (a?.id ?? "") < (b?.id ?? "") ? -1 : a?.id === b?.id ? 0 : 1;
}
