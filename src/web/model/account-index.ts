import type { Account, Claim, Entity, Link, Report, Story } from "../../core/contract.js";

export interface ReportEntry {
  readonly report: Report;
  /** From 1, in the account's order: how a person calls a report that names no outlet. */
  readonly number: number;
  /** In the order of the text. */
  readonly claims: readonly Claim[];
}

/** An account, so that whatever an id names is found at once. */
export interface AccountIndex {
  readonly account: Account;
  readonly reports: ReadonlyMap<string, ReportEntry>;
  readonly claims: ReadonlyMap<string, Claim>;
  readonly entities: ReadonlyMap<string, Entity>;
  readonly stories: ReadonlyMap<string, Story>;
}

export function indexAccount(account: Account): AccountIndex {
  const claims = new Map<string, Claim[]>();
  for (const claim of account.claims) {
    const list = claims.get(claim.report);
    if (list) list.push(claim);
    else claims.set(claim.report, [claim]);
  }
  for (const list of claims.values()) list.sort((a, b) => a.span[0] - b.span[0]);
  return {
    account,
    reports: new Map(
      account.reports.map((report, at) => [
        report.id,
        { report, number: at + 1, claims: claims.get(report.id) ?? [] },
      ]),
    ),
    claims: new Map(account.claims.map((claim) => [claim.id, claim])),
    entities: new Map(account.entities.map((entity) => [entity.id, entity])),
    stories: new Map(account.stories.map((story) => [story.id, story])),
  };
}

/** The claims that ids name, in their order, each once; an id that the account does not hold is passed over. */
export const claimsNamed = (index: AccountIndex, ids: readonly string[]): Claim[] =>
  [...new Set(ids)].flatMap((id) => index.claims.get(id) ?? []);

/** Reports of claims, each once, in the account's order. */
export function reportsOf(index: AccountIndex, claims: readonly Claim[]): ReportEntry[] {
  const found = new Set(claims.map((claim) => claim.report));
  return [...index.reports.values()].filter(({ report }) => found.has(report.id));
}

/** The words of a claim as they stand in its report. */
export function wordsOf(index: AccountIndex, claim: Claim): string {
  return (index.reports.get(claim.report)?.report.text ?? "").slice(...claim.span);
}

/** The sentence of a claim as it stands in its report. */
export function sentenceOf(index: AccountIndex, claim: Claim): string {
  return (index.reports.get(claim.report)?.report.text ?? "").slice(...claim.sentence);
}

/** What tells one speaker from another in one account. */
export const linkKey = (link: Link): string =>
  link.entity ?? (link.name === "" ? link.kind : `${link.kind}:${link.name}`);

/** The chain of a claim without the report that carries it: relays first, the origin last. */
export const saidThrough = (claim: Claim): readonly Link[] =>
  claim.chain.slice(1).filter(({ kind }) => kind !== "report");

/** The innermost link: who is held to have said it; null where the report speaks for itself. */
export const originOf = (claim: Claim): Link | null => saidThrough(claim).at(-1) ?? null;

/** What a link is called: the entity's name, or its own words; empty where it has none. */
export const linkName = (index: AccountIndex, link: Link): string =>
  (link.entity === null ? undefined : index.entities.get(link.entity)?.name) ?? link.name;

/** The last part of a report's file: what a person calls it. */
export const fileName = ({ file }: Report): string | null =>
  file === null ? null : file.slice(Math.max(file.lastIndexOf("/"), file.lastIndexOf("\\")) + 1);
