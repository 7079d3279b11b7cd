import type { Account, Ledger, Story } from "../core/contract.js";
import type { StorySummary } from "../core/story-list.js";
import { unappliedOf } from "../core/unapplied.js";

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
  const unapplied = unappliedOf(account, story).map(({ judgement, why }) => ({ judgement, why }));
  const tolls = tollsOf(story);
  const trend = trendOf(tolls[0]);
  const disputes = story.disagreements.filter(
    ({ relation }) => relation === "contradicts" || relation === "undecided",
  );
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
    tolls: tolls.map((ledger) => {
      const { measure, counted, low, best, high } = ledger;
      const by = tellerOf(account, ledger);
      return { measure, counted, low, best, high, ...(by ? { by } : {}) };
    }),
    ...(trend.length > 1 ? { trend } : {}),
    disputes: disputes.length,
    ...(disputes.length > 0 ? { disputed: disputes.slice(0, MOST_DISPUTED).map(aboutOf) } : {}),
    ...(judged.length > 0 ? { judged } : {}),
    ...(unapplied.length > 0 ? { unapplied } : {}),
  };
}

/** A list is no account: of very many disputes the first are named. */
const MOST_DISPUTED = 8;

const aboutOf = ({ about, aboutMessage }: Story["disagreements"][number]) => ({
  about,
  ...(aboutMessage ? { aboutMessage } : {}),
});

/** Of the rows that tell the best number the last, by whom it is told and printed; null where none tells it. */
function tellerOf(
  { claims, reports }: Account,
  { rows, best }: Ledger,
): { readonly speaker: string | null; readonly outlet: string | null } | null {
  if (best === null) return null;
  const row =
    rows.findLast(({ value, supersededBy }) => value.min === best && supersededBy === null) ??
    rows.findLast(({ value }) => value.min === best || value.max === best);
  if (!row) return null;
  const { speaker } = row;
  const claim = claims.find(({ id }) => id === row.claims.at(-1));
  return {
    speaker: speaker.kind === "report" || speaker.kind === "unstated" ? null : speaker.name,
    outlet: reports.find(({ id }) => id === claim?.report)?.outlet ?? null,
  };
}

/**
 * Of an account that holds one story.
 * @throws RangeError where it does not
 */
export function summaryOf(account: Account): StorySummary {
  const [story, second] = account.stories;
  if (!story || second) throw new RangeError(`${account.stories.length} stories, not one`);
  return summarize(account, story);
}

/**
 * The first ledger of each measure: ledgers stand in the order of their weight. That of some kind
 * there were none is left out where of others there were some.
 */
function tollsOf({ ledger }: Story): Ledger[] {
  const first = new Map<string, Ledger>();
  for (const one of ledger) {
    if (TOLLS.has(one.measure) && !first.has(one.measure)) first.set(one.measure, one);
  }
  const tolls = [...first.values()];
  return tolls.some(({ high }) => high !== 0) ? tolls.filter(({ high }) => high !== 0) : tolls;
}

/** Days on which the best number of a ledger was another than before. */
function trendOf(ledger: Ledger | undefined): NonNullable<StorySummary["trend"]> {
  const steps: { readonly knownBy: string; readonly best: number }[] = [];
  for (const { knownBy, best } of ledger?.history ?? []) {
    if (best !== null && best !== steps.at(-1)?.best) steps.push({ knownBy, best });
  }
  return steps;
}

/** Those told by most outlets first, then by most reports, then the newest, then by id. */
export function inOrder<T extends StorySummary>(stories: readonly T[]): T[] {
  return [...stories].sort(
    (a, b) =>
      b.outlets.length - a.outlets.length ||
      b.reports - a.reports ||
      newestFirst(a.start ?? "", b.start ?? "") ||
      (a.id < b.id ? -1 : 1),
  );
}

const newestFirst = (a: string, b: string): number => (a > b ? -1 : a < b ? 1 : 0);
