import { dayNumber, parseIsoDay, weekday } from "../../core/calendar.js";
import type { Time, Value } from "../../core/contract.js";
import type { Label as Phrase } from "../labels.js";

/** Computed values are written with Latin digits in both languages; quotations keep their own. */

const MONTHS: readonly Phrase[] = [
  { ar: "يناير", en: "January" },
  { ar: "فبراير", en: "February" },
  { ar: "مارس", en: "March" },
  { ar: "أبريل", en: "April" },
  { ar: "مايو", en: "May" },
  { ar: "يونيو", en: "June" },
  { ar: "يوليو", en: "July" },
  { ar: "أغسطس", en: "August" },
  { ar: "سبتمبر", en: "September" },
  { ar: "أكتوبر", en: "October" },
  { ar: "نوفمبر", en: "November" },
  { ar: "ديسمبر", en: "December" },
];

/** By ISO weekday, Monday first. */
const WEEKDAYS: readonly Phrase[] = [
  { ar: "الاثنين", en: "Monday" },
  { ar: "الثلاثاء", en: "Tuesday" },
  { ar: "الأربعاء", en: "Wednesday" },
  { ar: "الخميس", en: "Thursday" },
  { ar: "الجمعة", en: "Friday" },
  { ar: "السبت", en: "Saturday" },
  { ar: "الأحد", en: "Sunday" },
];

export const NOT_STATED: Phrase = { ar: "غير مذكور", en: "not stated" };

export function formatNumber(n: number): string {
  const [whole = "", fraction] = String(Math.abs(n)).split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  return `${n < 0 ? "−" : ""}${grouped}${fraction ? `.${fraction}` : ""}`;
}

/** A value as a reader would say it, never more exact than the words were. */
export function describeValue({ min, max, hedge }: Value): Phrase {
  if (min === null && max === null) return { ar: "عدد غير محدد", en: "a number not given" };
  if (min !== null && max === null) {
    const n = formatNumber(min);
    return { ar: `${n} أو أكثر`, en: `${n} or more` };
  }
  const high = formatNumber(max as number);
  if (min === null || (min === 0 && max !== 0))
    return { ar: `${high} على الأكثر`, en: `at most ${high}` };
  const low = formatNumber(min);
  if (min === max) {
    return hedge === "exact" ? { ar: low, en: low } : { ar: `نحو ${low}`, en: `about ${low}` };
  }
  return { ar: `من ${low} إلى ${high}`, en: `${low} to ${high}` };
}

interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

function readDay(iso: string | null): Day | null {
  const match = iso === null ? null : /^(\d{4})-(\d{2})-(\d{2})/.exec(iso);
  if (!match || parseIsoDay(iso as string) === null) return null;
  return { year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) };
}

function weekdayOf({ year, month, day }: Day): Phrase {
  return WEEKDAYS[weekday(dayNumber(year, month, day)) - 1] as Phrase;
}

const monthName = (month: number): Phrase => MONTHS[month - 1] as Phrase;

export function describeDay(iso: string): Phrase {
  const day = readDay(iso);
  if (!day) return { ar: iso, en: iso };
  const month = monthName(day.month);
  const name = weekdayOf(day);
  return {
    ar: `${name.ar} ${day.day} ${month.ar} ${day.year}`,
    en: `${name.en} ${day.day} ${month.en} ${day.year}`,
  };
}

export function describeShortDay(iso: string): Phrase {
  const day = readDay(iso);
  if (!day) return { ar: iso, en: iso };
  const month = monthName(day.month);
  return { ar: `${day.day} ${month.ar}`, en: `${day.day} ${month.en}` };
}

type Interval = Pick<Time, "start" | "end"> & { readonly edtf: string | null };

const PARTS_OF_DAY: Readonly<Record<string, Phrase>> = {
  "early-morning": { ar: "في الساعات الأولى من الصباح", en: "in the early morning" },
  dawn: { ar: "فجرًا", en: "at dawn" },
  morning: { ar: "صباحًا", en: "in the morning" },
  noon: { ar: "ظهرًا", en: "at noon" },
  afternoon: { ar: "عصرًا", en: "in the afternoon" },
  evening: { ar: "مساءً", en: "in the evening" },
  night: { ar: "ليلًا", en: "at night" },
  midnight: { ar: "منتصف الليل", en: "at midnight" },
};

export type Precision = "day" | "range" | "month" | "year" | "open" | "unknown";

export function precisionOf(time: Interval): Precision {
  if (time.start === null && time.end === null) return "unknown";
  if (time.start === null || time.end === null) return "open";
  if (time.start === time.end) return "day";
  if (time.edtf !== null && /^\d{4}-\d{2}[~?%]?$/.test(time.edtf)) return "month";
  if (time.edtf !== null && /^\d{4}[~?%]?$/.test(time.edtf)) return "year";
  return "range";
}

export function isApproximate(time: Interval): boolean {
  return time.edtf !== null && /[~?%]/.test(time.edtf);
}

