import { describeDate } from "../dates.js";
import { clip, isolate } from "../direction.js";
import { table } from "../layout.js";
import { labelOf, limited, nameOf, say, section, toldBy, type View } from "../view.js";

const TITLE_SHOWN = 160;

/** What happened, day by day. */
export function renderTimeline(view: View): string[] {
  const { palette, lang, width } = view;
  const { shown, rest } = limited(view, view.story.timeline, view.limit * 2);
  const days = new Map<string, (typeof shown)[number][]>();
  for (const entry of shown) {
    const unknown = entry.time.start === null && entry.time.end === null;
    const day = unknown
      ? say(view, "dayUnknown")
      : describeDate({ ...entry.time, clock: null, basis: "stated" }, lang);
    const entries = days.get(day);
    if (entries) entries.push(entry);
    else days.set(day, [entry]);
  }
  const lines = [...days].flatMap(([day, entries]) => [
    palette.strong(isolate(day)),
    ...table(
      [
        { head: "", min: 10, max: 22 },
        { head: "", min: 20 },
        { head: "", min: 6, max: 18 },
        { head: "", min: 5, max: 12 },
      ],
      entries.map((entry) => [
        { text: labelOf(view, "event", entry.type) },
        { text: clip(entry.title, TITLE_SHOWN) },
        { text: entry.place === null ? "" : nameOf(view, entry.place) },
        { text: toldBy(view, entry.witnesses, entry.claims) },
      ]),
      { width, indent: 2, head: palette.quiet },
    ).slice(1),
  ]);
  return section(view, "timeline", [...lines, ...rest]);
}
