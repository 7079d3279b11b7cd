import type { Claim, Report } from "../../core/contract.js";
import { foldLanguage } from "../language.js";

const CLAUSE_END = /[،,؛;:.!؟?()\n«»"“”]/u;

/** "Since 27 April", "until the 22nd": its time bounds that of the count, and is no day of what happened. */
export function isBounded({ sentence, time }: Claim, report: Report | undefined): boolean {
  const at = time?.span?.[0];
  if (!report || at === undefined || time?.start !== time?.end) return false;
  const { tellsBound, countWords } = foldLanguage(report.language ?? "ar");
  const before = report.text.slice(sentence[0], at).split(CLAUSE_END).at(-1) ?? "";
  return tellsBound(countWords(before));
}
