import type { Report } from "../core/contract.js";
import type { StoryContext } from "./context.js";
import { shorten } from "./timeline.js";

/** A clause of fewer words says too little to be a title, one of more words is cut. */
const FEWEST_WORDS = 6;
const LONGEST = 120;

/**
 * The headline of the report that shares most of its entities with the others, else the first
 * clause of its first sentence. Taken from the report, never made up.
 */
export function storyTitle(context: StoryContext): string {
  const ranked = [...context.story.reports].sort(
    (a, b) =>
      centrality(b, context) - centrality(a, context) ||
      Number(b.title !== null) - Number(a.title !== null),
  );
  const titled = ranked.find((report) => report.title?.trim());
  // A headline of a fringe report is worse than the main report's first clause.
  const report = titled && ranked.indexOf(titled) <= ranked.length / 2 ? titled : ranked[0];
  if (!report) return "";
  if (report.title?.trim()) return shorten(report.title, LONGEST);
  const [start, end] = report.sentences[0] ?? [0, report.text.length];
  return firstClause(report.text.slice(start, end));
}

/** Number of the report's claims that other reports tell of too, by who and what takes part. */
function centrality(report: Report, context: StoryContext): number {
  return context.sharedNames.get(report.id) ?? 0;
}

function firstClause(sentence: string): string {
  const line = sentence.replace(/\s+/g, " ").trim();
  let words = 0;
  for (let at = 0; at < line.length; at++) {
    const char = line[at] as string;
    if (char === " ") words++;
    const ends = char === "،" || char === "," || char === "؛" || char === ":" || char === ".";
    if (ends && words + 1 >= FEWEST_WORDS) return shorten(line.slice(0, at), LONGEST);
  }
  return shorten(line, LONGEST);
}
