import { describeDate } from "../dates.js";
import { clip } from "../direction.js";
import { table } from "../layout.js";
import { labelOf, limited, namesOf, say, section, toldBy, type View } from "../view.js";

const TITLE_SHOWN = 120;

/** Emergency, curfew, cuts and the like: where, from when, until when. */
export function renderMeasures(view: View): string[] {
  const { palette, width, lang } = view;
  const { shown, rest } = limited(view, view.story.measuresInForce);
  const lines = table(
    [
      { head: say(view, "kind"), min: 10, max: 22 },
      { head: say(view, "what"), min: 16 },
      { head: say(view, "where"), min: 8, max: 24 },
      { head: say(view, "from"), min: 10, max: 14 },
      { head: say(view, "to"), min: 10, max: 14 },
      { head: say(view, "witnesses"), min: 5, max: 12 },
    ],
    shown.map((measure) => [
      { text: labelOf(view, "event", measure.type) },
      { text: clip(measure.title, TITLE_SHOWN) },
      { text: namesOf(view, measure.places) },
      { text: describeDate(measure.from, lang) },
      { text: describeDate(measure.to, lang) },
      { text: toldBy(view, measure.witnesses, measure.claims) },
    ]),
    { width, indent: 2, head: palette.quiet },
  );
  return section(view, "measures", [...lines, ...rest]);
}
