import type { Account, Claim, Story, Time } from "../core/contract.js";
import type { WitnessRuling } from "../relate/relate.js";
import { StoryContext } from "./context.js";
import { EntityIndex } from "./entity-index.js";
import { type Happening, happeningsOf } from "./happenings.js";
import { foldLanguage } from "./language.js";
import { ledgersOf } from "./ledger.js";
import { isHeld } from "./ledger-rows.js";
import { endByLength } from "./lengths.js";
import { measuresInForce } from "./measures-in-force.js";
import { officesOf } from "./offices.js";
import { titleOf } from "./timeline.js";

/** When reports that tell a thing were out: the other axis of time beside when it held. */
export interface Reported {
  readonly first: string | null;
  readonly last: string | null;
}

interface Told {
  readonly claims: readonly string[];
  readonly witnesses: number;
  readonly reported: Reported;
}

export interface OfficeState extends Told {
  readonly office: string;
  readonly of: string | null;
  readonly holder: string;
  /** `in office`, or `left` where a report has him leave by that day. */
  readonly status: "in office" | "left" | "not yet";
  readonly since: Time | null;
  readonly until: Time | null;
}

export interface MeasureState extends Told {
  readonly type: string;
  readonly title: string;
  readonly places: readonly string[];
  readonly from: Time | null;
  readonly to: Time | null;
}

export interface DeploymentState extends Told {
  readonly title: string;
  /** Who sends it or has units in it; ids of entities, or words. */
  readonly contributors: readonly string[];
  readonly force: readonly string[];
  readonly destination: readonly string[];
  /** What for, on what condition, in the reports' words. */
  readonly mandate: readonly string[];
  readonly from: Time | null;
  readonly to: Time | null;
}

export interface TollState extends Told {
  readonly ledger: string;
  readonly measure: string;
  readonly counted: string;
  readonly place: string | null;
  readonly low: number | null;
  readonly best: number | null;
  readonly high: number | null;
  /** Who gave the count that was said last by that day, and when. */
  readonly latest: {
    readonly speaker: string;
    readonly value: string;
    readonly saidOn: string | null;
  } | null;
}

export interface ControlState extends Told {
  readonly what: readonly string[];
  readonly holder: readonly string[];
  readonly place: string | null;
  readonly since: Time | null;
}

/** What held on a day, as far as reports out by another day tell. */
export interface State {
  readonly story: string;
  readonly title: string;
  readonly asOf: string;
  readonly knownBy: string | null;
  readonly reports: number;
  /** Reports left out because no day of theirs is known; 0 where all reports count. */
  readonly undated: number;
  readonly offices: readonly OfficeState[];
  readonly measures: readonly MeasureState[];
  readonly deployments: readonly DeploymentState[];
  readonly tolls: readonly TollState[];
  readonly control: readonly ControlState[];
}

export interface StateOptions {
  /** ISO day on which it held. */
  readonly asOf: string;
  /** ISO day by which reports must be out; all reports count where it is absent. */
  readonly knownBy?: string | undefined;
}

/**
 * The state of a story on a day, folded anew from the claims of an account. Offices, measures,
 * deployments and control by the day on which they held; tolls by the day on which they were said.
 * A report whose day is unknown counts only where no day of reporting is asked for.
 */
export function stateOf(account: Account, story: Story, { asOf, knownBy }: StateOptions): State {
  const known = new Set(story.reports);
  const all = account.reports.filter((report) => known.has(report.id));
  const outBy = (report: (typeof all)[number]): string | null =>
    report.published.start ?? report.fetched ?? null;
  const reports = knownBy ? all.filter((report) => (outBy(report) ?? "9999") <= knownBy) : all;
  const ids = new Set(reports.map((report) => report.id));
  const claims = claimsInOrder(account, reports);
  const base = {
    reports,
    copies: story.copies.filter((copy) => ids.has(copy.from) && ids.has(copy.to)),
    quotations: [],
    rulings: rulingsIn(story),
  };
  const entities = new EntityIndex(account.entities);
  const context = new StoryContext({ ...base, claims }, entities);
  const said = claims.filter(
    (claim) => saidBy(claim, context) <= asOf && (claim.time?.start ?? "") <= asOf,
  );
  const rule = story.ledger[0]?.ruleName ?? "isnad";
  const happenings = happeningsOf(context).filter(({ background }) => !background);
  return {
    story: story.id,
    title: story.title,
    asOf,
    knownBy: knownBy ?? null,
    reports: reports.length,
    undated: knownBy ? all.filter((report) => outBy(report) === null).length : 0,
    offices: officeStates(context, asOf),
    measures: measuresInForce(happenings, context)
      .filter(({ from, to }) => holdsOn(from, to, asOf))
      .map((one) => ({ ...one, reported: reportedOf(one.claims, context) }))
      .filter((one) => !isEndedIn(one.claims, context)),
    deployments: deployments(happenings, context, asOf),
    tolls: tolls(new StoryContext({ ...base, claims: said }, entities), rule),
    control: control(happenings, context, asOf),
  };
}

