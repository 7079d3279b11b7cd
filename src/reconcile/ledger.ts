import { parseIsoDay } from "../core/calendar.js";
import { type Claim, type Ledger, MEASURES, type Value } from "../core/contract.js";
import { contentId } from "../core/hash.js";
import { compatible } from "../core/value.js";
import type { StoryContext } from "./context.js";
import { groupsOf } from "./counted.js";
import { type Row, rowsOf } from "./ledger-rows.js";
import { WORDING } from "./wording.js";

/** A ledger with its rows as the rules see them. */
export interface OpenLedger {
  readonly ledger: Ledger;
  readonly rows: readonly Row[];
  readonly background: boolean;
  /** Counts a part of another figure of the same group ("seven of them"). */
  readonly part: boolean;
}

/** Happenings farther apart than this are counted apart, unless the count is a running total. */
const ONE_EVENT_DAYS = 2;

/**
 * One ledger for each thing that is counted: measure, counted group, place, and happening.
 * By measure (in the contract's order), background last, then most rows, counted, place, id.
 */
export function ledgersOf(context: StoryContext): OpenLedger[] {
  const byThing = new Map<string, Claim[]>();
  const byId = new Map(context.claims.map((claim) => [claim.id, claim]));
  for (const claim of context.claims) {
    if (!claim.figure || claim.modality === "demanded" || claim.modality === "planned") continue;
    const key = `${thingKey(claim, context)}|${isUnnamedPart(claim, byId) ? "part" : ""}`;
    const list = byThing.get(key);
    if (list) list.push(claim);
    else byThing.set(key, [claim]);
  }
  const out: OpenLedger[] = [];
  for (const claims of byThing.values()) {
    for (const samePlace of byPlace(claims, context)) {
      for (const oneEvent of byHappening(samePlace)) {
        const part = isUnnamedPart(oneEvent[0] as Claim, byId);
        out.push({ ...open(oneEvent, context), part });
      }
    }
  }
  return out.sort(
    (a, b) =>
      MEASURES.indexOf(a.ledger.measure) - MEASURES.indexOf(b.ledger.measure) ||
      Number(a.background) - Number(b.background) ||
      b.rows.length - a.rows.length ||
      (a.ledger.counted < b.ledger.counted ? -1 : a.ledger.counted > b.ledger.counted ? 1 : 0) ||
      (a.ledger.id < b.ledger.id ? -1 : 1),
  );
}

/** A part that is told by no group of its own is no second count of its total. */
function isUnnamedPart(claim: Claim, byId: ReadonlyMap<string, Claim>): boolean {
  const total = claim.figure?.partOf ? byId.get(claim.figure.partOf)?.figure : undefined;
  if (!total || !claim.figure) return false;
  return (
    total.measure === claim.figure.measure &&
    groupsOf(total.counted).join("+") === groupsOf(claim.figure.counted).join("+")
  );
}

/** The body whose members are counted; "of Zambia" is where they are from, not a group. */
function groupOf(claim: Claim, context: StoryContext): string | null {
  const group = claim.figure?.group ?? null;
  return group !== null && context.entities.get(group)?.kind === "place" ? null : group;
}

function thingKey(claim: Claim, context: StoryContext): string {
  const { figure } = claim;
  if (!figure) return "";
  const period = claim.background ? `background ${claim.time?.edtf ?? ""}` : "";
  const running = figure.scope === "cumulative" && claim.background ? "cumulative" : "";
  return [
    figure.measure,
    groupsOf(figure.counted).join("+"),
    groupOf(claim, context) ?? "",
    figure.unit,
    period,
    running,
  ].join("|");
}

/**
 * A figure without a place is of the whole story; so is one of the story's country. Where the
 * others name one single place and can be of the same number, it is of that place.
 */
function byPlace(claims: readonly Claim[], context: StoryContext): Claim[][] {
  const places = new Map<string, Claim[]>();
  for (const claim of claims) {
    const place = claim.place ?? "";
    const key = place === context.mainCountry ? "" : place;
    const list = places.get(key);
    if (list) list.push(claim);
    else places.set(key, [claim]);
  }
  const open = places.get("");
  const [only] = [...places.keys()].filter((key) => key !== "");
  if (open && only !== undefined && places.size === 2) {
    const placed = places.get(only) ?? [];
    const agree = open.every((claim) =>
      placed.some((other) => canBeOne(claim.figure?.value, other.figure?.value)),
    );
    if (agree) return [[...placed, ...open]];
  }
  return [...places.values()];
}

