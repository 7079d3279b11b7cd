import { parseIsoDay } from "../../core/calendar.js";
import type { Claim, LedgerRow, Link, Measure, Time, Value } from "../../core/contract.js";
import { addTo } from "../../core/grouping.js";
import type { StoryContext } from "../context.js";
import {
  isDeplored,
  isFurther,
  isIntroduced,
  isOfBodies,
  isOfDeploring,
  isOfMore,
  isOfPartAlone,
  isSaidBefore,
  sideOf,
  stepOf,
} from "../counts/figure-words.js";
import { NEVER_FALLS } from "../counts/never-falls.js";
import type { CountStep } from "../language.js";
import { incidentsOf } from "../scenes/incidents.js";
import type { Scene } from "../scenes/scene.js";
import { isNamed, speakerOf } from "../witnesses/voices.js";

/** A row with what the rules need to compare it; `row` is what is published. */
export interface Row {
  readonly row: LedgerRow;
  readonly claims: readonly Claim[];
  /** One key for one speaker; "report" for the reports' own voices. */
  readonly speaker: string;
  /** What he says later is known to be his. */
  readonly isNamed: boolean;
  /** Day number of the saying; null where unknown. */
  readonly saidDay: number | null;
  /** Day number by which the first report of it was out: published, else found by a crawler. */
  readonly toldDay: number | null;
  /** The last day of publication that is known: a crawler finds old pages any day. */
  readonly lastTold: number | null;
  readonly denied: boolean;
  /** A number that may come to be, or would on a condition ("may reach 20,000"): nobody counted it. */
  readonly isForeseen: boolean;
  /** All who tell it mourn or deplore what others told them: no rival of anybody's figure. */
  readonly isEcho: boolean;
  /** Of the happening for which at least one of its reports was written. */
  readonly isOfLead: boolean;
  /** The count for which at least one report was written. */
  readonly isHeadline: boolean;
  /** A body's or an official's count in a story of one happening. */
  readonly isOfficial: boolean;
  /** Where its claims stand, at most so many: what may tie it to another row. */
  readonly scenes: readonly Scene[];
  /** Told nowhere but as one of a list or a sum, or as one who is introduced. */
  readonly isListed: boolean;
  /** The dead of somebody ("in the ranks of"), wherever it is told: his name, or ""; null for all. */
  readonly side: string | null;
  /** Told nowhere but beside others of its kind ("were killed too"). */
  readonly isMore: boolean;
  /** Told nowhere but as bodies that were found. */
  readonly isOfBodies: boolean;
  /** Its own words make it a first or former count, one to which the count rose, or one put right. */
  readonly step: CountStep | null;
  /** Told somewhere further to what its speaker announced before. */
  readonly isFurther: boolean;
  /** Told nowhere but as what somebody had said before ("had announced"). */
  readonly isSaidBefore: boolean;
}

/**
 * Rows of figures that count the same thing: one row for one value by one speaker, however often
 * and in however many reports it is repeated. A report's own voice that repeats a figure which the
 * same report (or its copy) gives to a speaker is that row again; and who condemns a deed and
 * says in passing how many it killed repeats what is known, and is no source of it.
 */
export function rowsOf(claims: readonly Claim[], context: StoryContext): Row[] {
  const spoken = new Map<string, Claim[]>();
  const spokenOf = new Map<string, Claim[][]>();
  const unspoken: Claim[] = [];
  for (const claim of claims) {
    if (sourceOf(claim, context) === null) {
      unspoken.push(claim);
      continue;
    }
    const key = `${context.voices.of(claim)}|${valueKey(claim)}`;
    const known = spoken.get(key);
    if (known) known.push(claim);
    else {
      const row = [claim];
      spoken.set(key, row);
      addTo(spokenOf, valueKey(claim), row);
    }
  }
  const own = new Map<string, Claim[]>();
  for (const claim of unspoken) {
    const home = spokenOf.get(valueKey(claim))?.find((row) => repeats(claim, row, context));
    if (home) home.push(claim);
    else addTo(own, valueKey(claim), claim);
  }
  const rows = [...spoken.values(), ...own.values()].map((row) => rowOf(row, context));
  rows.sort(bySaying);
  return withSupersession(rows, claims[0]?.figure?.measure ?? "other");
}

/** Whose figure it is; null where the report tells it, or where somebody deplores what was told. */
function sourceOf(claim: Claim, context: StoryContext): Link | null {
  return isDeplored(claim, context) ? null : speakerOf(claim);
}

function valueKey(claim: Claim): string {
  const value = claim.figure?.value;
  return `${value?.min}|${value?.max}|${value?.hedge}|${claim.modality === "denied"}|${isForeseen(claim)}`;
}