/** What people decided of its witnesses, as the account tells it. */
function rulingsIn({ judged = [] }: Story): WitnessRuling[] {
  return judged.flatMap(({ kind, reports }) =>
    reports && (kind === "one-witness" || kind === "two-witnesses") ? [{ kind, reports }] : [],
  );
}

function claimsInOrder(account: Account, reports: readonly Account["reports"][number][]): Claim[] {
  const order = new Map(reports.map((report, at) => [report.id, at]));
  return account.claims
    .filter((claim) => order.has(claim.report) && !claim.rejected)
    .sort(
      (a, b) => (order.get(a.report) ?? 0) - (order.get(b.report) ?? 0) || a.span[0] - b.span[0],
    );
}

/** The day by which the claim was said; unknown days come first, for all we know. */
const saidBy = (claim: Claim, context: StoryContext): string =>
  claim.saidOn?.start ?? context.outBy(claim.report) ?? "";

const holdsOn = (from: Time | null, to: Time | null, day: string): boolean =>
  (from?.start ?? "") <= day && (to?.end ?? "9999") >= day;

function told(claims: readonly Claim[], context: StoryContext): Told {
  const ids = claims.map((claim) => claim.id);
  return {
    claims: ids,
    witnesses: context.witnesses.count(claims),
    reported: reportedOf(ids, context),
  };
}

function reportedOf(ids: readonly string[], context: StoryContext): Reported {
  const wanted = new Set(ids);
  const days = context.claims
    .filter((claim) => wanted.has(claim.id))
    .flatMap((claim) => context.outBy(claim.report) ?? [])
    .sort();
  return { first: days[0] ?? null, last: days.at(-1) ?? null };
}

const isEndedIn = (ids: readonly string[], context: StoryContext): boolean => {
  const wanted = new Set(ids);
  return context.claims.some(
    (claim) =>
      wanted.has(claim.id) && !claim.time && claim.event?.roles["phase"]?.includes("ended"),
  );
};

const LEFT = new Set(["held", "dismissed", "resigned"]);

/** One entry for each holder of an office: from its changes told, in office or not on that day. */
function officeStates(context: StoryContext, day: string): OfficeState[] {
  const groups = new Map<string, ReturnType<typeof officesOf>[number][]>();
  for (const one of officesOf(context)) {
    const { office, of, holder } = one.office;
    const key = `${of ?? ""}|${office}|${holder}`;
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups.values()].map((same): OfficeState => {
    const claims = same.flatMap((one) => one.claims);
    const first = same[0] as (typeof same)[number];
    const came = same.find((one) => one.office.change === "appointed")?.office.time ?? null;
    const left = same.find((one) => LEFT.has(one.office.change));
    const until = left && left.office.change !== "held" ? left.office.time : null;
    const isStill = same.some((one) => !LEFT.has(one.office.change));
    // Who left on an unknown day had left when it was told.
    const leftBy =
      until?.start ??
      (left
        ? reportedOf(
            left.claims.map((one) => one.id),
            context,
          ).first
        : null);
    const hasLeft =
      left !== undefined &&
      (leftBy ?? "") <= day &&
      !(came && leftBy && (came.start ?? "") > leftBy);
    return {
      office: first.office.office,
      of: first.office.of,
      holder: first.office.holder,
      status:
        (came?.start ?? "") > day
          ? "not yet"
          : hasLeft && !(isStill && until === null)
            ? "left"
            : "in office",
      since: came,
      until,
      ...told(claims, context),
    };
  });
}

