import type { Account, Claim, Entity, Report } from "../../core/contract.js";
import { NOT_STATED } from "./format.js";
import { type Content, clip, type Html, html, isolate } from "./markup.js";
import type { PhraseBook } from "./phrases.js";
import { cutText, type Piece } from "./pieces.js";

/** Every part of the page is drawn from this: the account, indexed, and the phrases used. */
export interface Context {
  readonly account: Account;
  readonly phrases: PhraseBook;
  readonly reports: ReadonlyMap<string, ReportEntry>;
  readonly claims: ReadonlyMap<string, ClaimEntry>;
  readonly entities: ReadonlyMap<string, Entity>;
  /** Level of a section's heading: 2 where the page is one story, 3 where it is several. */
  readonly level: number;
}

export interface ReportEntry {
  readonly report: Report;
  /** From 0, in the account's order. */
  readonly index: number;
  /** The text in sentences and what stands between them; covers all of it, without overlap. */
  readonly pieces: readonly Piece[];
}

export interface ClaimEntry {
  readonly claim: Claim;
  readonly index: number;
  /** The element that holds the claim's place in the source text. */
  readonly anchor: string;
}

const SAFE_ID = /^[A-Za-z][\w-]*$/;

function anchorOf(claim: Claim, index: number): string {
  if (!SAFE_ID.test(claim.id)) return `claim-n${index}`;
  return claim.id.startsWith("claim-") ? claim.id : `claim-${claim.id}`;
}

export function indexAccount(account: Account, phrases: PhraseBook): Context {
  return {
    account,
    phrases,
    reports: new Map(
      account.reports.map((report, index) => [
        report.id,
        { report, index, pieces: cutText(report.text.length, report.sentences) },
      ]),
    ),
    claims: new Map(
      account.claims.map((claim, index) => [
        claim.id,
        { claim, index, anchor: anchorOf(claim, index) },
      ]),
    ),
    entities: new Map(account.entities.map((entity) => [entity.id, entity])),
    level: account.stories.length > 1 ? 3 : 2,
  };
}

/** The last part of a path: what a person calls the file. */
function fileName(file: string): string {
  return file.slice(Math.max(file.lastIndexOf("/"), file.lastIndexOf("\\")) + 1);
}

/** What a report is called: its outlet, or its number where the outlet is not stated. */
export function reportName(context: Context, id: string): Html {
  const entry = context.reports.get(id);
  if (!entry) return isolate(id);
  const n = entry.index + 1;
  const number = context.phrases.text({ ar: `تقرير ${n}`, en: `Report ${n}` });
  const { outlet } = entry.report;
  return outlet === null ? number : html`${isolate(outlet)}\u00a0<span class="no">${n}</span>`;
}

/** The name of a report in one language, for charts. */
export function reportLabel(context: Context, id: string, lang: "ar" | "en"): string {
  const entry = context.reports.get(id);
  if (!entry) return id;
  const { outlet } = entry.report;
  return outlet ?? (lang === "ar" ? `تقرير ${entry.index + 1}` : `Report ${entry.index + 1}`);
}

export function reportFile(report: Report): string | null {
  return report.file === null ? null : fileName(report.file);
}

export const reportAnchor = (entry: ReportEntry): string => `report-${entry.index + 1}`;

export function entityName(context: Context, id: string): Html {
  return isolate(entityLabel(context, id));
}

export function entityLabel(context: Context, id: string): string {
  return context.entities.get(id)?.name ?? id;
}

export function notStated(context: Context): Html {
  return html`<span class="none">${context.phrases.text(NOT_STATED)}</span>`;
}

/** Names in a row, or "not stated" where there are none. */
export function nameList(context: Context, ids: readonly string[]): Html {
  if (ids.length === 0) return notStated(context);
  return html`${ids.map((id, i) => [i > 0 && comma(context), entityName(context, id)])}`;
}

export function comma(context: Context): Html {
  return context.phrases.text({ ar: "، ", en: ", " });
}

/** The words of a claim as they stand in its report. */
export function claimWords(context: Context, claim: Claim, limit: number): string {
  const text = context.reports.get(claim.report)?.report.text ?? "";
  return clip(text.slice(claim.span[0], claim.span[1]), limit);
}

/** Opens the evidence of the claims; without a script, goes to the first one's place. */
export function evidenceLink(
  context: Context,
  ids: readonly string[],
  content: Content,
  className = "ev",
): Html {
  const entries = ids.flatMap((id) => context.claims.get(id) ?? []);
  const first = entries[0];
  if (!first) return html`${content}`;
  const numbers = entries.map((entry) => entry.index).join(" ");
  return html`<a class="${className}" href="#${first.anchor}" data-c="${numbers}">${content}</a>`;
}

/** Outlets or numbers of the reports that claims stand in, each once, in the account's order. */
export function reportsOf(context: Context, ids: readonly string[]): readonly string[] {
  const found = new Set(ids.flatMap((id) => context.claims.get(id)?.claim.report ?? []));
  return context.account.reports.map((report) => report.id).filter((id) => found.has(id));
}

export function reportNames(context: Context, ids: readonly string[]): Html {
  return html`${ids.map((id, i) => [i > 0 && comma(context), reportName(context, id)])}`;
}

/** Words of a source, in its own language and direction. */
export function quotation(context: Context, claim: Claim, limit = 160): Html {
  const language = context.reports.get(claim.report)?.report.language ?? "";
  return html`<q class="words"${languageOf(language)}>${claimWords(context, claim, limit)}</q>`;
}

/** `lang` and `dir` of text in a report's language; direction by the text where it is unknown. */
export function languageOf(language: string): Html {
  const tag = /^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(language) ? language : "und";
  const direction = /^(ar|fa|ur|he|ckb|ps)\b/.test(tag) ? "rtl" : "auto";
  return html` lang="${tag}" dir="${direction}"`;
}