function describeInterval(time: Interval): Phrase {
  const start = readDay(time.start);
  const end = readDay(time.end);
  if (!start && !end) return NOT_STATED;
  if (!start) {
    const day = describeDay(time.end as string);
    return { ar: `حتى ${day.ar}`, en: `until ${day.en}` };
  }
  if (!end) {
    const day = describeDay(time.start as string);
    return { ar: `منذ ${day.ar}`, en: `since ${day.en}` };
  }
  switch (precisionOf(time)) {
    case "day":
      return describeDay(time.start as string);
    case "month": {
      const month = monthName(start.month);
      return { ar: `${month.ar} ${start.year}`, en: `${month.en} ${start.year}` };
    }
    case "year":
      return { ar: `${start.year}`, en: `${start.year}` };
    default: {
      const to = describeDay(time.end as string);
      const from =
        start.year === end.year
          ? weekdayAndDay(start, start.month === end.month)
          : describeDay(time.start as string);
      return { ar: `من ${from.ar} إلى ${to.ar}`, en: `${from.en} to ${to.en}` };
    }
  }
}

function weekdayAndDay(day: Day, sameMonth: boolean): Phrase {
  const name = weekdayOf(day);
  const month = sameMonth ? { ar: "", en: "" } : monthName(day.month);
  return {
    ar: `${name.ar} ${day.day} ${month.ar}`.trim(),
    en: `${name.en} ${day.day} ${month.en}`.trim(),
  };
}

/** Leaves out the year of a day where the reader has just read it. */
function withoutYear(words: Phrase, time: Interval, year: number | undefined): Phrase {
  if (year === undefined || words === NOT_STATED || precisionOf(time) === "year") return words;
  if (readDay(time.start ?? time.end)?.year !== year) return words;
  const cut = (text: string): string => (text.endsWith(` ${year}`) ? text.slice(0, -5) : text);
  return { ar: cut(words.ar), en: cut(words.en) };
}

/** The one year a story lies in; undefined where it spans several or is not dated. */
export function yearOf(time: Interval | null): number | undefined {
  const start = readDay(time?.start ?? null)?.year;
  return start === readDay(time?.end ?? null)?.year ? start : undefined;
}

/** A time in words, with the hour where one is told; "not stated" for null. */
export function describeTime(
  time: (Interval & { clock?: Time["clock"] }) | null,
  knownYear?: number,
): Phrase {
  if (time === null) return NOT_STATED;
  const words = withoutYear(describeInterval(time), time, knownYear);
  const about: Phrase =
    isApproximate(time) && words !== NOT_STATED
      ? { ar: `${words.ar} تقريبًا`, en: `about ${words.en}` }
      : words;
  if (!time.clock) return about;
  const hour = PARTS_OF_DAY[time.clock] ?? { ar: time.clock, en: time.clock };
  return { ar: `${about.ar}، ${hour.ar}`, en: `${about.en}, ${hour.en}` };
}

/** Arabic counts have six forms; where `n` stands in a form it is replaced by the number. */
interface CountForms {
  readonly zero: string;
  readonly one: string;
  readonly two: string;
  readonly few: string;
  readonly many: string;
  readonly other: string;
  readonly en: readonly [zero: string, one: string, other: string];
}

const COUNTS = {
  reports: {
    zero: "لا تقارير",
    one: "تقرير واحد",
    two: "تقريران",
    few: "n تقارير",
    many: "n تقريرًا",
    other: "n تقرير",
    en: ["no reports", "1 report", "n reports"],
  },
  witnesses: {
    zero: "بلا شاهد",
    one: "شاهد واحد",
    two: "شاهدان",
    few: "n شهود",
    many: "n شاهدًا",
    other: "n شاهد",
    en: ["no witness", "1 witness", "n witnesses"],
  },
  claims: {
    zero: "لا أقوال",
    one: "قول واحد",
    two: "قولان",
    few: "n أقوال",
    many: "n قولًا",
    other: "n قول",
    en: ["no claims", "1 claim", "n claims"],
  },
  contradictions: {
    zero: "بلا تناقض",
    one: "تناقض واحد",
    two: "تناقضان",
    few: "n تناقضات",
    many: "n تناقضًا",
    other: "n تناقض",
    en: ["no contradictions", "1 contradiction", "n contradictions"],
  },
  differences: {
    zero: "لا اختلاف",
    one: "اختلاف واحد",
    two: "اختلافان",
    few: "n اختلافات",
    many: "n اختلافًا",
    other: "n اختلاف",
    en: ["no differences", "1 difference", "n differences"],
  },
  stories: {
    zero: "لا أخبار",
    one: "خبر واحد",
    two: "خبران",
    few: "n أخبار",
    many: "n خبرًا",
    other: "n خبر",
    en: ["no stories", "1 story", "n stories"],
  },
  mentions: {
    zero: "لم يرد",
    one: "ورد مرة",
    two: "ورد مرتين",
    few: "ورد n مرات",
    many: "ورد n مرة",
    other: "ورد n مرة",
    en: ["not met", "met once", "met n times"],
  },
  more: {
    zero: "لا غيرها",
    one: "وواحد غيرها",
    two: "واثنان غيرها",
    few: "وn غيرها",
    many: "وn غيرها",
    other: "وn غيرها",
    en: ["no more", "and 1 more", "and n more"],
  },
} as const satisfies Readonly<Record<string, CountForms>>;

export function describeCount(n: number, of: keyof typeof COUNTS): Phrase {
  const forms: CountForms = COUNTS[of];
  const rest = n % 100;
  const form =
    n === 0
      ? forms.zero
      : n === 1
        ? forms.one
        : n === 2
          ? forms.two
          : rest >= 3 && rest <= 10
            ? forms.few
            : rest >= 11
              ? forms.many
              : forms.other;
  const shown = formatNumber(n);
  const en = n === 0 ? forms.en[0] : n === 1 ? forms.en[1] : forms.en[2];
  return { ar: form.replace("n", shown), en: en.replace(/\bn\b/, shown) };
}
