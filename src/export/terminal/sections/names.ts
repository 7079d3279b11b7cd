import type { Entity } from "../../../core/contract.js";
import { table } from "../layout.js";
import { citeReports, labelOf, limited, say, section, type View } from "../view.js";

const KINDS = ["person", "organization", "group", "place", "outlet"] as const;

function inStory(view: View, entity: Entity): boolean {
  const reports = new Set(view.story.reports);
  return entity.mentions.some((mention) => reports.has(mention.report));
}

/** The spellings met other than the name itself, the most frequent first. */
function spellings(entity: Entity): string {
  return entity.forms
    .filter(({ form, count }) => form !== entity.name && count > 0)
    .sort((a, b) => b.count - a.count)
    .map(({ form, count }) => `${form} ×${count}`)
    .join(" · ");
}

/** Names that were joined across spellings and reports, by kind, those most spoken of first. */
export function renderNames(view: View): string[] {
  const { palette, width } = view;
  const lines = KINDS.flatMap((kind) => {
    const entities = [...view.entities.values()]
      .filter((entity) => entity.kind === kind && inStory(view, entity))
      .sort((a, b) => b.mentions.length - a.mentions.length);
    if (entities.length === 0) return [];
    const { shown, rest } = limited(view, entities, Math.ceil(view.limit * 0.8));
    return [
      ...table(
        [
          { head: labelOf(view, "entity", kind), min: 16, max: 34 },
          { head: say(view, "kind"), min: 6, max: 16 },
          { head: say(view, "spellings"), min: 16 },
          { head: say(view, "reports"), min: 5, max: 14 },
        ],
        shown.map((entity) => [
          { text: entity.name },
          { text: entity.type === null ? "" : labelOf(view, "type", entity.type) },
          { text: spellings(entity), style: palette.quiet },
          {
            text: citeReports(view, [...new Set(entity.mentions.map(({ report }) => report))]),
          },
        ]),
        { width, indent: 2, head: palette.quiet },
      ),
      ...rest,
    ];
  });
  return section(view, "names", lines);
}
