import type { Disagreement } from "../../core/contract.js";
import { compatible, sameBounds } from "../../core/value.js";
import type { StoryContext } from "../context.js";
import { disagreement, formatValue, type Position, positionOf } from "../disagreements/position.js";
import { mainRow } from "../ledger/figure-rules.js";
import type { OpenLedger } from "../ledger/ledger.js";
import { type Row, toldLater } from "../ledger/rows.js";
import { incidentsOf } from "../scenes/incidents.js";
import { TELLING_NUMBER } from "../scenes/scene.js";
import { counted, measure, message, name } from "../wording.js";
import { isLower } from "./compare-values.js";
import { compareGroups, familyOf, groupsOf } from "./counted.js";
import { areNear, areToldOfOne } from "./rivals.js";

type Relation = Disagreement["relation"];
type Message = ReturnType<typeof message>;

interface Compared {
  readonly open: OpenLedger;
  readonly best: Row;
}

/** What two ledgers of one measure come to; `narrow` is part of `wide` where one is. */
interface Pairing {
  readonly relation: Relation;
  readonly narrow: Compared;
  readonly wide: Compared;
  readonly reason: "group" | "place" | "more" | "later" | "lower" | "contested" | "other";
}

/** Families larger than this are not compared pair by pair: the ledger shows them. */
const MOST_COMPARED = 12;

/** Groups told apart: police within security forces, protesters beside them. */
export function compareLedgers(
  ledgers: readonly OpenLedger[],
  context: StoryContext,
): Disagreement[] {
  // Where many things happen, the dead of two groups are more likely of two happenings.
  if (!incidentsOf(context).isFocused) return [];
  const compared = ledgers
    .flatMap((open): Compared[] => {
      const best = mainRow(open.rows, context);
      return best ? [{ open, best }] : [];
    })
    .slice(0, MOST_COMPARED);
  const found = new Map<string, { family: string; pairs: Pairing[] }>();
  for (let i = 0; i < compared.length; i++) {
    for (let j = i + 1; j < compared.length; j++) {
      const pair = pairUp(compared[i] as Compared, compared[j] as Compared, context);
      if (!pair) continue;
      // A family of groups is one matter, with its parts: what is updated and what narrower in it.
      const alone = pair.reason === "other" || pair.reason === "contested";
      const family = alone ? "" : familyKey(pair);
      const key = alone ? pair.relation : `|${family}`;
      const known = found.get(key) ?? { family, pairs: [] };
      known.pairs.push(pair);
      found.set(key, known);
    }
  }
  return [...found.values()].map((one) => tell(one, compared, context));
}

/** What relates the pairs of a family: the gravest of what they come to. */
const GRAVEST: readonly Relation[] = ["contradicts", "undecided", "updates", "narrower"];

function tell(
  { family, pairs }: { readonly family: string; readonly pairs: readonly Pairing[] },
  compared: readonly Compared[],
  context: StoryContext,
): Disagreement {
  const [first] = pairs as [Pairing];
  const relation =
    GRAVEST.find((one) => pairs.some((pair) => pair.relation === one)) ?? first.relation;
  const told = compared.filter((one) =>
    pairs.some(({ narrow, wide }) => narrow === one || wide === one),
  );
  const of = first.reason === "other" ? widestOfEach(told) : told;
  const subject = [measure(first.narrow.open.ledger.measure), ...(family ? [counted(family)] : [])];
  const positions = of.map((one) => position(one, context));
  return disagreement("figure", relation, subject, positions, reasonsOf(pairs, context));
}

/** Where families stand beside each other, one group speaks for each: the widest, of equals the most. */
function widestOfEach(told: readonly Compared[]): Compared[] {
  const byFamily = new Map<string, Compared>();
  for (const one of told) {
    const family = familyOf(one.open.noun);
    const known = byFamily.get(family);
    if (!known || isWiderThan(one, known)) byFamily.set(family, one);
  }
  return told.filter((one) => byFamily.get(familyOf(one.open.noun)) === one);
}

function isWiderThan(a: Compared, b: Compared): boolean {
  const relation = compareGroups(a.open.noun, b.open.noun);
  if (relation === "wider" || relation === "narrower") return relation === "wider";
  return (a.best.row.value.min ?? 0) > (b.best.row.value.min ?? 0);
}

function position({ open, best }: Compared, context: StoryContext): Position {
  const where = context.nameOf(open.ledger.place);
  const words = [open.ledger.counted, ...(where ? [where] : [])].join(", ");
  return positionOf(best.claims, `${formatValue(best.row.value)} ${words}`, context);
}

