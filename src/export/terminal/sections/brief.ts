import { paragraph } from "../layout.js";
import { citation, section, type View } from "../view.js";

/** Sentences of the reports themselves, each with the reports it stands in. */
export function renderBrief(view: View): string[] {
  const lines = view.story.brief.sentences.flatMap(({ text, claims }) =>
    paragraph({ text }, view.width, 8, `  ${citation(view, claims)}`),
  );
  return section(view, "brief", lines);
}
