import { parseIsoDay } from "../../core/calendar.js";
import type { Story, Time, TimelineEntry } from "../../core/contract.js";
import { codeLabel } from "../labels.js";
import { type Context, comma, entityName, evidenceLink } from "./context.js";
import {
  describeCount,
  describeDay,
  describeTime,
  isApproximate,
  NOT_STATED,
  precisionOf,
  yearOf,
} from "./format.js";
import { type Html, heading, html } from "./markup.js";
import { emptyNote, type Section } from "./section.js";

/** The strip that shows an entry's days never spans more than this: older entries point out of it. */
const STRIP_DAYS = 45;

export function timelineSection(context: Context, story: Story): Section {
  const strip = stripOf(story);
  const background = story.timeline.filter((entry) => entry.background);
  const days = groupByDay(story.timeline.filter((entry) => !entry.background));
  return {
    key: "timeline",
    title: { ar: "الخطّ الزمني", en: "Timeline" },
    count: story.timeline.length,
    body:
      story.timeline.length === 0
        ? emptyNote(context, {
            ar: "لا حدث في هذه التقارير يُؤرَّخ.",
            en: "No event in these reports can be placed in time.",
          })
        : [
            days.map((day) => drawDay(context, strip, day, yearOf(story.time))),
            background.length > 0 && drawBackground(context, background),
          ],
  };
}

/** What the reports recall of earlier years: below the story, closed. */
function drawBackground(context: Context, entries: readonly TimelineEntry[]): Html {
  const title = context.phrases.text({
    ar: "خلفية: ما جرى من قبل",
    en: "Background: what came before",
  });
  const days = groupByDay(entries).map((day) => drawDay(context, null, day, undefined));
  return html`<details class="explained"><summary>${heading(context.level + 1, [title, html` <span class="n">${entries.length}</span>`])}</summary>${days}</details>`;
}

interface DayGroup {
  readonly day: string | null;
  readonly entries: readonly TimelineEntry[];
}

/** In order of the first day an entry may have happened on; entries of unknown time last. */
function groupByDay(entries: readonly TimelineEntry[]): readonly DayGroup[] {
  const groups = new Map<string | null, TimelineEntry[]>();
  for (const entry of entries) {
    const day = entry.time.start ?? entry.time.end;
    const group = groups.get(day);
    if (group) group.push(entry);
    else groups.set(day, [entry]);
  }
  return [...groups]
    .map(([day, list]) => ({ day, entries: list }))
    .sort((a, b) =>
      a.day === b.day ? 0 : a.day === null ? 1 : b.day === null ? -1 : a.day < b.day ? -1 : 1,
    );
}

interface Strip {
  readonly from: number;
  readonly to: number;
}

/** Days the strip covers: the story's own, or the last of the entries' days. */
function stripOf(story: Story): Strip | null {
  const days = story.timeline
    .filter((entry) => !entry.background)
    .flatMap(({ time }) => [time.start, time.end])
    .flatMap((iso) => (iso === null ? [] : (parseIsoDay(iso) ?? [])));
  const end = dayOf(story.time?.end) ?? (days.length > 0 ? Math.max(...days) : null);
  if (end === null) return null;
  const start = dayOf(story.time?.start) ?? Math.min(...days);
  return { from: Math.max(start, end - STRIP_DAYS), to: Math.max(end, start) };
}

function dayOf(iso: string | null | undefined): number | null {
  return iso ? parseIsoDay(iso) : null;
}

function drawDay(
  context: Context,
  strip: Strip | null,
  { day, entries }: DayGroup,
  year: number | undefined,
): Html {
  const { phrases } = context;
  const first = entries[0]?.time;
  const whole = first && entries.every(({ time }) => time.edtf === first.edtf);
  const title =
    day === null
      ? { ar: "الوقت غير مذكور", en: "Time not stated" }
      : whole && precisionOf(first) !== "range" && precisionOf(first) !== "open"
        ? describeTime({ ...first, clock: null })
        : describeDay(day);
  return html`<div class="day">${heading(context.level + 1, phrases.text(title))}<ul class="entries">${entries.map((entry) => drawEntry(context, strip, entry, year))}</ul></div>`;
}

function drawEntry(
  context: Context,
  strip: Strip | null,
  entry: TimelineEntry,
  year: number | undefined,
): Html {
  const { phrases } = context;
  const place = entry.place !== null && html` · ${entityName(context, entry.place)}`;
  const title = html`<span class="type">${phrases.text(codeLabel("event", entry.type))}</span><span class="words" dir="auto">${entry.title}</span>`;
  return html`<li>${evidenceLink(context, entry.claims, title, "ev entry")}<p class="in">${drawPrecision(context, entry.time, year)}${phrases.text(describeCount(entry.witnesses, "witnesses"))}${place}</p>${strip && drawStrip(strip, entry.time)}</li>`;
}

/** Says the time in words wherever it is not simply the day above. */
function drawPrecision(context: Context, time: Time, year: number | undefined): Html | null {
  const plain = precisionOf(time) === "day" && !isApproximate(time) && !time.clock;
  if (plain || describeTime(time) === NOT_STATED) return null;
  return html`<span class="when">${context.phrases.text(describeTime(time, year))}</span>${comma(context)}`;
}

/** The entry's days within the story's: a band, with open edges where the time is approximate. */
function drawStrip({ from, to }: Strip, time: Time): Html | null {
  const start = dayOf(time.start) ?? dayOf(time.end);
  const end = dayOf(time.end) ?? dayOf(time.start);
  if (start === null || end === null) return null;
  const width = 100 / (to - from + 1);
  const percent = (n: number): string => `${Math.round(n * 100) / 100}%`;
  const base = html`<rect class="rail" x="0" y="4" width="100%" height="1"/>`;
  if (end < from || start > to) {
    const x = end < from ? 0 : 98;
    return html`<svg class="strip flip" width="100%" height="9" aria-hidden="true">${base}<circle class="out" cx="${percent(x + 1)}" cy="4.5" r="2.5"/></svg>`;
  }
  const a = Math.max(start, from);
  const b = Math.min(end, to);
  const x = (a - from) * width;
  const span = (b - a + 1) * width;
  const fuzzy = isApproximate(time);
  const band = html`<rect class="${fuzzy ? "band fuzzy" : "band"}" x="${percent(x)}" y="2.5" width="${percent(span)}" height="4" rx="1"/>`;
  const halo =
    fuzzy &&
    html`<rect class="haze" x="${percent(Math.max(0, x - width / 2))}" y="2.5" width="${percent(Math.min(100, span + width))}" height="4" rx="2"/>`;
  return html`<svg class="strip flip" width="100%" height="9" aria-hidden="true">${base}${halo}${band}</svg>`;
}