/** One sentence a reason, the gravest first; groups that are part of one wider group are told together. */
function reasonsOf(pairs: readonly Pairing[], context: StoryContext): Message[] {
  const out: Message[] = [];
  const nouns = (list: readonly Compared[]): string[] => [
    ...new Set(list.map(({ open }) => open.ledger.counted)),
  ];
  const of = (reason: Pairing["reason"]): Pairing[] => pairs.filter((one) => one.reason === reason);
  for (const { narrow, wide } of of("more")) {
    out.push(
      message("moreThanWhole", {
        narrow: counted(narrow.open.ledger.counted),
        wide: counted(wide.open.ledger.counted),
      }),
    );
  }
  for (const { narrow, wide } of of("lower")) {
    const last = toldLater(narrow.best, wide.best) ? wide.best : narrow.best;
    out.push(message("sameSpeakerLower", { speaker: name(last.row.speaker.name) }));
  }
  for (const { narrow, wide } of of("later")) {
    const [before, after] = toldLater(narrow.best, wide.best) ? [narrow, wide] : [wide, narrow];
    out.push(
      message("laterGroup", {
        before: counted(before.open.ledger.counted),
        after: counted(after.open.ledger.counted),
      }),
    );
  }
  const groups = of("group");
  const widest = groups.filter(({ wide }) => !groups.some(({ narrow }) => narrow === wide));
  for (const wide of new Set(widest.map((one) => one.wide))) {
    const parts = nouns(widest.filter((one) => one.wide === wide).map(({ narrow }) => narrow));
    out.push(
      message("narrowerGroup", {
        narrow: counted(...parts),
        wide: counted(wide.open.ledger.counted),
      }),
    );
  }
  for (const { narrow, wide } of of("place").slice(0, 1)) {
    const outer = context.nameOf(wide.open.ledger.place ?? context.mainCountry);
    out.push(
      message("narrowerPlace", {
        narrow: name(context.nameOf(narrow.open.ledger.place) ?? ""),
        wide: name(outer ?? ""),
      }),
    );
  }
  const contested = of("contested");
  if (contested.length > 0) {
    const accused = nouns(contested.map(({ narrow }) => narrow));
    const others = nouns(contested.map(({ wide }) => wide));
    out.push(message("contestedGroup", { a: counted(...accused), b: counted(...others) }));
  }
  if (of("other").length > 0) out.push(message("otherGroup"));
  const unique = new Map(out.map((one) => [JSON.stringify(one), one]));
  return [...unique.values()];
}

function familyKey({ narrow, wide }: Pairing): string {
  const [x, y] = [familyOf(narrow.open.noun), familyOf(wide.open.noun)];
  return x === "persons" ? y : x;
}

function pairUp(a: Compared, b: Compared, context: StoryContext): Pairing | null {
  const [nounA, nounB] = [a.open.noun, b.open.noun];
  if (a.best.isListed || b.best.isListed || !areToldOfOne(a.best, b.best, context)) return null;
  // Counts of two happenings are compared only as a town's is with its country's.
  if (!areOneHappening(a, b)) {
    return a.open.ledger.counted === b.open.ledger.counted ? byPlaces(a, b, context) : null;
  }
  switch (compareGroups(nounA, nounB)) {
    case "same": {
      const [countedA, countedB] = [a.open.ledger.counted, b.open.ledger.counted];
      if (countedA === countedB) return null;
      // Members of one body are part of those counted without it; of two bodies, nothing is known.
      if (countedA !== nounA && countedB !== nounB) return null;
      // In a war both sides have fighters: those of whom no side is told may be the other's.
      if (hasMilitants(nounA)) return null;
      return countedA === nounA ? nested(b, a, "group") : nested(a, b, "group");
    }
    case "other":
      if (hasMilitants(nounA) || hasMilitants(nounB)) return null;
      // Told of two places that are not known to be one, they are of two happenings.
      if (arePlaced(a, b) && !areNear(a.best, b.best, context)) return null;
      return !areToldSideBySide(a, b) && !areEqual(a, b) && familyOf(nounA) !== familyOf(nounB)
        ? { relation: "other-group", narrow: a, wide: b, reason: "other" }
        : null;
    case "contested": {
      if (!areOfOneSize(a, b)) return null;
      if (!compatible(a.best.row.value, b.best.row.value)) return null;
      // One or two of either are like one another in any two happenings.
      if (![a, b].every(({ best }) => (best.row.value.min ?? 0) >= TELLING_NUMBER)) return null;
      const isAccused = (one: Compared): boolean =>
        compareGroups(one.open.noun, "attackers") === "same" || one.open.noun.includes("militants");
      const [narrow, wide] = isAccused(a) ? [a, b] : [b, a];
      return { relation: "undecided", narrow, wide, reason: "contested" };
    }
    case "crossing":
      return null;
    case "narrower":
      return hasMilitants(nounB) ? null : nested(a, b, "group");
    case "wider":
      return hasMilitants(nounA) ? null : nested(b, a, "group");
  }
}

const arePlaced = (...compared: readonly Compared[]): boolean =>
  compared.every(({ best }) => best.scenes.some(({ place }) => place !== null));

