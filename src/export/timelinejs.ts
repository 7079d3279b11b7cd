/**
 * The timeline as TimelineJS 3 reads it (its JSON format). That program takes headlines and texts
 * for HTML, so reports' words are escaped, and puts every slide on a day: entries whose first day
 * is not known, and the background of earlier years, are left out and counted on the title slide.
 */
import type { Account, Report, Story, Time, TimelineEntry } from "../core/contract.js";
import { firstClaim } from "./columns.js";
import { describeCount } from "./labels/format.js";
import { codeLabel, type Label } from "./labels.js";
import { plainLine, safeJson, safeUrl } from "./plain.js";
import { type ExportOptions, Scope } from "./scope.js";
import { describeDate } from "./terminal/dates.js";

/** Parts of a date, none finer than it is known. */
interface DateParts {
  readonly year: number;
  readonly month?: number;
  readonly day?: number;
  readonly hour?: number;
  readonly minute?: number;
}

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

const escapeHtml = (text: string): string =>
  plainLine(text).replace(/[&<>"']/g, (char) => ENTITIES[char] ?? char);

/** Words of unknown direction among others. */
const bdi = (text: string): string => `<bdi>${escapeHtml(text)}</bdi>`;

/** A line or more of them: that program aligns everything left, which suits no Arabic. */
const block = (
  tag: "div" | "blockquote" | "p",
  dir: "auto" | "rtl" | "ltr",
  html: string,
): string => `<${tag} dir="${dir}" style="text-align:start">${html}</${tag}>`;

const headlineOf = (title: string): string => block("div", "auto", escapeHtml(title));

const directionOf = ({ lang }: Scope) => (lang === "ar" ? "rtl" : "ltr");

/** `2022-01-06`, `2022-01`, `2022-01-XX`, `2022`, with or without `~ ? %`. */
function datePartsOf(edtf: string): DateParts | null {
  const match = /^(-?\d{4,6})(?:-(\d{2}))?(?:-(\d{2}))?(?:-XX)?(?:-XX)?[~?%]?$/.exec(edtf);
  if (!match) return null;
  const [year, month, day] = match.slice(1).map((part) => (part ? Number(part) : undefined));
  if (year === undefined) return null;
  return { year, ...(month !== undefined && { month }), ...(day !== undefined && { day }) };
}

/** The hour of a clock time; parts of the day ("at dawn") are no hours. */
function clockOf(clock: string | null | undefined): Pick<DateParts, "hour" | "minute"> {
  const match = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(clock ?? "");
  return match ? { hour: Number(match[1]), minute: Number(match[2]) } : {};
}

/** Where a slide begins and ends; null where its first day is not known. */
export function slideDates(
  time: Time,
): { readonly start_date: DateParts; readonly end_date?: DateParts } | null {
  if (time.start === null) return null;
  const [from = "", to] = time.edtf.split("/");
  const start = datePartsOf(from) ?? datePartsOf(time.start);
  if (!start) return null;
  const isInterval = to !== undefined || (time.end !== time.start && !datePartsOf(time.edtf));
  if (isInterval && time.end !== null) {
    const end = datePartsOf(to ?? "") ?? datePartsOf(time.end);
    return end ? { start_date: start, end_date: end } : { start_date: start };
  }
  return {
    start_date: start.day === undefined ? start : { ...start, ...clockOf(time.clock) },
  };
}

function sourceOf(scope: Scope, report: Report): string {
  const { published, url } = report;
  const name = `[${scope.number(report.id)}] ${bdi(scope.reportName(report))}`;
  const comma = scope.lang === "ar" ? "، " : ", ";
  const day = published.edtf ? `${comma}${escapeHtml(describeDate(published, scope.lang))}` : "";
  const address = safeUrl(url);
  return address
    ? `<a href="${escapeHtml(address)}" rel="noopener nofollow">${name}</a>${day}`
    : `${name}${day}`;
}

/** A day in words. Arabic stands in an isolate: that program puts it into a line of English. */
function dateInWords({ lang }: Scope, time: Time): string {
  const date = describeDate(time, lang);
  return lang === "ar" ? `\u2067${date}\u2069` : date;
}

/** Sources that a slide names; the rest are counted. */
const SOURCES_SHOWN = 5;

function textOf(scope: Scope, entry: TimelineEntry): string {
  const { lang } = scope;
  const claim = firstClaim(scope, entry.claims);
  const quoted = claim ? block("blockquote", "auto", escapeHtml(scope.sentenceOf(claim))) : "";
  const place = entry.place === null ? [] : [bdi(scope.nameOf(entry.place))];
  const facts = [
    escapeHtml(codeLabel("event", entry.type)[lang]),
    ...place,
    escapeHtml(describeCount(entry.witnesses, "witnesses")[lang]),
  ];
  const reports = [...new Set(entry.claims.flatMap((id) => scope.claim(id)?.report ?? []))].flatMap(
    (id) => scope.report(id) ?? [],
  );
  const sources = reports.slice(0, SOURCES_SHOWN).map((report) => sourceOf(scope, report));
  const left = reports.length - sources.length;
  if (left > 0) sources.push(escapeHtml(describeCount(left, "more")[lang]));
  const told = [facts.join(" · "), ...sources].join("<br>");
  return quoted + block("p", directionOf(scope), told);
}

function slideOf(scope: Scope, story: Story, entry: TimelineEntry): object | null {
  const dates = slideDates(entry.time);
  if (!dates) return null;
  return {
    unique_id: entry.id,
    ...dates,
    display_date: dateInWords(scope, entry.time),
    text: { headline: headlineOf(entry.title), text: textOf(scope, entry) },
    ...(scope.stories.length > 1 && { group: escapeHtml(story.title) }),
  };
}

const LEFT_OUT = {
  undated: (n: number): Label => ({
    ar: `أحداث لا يُعرف يومها ولم تُدرج: ${n}`,
    en: `Entries left out because their day is not known: ${n}`,
  }),
  background: (n: number): Label => ({
    ar: `أحداث سابقة ذُكرت خلفيةً ولم تُدرج: ${n}`,
    en: `Entries left out as background from before the story: ${n}`,
  }),
} as const;

function titleOf(scope: Scope, undated: number, background: number): object {
  const { lang, stories } = scope;
  const [story] = stories;
  const witnesses = stories.reduce((sum, { witnesses: all }) => sum + all.length, 0);
  const headline =
    story && stories.length === 1
      ? headlineOf(story.title)
      : escapeHtml(describeCount(stories.length, "stories")[lang]);
  const told = `${describeCount(scope.reports.length, "reports")[lang]} ${lang === "ar" ? "←" : "→"} ${describeCount(witnesses, "witnesses")[lang]}`;
  const lines = [
    told,
    ...(undated > 0 ? [LEFT_OUT.undated(undated)[lang]] : []),
    ...(background > 0 ? [LEFT_OUT.background(background)[lang]] : []),
  ];
  return {
    unique_id: "account",
    text: {
      headline,
      text: block("p", directionOf(scope), lines.map(escapeHtml).join("<br>")),
    },
  };
}

/** @throws UnknownStory */
export function timelineJs(account: Account, options: ExportOptions): string {
  const scope = new Scope(account, options);
  const all = scope.stories.flatMap((story) => story.timeline.map((entry) => ({ story, entry })));
  const told = all.filter(({ entry }) => !entry.background);
  const events = told.flatMap(({ story, entry }) => slideOf(scope, story, entry) ?? []);
  const title = titleOf(scope, told.length - events.length, all.length - told.length);
  return `${safeJson({ title, events }, 1)}\n`;
}