/** What may come to be, or would on a condition. */
export const isForeseen = ({ modality }: Claim): boolean =>
  modality === "possible" || modality === "conditional";

/** Somebody holds it as counted: neither what is denied nor what is only foreseen. */
export const isHeld = (row: Row): boolean => !row.denied && !row.isForeseen;

/** The same figure in the same report, or in a passage copied from it. */
function repeats(claim: Claim, row: readonly Claim[], context: StoryContext): boolean {
  if (row.some((one) => one.report === claim.report)) return true;
  return row.some((one) => context.witnesses.count([one, claim]) === 1);
}

function rowOf(claims: readonly Claim[], context: StoryContext): Row {
  // The claim that names its speaker, told most closely: fewest relays, then first in order.
  const lead = [...claims].sort(
    (a, b) =>
      Number(sourceOf(b, context) !== null) - Number(sourceOf(a, context) !== null) ||
      Number(b.chain.length > 1) - Number(a.chain.length > 1) ||
      a.chain.length - b.chain.length,
  )[0] as Claim;
  const source = sourceOf(lead, context);
  const saidOn = claims
    .map((claim) => saidOnOf(claim, context))
    .filter((time): time is Time => Boolean(time?.start))
    .sort((a, b) => compareStarts(a, b))[0];
  const happened =
    claims.find((claim) => claim.time?.start && claim.time.basis !== "inherited")?.time ??
    claims.find((claim) => claim.time?.start)?.time;
  const days = claims.map((claim) => context.outBy(claim.report));
  const value = lead.figure?.value ?? { min: null, max: null, hedge: "vague" as const };
  return {
    row: {
      claims: claims.map((one) => one.id),
      value,
      speaker: source ?? itself(lead, context),
      via: source ? lead.chain.slice(1, -1) : [],
      saidOn: saidOn ?? null,
      happened: happened ?? null,
      witnesses: context.witnesses.count(claims),
      supersededBy: null,
    },
    claims,
    speaker: source ? context.voices.ofLink(source) : "report",
    isNamed: source !== null && isNamed(source),
    toldDay: firstDay(days),
    lastTold: lastDay(claims.map((claim) => context.publishedOf(claim.report)?.start ?? null)),
    saidDay: saidOn?.start ? parseIsoDay(saidOn.start) : null,
    denied: lead.modality === "denied",
    isForeseen: isForeseen(lead),
    isOfLead: claims.some((claim) => incidentsOf(context).isOfLead(claim)),
    isHeadline: claims.some((claim) => incidentsOf(context).isHeadline(claim)),
    isOfficial: claims.some((claim) => incidentsOf(context).isOfficialCount(claim)),
    scenes: scenesAround(claims, context),
    isListed: claims.every(
      (claim) =>
        incidentsOf(context).isListed(claim) ||
        isIntroduced(claim, context) ||
        isOfPartAlone(claim, context),
    ),
    side: sideOfAll(claims, context),
    isFurther: claims.some((claim) => isFurther(claim, context)),
    isSaidBefore: claims.every((claim) => isSaidBefore(claim, context)),
    isOfBodies: claims.every((claim) => isOfBodies(claim, context)),
    isMore: claims.every((claim) => isOfMore(claim, context)),
    isEcho: claims.every((claim) => isDeplored(claim, context) || isOfDeploring(claim, context)),
    step: claims.map((claim) => stepOf(claim, context)).find((step) => step !== null) ?? null,
  };
}

function sideOfAll(claims: readonly Claim[], context: StoryContext): string | null {
  // Who tells it once of a side tells it so wherever his report says it.
  const byReport = new Map<string, string | null>();
  for (const claim of claims) {
    byReport.set(claim.report, byReport.get(claim.report) ?? sideOf(claim, context));
  }
  const sides = [...byReport.values()];
  return sides.includes(null) ? null : (sides.find((side) => side !== "") ?? "");
}

const MOST_SCENES = 12;

