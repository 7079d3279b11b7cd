import { claimMeant } from "../core/claim-reference.js";
import type { Claim, Entity, Report } from "../core/contract.js";
import { corrected, type NamedIn } from "../core/correction.js";
import { addTo } from "../core/grouping.js";
import { type ClaimJudgement, judgedIn, type NamedPlace } from "../core/judgement.js";
import { isEventType } from "../ontology/events.js";

/**
 * The claims with what people decided about them, in the order of the log: a rejected one is marked
 * and stays; a corrected one has its fields as corrected and keeps what was read. Each judgement works
 * on what those before it left: who corrects or accepts what was rejected brings it back. A judgement
 * that finds no claim does nothing.
 * @param lists claims, a list a report; their order stays
 */
export function judgeClaims(
  lists: readonly (readonly Claim[])[],
  log: readonly ClaimJudgement[],
  entities: readonly Entity[],
  reports: readonly Report[],
): readonly (readonly Claim[])[] {
  if (log.length === 0) return lists;
  const named = namedIn(log, entities, reports);
  const byReport = claimsByReport(lists, log);
  const judged = new Map<string, Claim>();
  for (const entry of log) {
    const meant = claimMeant(entry.claim, byReport.get(entry.claim.report) ?? []);
    if (!meant) continue;
    judged.set(meant.id, judgedClaim(judged.get(meant.id) ?? meant, entry, named));
  }
  return lists.map((claims) => claims.map((claim) => judged.get(claim.id) ?? claim));
}

function judgedClaim(before: Claim, entry: ClaimJudgement, named: NamedIn): Claim {
  const { rejected: _, ...claim } = before;
  const judged = [...(claim.judged ?? []), judgedIn(entry)];
  switch (entry.kind) {
    case "accept":
      return { ...claim, judged };
    case "reject":
      return { ...claim, judged, rejected: true };
    default:
      return { ...corrected(claim, entry.changes, named), judged };
  }
}

/** Of the reports that the log speaks of. */
function claimsByReport(
  lists: readonly (readonly Claim[])[],
  log: readonly ClaimJudgement[],
): ReadonlyMap<string, readonly Claim[]> {
  const out = new Map<string, Claim[]>(log.map(({ claim }) => [claim.report, []]));
  for (const claims of lists) for (const claim of claims) out.get(claim.report)?.push(claim);
  return out;
}

function namedIn(
  log: readonly ClaimJudgement[],
  entities: readonly Entity[],
  reports: readonly Report[],
): NamedIn {
  const texts = new Map(reports.map(({ id, text }) => [id, text]));
  // Most corrections name nobody: the mentions are gone through only where one does.
  const wanted = new Set(
    log.flatMap((entry) =>
      entry.kind === "correct"
        ? [entry.changes.place, entry.changes.speaker].flatMap((one) => one?.report ?? [])
        : [],
    ),
  );
  const byReport = new Map<
    string,
    { readonly entity: Entity; readonly start: number; readonly end: number }[]
  >();
  for (const entity of wanted.size > 0 ? entities : []) {
    for (const { report, start, end } of entity.mentions) {
      if (!wanted.has(report)) continue;
      addTo(byReport, report, { entity, start, end });
    }
  }
  return {
    entityAt: ({ report, start, end }: NamedPlace) => {
      const here = byReport.get(report) ?? [];
      const exact = here.find((one) => one.start === start && one.end === end);
      return (exact ?? here.find((one) => one.start < end && start < one.end))?.entity;
    },
    wordsAt: ({ report, start, end }) => texts.get(report)?.slice(start, end) ?? "",
    isEventType,
  };
}
