import type { Claim, Entity, Identity, Report, StoryPlacement } from "../core/contract.js";
import {
  isAboutClaims,
  isAboutEntities,
  isAboutWitnesses,
  type StandingJudgement,
  type WitnessJudgement,
} from "../core/judgement.js";
import type { IdleJudgement } from "../core/unapplied.js";
import type { ReportReading } from "../read/reading.js";
import { Articles } from "./articles.js";
import { type Copies, findCopies } from "./copies/copies.js";
import { type Forms, formsOf } from "./copies/forms.js";
import type { Copy, SharedPassage } from "./copies/shared-passages.js";
import { joinEntities } from "./identity/entities.js";
import { placementsIn } from "./identity/placed.js";
import { RewrittenClaims } from "./identity/rewrite.js";
import { judgeClaims } from "./judged-claims.js";
import { dayOf } from "./stories/features.js";
import { chronological, groupStories, type StoryGroup } from "./stories/stories.js";

/** Everything of one story, with joined entities, before it is reconciled. */
export interface RelatedStory {
  /** By day of publication (unknown last), then id. */
  readonly reports: readonly Report[];
  /** By report in that order, then by span; without those that a person rejected. */
  readonly claims: readonly Claim[];
  readonly copies: readonly Copy[];
  readonly quotations: readonly SharedPassage[];
  /** Forms of the press that two of the reports filled in. */
  readonly standing?: readonly SharedPassage[];
  /** As in the contract; none for a story of one. */
  readonly placements?: readonly StoryPlacement[];
  /** The judgements that made the story what it is, then those of its witnesses. */
  readonly judged?: readonly StandingJudgement[];
  readonly rulings?: readonly WitnessRuling[];
}

/** Who tells by himself and who does not, as a person decided. */
export type WitnessRuling = Pick<WitnessJudgement, "kind" | "reports">;

export interface Related {
  /** By kind, name, id. */
  readonly entities: readonly Entity[];
  /** All claims, rewritten to the joined entities, by report id, then span. */
  readonly claims: readonly Claim[];
  /** By day of their first report, then its id. */
  readonly stories: readonly RelatedStory[];
  /** Who had to be told to be one or two, and by which signs; in the order of the account. */
  readonly identities: readonly Identity[];
  /** What of the log does nothing, in its order; what is said of stories aside. */
  readonly idle: readonly IdleJudgement[];
}

/** Which of the readings, by day and then id, are one story. */
export type Grouping = (readings: readonly ReportReading[], articles: Articles) => StoryGroup[];

/** For readings that are known to be one story. */
export const oneStory: Grouping = (readings) => [{ members: readings.map((_, at) => at) }];

export interface RelateOptions {
  /** Those of the reports, where somebody has cut them into words before. */
  readonly articles?: Articles;
  /** Their claims as they were when the story was folded before. */
  readonly rewritten?: RewrittenClaims;
  /** Those of the whole press; else those that the reports themselves show. */
  readonly forms?: Forms | undefined;
  readonly group?: Grouping;
  /** What people decided about claims, witnesses and who is who, in the order of the log; of stories `group` knows. */
  readonly judgements?: readonly StandingJudgement[];
}

/** From readings of single reports to joined entities, stories and copies. Order does not matter. */
export function relate(
  unordered: readonly ReportReading[],
  {
    articles = new Articles(),
    rewritten = new RewrittenClaims(),
    forms,
    group = groupStories,
    judgements = [],
  }: RelateOptions = {},
): Related {
  const readings = inOrder(unordered);
  const among = forms ?? formsAmong(readings, articles);
  const groups = group(readings, articles);
  const { entities, idOf, identities, idle } = joinEntities(
    readings,
    groups,
    judgements.filter(isAboutEntities),
  );
  const claims = judgeClaims(
    readings.map((reading) => reading.claims.map((claim) => rewritten.of(claim, idOf))),
    judgements.filter(isAboutClaims),
    entities,
    readings.map(({ report }) => report),
  );
  const onWitnesses = judgements.filter(isAboutWitnesses);
  const byId = new Map(entities.map((entity) => [entity.id, entity] as const));
  const entityOf = (local: string): Entity | undefined => byId.get(idOf.get(local) ?? local);
  const stories = groups.map((group): RelatedStory => {
    const placements = placementsIn(group, readings, entityOf);
    const { copies, quotations, standing } = copiesIn(group, readings, articles, among);
    const here = new Set(group.members.map((at) => readings[at]?.report.id));
    const rulings = onWitnesses.filter(
      (entry) => entry.reports.filter((id) => here.has(id)).length > 1,
    );
    const judged = [...(group.judged ?? []), ...rulings];
    return {
      reports: group.members.map((at) => (readings[at] as ReportReading).report),
      claims: group.members.flatMap((at) => claims[at]?.filter(({ rejected }) => !rejected) ?? []),
      copies,
      quotations,
      standing,
      ...(placements.length > 0 ? { placements } : {}),
      ...(judged.length > 0 ? { judged } : {}),
      ...(rulings.length > 0 ? { rulings } : {}),
    };
  });
  const byReport = readings
    .map((reading, at) => ({ id: reading.report.id, claims: claims[at] ?? [] }))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  const told = byReport.flatMap((one) => one.claims);
  return {
    entities,
    claims: told,
    stories,
    identities,
    idle: idleAmong(judgements, readings, told, stories, idle),
  };
}

/** What found nothing: claims and witnesses by what came of the log, names as they were followed. */
function idleAmong(
  log: readonly StandingJudgement[],
  readings: readonly ReportReading[],
  claims: readonly Claim[],
  stories: readonly RelatedStory[],
  ofNames: readonly IdleJudgement[],
): IdleJudgement[] {
  if (log.length === 0) return [];
  const here = new Set(readings.map(({ report }) => report.id));
  const applied = new Set([
    ...claims.flatMap(({ judged = [] }) => judged.map(({ judgement }) => judgement)),
    ...stories.flatMap(({ judged = [] }) => judged.map(({ id }) => id)),
  ]);
  const names = new Map(ofNames.map((one) => [one.entry, one]));
  return log.flatMap((entry): IdleJudgement[] => {
    if (isAboutEntities(entry)) return [names.get(entry) ?? []].flat();
    if (applied.has(entry.id)) return [];
    if (isAboutClaims(entry)) {
      return [{ entry, because: here.has(entry.claim.report) ? "idle-claim" : "idle-report" }];
    }
    if (!isAboutWitnesses(entry)) return [];
    const known = entry.reports.filter((id) => here.has(id)).length;
    return [{ entry, because: known > 1 ? "idle-stories" : "idle-report" }];
  });
}

/** By day, then id; a report given twice is read once. */
export function inOrder(readings: readonly ReportReading[]): ReportReading[] {
  const seen = new Set<string>();
  const out: ReportReading[] = [];
  for (const at of chronological(readings)) {
    const reading = readings[at] as ReportReading;
    if (seen.has(reading.report.id)) continue;
    seen.add(reading.report.id);
    out.push(reading);
  }
  return out;
}

function formsAmong(readings: readonly ReportReading[], articles: Articles): Forms {
  const fingerprints = readings.map(({ report }) => articles.fingerprintOf(report));
  return formsOf(fingerprints, readings.map(dayOf));
}

export function copiesIn(
  group: StoryGroup,
  readings: readonly ReportReading[],
  articles: Articles,
  forms?: Forms,
): Copies {
  return findCopies(
    group.members.map((at) => readings[at] as ReportReading),
    articles,
    forms,
  );
}
