/** What every section is drawn from: one story of an account, indexed, and how to show it. */
import type { Account, Claim, Entity, Link, Report, Story } from "../../core/contract.js";
import { codeLabel, type LabelLanguage } from "../labels.js";
import { showable } from "./direction.js";
import type { Palette } from "./palette.js";
import { WORDS, type Word } from "./words.js";

export interface View {
  readonly story: Story;
  readonly claims: ReadonlyMap<string, Claim>;
  readonly entities: ReadonlyMap<string, Entity>;
  readonly reports: ReadonlyMap<string, Report>;
  readonly account: Account;
  /** Number of a report in the whole account, from 1: what stands in `[3]`. */
  readonly numbers: ReadonlyMap<string, number>;
  readonly lang: LabelLanguage;
  readonly palette: Palette;
  /** Columns of the terminal. */
  readonly width: number;
  /** Entries that a long section shows before it says how many more there are. */
  readonly limit: number;
}

/** The parts of a view that all stories of an account share. */
export type AccountView = Omit<View, "story">;

export function indexAccount(
  account: Account,
  how: Pick<View, "lang" | "palette" | "width" | "limit">,
): AccountView {
  return {
    ...how,
    account,
    claims: new Map(account.claims.map((claim) => [claim.id, claim])),
    entities: new Map(account.entities.map((entity) => [entity.id, entity])),
    reports: new Map(account.reports.map((report) => [report.id, report])),
    numbers: new Map(account.reports.map((report, index) => [report.id, index + 1])),
  };
}

export const say = (view: AccountView, word: Word): string => WORDS[word][view.lang];

export const labelOf = (view: AccountView, table: string, code: string): string =>
  codeLabel(table, code)[view.lang];

export const nameOf = (view: AccountView, entity: string): string =>
  showable(view.entities.get(entity)?.name ?? entity);

/** Names in a row; "not stated" for none. */
export function namesOf(view: AccountView, entities: readonly string[]): string {
  if (entities.length === 0) return say(view, "notStated");
  return entities.map((id) => nameOf(view, id)).join(" · ");
}

/** `[1 3]`: the reports in which claims stand, in the account's order. */
export function citation(view: AccountView, claims: readonly string[]): string {
  const reports = new Set<number>();
  for (const id of claims) {
    const report = view.claims.get(id)?.report;
    const number = report === undefined ? undefined : view.numbers.get(report);
    if (number !== undefined) reports.add(number);
  }
  return citeNumbers([...reports]);
}

export function citeReports(view: AccountView, reports: readonly string[]): string {
  return citeNumbers(reports.flatMap((id) => view.numbers.get(id) ?? []));
}

function citeNumbers(numbers: readonly number[]): string {
  return numbers.length === 0 ? "" : `[${[...numbers].sort((a, b) => a - b).join(" ")}]`;
}

/** `2 [1 3 4]`: how many tell independently, and the reports they stand in. */
export function toldBy(view: AccountView, witnesses: number, claims: readonly string[]): string {
  return `${witnesses} ${citation(view, claims)}`.trim();
}

/** The words of a claim as they stand in its report. */
export function wordsOf(view: AccountView, claim: Claim): string {
  return view.reports.get(claim.report)?.text.slice(claim.span[0], claim.span[1]) ?? "";
}

/** What a speaker is called: the name, or in which way it is withheld. */
export function speakerName(view: AccountView, link: Link): string {
  switch (link.kind) {
    case "unstated":
      return say(view, "notStated");
    case "report":
      return say(view, "itself");
    case "anonymous":
      return link.name === "" ? say(view, "unnamed") : link.name;
    default:
      return link.name === "" ? labelOf(view, "link", link.kind) : link.name;
  }
}

/** The entries that fit the limit, and the remark on the rest. */
export function limited<T>(
  view: AccountView,
  entries: readonly T[],
  limit = view.limit,
): { readonly shown: readonly T[]; readonly rest: readonly string[] } {
  if (entries.length <= limit + 1) return { shown: entries, rest: [] };
  const remark = say(view, "more").replace("%", String(entries.length - limit));
  return { shown: entries.slice(0, limit), rest: [`  ${view.palette.quiet(remark)}`] };
}

/** A heading, set off by a blank line above. */
export function section(view: AccountView, word: Word, lines: readonly string[]): string[] {
  if (lines.length === 0) return [];
  return ["", view.palette.heading(say(view, word).toLocaleUpperCase("en")), ...lines];
}