function deployments(
  happenings: readonly Happening[],
  context: StoryContext,
  day: string,
): DeploymentState[] {
  const withdrawn = happenings.filter(({ type }) => type === "withdraw");
  return happenings.flatMap(({ type, claims, time }): DeploymentState[] => {
    const said = claims.filter(
      (claim) => claim.modality === "asserted" || claim.modality === "planned",
    );
    if (type !== "deploy" || said.length === 0) return [];
    const role = (name: string): string[] => [
      ...new Set(said.flatMap((claim) => claim.event?.roles[name] ?? [])),
    ];
    const destination = [...new Set([...role("destination"), ...role("place")])];
    const leaving = withdrawn.find((one) => isOfForce(one, said, destination));
    const to = leaving?.time ?? endByLength(said, time, context);
    if (!holdsOn(time, to, day)) return [];
    return [
      {
        title: titleOf(said, context, time),
        contributors: role("agent"),
        force: role("target"),
        destination,
        mandate: [...role("purpose"), ...role("condition"), ...role("topic")],
        from: time,
        to,
        ...told(said, context),
      },
    ];
  });
}

/** A withdrawal of the force: from where it went, or of what was sent. */
function isOfForce(
  { claims }: Happening,
  sent: readonly Claim[],
  destination: readonly string[],
): boolean {
  const forces = new Set(
    sent.flatMap((claim) => [
      ...(claim.event?.roles["target"] ?? []),
      ...(claim.event?.roles["agent"] ?? []),
    ]),
  );
  return claims.some((claim) => {
    const { agent = [], target = [], origin = [], place = [] } = claim.event?.roles ?? {};
    const where = [...origin, ...place, ...(claim.place === null ? [] : [claim.place])];
    return (
      [...agent, ...target].some((one) => forces.has(one)) ||
      where.some((one) => destination.includes(one))
    );
  });
}

function tolls(context: StoryContext, rule: Parameters<typeof ledgersOf>[1]): TollState[] {
  return ledgersOf(context, rule).flatMap(({ ledger, rows, background, part }): TollState[] => {
    if (background || part || ledger.measure === "other" || ledger.measure === "price") return [];
    const last = rows.filter((row) => isHeld(row) && row.row.supersededBy === null).at(-1);
    const { min = null, max = null } = last?.row.value ?? {};
    return [
      {
        ledger: ledger.id,
        measure: ledger.measure,
        counted: ledger.counted,
        place: ledger.place,
        low: ledger.low,
        best: ledger.best,
        high: ledger.high,
        latest: last
          ? {
              speaker: last.row.speaker.name,
              value: min === max ? String(min) : `${min ?? ""}–${max ?? ""}`,
              saidOn: last.row.saidOn?.start ?? null,
            }
          : null,
        ...told(
          rows.flatMap((row) => row.claims),
          context,
        ),
      },
    ];
  });
}

/** Who took what by that day, where nobody is told to have taken it later and nobody left it. */
function control(
  happenings: readonly Happening[],
  context: StoryContext,
  day: string,
): ControlState[] {
  const { isPlaceWord } = foldLanguage("ar");
  const latest = new Map<string, { since: string; state: ControlState | null }>();
  const note = (key: string, since: string, state: ControlState | null): void => {
    const known = latest.get(key);
    if (!known || known.since <= since) latest.set(key, { since, state });
  };
  for (const { type, claims, time, place } of happenings) {
    if (type !== "seize" && type !== "withdraw") continue;
    const said = claims.filter((claim) => claim.modality === "asserted");
    const since =
      time?.start ??
      reportedOf(
        said.map((claim) => claim.id),
        context,
      ).first ??
      "";
    if (said.length === 0 || since > day) continue;
    const role = (name: string): string[] => [
      ...new Set(said.flatMap((claim) => claim.event?.roles[name] ?? [])),
    ];
    if (type === "withdraw") {
      for (const left of [...role("origin"), ...role("place")]) note(left, since, null);
      continue;
    }
    const where = place ?? role("place")[0] ?? null;
    // Things are taken, too: only a place is held.
    const what = role("target").filter((one) => {
      const kind = context.entities.get(one)?.kind;
      return kind === "place" || (kind === undefined && isPlaceWord(one.split(/\s+/)[0] ?? ""));
    });
    if (what.length === 0 || role("agent").length === 0) continue;
    for (const one of what) {
      note(one, since, {
        what: [one],
        holder: role("agent"),
        place: where,
        since: time,
        ...told(said, context),
      });
    }
  }
  return [...latest.values()].flatMap(({ state }) => (state ? [state] : []));
}
