import { type Context, reportLabel } from "./context.js";
import { clip, type Html, html } from "./markup.js";
import type { Lang, Phrase } from "./phrases.js";

/** One claim's way from a report, through a relay where there is one, to who first said it. */
export interface Flow {
  readonly report: string;
  readonly relay: Stop | null;
  /** Null where the report speaks with its own voice. */
  readonly origin: Stop | null;
}

interface Stop {
  readonly key: string;
  readonly name: Phrase;
}

/** Columns in percent of the width: where each layer's bars stand. */
const COLUMNS = [22, 48, 74] as const;
const BAR_WIDTH = 0.9;
const GAP = 12;
const LEAST_SLOT = 22;
const TALLEST = 380;
const REPORTS_SHOWN = 30;
const TOP = 26;

interface Node {
  readonly label: string;
  readonly column: 0 | 1 | 2;
  /** The report's own voice, which is no speaker. */
  readonly own: boolean;
  count: number;
  y: number;
  height: number;
  /** Running offsets where the next ribbon leaves on each side. */
  into: number;
  out: number;
}

const HEADS: Readonly<Record<Lang, readonly string[]>> = {
  ar: ["التقرير", "الناقل", "القائل الأول"],
  en: ["Report", "Relay", "First speaker"],
};

export function drawFlow(context: Context, flows: readonly Flow[], lang: Lang): Html {
  const nodes = new Map<string, Node>();
  const ribbons = new Map<string, { from: Node; to: Node; count: number }>();
  const told = new Set(flows.map(({ report }) => report));
  const reports = [...context.reports.keys()].filter((id) => told.has(id)).slice(0, REPORTS_SHOWN);
  for (const report of reports) node(nodes, 0, report, reportLabel(context, report, lang));
  for (const flow of flows) {
    const path = stopsOf(nodes, flow, lang);
    if (!path) continue;
    for (const stop of path) stop.count++;
    for (let i = 0; i + 1 < path.length; i++) {
      const [from, to] = [path[i] as Node, path[i + 1] as Node];
      const key = `${from.column}${from.label}\u0000${to.column}${to.label}`;
      const ribbon = ribbons.get(key);
      if (ribbon) ribbon.count++;
      else ribbons.set(key, { from, to, count: 1 });
    }
  }
  const all = [...nodes.values()].filter(({ count }) => count > 0);
  const unit = TALLEST / Math.max(1, flows.length);
  const height = place(all, unit);
  const drawn = [...ribbons.values()]
    .sort((a, b) => a.from.y - b.from.y || a.to.y - b.to.y)
    .map((ribbon) => drawRibbon(ribbon, unit));
  const mirrored = lang === "ar";
  const heads = HEADS[lang].map((title, i) => drawHead(title, i, mirrored));
  const flip = mirrored ? html` transform="translate(100 0) scale(-1 1)"` : null;
  return html`<svg class="flow" direction="ltr" width="100%" height="${height}" aria-hidden="true"><svg width="100%" height="${height}" viewBox="0 0 100 ${height}" preserveAspectRatio="none"><g${flip}>${drawn}${all.map(drawBar)}</g></svg>${heads}${all.map((stop) => drawLabel(stop, mirrored))}</svg>`;
}

function node(nodes: Map<string, Node>, column: Node["column"], key: string, label: string): Node {
  const id = `${column} ${key}`;
  const found = nodes.get(id);
  if (found) return found;
  const made: Node = {
    label,
    column,
    own: column === 2 && key === "",
    count: 0,
    y: 0,
    height: 0,
    into: 0,
    out: 0,
  };
  nodes.set(id, made);
  return made;
}

function stopsOf(nodes: Map<string, Node>, flow: Flow, lang: Lang): readonly Node[] | null {
  const report = nodes.get(`0 ${flow.report}`);
  if (!report) return null;
  const own = lang === "ar" ? "التقرير بلسانه" : "The report itself";
  const origin = node(nodes, 2, flow.origin?.key ?? "", flow.origin?.name[lang] ?? own);
  if (flow.relay === null) return [report, origin];
  return [report, node(nodes, 1, flow.relay.key, flow.relay.name[lang]), origin];
}

/** Stacks each column and centres it; returns the drawing's height in pixels. */
function place(nodes: readonly Node[], unit: number): number {
  const heights = [0, 0, 0];
  for (const stop of nodes) {
    stop.height = Math.max(3, stop.count * unit);
    heights[stop.column] = (heights[stop.column] ?? 0) + Math.max(stop.height, LEAST_SLOT) + GAP;
  }
  const tallest = Math.max(...heights);
  const at = heights.map((height) => TOP + (tallest - height) / 2);
  for (const stop of nodes) {
    const slot = Math.max(stop.height, LEAST_SLOT);
    stop.y = round((at[stop.column] ?? 0) + (slot - stop.height) / 2);
    at[stop.column] = (at[stop.column] ?? 0) + slot + GAP;
  }
  return Math.ceil(TOP + tallest);
}

const round = (n: number): number => Math.round(n * 10) / 10;

function drawRibbon(
  { from, to, count }: { from: Node; to: Node; count: number },
  unit: number,
): Html {
  const width = round(count * unit);
  const x0 = COLUMNS[from.column] + BAR_WIDTH;
  const x1 = COLUMNS[to.column];
  const middle = (x0 + x1) / 2;
  const y0 = round(from.y + from.out);
  const y1 = round(to.y + to.into);
  from.out += width;
  to.into += width;
  return html`<path class="ribbon${to.own ? " own" : ""}" d="M${x0} ${y0}C${middle} ${y0} ${middle} ${y1} ${x1} ${y1}V${round(y1 + width)}C${middle} ${round(y1 + width)} ${middle} ${round(y0 + width)} ${x0} ${round(y0 + width)}Z"/>`;
}

function drawBar({ column, y, height }: Node): Html {
  return html`<rect class="node" x="${COLUMNS[column]}" y="${y}" width="${BAR_WIDTH}" height="${round(height)}"/>`;
}

/** Reports are named before their bar, the others after it. */
function drawLabel({ column, label, y, height, count }: Node, mirrored: boolean): Html {
  const before = column === 0;
  const x = before ? COLUMNS[0] - 1 : COLUMNS[column] + BAR_WIDTH + 1;
  const at = mirrored ? 100 - x : x;
  const anchor = before === mirrored ? "start" : "end";
  const text = clip(label, column === 1 ? 26 : 30);
  return html`<text class="nodelabel" x="${round(at)}%" y="${round(y + height / 2 + 4.5)}" text-anchor="${anchor}">${{ markup: "\u2068" }}${text}${{ markup: "\u2069" }} <tspan class="count">${count}</tspan></text>`;
}

function drawHead(title: string, column: number, mirrored: boolean): Html {
  const x = COLUMNS[column] ?? 0;
  const at = mirrored ? 100 - x : x;
  const anchor = (column === 0) === mirrored ? "start" : "end";
  return html`<text class="flowhead" x="${round(at)}%" y="14" text-anchor="${anchor}">${title}</text>`;
}
