import type { Match } from "../../../rules/rule.js";
import { classBefore, form, isQuoted } from "./time-captures.js";

/** Where the words for today and for weekdays tell no day. */

export const ORDINAL =
  /^(الاول|الثاني|الثالث|الرابع|الخامس|السادس|السابع|الثامن|التاسع|العاشر|العالمي|الوطني|الدراسي|الواحد|الدولي|الذي|الاخير|المفتوح|الموعود)$/;

/** "هذا اليوم" of a story told, "اليوم التالي", "مرتين في اليوم", صحيفة اليوم: not today. */
export function isTrappedDay(match: Match): boolean {
  const rel = match.captures.get("rel");
  if (!rel) return false;
  const written = form(match, rel.first);
  // "القاهرة اليوم" is a programme; "في القاهرة أمس" tells a day.
  if (classBefore(match, "time.outlet-word") && !written.endsWith("امس")) return true;
  // «اليوم» alone between quotes or brackets, behind "to" or a name: the newspaper.
  if (isQuoted(match)) return true;
  // "لامس" touched, "في أمس الحاجة" in dire need.
  if (rel.reading?.preposition === "ل" && form(match, rel.first) === "لامس") return true;
  if (form(match, rel.last) === "الحاجه") return true;
  if (!written.endsWith("اليوم")) return false;
  const more = match.captures.has("wd") || match.captures.has("day") || match.captures.has("part");
  if (rel.reading?.preposition === "ب" && !more) return true;
  const before = form(match, rel.first - 1);
  if (before === "في" && !more) return true;
  const word = match.layer.words[rel.first - 1];
  if (word?.classes.has("demonstrative") && before !== "هذا") return true;
  const next = match.layer.words[rel.last];
  if (rel.last < match.last) return false;
  return (next?.classes.has("time.modifier") ?? false) || ORDINAL.test(next?.form ?? "");
}

const DUAL_PRONOUN = /.(هما|كما)$/;

export function isTrappedWeekday(match: Match): boolean {
  const at = match.captures.get("wd")?.first ?? 0;
  // "سوق الخميس" is a market; in "السوق الخميس الماضي" the day is told.
  const isPast = match.layer.words[at + 1]?.classes.has("time.modifier") ?? false;
  const isTrap = match.layer.words[at - 1]?.classes.has("time.weekday-trap") ?? false;
  if (isTrap && !isPast) return true;
  // "كلاهما الاثنين", "إرهابهما الاثنين": the two of them.
  if (DUAL_PRONOUN.test(form(match, at - 1))) return true;
  // "الأحد عشر": eleven.
  return /^عشر/.test(form(match, at + 1));
}
