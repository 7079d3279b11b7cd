import { type DayNumber, isoDay, type Weekday } from "./calendar.js";
import type { Message } from "./contract.js";
import type { DateConstraint } from "./date-constraint.js";
import { fillTemplate, listed, type Term } from "./message.js";

/**
 * Why a report is said to be of its day, by codes, in English. Another language has a table of the
 * same codes (`export/labels/publication.ts`).
 */
export const PUBLICATION_REASONS = {
  "published-metadata": "the record's own publication date",
  "published-stamp": "a date stamp stands at the head of the text",
  "published-dateline": "a dateline stands at the head of the text",
  "published-unknown": "neither metadata nor the text tell the day of publication",

  "published-is": "the day of publication is {date}",
  "published-day-before": "the day before is {date}",
  "published-day-after": "the day after is {date}",
  "published-days-before": "the day {count} days before is {date}",
  "published-days-after": "the day {count} days after is {date}",
  "published-within-before": "a day of the {count} before is {date}",
  "published-within-after": "a day of the {count} to come is {date}",

  "published-crawled": "fetched on {date}, within a week of that day",
  "published-dated-in-full": "the text dates that day in full",
  "published-lead": "the lead tells the news of that day",
  "published-not-before": "not before {date}, by what the text looks back on or names",
  "published-not-after-release": "and not after this engine's release ({date})",
  "published-not-after-crawl": "and not after it was fetched ({date})",

  "published-siblings": "inferred from dated reports of the same story: {reports}",
  "published-within-story": "within the days of the story's dated reports",
  "published-copied": "it shares whole passages with {report} of {date}",
  "published-weekday-named": "its weekday is one that the report names",
  "published-event-on": "it puts on that day what a dated report puts on {date}: {event}",
  "published-event-weekday": "it tells the weekday of what a dated report puts on {date}: {event}",
  "published-event-news": "its news is what a dated report puts on {date}: {event}",
  "published-figure": "it gives a figure that a report of {date} gives",
  "published-news": "it tells as news of that day what a dated report puts on {date}",
} as const satisfies Readonly<Record<string, string>>;

export type PublicationCode = keyof typeof PUBLICATION_REASONS;

export const isPublicationCode = (code: string): code is PublicationCode =>
  Object.hasOwn(PUBLICATION_REASONS, code);

export const because = (code: PublicationCode, terms: Message["terms"] = {}): Message => ({
  code,
  terms,
});

export const dateTerm = (day: DayNumber): Term => ({ kind: "date", values: [isoDay(day)] });

/**
 * A day as far as words tell it: ISO with `X` for what they leave open, the ISO number of its
 * weekday in front: `W4 XXXX-01-06`, `W1`, `XXXX-08`, `2022`.
 */
function dateCode({ weekday, day, month, year }: DateConstraint): string {
  const two = (n: number): string => String(n).padStart(2, "0");
  const date =
    year === undefined && month === undefined
      ? ""
      : [year ?? "XXXX", month && two(month), day && two(day)].filter(Boolean).join("-");
  return [weekday && `W${weekday}`, date].filter(Boolean).join(" ");
}

/** What one expression of a report says of the report's own day. */
export function saidBy(constraint: DateConstraint): Message {
  const { offset, exact } = constraint;
  const away = Math.abs(offset);
  const terms = {
    count: { kind: "number", values: [String(away)] },
    date: { kind: "date", values: [dateCode(constraint)] },
  } as const;
  if (!exact)
    return because(offset < 0 ? "published-within-before" : "published-within-after", terms);
  if (offset === 0) return because("published-is", { date: terms.date });
  if (away === 1) {
    return because(offset < 0 ? "published-day-before" : "published-day-after", {
      date: terms.date,
    });
  }
  return because(offset < 0 ? "published-days-before" : "published-days-after", terms);
}

/** The reasons in English, without those said twice. */
export function publicationInEnglish(messages: readonly Message[]): string {
  const said = messages.map(({ code, terms }) =>
    isPublicationCode(code) ? fillTemplate(PUBLICATION_REASONS[code], terms, inEnglish) : code,
  );
  return [...new Set(said)].join("; ");
}

const inEnglish = ({ kind, values }: Term): string =>
  listed(kind === "date" ? values.map(dateInEnglish) : values);

const WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
const MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];

/** The parts of a date code; null for what it leaves open. */
export function partsOfDate(code: string): {
  readonly weekday: Weekday | null;
  readonly year: number | null;
  readonly month: number | null;
  readonly day: number | null;
} {
  const found = /^(?:W([1-7]))? ?(?:(\d{4}|XXXX)(?:-(\d\d))?(?:-(\d\d))?)?$/.exec(code);
  const part = (at: number): number | null => {
    const text = found?.[at];
    return text === undefined || text === "XXXX" ? null : Number(text);
  };
  return { weekday: part(1) as Weekday | null, year: part(2), month: part(3), day: part(4) };
}

/** `Thursday 6 January`; a date with nothing open stays as ISO writes it. */
export function dateInEnglish(code: string): string {
  if (/^\d{4}-\d\d-\d\d$/.test(code)) return code;
  const { weekday, year, month, day } = partsOfDate(code);
  return [
    weekday === null ? null : WEEKDAYS[weekday - 1],
    day,
    month === null ? null : MONTHS[month - 1],
    year,
  ]
    .filter((part) => part !== null && part !== undefined)
    .join(" ");
}
