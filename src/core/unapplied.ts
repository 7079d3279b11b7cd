/** Decisions of people that find nothing any more: told, so that nobody takes them for applied. */
import type { Account, Judged, Message, Story, Unapplied } from "./contract.js";
import {
  isAboutClaims,
  isAboutEntities,
  judgedIn,
  reportsOf,
  type StandingJudgement,
} from "./judgement.js";
import { fillTemplate } from "./message.js";
import { STORY_REASONS, type StoryReasonCode, storyReason } from "./story-reasons.js";

/** Why a decision does nothing. */
export type IdleReason = Extract<StoryReasonCode, `idle-${string}`>;

/** A decision that does nothing, and why. */
export interface IdleJudgement {
  readonly entry: StandingJudgement;
  readonly because: IdleReason;
}

/** What it was about, in the words of the log. */
function wordsOf(entry: StandingJudgement): readonly string[] {
  if (isAboutClaims(entry)) return [entry.claim.words];
  if (isAboutEntities(entry)) return entry.places.map(({ name }) => name);
  return entry.reports;
}

/** As it stands in the account. */
export function unappliedIn({ entry, because }: IdleJudgement): Unapplied {
  const judged: Judged = judgedIn(entry);
  const about = wordsOf(entry);
  const terms: Message["terms"] = { what: { kind: "name", values: about } };
  const idle = storyReason(because, terms);
  return {
    ...judged,
    reports: reportsOf(entry),
    about,
    because,
    why: `${judged.why}; ${fillTemplate(STORY_REASONS[because], terms, ({ values }) => values.join(", "))}`,
    whyMessages: [...judged.whyMessages, idle],
  };
}

/** Those that a story tells of: of its reports, or, where none of theirs is here, the first story's. */
export function unappliedOf(
  { stories, unapplied = [] }: Account,
  story: Story,
): readonly Unapplied[] {
  if (unapplied.length === 0) return [];
  const own = new Set(story.reports);
  const here = new Set(stories.flatMap(({ reports }) => reports));
  return unapplied.filter(({ reports = [] }) => {
    const first = reports.find((id) => here.has(id));
    return first === undefined ? story === stories[0] : own.has(first);
  });
}
