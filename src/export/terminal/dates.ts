/** Days and hours in few columns, never more exact than they are known. */
import { parseIsoDay } from "../../core/calendar.js";
import type { Time } from "../../core/contract.js";
import type { LabelLanguage } from "../labels.js";
import { WORDS } from "./words.js";

const MONTHS: Readonly<Record<LabelLanguage, readonly string[]>> = {
  en: ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"],
  ar: [
    "يناير",
    "فبراير",
    "مارس",
    "أبريل",
    "مايو",
    "يونيو",
    "يوليو",
    "أغسطس",
    "سبتمبر",
    "أكتوبر",
    "نوفمبر",
    "ديسمبر",
  ],
};

const PARTS_OF_DAY: Readonly<Record<string, readonly [ar: string, en: string]>> = {
  dawn: ["فجرًا", "dawn"],
  morning: ["صباحًا", "morning"],
  noon: ["ظهرًا", "noon"],
  afternoon: ["عصرًا", "afternoon"],
  evening: ["مساءً", "evening"],
  night: ["ليلًا", "night"],
};

interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

function dayOf(iso: string | null): Day | null {
  if (iso === null || parseIsoDay(iso) === null) return null;
  const [year = 0, month = 0, day = 0] = iso.split("-").map(Number);
  return { year, month, day };
}

/** What the functions below need of a time; a report's publication fits as well. */
export interface Interval {
  readonly edtf: string | null;
  readonly start: string | null;
  readonly end: string | null;
  readonly clock?: string | null | undefined;
  readonly basis?: string | undefined;
}

const full = ({ day, month, year }: Day, lang: LabelLanguage): string =>
  `${day} ${MONTHS[lang][month - 1]} ${year}`;

function interval(time: Interval, lang: LabelLanguage): string | null {
  const start = dayOf(time.start);
  const end = dayOf(time.end);
  if (!start && !end) return null;
  if (!start && end) return `${lang === "ar" ? "حتى" : "until"} ${full(end, lang)}`;
  if (start && !end) return `${lang === "ar" ? "منذ" : "since"} ${full(start, lang)}`;
  if (!start || !end) return null;
  const edtf = time.edtf?.replace(/[~?%]/g, "") ?? "";
  if (/^\d{4}(-XX)?$/.test(edtf)) return String(start.year);
  if (/^\d{4}-\d{2}(-XX)?$/.test(edtf)) return `${MONTHS[lang][start.month - 1]} ${start.year}`;
  if (time.start === time.end) return full(start, lang);
  if (start.year !== end.year) return `${full(start, lang)} – ${full(end, lang)}`;
  if (start.month === end.month) return `${start.day}–${full(end, lang)}`;
  return `${start.day} ${MONTHS[lang][start.month - 1]} – ${full(end, lang)}`;
}

/** `6 Jan 2022`, `4–5 Jan 2022`, `about Jan 2022`, `(6 Jan 2022)` where taken from the context. */
export function describeDate(time: Interval | Time | null, lang: LabelLanguage): string {
  const words = time === null ? null : interval(time, lang);
  if (time === null || words === null) return WORDS.notStated[lang];
  const loose = /[~%]/.test(time.edtf ?? "");
  const unsure = /[?%]/.test(time.edtf ?? "");
  const about = loose ? `${lang === "ar" ? "نحو" : "about"} ${words}` : words;
  const part = time.clock ? (PARTS_OF_DAY[time.clock]?.[lang === "ar" ? 0 : 1] ?? time.clock) : "";
  const whole = `${about}${unsure ? "?" : ""}${part ? `${lang === "ar" ? "،" : ","} ${part}` : ""}`;
  return time.basis === "inherited" ? `(${whole})` : whole;
}