/** A report that tells both tells them apart: its reader does not take the one for the other. */
function areToldSideBySide(a: Compared, b: Compared): boolean {
  const reports = new Set(a.open.rows.flatMap((row) => row.claims.map((claim) => claim.report)));
  return b.open.rows.some((row) => row.claims.some((claim) => reports.has(claim.report)));
}

function isLinked(part: Compared, whole: Compared): boolean {
  const totals = new Set(whole.open.rows.flatMap((row) => row.row.claims));
  return part.open.rows.some((row) =>
    row.claims.some((claim) => claim.figure?.partOf && totals.has(claim.figure.partOf)),
  );
}

const areOneHappening = (a: Compared, b: Compared): boolean => a.open.incident === b.open.incident;

/** Fighters fall in many fights at once, on either side. */
const hasMilitants = (noun: string): boolean => groupsOf(noun).includes("militants");

/** The same number of two groups of one happening is more likely one group under two names. */
const areEqual = (a: Compared, b: Compared): boolean =>
  sameBounds(a.best.row.value, b.best.row.value);

/** All that is told of both stands in one report. */
const isOfOneReport = (a: Compared, b: Compared): boolean =>
  new Set([a, b].flatMap(({ open }) => open.rows.flatMap(reportsOf))).size === 1;

const reportsOf = ({ claims }: Row): string[] => claims.map(({ report }) => report);

/** Numbers of which one is ten times the other do not count the same people. */
const ANOTHER_SIZE = 10;

function areOfOneSize(a: Compared, b: Compared): boolean {
  const [x, y] = [a.best.row.value, b.best.row.value].map((value) => value.min ?? value.max ?? 0);
  return Math.max(x ?? 0, y ?? 0) < Math.max(1, Math.min(x ?? 0, y ?? 0)) * ANOTHER_SIZE;
}

/** A part may not be more than its whole, unless it was counted later. */
function nested(narrow: Compared, wide: Compared, reason: "group" | "place"): Pairing | null {
  // Everybody is a person; and "persons" that are fewer than some of them were others.
  if (wide.open.noun === "persons" && narrow.open.noun !== "persons") return null;
  const [part, whole] = [narrow.best, wide.best];
  const isSameVoice = part.speaker === whole.speaker && part.isNamed && whole.isNamed;
  const most = whole.row.value.max;
  const least = part.row.value.min;
  const pairing = { narrow, wide };
  // The same people, named less closely.
  if (areEqual(narrow, wide)) return null;
  // One voice that tells the two beside each other, and not the one as part of the other, counts others.
  const isOneVoice = narrow.best.speaker === wide.best.speaker;
  if (isOneVoice && areToldSideBySide(narrow, wide) && !isLinked(narrow, wide)) return null;
  if (most === null || least === null || least <= most) {
    // Who tells the part as one of the whole, and nobody else tells either, differs from nobody.
    if (isLinked(narrow, wide) && isOfOneReport(narrow, wide)) return null;
    // The wider group was counted later, and by no fewer: it takes the earlier count in.
    const grew = reason === "group" && part.saidDay !== whole.saidDay && toldLater(part, whole);
    return grew && whole.row.value.hedge === "exact" && isLower(part.row.value, whole.row.value)
      ? { relation: "updates", ...pairing, reason: "later" }
      : { relation: "narrower", ...pairing, reason };
  }
  // Who tells more of the part than of the whole, and is at no pains to tell why, tells of two happenings.
  if (areToldSideBySide(narrow, wide) && !isLinked(narrow, wide)) return null;
  // More in a part of the place than in the whole, or in no stated place: two happenings.
  if (reason === "place" || part.row.value.hedge === "vague") return null;
  if (narrow.open.ledger.place === null || wide.open.ledger.place === null) return null;
  if (toldLater(whole, part)) return { relation: "updates", ...pairing, reason: "later" };
  if (toldLater(part, whole)) {
    return { relation: "undecided", ...pairing, reason: isSameVoice ? "lower" : "more" };
  }
  return { relation: "contradicts", ...pairing, reason: "more" };
}

function byPlaces(a: Compared, b: Compared, context: StoryContext): Pairing | null {
  const [placeA, placeB] = [a.open.ledger.place, b.open.ledger.place];
  if (placeA === placeB) return null;
  const isOuter = (outer: string | null, inner: string | null): boolean =>
    inner !== null && (outer === null || context.liesWithin(inner, outer));
  const narrow = isOuter(placeB, placeA) ? a : isOuter(placeA, placeB) ? b : null;
  if (!narrow) return null;
  // One person who died elsewhere is nobody's count of a place.
  const { max } = narrow.best.row.value;
  if (max !== null && max <= 1) return null;
  // Only a report that links the two tells that the one is part of the other's count.
  if (!isLinked(a, b) && !isLinked(b, a)) return null;
  return narrow === a ? nested(a, b, "place") : nested(b, a, "place");
}
