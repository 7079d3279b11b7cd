import type { Disagreement, Value } from "../core/contract.js";
import { compatible } from "../core/value.js";
import type { StoryContext } from "./context.js";
import { compareGroups, familyOf } from "./counted.js";
import { byWeight, type OpenLedger } from "./ledger.js";
import type { Row } from "./ledger-rows.js";
import { disagreement, formatValue, type Position, positionOf } from "./position.js";
import { WORDING } from "./wording.js";

type Relation = Disagreement["relation"];

/** How one figure stands to another of the same thing; null where they say the same. */
interface Judgement {
  readonly relation: Relation;
  readonly why: string;
}

/** Figures that differ: within a ledger, and between ledgers of groups that can be confused. */
export function figureDisagreements(
  ledgers: readonly OpenLedger[],
  context: StoryContext,
): Disagreement[] {
  const current = ledgers.filter((one) => !one.background && !one.part);
  const out: Disagreement[] = [];
  for (const ledger of current) out.push(...within(ledger, context));
  const byMeasure = new Map<string, OpenLedger[]>();
  for (const one of current) {
    // A price is no count: prices of different goods are not confused.
    if (one.ledger.measure === "price" || one.ledger.measure === "other") continue;
    const list = byMeasure.get(one.ledger.measure);
    if (list) list.push(one);
    else byMeasure.set(one.ledger.measure, [one]);
  }
  for (const same of byMeasure.values()) out.push(...between(same, context));
  return out;
}

function subject({ ledger }: OpenLedger, context: StoryContext): string {
  const place = context.nameOf(ledger.place);
  return `${ledger.measure}, ${ledger.counted}${place ? `, ${place}` : ""}`;
}

function position(row: Row, context: StoryContext, counted?: string): Position {
  const value = formatValue(row.row.value);
  return positionOf(row.claims, counted ? `${value} ${counted}` : value, context);
}

/** Each other row is held against the weightiest; and rows of one day against each other. */
function within(open: OpenLedger, context: StoryContext): Disagreement[] {
  const rows = open.rows.filter((row) => !row.denied);
  const [best] = [...rows].sort(byWeight);
  if (!best) return [];
  const judged = new Map<string, { judgement: Judgement; rows: Row[] }>();
  for (const row of rows) {
    if (row === best) continue;
    const judgement = judge(row, best, open.ledger.counted);
    if (!judgement) continue;
    const known = judged.get(judgement.relation);
    if (known) known.rows.push(row);
    else judged.set(judgement.relation, { judgement, rows: [row] });
  }
  const out = [...judged.values()].map(({ judgement, rows: others }) =>
    disagreement(
      "figure",
      judgement.relation,
      subject(open, context),
      [...others, best].map((row) => position(row, context)),
      judgement.why,
    ),
  );
  for (const clash of clashes(rows, best)) {
    out.push(
      disagreement(
        "figure",
        "contradicts",
        subject(open, context),
        clash.map((row) => position(row, context)),
        WORDING.why.sameDayFigures(open.ledger.counted),
      ),
    );
  }
  return out;
}

function judge(row: Row, best: Row, counted: string): Judgement | null {
  const [a, b] = [row.row.value, best.row.value];
  if (a.min === b.min && a.max === b.max) return null;
  if (a.max === 0 || b.max === 0) return { relation: "undecided", why: WORDING.why.noneOrSome };
  if (row.speaker === best.speaker && row.saidDay !== best.saidDay && row.speaker !== "report") {
    const name = best.row.speaker.name;
    return { relation: "updates", why: WORDING.why.sameSpeakerLater(name) };
  }
  if (compatible(a, b)) {
    // Two open wordings ("dozens", "more than 100") neither refine nor exclude each other.
    const exact = a.hedge === "exact" || b.hedge === "exact";
    return exact ? { relation: "vaguer", why: WORDING.why.vaguerFigure } : null;
  }
  if (row.saidDay === null || best.saidDay === null) {
    return { relation: "undecided", why: WORDING.why.noDays };
  }
  if (row.saidDay === best.saidDay) {
    return { relation: "contradicts", why: WORDING.why.sameDayFigures(counted) };
  }
  const [first, last] = row.saidDay < best.saidDay ? [a, b] : [b, a];
  return isLower(first, last)
    ? { relation: "updates", why: WORDING.why.laterAndHigher }
    : { relation: "undecided", why: WORDING.why.laterLower };
}

function isLower(a: Value, b: Value): boolean {
  return (a.max ?? a.min ?? 0) <= (b.min ?? b.max ?? 0);
}

/** Rows of one day that cannot both hold, other than with the weightiest, which is judged above. */
function clashes(rows: readonly Row[], best: Row): Row[][] {
  const byDay = new Map<number, Row[]>();
  for (const row of rows) {
    if (row.saidDay === null || row === best || row.saidDay === best.saidDay) continue;
    const list = byDay.get(row.saidDay);
    if (list) list.push(row);
    else byDay.set(row.saidDay, [row]);
  }
  return [...byDay.values()].filter(
    (day) =>
      day.length > 1 && day.some((row) => !compatible(row.row.value, (day[0] as Row).row.value)),
  );
}

/** Families larger than this are not compared pair by pair: the ledger shows them. */
const MOST_COMPARED = 12;

