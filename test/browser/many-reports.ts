import { isoDay, parseIsoDay } from "../../src/core/calendar.js";
import type { Account, Story } from "../../src/core/contract.js";

/**
 * An account told so many times over, each time by reports of a later day and with ids of their
 * own, as one story: its ledgers, timeline and copies grow, its entities do not.
 */
export function manyTimes(account: Account, times: number): Account {
  const own = new Set([
    ...account.reports.map(({ id }) => id),
    ...account.claims.map(({ id }) => id),
    ...(account.stories[0]?.timeline ?? []).map(({ id }) => id),
    ...(account.stories[0]?.disagreements ?? []).map(({ id }) => id),
    ...(account.stories[0]?.witnesses ?? []).map(({ id }) => id),
  ]);
  const rounds = Array.from({ length: times }, (_, round) => told(account, own, round));
  const [first] = rounds;
  const [story] = first?.stories ?? [];
  if (!first || !story) throw new RangeError("There is no story to tell again");
  const stories = rounds.flatMap((round) => round.stories);
  const all = <K extends keyof Story>(field: K): Story[K][] => stories.map((one) => one[field]);
  return {
    ...first,
    reports: rounds.flatMap(({ reports }) => reports),
    claims: rounds.flatMap(({ claims }) => claims),
    entities: account.entities.map((entity, at) => ({
      ...entity,
      mentions: rounds.flatMap(({ entities }) => entities[at]?.mentions ?? []),
    })),
    stories: [
      {
        ...story,
        reports: all("reports").flat(),
        witnesses: all("witnesses").flat(),
        copies: all("copies").flat(),
        timeline: all("timeline").flat(),
        disagreements: all("disagreements").flat(),
        offices: all("offices").flat(),
        measuresInForce: all("measuresInForce").flat(),
        ledger: story.ledger.map((ledger, at) => ({
          ...ledger,
          rows: stories.flatMap(({ ledger }, round) =>
            (ledger[at]?.rows ?? []).map((row) => ({
              ...row,
              supersededBy:
                row.supersededBy === null
                  ? null
                  : row.supersededBy + round * (ledger[at]?.rows.length ?? 0),
            })),
          ),
        })),
      },
    ],
  };
}

/** The account with its reports', claims' and entries' ids and its days moved on by a number. */
function told(account: Account, own: ReadonlySet<string>, round: number): Account {
  const json = JSON.stringify(account, (_, value: unknown) => {
    if (typeof value !== "string") return value;
    if (own.has(value)) return `${value}-${round}`;
    const day = /^\d{4}-\d{2}-\d{2}$/.test(value) ? parseIsoDay(value) : null;
    return day === null ? value : isoDay(day + round);
  });
  return JSON.parse(json) as Account;
}
