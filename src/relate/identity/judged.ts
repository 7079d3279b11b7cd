import { addTo } from "../../core/grouping.js";
import type { EntityJudgement, NamedPlace } from "../../core/judgement.js";
import type { IdleJudgement } from "../../core/unapplied.js";
import type { ReportReading } from "../../read/reading.js";
import type { EntitySets } from "./entity-sets.js";
import type { LocalEntity } from "./local-entity.js";

/** A judgement that was followed, and the two that it is about. */
export interface FollowedJudgement {
  readonly entry: EntityJudgement;
  readonly a: LocalEntity;
  readonly b: LocalEntity;
}

/** What was followed, and what was not. */
export interface JudgedEntities {
  readonly followed: readonly FollowedJudgement[];
  readonly idle: readonly IdleJudgement[];
}

/**
 * Follows what people decided, before anything else is decided: those said to be one are joined,
 * those said to be two can be joined by nothing. Of two judgements about one pair the later counts.
 * One of a report or a name that is not here is told as such, and so is one that cannot be followed:
 * two who are one in the reading of a single report, or whom other judgements made one.
 */
export function followJudgements(
  log: readonly EntityJudgement[],
  locals: readonly LocalEntity[],
  readings: readonly ReportReading[],
  sets: EntitySets,
): JudgedEntities {
  if (log.length === 0) return { followed: [], idle: [] };
  const here = new Set(readings.map(({ report }) => report.id));
  const idle: IdleJudgement[] = [];
  const lookUp = placesOf(log, locals, readings);
  const last = new Map<string, FollowedJudgement>();
  for (const entry of log) {
    const [a, b] = entry.places.map(lookUp);
    if (!a || !b || (a === b && entry.kind === "different")) {
      const isHere = entry.places.every(({ report }) => here.has(report));
      idle.push({ entry, because: !isHere ? "idle-report" : a && b ? "idle-one" : "idle-name" });
      continue;
    }
    if (a === b) continue;
    const key = [a.index, b.index].sort((x, y) => x - y).join(" ");
    last.delete(key);
    last.set(key, { entry, a, b });
  }
  const followed = new Set<FollowedJudgement>();
  const said = [...last.values()];
  for (const one of said) {
    if (one.entry.kind !== "same") continue;
    sets.join(one.a.index, one.b.index);
    followed.add(one);
  }
  for (const one of said) {
    if (one.entry.kind === "different" && sets.keepApart(one.a.index, one.b.index)) {
      followed.add(one);
    }
  }
  for (const one of said) {
    if (!followed.has(one)) idle.push({ entry: one.entry, because: "idle-one" });
  }
  return { followed: said.filter((one) => followed.has(one)), idle };
}

/** What finds the entity that is named at a place; it knows the reports of the log alone. */
function placesOf(
  log: readonly EntityJudgement[],
  locals: readonly LocalEntity[],
  readings: readonly ReportReading[],
): (place: NamedPlace) => LocalEntity | undefined {
  const wanted = new Set(log.flatMap(({ places }) => places.map(({ report }) => report)));
  const byReport = new Map<string, LocalEntity[]>();
  for (const local of locals) {
    const report = readings[local.reading]?.report.id ?? "";
    if (!wanted.has(report)) continue;
    addTo(byReport, report, local);
  }
  return ({ report, start, end }) =>
    (byReport.get(report) ?? []).find(({ entity }) =>
      entity.mentions.some((mention) => mention.start < end && start < mention.end),
    );
}
