import type { Range, Report } from "../../../core/contract.js";
import { describeMessages } from "../../labels/messages.js";
import { describeDate } from "../dates.js";
import { clip } from "../direction.js";
import { paragraph } from "../layout.js";
import { citeReports, labelOf, limited, say, section, type View } from "../view.js";

const TITLE_SHOWN = 120;

const fileName = (file: string): string => file.slice(file.lastIndexOf("/") + 1);

function titleOf(report: Report): string {
  if (report.title) return report.title;
  const isFurniture = ([start, end]: Range): boolean =>
    report.furniture.some(([from, to]) => from < end && start < to);
  const [start, end] = report.sentences.find((range) => !isFurniture(range)) ?? [0, TITLE_SHOWN];
  return report.text.slice(start, end);
}

/** `published 6 Jan 2022 · inferred`, or that the day is not known. */
function publication(view: View, { published }: Report): string {
  if (published.start === null && published.end === null) return say(view, "undated");
  const day = describeDate(published, view.lang);
  return `${say(view, "published")} ${day} · ${labelOf(view, "published", published.basis)}`;
}

const whyOf = (view: View, { why, whyMessages }: Report["published"]): string =>
  whyMessages ? describeMessages(whyMessages)[view.lang] : why;

function renderOne(view: View, report: Report): string[] {
  const { palette, width } = view;
  const { published } = report;
  const from = [report.outlet, report.file && fileName(report.file), report.url]
    .filter((part) => part !== null && part !== "")
    .join(" · ");
  const day = publication(view, report);
  const head = `  ${citeReports(view, [report.id])}`;
  return [
    ...paragraph({ text: clip(titleOf(report), TITLE_SHOWN) }, width, 8, head),
    ...(from ? paragraph({ text: from, style: palette.quiet }, width, 8) : []),
    ...paragraph(
      {
        text: [day, whyOf(view, published)].filter(Boolean).join(" · "),
      },
      width,
      8,
    ),
  ];
}

/** The reports, numbered as cited above, each with its day and why that day. */
export function renderSources(view: View): string[] {
  const reports = view.story.reports.flatMap((id) => view.reports.get(id) ?? []);
  const { shown, rest } = limited(view, reports, view.limit * 2);
  return section(view, "sources", [...shown.flatMap((report) => renderOne(view, report)), ...rest]);
}