/** Groups told apart: police within security forces, protesters beside them. */
function between(ledgers: readonly OpenLedger[], context: StoryContext): Disagreement[] {
  const compared = ledgers.filter((one) => bestRow(one) !== null).slice(0, MOST_COMPARED);
  const found = new Map<
    string,
    { relation: Relation; family: string; why: Set<string>; of: Set<OpenLedger> }
  >();
  for (let i = 0; i < compared.length; i++) {
    for (let j = i + 1; j < compared.length; j++) {
      const [a, b] = [compared[i] as OpenLedger, compared[j] as OpenLedger];
      const judgement = judgeLedgers(a, b, context);
      if (!judgement) continue;
      const family = judgement.relation === "other-group" ? "" : familyKey(a, b);
      const key = `${judgement.relation}|${family}`;
      const known = found.get(key) ?? {
        relation: judgement.relation,
        family,
        why: new Set<string>(),
        of: new Set<OpenLedger>(),
      };
      known.why.add(judgement.why);
      known.of.add(a).add(b);
      found.set(key, known);
    }
  }
  const measure = ledgers[0]?.ledger.measure ?? "other";
  return [...found.values()].map(({ relation, family, why, of }) =>
    disagreement(
      "figure",
      relation,
      family ? `${measure}, ${family}` : measure,
      [...of].map((one) => {
        const counted = [one.ledger.counted, context.nameOf(one.ledger.place)].filter(Boolean);
        return position(bestRow(one) as Row, context, counted.join(", "));
      }),
      [...why].join("; "),
    ),
  );
}

function bestRow(open: OpenLedger): Row | null {
  return [...open.rows].filter((row) => !row.denied).sort(byWeight)[0] ?? null;
}

function familyKey(a: OpenLedger, b: OpenLedger): string {
  const [x, y] = [familyOf(plain(a)), familyOf(plain(b))];
  return x === "persons" ? y : x;
}

/** The counted noun without the body it belongs to. */
function plain(open: OpenLedger): string {
  return open.ledger.counted.replace(/ \(.*\)$/, "");
}

function judgeLedgers(a: OpenLedger, b: OpenLedger, context: StoryContext): Judgement | null {
  const relation = compareGroups(plain(a), plain(b));
  const [rowA, rowB] = [bestRow(a) as Row, bestRow(b) as Row];
  switch (relation) {
    case "same":
      // Members of one body are part of those counted without it; of two bodies, nothing is known.
      if (a.ledger.counted !== b.ledger.counted) {
        if (a.ledger.counted !== plain(a) && b.ledger.counted !== plain(b)) return null;
        const [narrow, wide] = a.ledger.counted === plain(a) ? [b, a] : [a, b];
        return judgeNested(narrow, bestRow(narrow) as Row, wide, bestRow(wide) as Row);
      }
      return judgePlaces(a, b, context);
    case "other":
      return samePlace(a, b) && familyOf(plain(a)) !== familyOf(plain(b))
        ? { relation: "other-group", why: WORDING.why.otherGroup }
        : null;
    case "contested":
      return compatible(rowA.row.value, rowB.row.value)
        ? {
            relation: "undecided",
            why: WORDING.why.contestedGroup(a.ledger.counted, b.ledger.counted),
          }
        : null;
    case "crossing":
      return null;
    case "narrower":
      return judgeNested(a, rowA, b, rowB);
    case "wider":
      return judgeNested(b, rowB, a, rowA);
  }
}

function samePlace(a: OpenLedger, b: OpenLedger): boolean {
  return a.ledger.place === b.ledger.place || a.ledger.place === null || b.ledger.place === null;
}

/** A part may not be more than its whole, unless it was counted later. */
function judgeNested(
  narrow: OpenLedger,
  part: Row,
  wide: OpenLedger,
  whole: Row,
  why = WORDING.why.narrowerGroup(narrow.ledger.counted, wide.ledger.counted),
): Judgement | null {
  // Everybody is a person; and "persons" that are fewer than some of them were others.
  if (plain(wide) === "persons" && plain(narrow) !== "persons") return null;
  const most = whole.row.value.max;
  const least = part.row.value.min;
  if (most === null || least === null || least <= most) {
    return { relation: "narrower", why };
  }
  if (part.saidDay !== null && whole.saidDay !== null && part.saidDay !== whole.saidDay) {
    return part.saidDay > whole.saidDay
      ? { relation: "updates", why: WORDING.why.laterAndHigher }
      : { relation: "undecided", why: WORDING.why.laterLower };
  }
  if (part.saidDay === null || whole.saidDay === null) {
    return { relation: "undecided", why: WORDING.why.noDays };
  }
  return { relation: "contradicts", why: WORDING.why.sameDayFigures(wide.ledger.counted) };
}

function judgePlaces(a: OpenLedger, b: OpenLedger, context: StoryContext): Judgement | null {
  const [placeA, placeB] = [a.ledger.place, b.ledger.place];
  if (placeA === placeB) return null;
  const whole = context.mainCountry;
  const narrow =
    placeA !== null && (placeB === null || context.liesWithin(placeA, placeB))
      ? a
      : placeB !== null && (placeA === null || context.liesWithin(placeB, placeA))
        ? b
        : null;
  if (!narrow) return null;
  const wide = narrow === a ? b : a;
  const wideName = context.nameOf(wide.ledger.place ?? whole) ?? WORDING.everywhere;
  const why = WORDING.why.narrowerPlace(context.nameOf(narrow.ledger.place) ?? "", wideName);
  return judgeNested(narrow, bestRow(narrow) as Row, wide, bestRow(wide) as Row, why);
}
