import type { Account, Range } from "../../src/core/contract.js";
import type { StorySummary } from "../../src/core/story-list.js";

/** A report of the account told over and over until it has so many characters, its claims with it. */
export function longReport(account: Account, id: string, characters: number): Account {
  const report = account.reports.find((one) => one.id === id);
  if (!report) throw new RangeError(`There is no report ${id}`);
  const step = report.text.length + 2;
  const times = Math.ceil(characters / step);
  const rounds = Array.from({ length: times }, (_, round) => round);
  const moved = ([start, end]: Range, round: number): Range => [
    start + round * step,
    end + round * step,
  ];
  const own = account.claims.filter((claim) => claim.report === id);
  const long = {
    ...report,
    text: rounds.map(() => report.text).join("\n\n"),
    sentences: rounds.flatMap((round) => report.sentences.map((range) => moved(range, round))),
    furniture: rounds.flatMap((round) => report.furniture.map((range) => moved(range, round))),
    times: rounds.flatMap((round) =>
      report.times.map((time) => ({ ...time, span: time.span && moved(time.span, round) })),
    ),
  };
  return {
    ...account,
    reports: account.reports.map((one) => (one === report ? long : one)),
    claims: [
      ...account.claims,
      ...rounds.slice(1).flatMap((round) =>
        own.map((claim) => ({
          ...claim,
          id: `${claim.id}-${round}`,
          span: moved(claim.span, round),
          sentence: moved(claim.sentence, round),
          chain: claim.chain.map((link) => ({
            ...link,
            span: link.span && moved(link.span, round),
          })),
        })),
      ),
    ],
  };
}

const PLACES = ["الرملة", "عدن", "ليفنغستون", "ألماتي", "أبها"];

/** A press's list of so many stories, no two alike. */
export const manyStories = (count: number): StorySummary[] =>
  Array.from({ length: count }, (_, n) => ({
    id: `story-${n}`,
    title: `${n % 3 === 0 ? "حريق في ميناء" : "اشتباكات قرب"} ${PLACES[n % 5]} تودي بحياة ${n % 90} ${n % 7 === 0 ? "شخصا، ومطالبة بتحقيق مستقل يعلن ما جرى" : "شخصا"}`,
    start: `2031-05-${String((n % 28) + 1).padStart(2, "0")}`,
    end: `2031-05-${String((n % 28) + 1).padStart(2, "0")}`,
    places: [PLACES[n % 5] ?? "", PLACES[(n + 2) % 5] ?? ""],
    reports: (n % 40) + 1,
    outlets: [`وسيلة ${n % 17}`],
    witnesses: (n % 9) + 1,
    tolls: [{ measure: "killed", counted: "persons", low: n % 90, best: n % 90, high: n % 95 }],
    ...(n % 4 === 0
      ? {
          trend: [
            { knownBy: "2031-05-01", best: 1 },
            { knownBy: "2031-05-03", best: (n % 90) + 2 },
          ],
        }
      : {}),
    disputes: n % 5 === 0 ? 2 : 0,
  }));
