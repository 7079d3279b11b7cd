import type { Account, Story } from "../core/contract.js";
import type { ListedStory, StorySummary } from "../core/story-list.js";

const TOLLS: ReadonlySet<string> = new Set([
  "killed",
  "injured",
  "casualties",
  "arrested",
  "missing",
  "kidnapped",
  "displaced",
]);

/** @throws RangeError where the account does not hold exactly one story */
export function summaryOf(account: Account): StorySummary {
  const [story, second] = account.stories;
  if (!story || second) throw new RangeError(`${account.stories.length} stories, not one`);
  const names = new Map(account.entities.map(({ id, name }) => [id, name]));
  const outlets = account.reports.flatMap(({ outlet }) => (outlet === null ? [] : [outlet]));
  return {
    id: story.id,
    title: story.title,
    start: story.time?.start ?? null,
    end: story.time?.end ?? null,
    places: story.places.flatMap((id) => names.get(id) ?? []),
    reports: story.reports.length,
    outlets: [...new Set(outlets)].sort(),
    witnesses: story.witnesses.length,
    tolls: tollsOf(story),
    disputes: story.disagreements.filter(
      ({ relation }) => relation === "contradicts" || relation === "undecided",
    ).length,
  };
}

/** The first ledger of each measure: ledgers stand in the order of their weight. */
function tollsOf({ ledger }: Story): StorySummary["tolls"] {
  const first = new Map<string, StorySummary["tolls"][number]>();
  for (const { measure, counted, low, best, high } of ledger) {
    if (TOLLS.has(measure) && !first.has(measure)) {
      first.set(measure, { measure, counted, low, best, high });
    }
  }
  return [...first.values()];
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
