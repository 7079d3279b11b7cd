/** The timeline as CSV: a row an event, with how exactly its day and place are known. */
import type { Account, Story, TimelineEntry } from "../core/contract.js";
import {
  clockColumn,
  columnsOf,
  evidenceColumns,
  firstClaim,
  placeColumn,
  positionColumns,
  storyColumns,
  timeColumns,
  wordsColumn,
} from "./columns.js";
import { type Column, writeCsv } from "./csv.js";
import { codeLabel } from "./labels.js";
import { type ExportOptions, Scope } from "./scope.js";

interface Entry {
  readonly story: Story;
  readonly entry: TimelineEntry;
}

function timelineColumns(scope: Scope): readonly Column<Entry>[] {
  return [
    ...columnsOf(({ entry }: Entry) => entry.time, [...timeColumns("time"), clockColumn("time")]),
    { name: "type", cell: ({ entry }) => entry.type },
    { name: "type_label", cell: ({ entry }) => codeLabel("event", entry.type)[scope.lang] },
    { name: "title", cell: ({ entry }) => entry.title },
    ...columnsOf(({ entry }: Entry) => entry.place, [placeColumn(scope)]),
    { name: "witnesses", cell: ({ entry }) => entry.witnesses },
    { name: "background", cell: ({ entry }) => entry.background ?? false },
    ...columnsOf(({ entry }: Entry) => firstClaim(scope, entry.claims), [wordsColumn(scope)]),
    ...columnsOf(({ entry }: Entry) => entry.place, positionColumns(scope)),
    ...columnsOf(({ entry }: Entry) => entry.claims, evidenceColumns(scope)),
    { name: "entry_id", cell: ({ entry }) => entry.id },
    ...columnsOf(({ story }: Entry) => story, storyColumns),
  ];
}

/** @throws UnknownStory */
export function csvTimeline(account: Account, options: ExportOptions): string {
  const scope = new Scope(account, options);
  const entries = scope.stories.flatMap((story) =>
    story.timeline.map((entry): Entry => ({ story, entry })),
  );
  return writeCsv(timelineColumns(scope), entries, options.bom ?? true);
}
