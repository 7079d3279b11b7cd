import type { Ledger, LedgerRow, Link, Value } from "../../core/contract.js";
import { type Context, reportLabel } from "./context.js";
import { describeShortDay, formatNumber } from "./format.js";
import { clip, type Html, html } from "./markup.js";
import type { Lang } from "./phrases.js";

/**
 * Time runs down the page, one row a saying; the value runs along the reading direction. So
 * names have room at any width, and no label can fall on another. Drawn with `direction: ltr`
 * and explicit anchors, as inherited right-to-left direction moves SVG text anchors.
 */
const ROW_HEIGHT = 42;
const DAY_HEIGHT = 30;
const HEAD_HEIGHT = 44;
/** Where the track lies in a row, below the speaker's name. */
const TRACK_Y = 28;
/** The value axis, in percent of the width; the rest is room for the numbers. */
const AXIS_START = 1.5;
const AXIS_END = 84;
/** Beyond this ratio of largest to smallest value a linear axis hides the small ones. */
const LOG_RATIO = 40;
/** How far beyond the greatest number told the axis goes where a value is open upwards. */
const OPEN_ROOM = 1.3;
/** A chart longer than this is no overview; the table below has every row. */
export const CHART_ROWS = 24;

interface Scale {
  readonly at: (value: number) => number;
  readonly ticks: readonly number[];
}

export function chartScale(values: readonly Value[]): Scale {
  const numbers = values.flatMap(({ min, max }) => [min, max]).filter((n) => n !== null);
  // A bar that is open upwards needs room to say so.
  const open = values.some(({ min, max }) => min !== null && max === null);
  const greatest = Math.max(1, ...numbers);
  const top = open ? greatest * OPEN_ROOM : greatest;
  const least = Math.min(top, ...numbers.filter((n) => n > 0));
  const span = AXIS_END - AXIS_START;
  if (top / least > LOG_RATIO) {
    const ticks = [1, 10, 100, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9].filter((n) => n <= top);
    const wide = Math.log1p(top);
    const at = (n: number): number => AXIS_START + (span * Math.log1p(Math.max(0, n))) / wide;
    return { at, ticks: ticks.length > 4 ? ticks.filter((_, i) => i % 2 === 0) : ticks };
  }
  const step = niceStep(top / 4);
  const ticks = Array.from({ length: Math.floor(top / step) }, (_, i) => (i + 1) * step);
  return { at: (n) => AXIS_START + (span * Math.max(0, n)) / top, ticks };
}

function niceStep(rough: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(rough, 1)));
  return ([1, 2, 5, 10].find((n) => n * power >= rough) ?? 10) * power;
}

interface Frame {
  readonly lang: Lang;
  readonly scale: Scale;
  /** Percent along the width, mirrored for a right-to-left page. */
  readonly x: (percent: number) => string;
  readonly start: "start" | "end";
  readonly end: "start" | "end";
  /** Pixels away from an anchor in the reading direction. */
  readonly ahead: (pixels: number) => number;
}

function frameOf(lang: Lang, scale: Scale): Frame {
  const mirrored = lang === "ar";
  const x = (percent: number): string => `${round(mirrored ? 100 - percent : percent)}%`;
  return {
    lang,
    scale,
    x,
    start: mirrored ? "end" : "start",
    end: mirrored ? "start" : "end",
    ahead: (pixels) => (mirrored ? -pixels : pixels),
  };
}

const round = (n: number): number => Math.round(n * 100) / 100;

/** Text of any script, isolated from the chart's left-to-right run. */
const isolated = (text: string): Html =>
  html`${{ markup: "\u2068" }}${text}${{ markup: "\u2069" }}`;

/** The day a row was said, as chart heading; null where it is not known. */
function saidDay(row: LedgerRow): string | null {
  return row.saidOn?.end ?? row.saidOn?.start ?? null;
}

interface Placed {
  readonly row: LedgerRow;
  /** Of the row and of those drawn with it: one speaker who said one value on one day. */
  readonly indexes: readonly number[];
  readonly claims: readonly string[];
  readonly y: number;
}

interface DayMark {
  readonly day: string | null;
  readonly y: number;
}

type Saying = Omit<Placed, "y"> & { readonly day: string | null };

/** What the chart shows of a ledger, by the day it was said, the undated last. */
export function sayingsOf({ rows }: Ledger): readonly Saying[] {
  const sayings = new Map<string, Saying>();
  rows.forEach((row, index) => {
    const day = saidDay(row);
    const { min, max, hedge } = row.value;
    const key = [speakerKey(row), min, max, hedge, day, row.supersededBy !== null].join("\u0000");
    const known = sayings.get(key);
    sayings.set(key, {
      row: known?.row ?? row,
      indexes: [...(known?.indexes ?? []), index],
      claims: [...(known?.claims ?? []), ...row.claims],
      day,
    });
  });
  return [...sayings.values()].sort((a, b) => compareDays(a.day, b.day));
}

