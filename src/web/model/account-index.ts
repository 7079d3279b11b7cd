import type { Account, Claim, Entity, Link, Report, Story } from "../../core/contract.js";
import { addTo, groupBy } from "../../core/grouping.js";

export interface ReportEntry {
  readonly report: Report;
  /** From 1, in the account's order: how a person calls a report that names no outlet. */
  readonly number: number;
  /** In the order of the text. */
  readonly claims: readonly Claim[];
}

type Range = readonly [start: number, end: number];

/** An account, so that whatever an id names is found at once. */
export interface AccountIndex {
  readonly account: Account;
  readonly reports: ReadonlyMap<string, ReportEntry>;
  readonly claims: ReadonlyMap<string, Claim>;
  readonly entities: ReadonlyMap<string, Entity>;
  readonly stories: ReadonlyMap<string, Story>;
}

export function indexAccount(account: Account): AccountIndex {
  const claims = groupBy(account.claims, (claim) => claim.report);
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
  return [...found]
    .flatMap((id) => index.reports.get(id) ?? [])
    .sort((a, b) => a.number - b.number);
}

/** Where names stand in each report; worked out when a report is first opened. */
const namesKept = new WeakMap<AccountIndex, ReadonlyMap<string, readonly Range[]>>();

/** Where names stand in a report, entity by entity. */
export function namesIn(index: AccountIndex, report: string): readonly Range[] {
  const known = namesKept.get(index) ?? namesByReport(index.account);
  namesKept.set(index, known);
  return known.get(report) ?? [];
}

function namesByReport({ entities }: Account): ReadonlyMap<string, readonly Range[]> {
  const names = new Map<string, Range[]>();
  for (const { mentions } of entities) {
    for (const { report, start, end } of mentions) {
      addTo(names, report, [start, end]);
    }
  }
  return names;
}

/** The words of a claim as they stand in its report. */
export function wordsOf(index: AccountIndex, claim: Claim): string {
  return (index.reports.get(claim.report)?.report.text ?? "").slice(...claim.span);
}

/** What tells one speaker from another in one account. */
export const linkKey = (link: Link): string =>
  link.entity ?? (link.name === "" ? link.kind : `${link.kind}:${link.name}`);

/** The chain of a claim without the report that carries it: relays first, the origin last. */
export const saidThrough = (claim: Claim): readonly Link[] =>
  claim.chain.slice(1).filter(({ kind }) => kind !== "report");

/** The innermost link: who is held to have said it; null where the report speaks for itself. */
export const originOf = (claim: Claim): Link | null => saidThrough(claim).at(-1) ?? null;

/** Characters of an opening, at most. */
const OPENING = 90;

/** What a report without a headline is known by: its first sentence, or line, broken off between words. */
export function openingOf({ text, sentences: [first] }: Report): string {
  const [line = ""] = text
    .slice(...(first ?? [0]))
    .trim()
    .split("\n", 1);
  if (line.length <= OPENING) return line;
  const end = line.lastIndexOf(" ", OPENING);
  return `${line.slice(0, end > 0 ? end : OPENING)}…`;
}

/** The last part of a report's file: what a person calls it. */
export const fileName = ({ file }: Report): string | null =>
  file === null ? null : file.slice(Math.max(file.lastIndexOf("/"), file.lastIndexOf("\\")) + 1);
