import type { Account } from "../core/contract.js";
import type { ListedStory, StorySummary } from "../core/story-list.js";
import { summarize } from "../export/story-summary.js";

/** @throws RangeError where the account does not hold exactly one story */
export function summaryOf(account: Account): StorySummary {
  const [story, second] = account.stories;
  if (!story || second) throw new RangeError(`${account.stories.length} stories, not one`);
  return summarize(account, story);
}

/**
 * Those told by most outlets first, then by most reports, then the newest, then by id. Not by
 * witnesses: a long story whose outlets copy one another here and there is one witness as a whole,
 * though each of its figures may have many.
 */
export function inOrder(stories: readonly ListedStory[]): ListedStory[] {
  return [...stories].sort(
    (a, b) =>
      b.outlets.length - a.outlets.length ||
      b.reports - a.reports ||
      newestFirst(a.start ?? "", b.start ?? "") ||
      (a.id < b.id ? -1 : 1),
  );
}

const newestFirst = (a: string, b: string): number => (a > b ? -1 : a < b ? 1 : 0);