function canBeOne(a: Value | undefined, b: Value | undefined): boolean {
  return a !== undefined && b !== undefined && compatible(a, b);
}

/** Splits counts of happenings on days that are apart; what has no day goes with the last before. */
function byHappening(claims: readonly Claim[]): Claim[][] {
  const dated: { claim: Claim; start: number; end: number }[] = [];
  const undated: Claim[] = [];
  for (const claim of claims) {
    const start = claim.time?.start ? parseIsoDay(claim.time.start) : null;
    const end = claim.time?.end ? parseIsoDay(claim.time.end) : null;
    const stated = claim.time?.basis === "stated" || claim.time?.basis === "relative";
    if (start === null || end === null || !stated || claim.figure?.scope === "cumulative") {
      undated.push(claim);
    } else dated.push({ claim, start, end });
  }
  if (dated.length === 0) return [undated];
  dated.sort((a, b) => a.start - b.start || a.end - b.end);
  const threads: { claims: Claim[]; end: number }[] = [];
  for (const { claim, start, end } of dated) {
    const thread = threads.at(-1);
    if (thread && start - thread.end <= ONE_EVENT_DAYS) {
      thread.claims.push(claim);
      thread.end = Math.max(thread.end, end);
    } else threads.push({ claims: [claim], end });
  }
  threads.at(-1)?.claims.push(...undated);
  return threads.map((thread) => thread.claims);
}

function open(claims: readonly Claim[], context: StoryContext): Omit<OpenLedger, "part"> {
  const rows = rowsOf(claims, context);
  const first = claims[0] as Claim;
  const figure = first.figure as NonNullable<Claim["figure"]>;
  const placed = claims.find((claim) => claim.place !== null);
  const group = context.nameOf(groupOf(first, context));
  const counted = groupsOf(figure.counted).join(" and ");
  return {
    rows,
    background: first.background,
    ledger: {
      id: contentId("ledger", thingKey(first, context), ...claims.map((claim) => claim.id).sort()),
      measure: figure.measure,
      counted: group ? `${counted} (${group})` : counted,
      place: placed?.place ?? null,
      rows: rows.map((one) => one.row),
      ...range(rows),
    },
  };
}

/** Low, best and high of the rows still held, and the rule that chose them. */
function range(rows: readonly Row[]): Pick<Ledger, "low" | "best" | "high" | "rule"> {
  const all = rows.filter((one) => one.row.supersededBy === null && !one.denied);
  // "No dead" is said of some place or hour: beside counts of dead it bounds nothing.
  const some = all.filter((one) => one.row.value.max !== 0);
  const held = some.length > 0 ? some : all;
  if (held.length === 0) return { low: null, best: null, high: null, rule: WORDING.noFigure };
  const lows = held.map((one) => one.row.value.min ?? 0);
  const tops = held.map((one) => one.row.value.max);
  const high = tops.some((top) => top === null) ? null : Math.max(...tops.map((top) => top ?? 0));
  const best = [...held].sort(byWeight)[0]?.row.value;
  return {
    low: Math.min(...lows),
    best: best?.min ?? best?.max ?? null,
    high,
    rule: WORDING.bestRule({
      rows: rows.length,
      superseded: rows.filter((one) => one.row.supersededBy !== null).length,
      denied: rows.filter((one) => one.denied).length,
      none: all.length - held.length,
    }),
  };
}

const HEDGE_RANK = { exact: 0, about: 1, bound: 2, vague: 3 } as const;

/** The order that the rule states in words (`WORDING.bestRule`). */
export function byWeight(a: Row, b: Row): number {
  return (
    HEDGE_RANK[a.row.value.hedge] - HEDGE_RANK[b.row.value.hedge] ||
    Number(isOfficial(b)) - Number(isOfficial(a)) ||
    (b.saidDay ?? 0) - (a.saidDay ?? 0) ||
    b.row.witnesses - a.row.witnesses ||
    (b.row.value.min ?? 0) - (a.row.value.min ?? 0)
  );
}

function isOfficial(row: Row): boolean {
  return row.row.speaker.kind === "official" || row.row.speaker.kind === "institution";
}