/** The sayings that a chart has room for: what stands before what was superseded, late before early. */
function chosen(sayings: readonly Saying[]): readonly Saying[] {
  if (sayings.length <= CHART_ROWS) return sayings;
  const standing = sayings.filter(({ row }) => row.supersededBy === null);
  const old = sayings.filter(({ row }) => row.supersededBy !== null);
  const kept = new Set([...old, ...standing].slice(-CHART_ROWS));
  return sayings.filter((saying) => kept.has(saying));
}

function placeRows(ledger: Ledger): { rows: Placed[]; days: DayMark[]; height: number } {
  const order = chosen(sayingsOf(ledger));
  const rows: Placed[] = [];
  const days: DayMark[] = [];
  let y = HEAD_HEIGHT;
  order.forEach((saying, i) => {
    if (i === 0 || saying.day !== order[i - 1]?.day) {
      days.push({ day: saying.day, y });
      y += DAY_HEIGHT;
    }
    rows.push({ ...saying, y });
    y += ROW_HEIGHT;
  });
  return { rows, days, height: y + 6 };
}

function compareDays(a: string | null, b: string | null): number {
  if (a === b) return 0;
  if (a === null) return 1;
  if (b === null) return -1;
  return a < b ? -1 : 1;
}

/** Who speaks; where no one is named, two sayings are never taken for one speaker's. */
function speakerKey({ speaker, claims }: LedgerRow): string {
  if (speaker.entity !== null) return speaker.entity;
  const named = speaker.kind !== "unstated" && speaker.kind !== "anonymous";
  return named && speaker.kind !== "report" ? speaker.name : `${speaker.kind} ${claims[0] ?? ""}`;
}

export function drawLedgerChart(context: Context, ledger: Ledger, lang: Lang): Html {
  const scale = chartScale([
    ...ledger.rows.map((row) => row.value),
    { min: ledger.low ?? 0, max: ledger.high ?? ledger.low ?? 0, hedge: "bound" },
  ]);
  const frame = frameOf(lang, scale);
  const { rows, days, height } = placeRows(ledger);
  const body = [
    drawBand(frame, ledger, height),
    scale.ticks.map((tick) => drawTick(frame, tick, height)),
    days.map((mark) => drawDay(frame, mark)),
    drawSteps(frame, rows),
    rows.map((placed) => drawRow(context, frame, placed)),
  ];
  return html`<svg class="chart" direction="ltr" width="100%" height="${height}" aria-hidden="true">${body}</svg>`;
}

function drawBand({ scale, x, lang, start, ahead }: Frame, ledger: Ledger, height: number): Html {
  const { low, high, best } = ledger;
  const band =
    low !== null && high !== null && low < high
      ? html`<rect class="band" x="${lang === "ar" ? x(scale.at(high)) : x(scale.at(low))}" y="${HEAD_HEIGHT - 6}" width="${round(scale.at(high) - scale.at(low))}%" height="${height - HEAD_HEIGHT + 6}"/>`
      : null;
  if (best === null) return html`${band}`;
  const at = x(scale.at(best));
  const label = `${lang === "ar" ? "الأرجح" : "best"} ${formatNumber(best)}`;
  const late = scale.at(best) > 60;
  const anchor = late ? (start === "start" ? "end" : "start") : start;
  return html`${band}<line class="best" x1="${at}" x2="${at}" y1="${HEAD_HEIGHT - 26}" y2="${height}"/><text class="bestlabel" x="${at}" dx="${ahead(late ? -5 : 5)}" y="${HEAD_HEIGHT - 30}" text-anchor="${anchor}">${isolated(label)}</text>`;
}

function drawTick({ scale, x }: Frame, tick: number, height: number): Html {
  const at = x(scale.at(tick));
  return html`<line class="tick" x1="${at}" x2="${at}" y1="${HEAD_HEIGHT - 4}" y2="${height - 4}"/><text class="ticklabel" x="${at}" y="${HEAD_HEIGHT - 8}" text-anchor="middle">${formatNumber(tick)}</text>`;
}

function drawDay({ x, start, lang }: Frame, { day, y }: DayMark): Html {
  const words =
    day === null
      ? lang === "ar"
        ? "يوم القول غير مذكور"
        : "day not stated"
      : describeShortDay(day)[lang];
  return html`<line class="dayline" x1="0" x2="100%" y1="${y + 6.5}" y2="${y + 6.5}"/><text class="daylabel" x="${x(0)}" y="${y + 24}" text-anchor="${start}">${isolated(words)}</text>`;
}

/** The number a row stands at: the exact value, or the end of the range that is told. */
function standing({ min, max }: Value): number | null {
  return min ?? max;
}

