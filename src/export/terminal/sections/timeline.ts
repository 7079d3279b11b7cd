import type { TimelineEntry } from "../../../core/contract.js";
import { describeDate } from "../dates.js";
import { clip } from "../direction.js";
import { table } from "../layout.js";
import { labelOf, limited, nameOf, say, section, toldBy, type View } from "../view.js";

const TITLE_SHOWN = 160;

function dayOf(view: View, { time }: TimelineEntry): string {
  if (time.start === null && time.end === null) return say(view, "dayUnknown");
  return describeDate(time, view.lang);
}

/** What happened, in order; a day is written once. */
export function renderTimeline(view: View): string[] {
  const news = view.story.timeline.filter((entry) => !entry.background);
  const background = view.story.timeline.filter((entry) => entry.background);
  const { shown, rest } = limited(view, news, view.limit * 2);
  const earlier = drawEntries(view, background);
  return section(view, "timeline", [
    ...drawEntries(view, shown),
    ...rest,
    ...(earlier.length > 0
      ? ["", `  ${view.palette.strong(say(view, "before"))}`, ...earlier]
      : []),
  ]);
}

function drawEntries(view: View, shown: readonly TimelineEntry[]): string[] {
  const { palette, width } = view;
  if (shown.length === 0) return [];
  let last = "";
  const rows = shown.map((entry) => {
    const day = dayOf(view, entry);
    const isRepeated = day === last;
    last = day;
    return [
      { text: isRepeated ? "" : day, style: palette.strong },
      { text: labelOf(view, "event", entry.type) },
      { text: clip(entry.title, TITLE_SHOWN) },
      { text: entry.place === null ? "" : nameOf(view, entry.place) },
      { text: toldBy(view, entry.witnesses, entry.claims) },
    ];
  });
  return table(
    [
      { head: say(view, "when"), min: 11, max: 18 },
      { head: say(view, "event"), min: 10, max: 20 },
      { head: say(view, "what"), min: 20 },
      { head: say(view, "where"), min: 6, max: 18 },
      { head: say(view, "witnesses"), min: 5, max: 12 },
    ],
    rows,
    { width, indent: 2, head: palette.quiet },
  );
}
