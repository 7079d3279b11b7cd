import type { Entity, StoryPlacement } from "../../core/contract.js";
import type { ReportReading } from "../../read/reading.js";
import { keyOf } from "../features.js";
import { spellingOf } from "../spelling.js";
import { fullNameKey } from "../stories/features.js";
import { placed } from "../stories/placement.js";
import type { StoryGroup } from "../stories/stories.js";

/**
 * Why each report stands in its story, in the order of its reports; none for a story of one.
 * @param readings those that the group's members point to
 * @param entityOf the joined entity of one of a report
 */
export function placementsIn(
  { members, placements = [] }: StoryGroup,
  readings: readonly ReportReading[],
  entityOf: (local: string) => Entity | undefined,
): StoryPlacement[] {
  if (members.length < 2) return [];
  const byReport = new Map(placements.map((one) => [one.report, one] as const));
  const names = new Map<string, string>();
  for (const at of members) {
    const { report, entities } = readings[at] as ReportReading;
    const spelling = spellingOf(report.language);
    for (const entity of entities) {
      const name = (entityOf(entity.id) ?? entity).name;
      const full = entity.kind === "person" ? fullNameKey(entity, spelling) : null;
      for (const key of [keyOf(entity, spelling), full]) {
        if (key !== null && !names.has(key)) names.set(key, name);
      }
    }
  }
  return members.flatMap((at, place) => {
    const one = byReport.get((readings[at] as ReportReading).report.id);
    return one ? [placed(one, place === 0, (key) => names.get(key) ?? null)] : [];
  });
}
