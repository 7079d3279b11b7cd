/** Reports of one incident are in one story: B³ over the labelled groups. */
import { readLabelled } from "../labelled.js";
import type { Finding, Task } from "../task.js";

interface Placed {
  readonly record: string;
  /** What a reader says it belongs to. */
  readonly group: string;
  /** What the engine says. */
  readonly story: string;
}

/** B³ precision and recall: the mean over items of how pure and how whole each one's cluster is. */
export function bCubed(items: readonly Placed[]): { precision: number; recall: number } {
  let [precision, recall] = [0, 0];
  for (const item of items) {
    const sameStory = items.filter(({ story }) => story === item.story);
    const sameGroup = items.filter(({ group }) => group === item.group);
    const both = sameStory.filter(({ group }) => group === item.group).length;
    precision += both / sameStory.length;
    recall += both / sameGroup.length;
  }
  return { precision: precision / items.length, recall: recall / items.length };
}

export const stories: Task = {
  name: "stories",
  rows: ["stories"],
  run: (read) => {
    const readings = readLabelled(read);
    if (!readings) return null;
    const placed = readings.map(({ record, report, account }): Placed => {
      const { group } = record.labels;
      return {
        record: record.name,
        // Reports of no group are each their own incident.
        group: group === "other" ? `alone ${record.name}` : group,
        story:
          account.stories.find(({ reports }) => reports.includes(report.id))?.id ?? record.name,
      };
    });
    const { precision, recall } = bCubed(placed);
    const findings = [...new Set(placed.map(({ story }) => story))].map((story): Finding => {
      const members = placed.filter((item) => item.story === story);
      return {
        verdict: "note",
        record: members[0]?.record ?? "",
        at: null,
        text: members.map(({ record, group }) => `${record} (${group})`).join(", "),
      };
    });
    const score = (2 * precision * recall) / (precision + recall);
    return [{ name: "stories", cases: placed.length, precision, recall, score, findings }];
  },
};
