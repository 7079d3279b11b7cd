import type { Link } from "../../../core/contract.js";
import { table } from "../layout.js";
import {
  citeReports,
  labelOf,
  limited,
  nameOf,
  say,
  section,
  speakerName,
  type View,
} from "../view.js";

interface Speaker {
  readonly name: string;
  readonly link: Link;
  readonly stances: Map<string, number>;
  readonly through: Set<string>;
  readonly reports: Set<string>;
  count: number;
}

function speakersOf(view: View): Speaker[] {
  const stories = new Set(view.story.reports);
  const speakers = new Map<string, Speaker>();
  for (const claim of view.claims.values()) {
    const link = claim.chain.at(-1);
    if (
      claim.rejected ||
      !stories.has(claim.report) ||
      !link ||
      link.kind === "report" ||
      link.kind === "unstated"
    ) {
      continue;
    }
    const key = link.entity ?? `${link.kind} ${link.name}`;
    let speaker = speakers.get(key);
    if (!speaker) {
      const name = link.entity === null ? speakerName(view, link) : nameOf(view, link.entity);
      speaker = {
        name,
        link,
        stances: new Map(),
        through: new Set(),
        reports: new Set(),
        count: 0,
      };
      speakers.set(key, speaker);
    }
    speaker.count += 1;
    speaker.stances.set(link.stance, (speaker.stances.get(link.stance) ?? 0) + 1);
    for (const relay of claim.chain.slice(1, -1)) speaker.through.add(speakerName(view, relay));
    speaker.reports.add(claim.report);
  }
  return [...speakers.values()].sort(
    (a, b) => b.count - a.count || (a.name < b.name ? -1 : a.name > b.name ? 1 : 0),
  );
}

/** Who is quoted, for how much, and through whom it reached the reports. */
export function renderSpeakers(view: View): string[] {
  const { palette, width } = view;
  const { shown, rest } = limited(view, speakersOf(view));
  const rows = shown.map((speaker) => [
    { text: speaker.name },
    { text: labelOf(view, "link", speaker.link.kind) },
    {
      text: [...speaker.stances]
        .sort(([, a], [, b]) => b - a)
        .map(([stance, count]) => `${labelOf(view, "stance", stance)} ${count}`)
        .join(" · "),
    },
    { text: [...speaker.through].join(" · ") },
    { text: citeReports(view, [...speaker.reports]) },
  ]);
  const lines = table(
    [
      { head: say(view, "name"), min: 16 },
      { head: say(view, "kind"), min: 8, max: 16 },
      { head: say(view, "saying"), min: 10, max: 30 },
      { head: say(view, "through"), min: 10 },
      { head: say(view, "reports"), min: 5, max: 14 },
    ],
    rows,
    { width, indent: 2, head: palette.quiet },
  );
  return section(view, "speakers", [...lines, ...rest]);
}
