import type { Account, Claim, Story } from "../../core/contract.js";
import type { WitnessRuling } from "../../relate/relate.js";
import { StoryContext } from "../context.js";
import { EntityIndex } from "../entity-index.js";
import { happeningsOf } from "../scenes/happenings.js";
import { type ControlState, controlStates } from "./control.js";
import { type DeploymentState, deploymentStates } from "./deployments.js";
import { type MeasureState, measureStates } from "./measures.js";
import { type OfficeState, officeStates } from "./office-states.js";
import { type TollState, tollStates } from "./tolls.js";

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
    measures: measureStates(happenings, context, asOf),
    deployments: deploymentStates(happenings, context, asOf),
    tolls: tollStates(new StoryContext({ ...base, claims: said }, entities), rule),
    control: controlStates(happenings, context, asOf),
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
