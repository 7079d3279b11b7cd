import type { Report } from "../core/contract.js";
import type { StoryContext } from "./context.js";
import { shorten } from "./timeline.js";

/** A title breaks off at a clause that ends between these lengths, the later the better. */
const SHORTEST = 75;
const LONGEST = 130;
const CLAUSE_END = new Set(["،", ",", "؛", ":", "."]);

/**
 * The headline of the report that shares most of its entities with the others, else the first
 * clauses of its first sentence. Taken from the report, never made up.
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
  // What comes before the first claim is a dateline or a line of the page.
  const lead = context.claims.find((claim) => claim.report === report.id)?.sentence;
  const [start, end] = lead ?? report.sentences[0] ?? [0, report.text.length];
  return firstClause(report.text.slice(start, end));
}

/** Number of the report's claims that other reports tell of too, by who and what takes part. */
function centrality(report: Report, context: StoryContext): number {
  return context.sharedNames.get(report.id) ?? 0;
}

function firstClause(sentence: string): string {
  const line = sentence.replace(/\s+/g, " ").trim();
  if (line.length <= LONGEST) return line.replace(/[.،:؛]$/, "");
  for (let at = LONGEST; at >= SHORTEST; at--) {
    if (CLAUSE_END.has(line[at] as string)) return line.slice(0, at);
  }
  return shorten(line, LONGEST);
}
