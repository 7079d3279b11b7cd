import { describeDate } from "../dates.js";
import { table } from "../layout.js";
import { labelOf, limited, nameOf, say, section, toldBy, type View } from "../view.js";

/** Who holds, held, gained or lost which office, by what the reports call people. */
export function renderOffices(view: View): string[] {
  const { palette, width, lang } = view;
  const { shown, rest } = limited(view, view.story.offices);
  const lines = table(
    [
      { head: say(view, "holder"), min: 14 },
      { head: say(view, "change"), min: 8, max: 14 },
      { head: say(view, "office"), min: 14 },
      { head: say(view, "of"), min: 8 },
      { head: say(view, "when"), min: 11, max: 17 },
      { head: say(view, "witnesses"), min: 5, max: 12 },
    ],
    shown.map((office) => [
      { text: nameOf(view, office.holder) },
      { text: labelOf(view, "change", office.change) },
      { text: labelOf(view, "office", office.office) },
      { text: office.of === null ? "" : nameOf(view, office.of) },
      { text: describeDate(office.time, lang) },
      { text: toldBy(view, office.witnesses, office.claims) },
    ]),
    { width, indent: 2, head: palette.quiet },
  );
  return section(view, "offices", [...lines, ...rest]);
}
