import type { Claim, Report, Story } from "../../core/contract.js";
import { type AccountIndex, linkKey, saidThrough } from "./account-index.js";

/**
 * What a reader looks at. Values of one kind are alternatives, kinds must all hold: two outlets and
 * one measure show that measure in either outlet.
 */
export interface Filter {
  /** `linkKey` of somebody in the chain. */
  readonly speaker: readonly string[];
  /** Names of outlets, or the ids of reports that name none. */
  readonly outlet: readonly string[];
  readonly measure: readonly string[];
  /** Entity ids. */
  readonly place: readonly string[];
  /** ISO days on which the thing may have happened. */
  readonly day: readonly string[];
  /** Only what a contradiction, or an undecided disagreement, rests on. */
  readonly disputed: boolean;
  /** Only what two independent witnesses or more tell. */
  readonly independent: boolean;
}

export const FILTER_KINDS = ["speaker", "outlet", "measure", "place", "day"] as const;
export type FilterKind = (typeof FILTER_KINDS)[number];

export const NO_FILTER: Filter = {
  speaker: [],
  outlet: [],
  measure: [],
  place: [],
  day: [],
  disputed: false,
  independent: false,
};

export const isFiltering = (filter: Filter): boolean =>
  filter.disputed || filter.independent || FILTER_KINDS.some((kind) => filter[kind].length > 0);

/** The filter with a value added, or taken away where it has it. */
export function toggled(filter: Filter, kind: FilterKind, value: string): Filter {
  const values = filter[kind];
  const next = values.includes(value) ? values.filter((one) => one !== value) : [...values, value];
  return { ...filter, [kind]: next };
}

/** The day a report was out as far as is known; null where it is not. */
export const outOn = (report: Report): string | null =>
  report.published.start ?? report.fetched ?? null;

/** What tells one outlet from another: its name, or the report where it names none. */
export const outletKey = (report: Report): string => report.outlet ?? report.id;

/** True where a day is not after another; days are ISO. */
const by = (day: string | null, limit: string): boolean => day !== null && day <= limit;

/** Days, first to last, between which reports of a story were out; null where none is known. */
export function daysOut(index: AccountIndex, story: Story): readonly [string, string] | null {
  const days = story.reports
    .flatMap((id) => index.reports.get(id)?.report ?? [])
    .flatMap((report) => outOn(report) ?? [])
    .sort();
  const [first] = days;
  const last = days.at(-1);
  return first === undefined || last === undefined ? null : [first, last];
}

/** Reports of a story that were out by a day; all of them where no day is asked for. */
export function knownReports(
  index: AccountIndex,
  story: Story,
  asOf: string | null,
): ReadonlySet<string> {
  if (asOf === null) return new Set(story.reports);
  return new Set(
    story.reports.filter((id) => {
      const report = index.reports.get(id)?.report;
      return report !== undefined && by(outOn(report), asOf);
    }),
  );
}

/** Claims on which something disputed rests. */
function disputedClaims(story: Story): ReadonlySet<string> {
  return new Set(
    story.disagreements
      .filter(({ relation }) => relation === "contradicts" || relation === "undecided")
      .flatMap(({ positions }) => positions.flatMap(({ claims }) => claims)),
  );
}

/** Claims of whatever the account counts two independent witnesses for. */
function independentClaims(story: Story): ReadonlySet<string> {
  const told = [
    ...story.ledger.flatMap(({ rows }) => rows),
    ...story.timeline,
    ...story.offices,
    ...story.measuresInForce,
  ];
  return new Set(told.filter(({ witnesses }) => witnesses >= 2).flatMap(({ claims }) => claims));
}

const isOnDay = ({ time }: Claim, day: string): boolean =>
  time !== null &&
  (time.start !== null || time.end !== null) &&
  (time.start ?? time.end ?? "") <= day &&
  (time.end ?? time.start ?? "") >= day;

/**
 * Claims of a story that a reader sees: of reports out by the day, let through by the filter, and not
 * rejected by a person.
 * Every view is drawn from this one set.
 */
export function visibleClaims(
  index: AccountIndex,
  story: Story,
  filter: Filter,
  asOf: string | null,
): ReadonlySet<string> {
  const reports = knownReports(index, story, asOf);
  const disputed = filter.disputed ? disputedClaims(story) : null;
  const independent = filter.independent ? independentClaims(story) : null;
  const visible = new Set<string>();
  for (const id of reports) {
    const entry = index.reports.get(id);
    if (!entry) continue;
    if (filter.outlet.length > 0 && !filter.outlet.includes(outletKey(entry.report))) continue;
    for (const claim of entry.claims) {
      if (claim.rejected) continue;
      if (disputed && !disputed.has(claim.id)) continue;
      if (independent && !independent.has(claim.id)) continue;
      if (isLetThrough(claim, filter)) visible.add(claim.id);
    }
  }
  return visible;
}

function isLetThrough(claim: Claim, { speaker, measure, place, day }: Filter): boolean {
  if (speaker.length > 0 && !saidThrough(claim).some((link) => speaker.includes(linkKey(link)))) {
    return false;
  }
  if (measure.length > 0 && !measure.includes(claim.figure?.measure ?? "")) return false;
  if (place.length > 0) {
    const places = claim.place === null ? claim.places : [claim.place, ...claim.places];
    if (!places.some((id) => place.includes(id))) return false;
  }
  return day.length === 0 || day.some((one) => isOnDay(claim, one));
}
