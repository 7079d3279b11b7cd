/** The labelled reports beside the engine's account of them, read together as a user would. */
import type { Account, Claim, Entity, Range, Report } from "../src/core/contract.js";
import { fold } from "../src/text/fold.js";
import { type LabelledRecord, labelledRecords } from "./data.js";
import type { ReadReports } from "./task.js";

export interface LabelledReading {
  readonly record: LabelledRecord;
  readonly report: Report;
  /** The claims of this report, in the order of the account. */
  readonly claims: readonly Claim[];
  readonly account: Account;
}

/**
 * Days on which a crawler collected some of the reports: they are records of saudinewsnet of that
 * day, equal to the letter. Whoever labelled them knew the day, and took "yesterday, Tuesday" by it.
 */
const CRAWL_DAYS: Readonly<Record<string, string>> = {
  "16": "2015-07-22",
  "17": "2015-07-22",
  "18": "2015-07-22",
  "19": "2015-07-22",
  "20": "2015-07-22",
  "21": "2015-07-22",
  "22": "2015-07-22",
  "23": "2015-07-22",
};

/**
 * All labelled reports in one account; null where the data are absent. As texts and nothing else,
 * or with the day of the crawl where they have one.
 */
export function readLabelled(
  read: ReadReports,
  as: "texts" | "collected" = "texts",
): readonly LabelledReading[] | null {
  const records = labelledRecords();
  if (!records) return null;
  const account = read(
    records.map(({ name, text }) => {
      const fetched = as === "collected" ? CRAWL_DAYS[name] : undefined;
      return { text, file: `${name}.txt`, ...(fetched ? { fetched } : {}) };
    }),
  );
  return pairWithRecords(records, account);
}

/** @throws where the account lost a report */
export function pairWithRecords(
  records: readonly LabelledRecord[],
  account: Account,
): readonly LabelledReading[] {
  const byFile = new Map(account.reports.map((report) => [report.file, report]));
  return records.map((record) => {
    const report = byFile.get(`${record.name}.txt`);
    if (!report) throw new Error(`report ${record.name} is missing from the account`);
    const claims = account.claims.filter((claim) => claim.report === report.id);
    return { record, report, claims, account };
  });
}

/** A name as it is compared: folded, without quotes and punctuation, single spaces. */
export const comparable = (name: string): string =>
  fold(name)
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();

/** True where one name holds the other. An empty name matches nothing. */
export function namesMatch(a: string, b: string): boolean {
  const [left, right] = [comparable(a), comparable(b)];
  return left !== "" && right !== "" && (left.includes(right) || right.includes(left));
}

/** True where the entity goes by this name, in any form of it met or known. */
export const entityMatches = (entity: Entity, name: string): boolean =>
  [entity.name, ...Object.values(entity.names), ...entity.forms.map(({ form }) => form)].some(
    (form) => namesMatch(form, name),
  );

/** An ISO day cut to the precision of a label (`2022`, `2022-01`, `2022-01-06`) equals the label. */
export const sameAtPrecision = (label: string | null, day: string | null): boolean =>
  label === null || day === null ? label === day : day.slice(0, label.length) === label;

/** A piece of text for a person to look at: one line, with what stands round it. */
export function excerpt(text: string, [start, end]: Range, around = 0): string {
  const piece = text.slice(Math.max(0, start - around), Math.min(text.length, end + around));
  return `«${piece.replace(/\s+/g, " ").trim()}»`;
}
