import { isoDay } from "../core/calendar.js";
import type { FigureRule, Story, Time } from "../core/contract.js";
import { contentId } from "../core/hash.js";
import { judgedIn } from "../core/judgement.js";
import { briefOf } from "./brief.js";
import type { StoryContext } from "./context.js";
import { daysOf } from "./days.js";
import { eventDisagreements } from "./disagreements/events.js";
import { figureDisagreements } from "./disagreements/figures.js";
import { ledgersOf, type OpenLedger } from "./ledger/ledger.js";
import { type Happening, happeningsOf } from "./scenes/happenings.js";
import { measuresInForce } from "./state/measures-in-force.js";
import { officeDisagreements, officesOf } from "./state/offices.js";
import { timelineOf } from "./timeline.js";
import { storyTitle } from "./title.js";

const RELATION_ORDER: readonly string[] = [
  "contradicts",
  "undecided",
  "updates",
  "narrower",
  "vaguer",
  "other-group",
  "other-measure",
];

/** One story of the account, from its claims. */
export function storyOf(context: StoryContext, rule: FigureRule): Story {
  const ledgers = ledgersOf(context, rule);
  const happenings = happeningsOf(context);
  const offices = officesOf(context);
  const disagreements = [
    ...figureDisagreements(ledgers, context),
    ...eventDisagreements(happenings, context),
    ...officeDisagreements(offices, context),
  ];
  const unique = [...new Map(disagreements.map((one) => [one.id, one])).values()];
  const rank = (relation: string): number => RELATION_ORDER.indexOf(relation);
  return {
    id: contentId("story", ...context.story.reports.map((report) => report.id).sort()),
    title: storyTitle(context, tollOf(ledgers)),
    reports: context.story.reports.map((report) => report.id),
    time: storyTime(context),
    places: mainPlaces(context),
    witnesses: context.witnesses.list,
    copies: context.story.copies,
    ledger: ledgers.map((one) => one.ledger),
    timeline: timelineOf(happenings, context),
    // Contradictions first, then what is open, then what only looks like one.
    disagreements: unique.sort(
      (a, b) =>
        rank(a.relation) - rank(b.relation) ||
        (a.kind < b.kind ? -1 : a.kind > b.kind ? 1 : 0) ||
        (a.about < b.about ? -1 : a.about > b.about ? 1 : a.id < b.id ? -1 : 1),
    ),
    offices: offices.map((one) => one.office),
    measuresInForce: measuresInForce(happenings, context),
    brief: briefOf(topicsOf(ledgers, happenings), context),
    ...(context.story.placements ? { placements: context.story.placements } : {}),
    ...(context.story.judged ? { judged: context.story.judged.map(judgedIn) } : {}),
  };
}

/** The numbers of the story's first ledger, as a headline writes them. */
function tollOf(ledgers: readonly OpenLedger[]): ReadonlySet<string> {
  const main = ledgers.find((one) => !one.background && one.ledger.measure !== "other");
  const values = main?.rows.map((one) => one.row.value.min ?? one.row.value.max ?? 0) ?? [];
  return new Set(values.filter((value) => value > 0).map(String));
}

/** Claims that say one thing are one topic of the brief. */
function topicsOf(
  ledgers: readonly OpenLedger[],
  happenings: readonly Happening[],
): Map<string, string> {
  const topics = new Map<string, string>();
  for (const { ledger } of ledgers) {
    for (const row of ledger.rows) for (const claim of row.claims) topics.set(claim, ledger.id);
  }
  for (const [at, { type, claims }] of happenings.entries()) {
    for (const claim of claims) topics.set(claim.id, `${type} ${at}`);
  }
  return topics;
}

/** From the first to the last day of what is told as news; else the days of the reports. */
function storyTime(context: StoryContext): Time | null {
  const spans = context.claims.flatMap((claim) => {
    const days =
      context.isRecalled(claim) || !(claim.event || claim.figure) ? null : daysOf(claim.time);
    // A whole month or year is no day of the story.
    return days && days.end - days.start < 14 ? [days] : [];
  });
  if (spans.length === 0) {
    for (const report of context.story.reports) {
      const days = daysOf(context.publishedOf(report.id));
      if (days) spans.push(days);
    }
  }
  if (spans.length === 0) return null;
  let [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const { start, end } of spans) {
    first = Math.min(first, start);
    last = Math.max(last, end);
  }
  const [start, end] = [isoDay(first), isoDay(last)];
  return {
    edtf: start === end ? start : `${start}/${end}`,
    start,
    end,
    span: null,
    basis: "inherited",
  };
}

const MOST_PLACES = 6;

/** Places of what is told as news, most claims first, then id. */
function mainPlaces(context: StoryContext): string[] {
  const counts = new Map<string, number>();
  for (const claim of context.claims) {
    if (claim.background || !(claim.event || claim.figure)) continue;
    const places = new Set([...(claim.place === null ? [] : [claim.place]), ...claim.places]);
    for (const place of places) counts.set(place, (counts.get(place) ?? 0) + 1);
  }
  return [...counts]
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .slice(0, MOST_PLACES)
    .map(([place]) => place);
}
