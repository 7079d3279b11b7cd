import type { Claim, Report } from "../core/contract.js";
import { fold } from "../text/fold.js";
import type { StoryContext } from "./context.js";
import { foldLanguage } from "./language.js";

/** A title breaks off at a clause that ends between these lengths, the later the better. */
const SHORTEST = 45;
const LONGEST = 130;
const CLAUSE_END = new Set(["،", ",", "؛", ":", "."]);

/**
 * The headline whose words stand in most of the reports, a count of the main toll before others; where none has a headline, the first
 * clauses of such a lead, the reports' own words before somebody's. Never made up.
 */
export function storyTitle(context: StoryContext, toll: ReadonlySet<string>): string {
  const ranked = [...context.story.reports].sort(
    (a, b) => centrality(b, context) - centrality(a, context),
  );
  const titled = ranked.filter((report) => report.title?.trim()).slice(0, MOST_CANDIDATES);
  // A headline is written to be one; leads serve where few reports have any.
  const chosen =
    titled.length > 0
      ? titled.map((report): Lead => ({ title: report.title ?? "", isSaid: false }))
      : ranked.slice(0, MOST_CANDIDATES).map((report) => leadOf(report, context));
  const long = chosen.filter((lead) => lead.title.length >= SHORTEST);
  const best = bestOf(long.length > 0 ? long : chosen, ranked, toll);
  return best ? shorten(best.title, LONGEST) : "";
}

/** The first of those that say most that all tell of; somebody's words for want of a count in others. */
function bestOf(
  leads: readonly Lead[],
  ranked: readonly Report[],
  toll: ReadonlySet<string>,
): Lead | undefined {
  if (leads.length < 2) return leads[0];
  const told = ranked.slice(0, MOST_CANDIDATES).map((report) => fold(report.text));
  const shares = new Map<string, number>();
  const shareOf = (word: string): number => {
    let share = shares.get(word);
    if (share === undefined) {
      share = told.filter((text) => text.includes(word)).length / told.length;
      shares.set(word, share);
    }
    return share;
  };
  const [best] = leads
    .map((lead) => ({ lead, worth: worthOf(lead, shareOf, toll) - (lead.isSaid ? SAID : 0) }))
    .sort((a, b) => b.worth - a.worth);
  return best?.lead;
}

/** Reports looked at for a title, at most: cost stays linear in large stories. */
const MOST_CANDIDATES = 30;
const SHORTEST_WORD = 4;
/** As much as the count of a toll is worth. */
const SAID = 1;

/** What the words of a title are worth: each the square of its share of the reports, a toll one. */
function worthOf(
  { title }: Lead,
  shareOf: (word: string) => number,
  toll: ReadonlySet<string>,
): number {
  const words = new Set(fold(title).split(/[^\p{L}\p{N}]+/u));
  let worth = 0;
  for (const word of words) {
    if (toll.has(word)) worth += 1;
    if (word.length >= SHORTEST_WORD) worth += shareOf(word) ** 2;
  }
  return worth;
}

interface Lead {
  readonly title: string;
  /** The sentence is somebody's words, not the report's own. */
  readonly isSaid: boolean;
}

/** Number of the report's claims that other reports tell of too, by who and what takes part. */
function centrality(report: Report, context: StoryContext): number {
  return context.sharedNames.get(report.id) ?? 0;
}

/** The first clauses of the lead; of "X said on Thursday that …", what is said. */
function leadOf(report: Report, context: StoryContext): Lead {
  const claims = context.claimsOf(report.id);
  // What comes before the first claim is a dateline or a line of the page.
  const [start, end] = claims[0]?.sentence ?? report.sentences[0] ?? [0, report.text.length];
  const spoken = claims.find((claim) => claim.sentence[0] === start && claim.statement);
  const from = spoken && opensContent(spoken, report) ? spoken.span[0] : start;
  return { title: firstClause(report.text.slice(from, end)), isSaid: spoken !== undefined };
}

function opensContent({ span, sentence }: Claim, report: Report): boolean {
  const before = report.text.slice(sentence[0], span[0]).trimEnd();
  const word = before.slice(before.lastIndexOf(" ") + 1);
  return foldLanguage(report.language).isComplementizer(word);
}

function firstClause(sentence: string): string {
  const line = sentence.replace(/\s+/g, " ").trim();
  if (line.length <= LONGEST) return line.replace(/[.،:؛]$/, "");
  for (let at = LONGEST; at >= SHORTEST; at--) {
    if (CLAUSE_END.has(line[at] as string)) return line.slice(0, at);
  }
  return shorten(line, LONGEST);
}

/** Longer words are no title. */
const LONGEST_TITLE = 160;

/** Cuts at a word and runs broken lines together: for reading, not for evidence. */
export function shorten(text: string, longest = LONGEST_TITLE): string {
  const line = text.replace(/\s+/g, " ").trim();
  if (line.length <= longest) return line;
  const cut = line.lastIndexOf(" ", longest);
  return `${line.slice(0, cut > 0 ? cut : longest)}…`;
}
