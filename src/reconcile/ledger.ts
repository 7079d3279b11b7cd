import { MEASURES } from "../core/codes.js";
import type { Claim, Ledger, Message } from "../core/contract.js";
import { contentId } from "../core/hash.js";
import type { StoryContext } from "./context.js";
import { groupsOf, ofBody } from "./counted.js";
import { foldLanguage } from "./language.js";
import { type Row, rowsOf } from "./ledger-rows.js";
import { threadsOf } from "./ledger-threads.js";
import { inEnglish, message, number } from "./wording.js";

/** A ledger with its rows as the rules see them. */
export interface OpenLedger {
  readonly ledger: Ledger;
  readonly rows: readonly Row[];
  /** The counted noun without the body it belongs to. */
  readonly noun: string;
  readonly background: boolean;
  /** Counts a part of another figure of the same group ("seven of them"). */
  readonly part: boolean;
}

/**
 * One ledger for each thing that is counted: measure, counted group and incident. By measure (in
 * the contract's order), background and parts last, then most rows of the group, group, most rows, id.
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
    const part = isUnnamedPart(claims[0] as Claim, byId);
    for (const { place, told } of threadsOf(claims, context)) {
      out.push(open(told, place, part, context));
    }
  }
  // Ledgers of one group, of several places, stand together.
  const told = new Map<string, number>();
  for (const { ledger, rows } of out) {
    const key = `${ledger.measure}|${ledger.counted}`;
    told.set(key, (told.get(key) ?? 0) + rows.length);
  }
  const rowsOfGroup = ({ ledger }: OpenLedger): number =>
    told.get(`${ledger.measure}|${ledger.counted}`) ?? 0;
  return out.sort(
    (a, b) =>
      MEASURES.indexOf(a.ledger.measure) - MEASURES.indexOf(b.ledger.measure) ||
      Number(a.background) - Number(b.background) ||
      Number(a.part) - Number(b.part) ||
      rowsOfGroup(b) - rowsOfGroup(a) ||
      (a.ledger.counted < b.ledger.counted ? -1 : a.ledger.counted > b.ledger.counted ? 1 : 0) ||
      b.rows.length - a.rows.length ||
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

/** Who is counted: the noun, and the body whose members they are where the noun does not tell. */
function countedOf(claim: Claim, context: StoryContext): { noun: string; of: string | null } {
  const counted = claim.figure?.counted ?? "";
  const group = context.entities.get(claim.figure?.group ?? "");
  // "Of Zambia" is where they are from, and a person is no group.
  const isBody = group?.kind === "organization" || group?.kind === "group";
  if (!group || !isBody) return { noun: groupsOf(counted).join(" and "), of: null };
  const language = foldLanguage(context.reports.get(claim.report)?.language ?? "ar");
  const body = language.countedAs(group.name);
  if (body === null) {
    // Who tells a figure counts others, unless the words are known to mean its own members.
    const tells = claim.chain.some((link) => link.entity === group.id);
    return { noun: groupsOf(counted).join(" and "), of: tells ? null : group.name };
  }
  return { noun: groupsOf(ofBody(counted, body)).join(" and "), of: null };
}

function thingKey(claim: Claim, context: StoryContext): string {
  const { figure } = claim;
  if (!figure) return "";
  const { noun, of } = countedOf(claim, context);
  const period = claim.background ? `background ${claim.time?.edtf ?? ""}` : "";
  const running = figure.scope === "cumulative" && claim.background ? "cumulative" : "";
  return [figure.measure, noun, of ?? "", figure.unit, period, running].join("|");
}

function open(
  claims: readonly Claim[],
  place: string | null,
  part: boolean,
  context: StoryContext,
): OpenLedger {
  const rows = rowsOf(claims, context);
  const first = claims[0] as Claim;
  const { noun, of } = countedOf(first, context);
  const { ruleMessages, ...bounds } = range(rows);
  return {
    rows,
    noun,
    background: first.background,
    part,
    ledger: {
      id: contentId("ledger", thingKey(first, context), ...claims.map((claim) => claim.id).sort()),
      measure: first.figure?.measure ?? "other",
      counted: of ? `${noun} (${of})` : noun,
      place,
      rows: rows.map((one) => one.row),
      ...bounds,
      rule: ruleMessages.map(inEnglish).join(" "),
      ruleMessages,
    },
  };
}

/** Low, best and high of the rows still held, and the rule that chose them. */
function range(
  rows: readonly Row[],
): Pick<Ledger, "low" | "best" | "high"> & { readonly ruleMessages: readonly Message[] } {
  const all = rows.filter((one) => one.row.supersededBy === null && !one.denied);
  // "No dead" is said of some place or hour: beside counts of dead it bounds nothing.
  const some = all.filter((one) => one.row.value.max !== 0);
  const held = some.length > 0 ? some : all;
  if (held.length === 0) {
    return { low: null, best: null, high: null, ruleMessages: [message("noFigure")] };
  }
  const standing = held.filter((one) => !isOvertaken(one, held));
  const lows = standing.map((one) => one.row.value.min ?? 0);
  const tops = held.map((one) => one.row.value.max);
  const high = tops.some((top) => top === null) ? null : Math.max(...tops.map((top) => top ?? 0));
  const best = [...standing].sort(byWeight)[0]?.row.value;
  const note = (code: Parameters<typeof message>[0], count: number): Message[] =>
    count > 0 ? [message(code, { count: number(count) })] : [];
  return {
    low: Math.min(...lows),
    best: best?.min ?? best?.max ?? null,
    high,
    ruleMessages: [
      ...(rows.length === 1 ? [message("oneRow")] : note("rows", rows.length)),
      ...note("rowsSuperseded", rows.filter((one) => one.row.supersededBy !== null).length),
      ...note("rowsDenied", rows.filter((one) => one.denied).length),
      ...note("rowsNone", all.length - held.length),
      ...note("rowsOvertaken", held.length - standing.length),
      ...(held.length > 1 ? [message("bestRule")] : []),
    ],
  };
}

/** A count that went on: an official or a body later told no fewer, so the earlier bounds nothing. */
function isOvertaken(row: Row, held: readonly Row[]): boolean {
  return held.some(
    (later) =>
      later !== row &&
      isOfficial(later) &&
      toldLater(row, later) &&
      later.row.value.hedge === "exact" &&
      (row.row.value.max ?? row.row.value.min ?? 0) <= (later.row.value.min ?? 0),
  );
}

/** True where the second was said on a later day, or on the same one but told by later reports. */
export function toldLater(first: Row, second: Row): boolean {
  if (first.saidDay === null || second.saidDay === null) return false;
  if (first.saidDay !== second.saidDay) return first.saidDay < second.saidDay;
  return first.toldDay !== null && second.toldDay !== null && first.toldDay < second.toldDay;
}

const HEDGE_RANK = { exact: 0, about: 1, bound: 2, vague: 3 } as const;

/** The order that the rule states in words (`bestRule`). */
export function byWeight(a: Row, b: Row): number {
  return (
    HEDGE_RANK[a.row.value.hedge] - HEDGE_RANK[b.row.value.hedge] ||
    Number(isOfficial(b)) - Number(isOfficial(a)) ||
    (b.saidDay ?? 0) - (a.saidDay ?? 0) ||
    b.row.witnesses - a.row.witnesses ||
    (b.row.value.min ?? 0) - (a.row.value.min ?? 0)
  );
}

export function isOfficial(row: Row): boolean {
  return row.row.speaker.kind === "official" || row.row.speaker.kind === "institution";
}
