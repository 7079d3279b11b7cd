import type { Account, Story } from "../core/contract.js";
import type { StorySummary } from "../core/story-list.js";

const TOLLS: ReadonlySet<string> = new Set([
  "killed",
  "injured",
  "casualties",
  "arrested",
  "missing",
  "kidnapped",
  "displaced",
]);

/** What a list of stories shows of one. */
export function summarize(account: Account, story: Story): StorySummary {
  const names = new Map(account.entities.map(({ id, name }) => [id, name]));
  const own = new Set(story.reports);
  const judged = (story.judged ?? []).map(({ judgement }) => judgement);
  const outlets = account.reports.flatMap(({ id, outlet }) =>
    outlet === null || !own.has(id) ? [] : [outlet],
  );
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
    ...(judged.length > 0 ? { judged } : {}),
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
