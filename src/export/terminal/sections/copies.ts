import type { Story } from "../../../core/contract.js";
import { clip } from "../direction.js";
import { paragraph } from "../layout.js";
import { citeReports, limited, say, section, type View } from "../view.js";

const PASSAGE_SHOWN = 220;

type Copy = Story["copies"][number];

function passages(view: View, count: number): string {
  if (view.lang === "en") return count === 1 ? "1 passage" : `${count} passages`;
  return count === 1 ? "فقرة واحدة" : count === 2 ? "فقرتان" : `${count} فقرات`;
}

function longestPassage(view: View, copy: Copy): string {
  const text = view.reports.get(copy.from)?.text ?? "";
  let [start, end] = [0, 0];
  for (const [[from, to]] of copy.pairs) if (to - from > end - start) [start, end] = [from, to];
  return clip(text.slice(start, end), PASSAGE_SHOWN);
}

function renderOne(view: View, copy: Copy): string[] {
  const { palette, width } = view;
  const [from, to] = [citeReports(view, [copy.from]), citeReports(view, [copy.to])];
  const relation =
    copy.direction === "known"
      ? `${to} ${say(view, "copiedFrom")} ${from}`
      : `${from} ${say(view, "sharesWith")} ${to}`;
  const share = `${Math.round(copy.share * 100)} % ${say(view, "shared")}`;
  const facts = [
    share,
    passages(view, copy.pairs.length),
    ...(copy.origin === null ? [] : [`${say(view, "origin")}: ${copy.origin}`]),
  ].join(" · ");
  const passage = longestPassage(view, copy);
  return [
    ...paragraph({ text: relation, style: palette.strong }, width, 2),
    ...paragraph({ text: facts }, width, 4),
    ...(passage ? paragraph({ text: `«${passage}»`, style: palette.quiet }, width, 4) : []),
  ];
}

/** Which reports carry the same copy, how much of it, and what it says. */
export function renderCopies(view: View): string[] {
  const { copies } = view.story;
  if (copies.length === 0) return [];
  const { shown, rest } = limited(view, copies);
  return section(view, "copies", [
    ...paragraph({ text: say(view, "oneWitness"), style: view.palette.quiet }, view.width, 2),
    ...shown.flatMap((copy) => renderOne(view, copy)),
    ...rest,
  ]);
}
