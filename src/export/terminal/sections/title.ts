import { describeCount } from "../../labels/format.js";
import { describeDate } from "../dates.js";
import { isolate } from "../direction.js";
import { paragraph } from "../layout.js";
import { namesOf, say, type View } from "../view.js";
import { widthOf } from "../width.js";

/** What the account is of, from how many reports, by how many that tell independently. */
export function renderTitle(view: View): string[] {
  const { story, palette, lang } = view;
  const title = story.title || say(view, "untitled");
  const counts = [
    `${describeCount(story.reports.length, "reports")[lang]} → ${describeCount(story.witnesses.length, "witnesses")[lang]}`,
    describeDate(story.time, lang),
    ...(story.places.length > 0 ? [namesOf(view, story.places.slice(0, 5))] : []),
  ].join(" · ");
  const rule = palette.quiet("─".repeat(Math.min(view.width, 100)));
  return [
    rule,
    ...paragraph({ text: title, style: palette.title }, view.width),
    widthOf(counts) <= view.width
      ? isolate(counts)
      : paragraph({ text: counts }, view.width).join("\n"),
    rule,
  ];
}
