import type { Disagreement } from "../../../core/contract.js";
import { describeMessage, describeMessages } from "../../labels/messages.js";
import { clip, isolate } from "../direction.js";
import { paragraph, table } from "../layout.js";
import { labelOf, limited, section, toldBy, type View } from "../view.js";
import { widthOf } from "../width.js";

const TEXT_SHOWN = 140;

function renderOne(view: View, disagreement: Disagreement): string[] {
  const { palette, width } = view;
  const { relation, kind, positions } = disagreement;
  const { about, why } = saidOf(view, disagreement);
  const style = relation === "contradicts" ? palette.alarm : palette.strong;
  const head = `${labelOf(view, "relation", relation)} · ${labelOf(view, "disagreement", kind)}`;
  const rows = positions.map(({ value: told, valueMessage, text, claims, witnesses }) => {
    const value = valueMessage ? describeMessage(valueMessage)[view.lang] : told;
    const same = value === text || text === "";
    return [
      { text: value || text },
      { text: same ? "" : `«${clip(text, TEXT_SHOWN)}»` },
      { text: toldBy(view, witnesses, claims) },
    ];
  });
  return [
    "",
    ...paragraph({ text: about }, width, widthOf(head) + 2, style(isolate(head))),
    ...table(
      [
        { head: "", min: 8, max: 36 },
        { head: "", min: 14 },
        { head: "", min: 5, max: 14 },
      ],
      rows,
      { width, indent: 2, head: palette.quiet },
    ),
    ...(why ? paragraph({ text: why, style: palette.quiet }, width, 2) : []),
  ];
}

/** What it is about and why, in the language of the screen. */
function saidOf(view: View, { about, aboutMessage, why, whyMessages }: Disagreement) {
  return {
    about: aboutMessage ? describeMessage(aboutMessage)[view.lang] : about,
    why: whyMessages ? describeMessages(whyMessages)[view.lang] : why,
  };
}

/** Contradictions first; what only looks like one is named for what it is. */
export function renderDisagreements(view: View): string[] {
  const all = view.story.disagreements;
  const sorted = [
    ...all.filter(({ relation }) => relation === "contradicts"),
    ...all.filter(({ relation }) => relation === "undecided"),
    ...all.filter(({ relation }) => relation !== "contradicts" && relation !== "undecided"),
  ];
  const { shown, rest } = limited(view, sorted);
  return section(view, "disagreements", [
    ...shown.flatMap((disagreement) => renderOne(view, disagreement)),
    ...rest,
  ]);
}