/** One line a speaker through what the speaker said, and from a value to what took its place. */
function drawSteps({ scale, x }: Frame, rows: readonly Placed[]): Html {
  const byIndex = new Map(
    rows.flatMap((placed) => placed.indexes.map((index) => [index, placed] as const)),
  );
  const bySpeaker = new Map<string, Placed>();
  const pairs = new Map<string, readonly [Placed, Placed]>();
  for (const placed of rows) {
    const earlier = bySpeaker.get(speakerKey(placed.row));
    if (earlier) pairs.set(`${earlier.indexes[0]}-${placed.indexes[0]}`, [earlier, placed]);
    bySpeaker.set(speakerKey(placed.row), placed);
    const later =
      placed.row.supersededBy === null ? undefined : byIndex.get(placed.row.supersededBy);
    if (later && later.y > placed.y)
      pairs.set(`${placed.indexes[0]}-${later.indexes[0]}`, [placed, later]);
  }
  return html`${[...pairs.values()].map(([from, to]) => {
    const a = standing(from.row.value);
    const b = standing(to.row.value);
    if (a === null || b === null) return null;
    const [xa, xb] = [x(scale.at(a)), x(scale.at(b))];
    const [ya, yb] = [from.y + TRACK_Y, to.y + TRACK_Y];
    return html`<line class="step" x1="${xa}" x2="${xa}" y1="${ya}" y2="${yb}"/><line class="step" x1="${xa}" x2="${xb}" y1="${yb}" y2="${yb}"/>`;
  })}`;
}

function drawRow(context: Context, frame: Frame, { row, claims, y }: Placed): Html {
  const { x, start } = frame;
  const track = y + TRACK_Y;
  const numbers = claims.flatMap((id) => context.claims.get(id)?.index ?? []).join(" ");
  const anchor = claims.map((id) => context.claims.get(id)?.anchor).find(Boolean) ?? "";
  const first = context.claims.get(row.claims[0] ?? "")?.claim.report ?? "";
  const name = speakerLabel(context, row.speaker, first, frame.lang);
  const superseded = row.supersededBy !== null;
  const end = row.value.max === null ? AXIS_END : frame.scale.at(row.value.max);
  return html`<a class="mark${superseded ? " old" : ""}" href="#${anchor}" data-c="${numbers}" tabindex="-1"><rect class="hit" x="0" width="100%" y="${y}" height="${ROW_HEIGHT}"/><text class="who" x="${x(0)}" y="${y + 14}" text-anchor="${start}">${isolated(clip(name, 44))}</text>${drawValue(frame, row.value, track)}<text class="value" x="${x(end)}" dx="${frame.ahead(10)}" y="${track + 4.5}" text-anchor="${start}">${isolated(valueLabel(row.value))}</text></a>`;
}

function speakerLabel(context: Context, speaker: Link, report: string, lang: Lang): string {
  if (speaker.kind === "unstated") {
    return lang === "ar" ? "القائل غير مذكور" : "speaker not stated";
  }
  if (speaker.kind === "report" || speaker.name === "") return reportLabel(context, report, lang);
  return context.entities.get(speaker.entity ?? "")?.name ?? speaker.name;
}

function valueLabel({ min, max, hedge }: Value): string {
  if (min === null && max === null) return "?";
  if (max === null) return `${formatNumber(min as number)}+`;
  if (min === null || (min === 0 && max !== 0)) return `≤ ${formatNumber(max)}`;
  if (min !== max) return `${formatNumber(min)}–${formatNumber(max)}`;
  return `${hedge === "exact" ? "" : "~"}${formatNumber(min)}`;
}

/** A dot for a number, a bar for a range, a bar that fades out where the end is open. */
function drawValue({ scale, x }: Frame, { min, max, hedge }: Value, y: number): Html {
  if (min === null && max === null) return html``;
  const from = scale.at(min ?? 0);
  if (max === null) {
    const middle = from + (AXIS_END - from) * 0.45;
    return html`<line class="span" x1="${x(from)}" x2="${x(middle)}" y1="${y}" y2="${y}"/><line class="span open" x1="${x(middle)}" x2="${x(AXIS_END)}" y1="${y}" y2="${y}"/><line class="cap" x1="${x(from)}" x2="${x(from)}" y1="${y - 6}" y2="${y + 6}"/>`;
  }
  if (min !== max) {
    const to = scale.at(max);
    return html`<line class="span" x1="${x(from)}" x2="${x(to)}" y1="${y}" y2="${y}"/><line class="cap" x1="${x(from)}" x2="${x(from)}" y1="${y - 6}" y2="${y + 6}"/><line class="cap" x1="${x(to)}" x2="${x(to)}" y1="${y - 6}" y2="${y + 6}"/>`;
  }
  const halo =
    hedge === "exact" ? null : html`<circle class="halo" cx="${x(from)}" cy="${y}" r="8.5"/>`;
  return html`${halo}<circle class="dot" cx="${x(from)}" cy="${y}" r="5"/>`;
}
