import { parseIsoDay } from "../core/calendar.js";
import type { Claim, LedgerRow, Link, Time } from "../core/contract.js";
import { type StoryContext, speakerKey, speakerOf } from "./context.js";

/** A row with what the rules need to compare it; `row` is what is published. */
export interface Row {
  readonly row: LedgerRow;
  readonly claims: readonly Claim[];
  readonly speaker: string;
  /** Day number of the saying; null where unknown. */
  readonly saidDay: number | null;
  /** Day number of the first report that tells it; null where unknown. */
  readonly toldDay: number | null;
  readonly denied: boolean;
}

/**
 * Rows of figures that count the same thing: one row for one value by one speaker, however often
 * and in however many reports it is repeated. A report's own voice that repeats a figure which the
 * same report (or its copy) gives to a speaker is that row again.
 */
export function rowsOf(claims: readonly Claim[], context: StoryContext): Row[] {
  const spoken = new Map<string, Claim[]>();
  const spokenOf = new Map<string, Claim[][]>();
  const unspoken: Claim[] = [];
  for (const claim of claims) {
    if (speakerOf(claim) === null) {
      unspoken.push(claim);
      continue;
    }
    const key = `${speakerKey(claim)}|${valueKey(claim)}`;
    const known = spoken.get(key);
    if (known) known.push(claim);
    else {
      const row = [claim];
      spoken.set(key, row);
      spokenOf.set(valueKey(claim), [...(spokenOf.get(valueKey(claim)) ?? []), row]);
    }
  }
  const own = new Map<string, Claim[]>();
  for (const claim of unspoken) {
    const home = spokenOf.get(valueKey(claim))?.find((row) => repeats(claim, row, context));
    if (home) home.push(claim);
    else add(own, valueKey(claim), claim);
  }
  const rows = [...spoken.values(), ...own.values()].map((row) => rowOf(row, context));
  rows.sort(bySaying);
  return withSupersession(rows);
}

function add(map: Map<string, Claim[]>, key: string, claim: Claim): void {
  const list = map.get(key);
  if (list) list.push(claim);
  else map.set(key, [claim]);
}

function valueKey(claim: Claim): string {
  const value = claim.figure?.value;
  return `${value?.min}|${value?.max}|${value?.hedge}|${claim.modality === "denied"}`;
}

/** The same figure in the same report, or in a passage copied from it. */
function repeats(claim: Claim, row: readonly Claim[], context: StoryContext): boolean {
  if (row.some((one) => one.report === claim.report)) return true;
  return row.some((one) => context.witnesses.count([one, claim]) === 1);
}

function rowOf(claims: readonly Claim[], context: StoryContext): Row {
  // The claim that names its speaker, told most closely: fewest relays, then first in order.
  const lead = [...claims].sort(
    (a, b) =>
      Number(b.chain.length > 1) - Number(a.chain.length > 1) || a.chain.length - b.chain.length,
  )[0] as Claim;
  const saidOn = claims
    .map((claim) => saidOnOf(claim, context))
    .filter((time): time is Time => time !== null)
    .sort((a, b) => compareStarts(a, b))[0];
  const happened =
    claims.find((claim) => claim.time?.start && claim.time.basis !== "inherited")?.time ??
    claims.find((claim) => claim.time?.start)?.time;
  const value = lead.figure?.value ?? { min: null, max: null, hedge: "vague" as const };
  return {
    row: {
      claims: claims.map((one) => one.id),
      value,
      speaker: speakerOf(lead) ?? itself(lead, context),
      via: lead.chain.slice(1, -1),
      saidOn: saidOn ?? null,
      happened: happened ?? null,
      witnesses: context.witnesses.count(claims),
      supersededBy: null,
    },
    claims,
    speaker: speakerKey(lead),
    toldDay: firstDay(claims.map((claim) => context.publishedOf(claim.report)?.start ?? null)),
    saidDay: saidOn?.start ? parseIsoDay(saidOn.start) : null,
    denied: lead.modality === "denied",
  };
}

/** The report's own voice: who told the report is not told. */
function itself(claim: Claim, context: StoryContext): Link {
  const own = claim.chain[0];
  const outlet = context.reports.get(claim.report)?.outlet ?? "";
  return {
    name: own?.name || outlet,
    entity: own?.entity ?? null,
    kind: "report",
    medium: null,
    stance: "states",
    span: own?.span ?? null,
  };
}

function firstDay(days: readonly (string | null)[]): number | null {
  const [first] = days.filter((day): day is string => day !== null).sort();
  return first === undefined ? null : parseIsoDay(first);
}

/** The day of saying that the report tells of this very claim, else its day of publication. */
function saidOnOf(claim: Claim, context: StoryContext): Time | null {
  return claim.saidOn ?? context.publishedOf(claim.report);
}

function compareStarts(a: Time, b: Time): number {
  const [x, y] = [a.start ?? "9999", b.start ?? "9999"];
  return x < y ? -1 : x > y ? 1 : 0;
}

/** By day of saying (unknown last), then value, then first claim. */
function bySaying(a: Row, b: Row): number {
  return (
    (a.saidDay ?? Number.POSITIVE_INFINITY) - (b.saidDay ?? Number.POSITIVE_INFINITY) ||
    (a.row.value.min ?? 0) - (b.row.value.min ?? 0) ||
    ((a.row.claims[0] ?? "") < (b.row.claims[0] ?? "") ? -1 : 1) ||
    0
  );
}

/**
 * A figure is superseded by the next one that the same speaker gives on a later day. Reports' own
 * voices are not one speaker: what one tells replaces nothing that another told.
 */
function withSupersession(rows: readonly Row[]): Row[] {
  const later = new Map<string, number>();
  const next = new Array<number | null>(rows.length).fill(null);
  for (let at = rows.length - 1; at >= 0; at--) {
    const one = rows[at] as Row;
    if (one.saidDay === null || one.denied || one.row.speaker.kind === "report") continue;
    const heir = later.get(one.speaker);
    if (heir !== undefined && ((rows[heir] as Row).saidDay ?? 0) > one.saidDay) next[at] = heir;
    if (heir === undefined || next[at] !== null) later.set(one.speaker, at);
  }
  return rows.map((one, at) => ({
    ...one,
    row: { ...one.row, supersededBy: next[at] ?? null },
  }));
}
