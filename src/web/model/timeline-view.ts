import type { Story, Time, TimelineEntry } from "../../core/contract.js";
import { groupBy } from "../../core/grouping.js";

/** An entry of the timeline as far as a reader sees it. */
export interface EntryView {
  readonly entry: TimelineEntry;
  /** Its place in the story. */
  readonly at: number;
  /** Those of its claims that are seen; at least one. */
  readonly claims: readonly string[];
}

export interface DayView {
  /** First ISO day on which its entries may have happened; null where no day is told. */
  readonly day: string | null;
  readonly entries: readonly EntryView[];
}

export interface TimelineView {
  readonly days: readonly DayView[];
  /** What reports recall of earlier times. */
  readonly background: readonly DayView[];
}

export function timelineView(story: Story, visible: ReadonlySet<string>): TimelineView {
  const seen = story.timeline.flatMap((entry, at): EntryView[] => {
    const claims = entry.claims.filter((id) => visible.has(id));
    return claims.length === 0 ? [] : [{ entry, at, claims }];
  });
  return {
    days: byDay(seen.filter(({ entry }) => !entry.background)),
    background: byDay(seen.filter(({ entry }) => entry.background)),
  };
}

const firstDay = (time: Time): string | null => time.start ?? time.end;

/** In the order of days, those of no day last; entries of a day in the account's order. */
function byDay(entries: readonly EntryView[]): DayView[] {
  const groups = groupBy(entries, (view) => firstDay(view.entry.time));
  return [...groups]
    .map(([day, list]) => ({ day, entries: list }))
    .sort((a, b) => ((a.day ?? "9999") < (b.day ?? "9999") ? -1 : 1));
}