function scenesAround(claims: readonly Claim[], context: StoryContext): Scene[] {
  const scenes = claims
    .slice(0, MOST_SCENES)
    .flatMap((claim) => incidentsOf(context).sceneOf(claim) ?? []);
  return [...new Set(scenes)];
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

function lastDay(days: readonly (string | null)[]): number | null {
  const last = days
    .filter((day): day is string => day !== null)
    .sort()
    .at(-1);
  return last === undefined ? null : parseIsoDay(last);
}

/** The day of saying that the report tells of this very claim, else its day of publication. */
function saidOnOf(claim: Claim, context: StoryContext): Time | null {
  return isDay(claim.saidOn ?? null) ? (claim.saidOn ?? null) : context.publishedOf(claim.report);
}

/** Days over which a saying may be told; "this year", beside the speaker, is no day of saying. */
const LONGEST_SAYING = 7;

function isDay(time: Time | null): boolean {
  if (!time?.start) return false;
  const [start, end] = [parseIsoDay(time.start), parseIsoDay(time.end ?? time.start)];
  return start !== null && end !== null && end - start < LONGEST_SAYING;
}

function compareStarts(a: Time, b: Time): number {
  const [x, y] = [a.start ?? "9999", b.start ?? "9999"];
  return x < y ? -1 : x > y ? 1 : 0;
}

/** By day of saying, else the day by which it was out (unknown last), then value, then first claim. */
function bySaying(a: Row, b: Row): number {
  const day = (row: Row): number => row.saidDay ?? row.toldDay ?? Number.MAX_SAFE_INTEGER;
  return (
    day(a) - day(b) ||
    (a.row.value.min ?? 0) - (b.row.value.min ?? 0) ||
    (a.toldDay ?? Number.MAX_SAFE_INTEGER) - (b.toldDay ?? Number.MAX_SAFE_INTEGER) ||
    ((a.row.claims[0] ?? "") < (b.row.claims[0] ?? "") ? -1 : 1)
  );
}

/** True where the second was said on a later day, or else told by reports that were out later. */
export function toldLater(first: Row, second: Row): boolean {
  if (first.saidDay !== null && second.saidDay !== null && first.saidDay !== second.saidDay) {
    return first.saidDay < second.saidDay;
  }
  return first.toldDay !== null && second.toldDay !== null && first.toldDay < second.toldDay;
}

/**
 * A figure is superseded by the next one that the same speaker gives later. Of a count that does
 * not fall, what he gives on one day is in the order of the numbers. Reports' own voices, and
 * sources without a name, are not one speaker: what one tells replaces nothing another told.
 */
function withSupersession(rows: readonly Row[], measure: Measure): Row[] {
  const bySpeaker = new Map<string, number[]>();
  for (const [at, one] of rows.entries()) {
    if (!isHeld(one) || !one.isNamed || (one.saidDay ?? one.toldDay) === null) continue;
    addTo(bySpeaker, one.speaker, at);
  }
  const next = new Map<number, number>();
  for (const list of bySpeaker.values()) {
    for (const [position, at] of list.entries()) {
      const heir = list.slice(position + 1).find((later) => replaces(rows, at, later, measure));
      if (heir !== undefined) next.set(at, heir);
    }
  }
  return rows.map((one, at) => ({
    ...one,
    row: { ...one.row, supersededBy: next.get(at) ?? null },
  }));
}

/** A count that is put right stays near what it was; below this share of it, it counts some of them. */
const SOME = 0.5;

/** True where the dead of a later count are some of those, or others ("two of the wounded died"). */
export function isOfSome(count: Value, whole: Value, measure: Measure): boolean {
  if (!NEVER_FALLS.has(measure) || count.hedge !== "exact" || whole.hedge === "vague") return false;
  return (count.max ?? 0) > 0 && (count.max ?? 0) < (whole.min ?? 0) * SOME;
}

const isBoundBelow = (bound: Value, count: Value): boolean =>
  bound.hedge === "bound" &&
  bound.max === null &&
  count.max !== null &&
  (bound.min ?? 0) < (count.min ?? 0);

function replaces(rows: readonly Row[], at: number, later: number, measure: Measure): boolean {
  const [first, second] = [rows[at] as Row, rows[later] as Row];
  // Whoever gives both in one report counts two things, or says himself which is which.
  const reports = new Set(first.claims.map(({ report }) => report));
  if (first.step === null && second.claims.some(({ report }) => reports.has(report))) return false;
  const [x, y] = [first.row.value, second.row.value];
  // Whoever counted 31 and is printed with "at least 27" the day after said that before.
  if (NEVER_FALLS.has(measure) && isBoundBelow(y, x)) return false;
  if (toldLater(first, second)) {
    // What was told further to a first count is not replaced by fewer, whatever its day of saying.
    const isReached = first.isFurther && !second.isFurther && NEVER_FALLS.has(measure);
    return !isOfSome(y, x, measure) && !(isReached && (y.max ?? 0) < (x.min ?? 0));
  }
  if (toldLater(second, first) || !NEVER_FALLS.has(measure)) return false;
  return x.hedge === "exact" && y.hedge === "exact" && (x.max ?? 0) < (y.min ?? 0);
}
