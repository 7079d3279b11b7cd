import type { Claim, Disagreement, Measure, Message, Value } from "../core/contract.js";
import type { StoryContext } from "./context.js";
import { areCombatants } from "./counted.js";
import { incidentsOf } from "./incidents.js";
import { type Row, toldLater } from "./ledger-rows.js";
import { NEVER_FALLS } from "./never-falls.js";
import { canBeOne } from "./one-number.js";
import { comparePlaces } from "./scene-places.js";
import { areDaysApart, type Scene, shareNumber } from "./scenes.js";
import { counted, message, name } from "./wording.js";

/** How one figure stands to another; the reason is one of the account's sentences. */
export interface Judgement {
  readonly relation: Disagreement["relation"];
  readonly why: Message;
}

/** The ledger of two figures. */
export interface OfLedger {
  readonly measure: Measure;
  /** Who is counted. */
  readonly group: string;
  /** The tolls of this happening are told to have risen. */
  readonly isMoving: boolean;
  readonly context: StoryContext;
}

/** How one figure of a ledger stands to another of it; null where there is nothing to say. */
export function judgeRows(a: Row, b: Row, of: OfLedger): Judgement | null {
  const { measure, group } = of;
  const [x, y] = [a.row.value, b.row.value];
  if (x.min === y.min && x.max === y.max) return null;
  // "At least twelve" and "twelve" tell one number.
  if (!areRivals(a, b, of.context) || (x.min === y.min && x.min !== null && x.min > 0)) return null;
  const isSameVoice = a.speaker === b.speaker && a.isNamed && b.isNamed;
  // One voice that gives two numbers in one report counts two things, or corrects itself there.
  const together = pairsOfOneReport(a, b);
  if (together.length > 0) {
    if (a.speaker === b.speaker || together.some((pair) => pair.some(isOwnVoice))) return null;
    if (!areToldTogether(a, b)) return null;
  }
  const [first, last] = toldLater(b, a) ? [b, a] : [a, b];
  const isOrdered = toldLater(first, last);
  if ((x.max === 0) !== (y.max === 0)) return judgeNone(first, isOrdered);
  if (isRounding(x, y) || isRounding(y, x)) {
    return { relation: "vaguer", why: message("roundedFigure") };
  }
  if (canBeOne(x, y)) {
    // Two open wordings ("dozens", "more than 100") neither refine nor exclude each other.
    const refines = x.hedge === "exact" || y.hedge === "exact";
    if (!refines || (isSameVoice && isOrdered)) {
      return isSameVoice && isOrdered ? judgeSameSpeaker(first, last, measure) : null;
    }
    return { relation: "vaguer", why: message("vaguerFigure") };
  }
  const [low, high] = isLower(x, y) ? [a, b] : [b, a];
  // An earlier count that is the higher one was of others.
  if (high.step === "earlier" && low.step === null) return null;
  if (low.step === "earlier" || high.step === "later") {
    return { relation: "updates", why: message("earlierCount") };
  }
  if (!isOrdered) {
    if (isSameVoice) return null;
    if (a.saidDay === null || b.saidDay === null) {
      return { relation: "undecided", why: message("noDays") };
    }
    // Two figures of the day on which a toll rose are more likely its steps than rivals.
    if (of.isMoving && NEVER_FALLS.has(measure) && !areSetAgainst(a, b)) {
      return { relation: "undecided", why: message("movingCount") };
    }
    return {
      relation: "contradicts",
      why: message("sameDayFigures", { counted: counted(group) }),
    };
  }
  if (isSameVoice) return judgeSameSpeaker(first, last, measure);
  if (isLower(first.row.value, last.row.value)) {
    return { relation: "updates", why: message("laterAndHigher") };
  }
  if (!NEVER_FALLS.has(measure)) {
    // From "thousands" to three hundred is no fall, but another count.
    return first.row.value.hedge === "vague"
      ? null
      : { relation: "updates", why: message("laterFewer") };
  }
  const why = message("laterLower", { speaker: name(last.row.speaker.name || group) });
  if (areSetAgainst(a, b)) return { relation: "contradicts", why };
  // A lower count that comes later is as often of some of them: an alarm needs two who answer for it.
  const areAnswerable = a.isNamed && b.isNamed && a.isOfficial && b.isOfficial;
  return { relation: areAnswerable ? "contradicts" : "undecided", why };
}

/**
 * A positive sign that both count the whole of one happening; two figures without one are no rivals,
 * however alike what they count.
 */
export function areRivals(a: Row, b: Row, context: StoryContext): boolean {
  if (a.isEcho || b.isEcho || a.isListed || b.isListed) return false;
  if (areSetAgainst(a, b)) return true;
  // Who tells both, and does not set them against each other, counts two things.
  if (pairsOfOneReport(a, b).length > 0 && a.step === null && b.step === null) return false;
  // "None were hurt" is said of a house or an hour, unless a report was written to say it.
  const isNone = ({ row: { value }, isHeadline }: Row): boolean => value.max === 0 && !isHeadline;
  if (!tells(a) || !tells(b) || isNone(a) || isNone(b)) return false;
  const { value: x } = a.row;
  const { value: y } = b.row;
  if (canBeOne(x, y) && a.isHeadline && b.isHeadline && areThere(a, b)) return true;
  if (a.scenes.some((one) => b.scenes.some((other) => areTied(one, other)))) return true;
  if (x.max === 0 || y.max === 0) return false;
  // Where many things happen, or in two places, one speaker tells of several.
  if (!incidentsOf(context).isFocused || areElsewhere(a, b, context)) return false;
  return a.isNamed && b.isNamed && (a.speaker === b.speaker || (a.isOfficial && b.isOfficial));
}

/** Each is told of places, and none of the one's is near any of the other's. */
function areElsewhere(a: Row, b: Row, context: StoryContext): boolean {
  const places = (row: Row): string[] => row.scenes.flatMap((scene) => scene.place ?? []);
  const [x, y] = [places(a), places(b)];
  if (x.length === 0 || y.length === 0) return false;
  return x.every((one) => y.every((other) => comparePlaces(one, other, context) === "apart"));
}

/** Told of one place, or neither of any. */
const areThere = (a: Row, b: Row): boolean =>
  a.scenes.some((one) => b.scenes.some((other) => one.place === other.place));

const tells = (row: Row): boolean => row.isHeadline || row.isOfficial || row.step !== null;

/** A group and a wider one that one report counts in one breath, or that are rivals. */
export function areToldOfOne(a: Row, b: Row, context: StoryContext): boolean {
  const isShared = a.scenes.some((scene) => b.scenes.includes(scene));
  return (isShared && tells(a) && tells(b)) || areRivals(a, b, context);
}

/**
 * Two reports' scenes share a number besides the one that differs, small ones too where both head
 * their reports; or they head them with one place and day of their own words.
 */
function areTied(a: Scene, b: Scene): boolean {
  if (a.report === b.report) return false;
  if (shareNumber(a, b)) return true;
  if (!a.leads || !b.leads) return false;
  if (a.claims.some((one) => b.claims.some((other) => isSameCount(one, other)))) return true;
  const isThere = a.place !== null && a.place === b.place;
  return isThere && a.days !== null && b.days !== null && !areDaysApart(a.days, b.days);
}

function isSameCount({ figure: x }: Claim, { figure: y }: Claim): boolean {
  return (
    x !== undefined &&
    y !== undefined &&
    x.measure === y.measure &&
    x.value.max !== null &&
    x.value.max > 1 &&
    x.value.min === y.value.min &&
    x.value.max === y.value.max
  );
}

/** "Officials count 46, the paper 52": one report tells both in a breath, by two speakers. */
function areSetAgainst(a: Row, b: Row): boolean {
  // Of fighters one report tells two fights so.
  if (areCombatants(a.claims[0]?.figure?.counted ?? "")) return false;
  return (
    a.speaker !== b.speaker &&
    pairsOfOneReport(a, b).some(
      (pair) => !pair.some(isOwnVoice) && gapOf(pair) <= TOGETHER_CHARACTERS,
    )
  );
}

const gapOf = ([one, other]: readonly [Claim, Claim]): number =>
  Math.max(one.sentence[0] - other.sentence[1], other.sentence[0] - one.sentence[1]);

const isOwnVoice = ({ chain }: Claim): boolean => chain.length < 2;

const pairsOfOneReport = (a: Row, b: Row): (readonly [Claim, Claim])[] =>
  a.claims.flatMap((one) =>
    b.claims.filter((other) => other.report === one.report).map((other) => [one, other] as const),
  );

/** One report sets two figures against each other side by side, not paragraphs apart. */
const TOGETHER_CHARACTERS = 200;

function areToldTogether(a: Row, b: Row): boolean {
  const pairs = pairsOfOneReport(a, b);
  const others =
    a.claims.some((one) => !b.claims.some((other) => other.report === one.report)) ||
    b.claims.some((one) => !a.claims.some((other) => other.report === one.report));
  if (others) return true;
  return pairs.some((pair) => gapOf(pair) <= TOGETHER_CHARACTERS);
}

function judgeNone(first: Row, isOrdered: boolean): Judgement {
  return isOrdered && first.row.value.max === 0
    ? { relation: "updates", why: message("noneOvertaken") }
    : { relation: "contradicts", why: message("noneOrSome") };
}

/** How a speaker's later figure stands to his earlier one. */
export function judgeSameSpeaker(first: Row, last: Row, measure: Measure): Judgement {
  const speaker = name(last.row.speaker.name);
  if (!isLower(first.row.value, last.row.value)) {
    if (!NEVER_FALLS.has(measure)) return { relation: "updates", why: message("laterFewer") };
    return { relation: "undecided", why: message("sameSpeakerLower", { speaker }) };
  }
  const code = toldLater(first, last) ? "sameSpeakerLater" : "sameSpeakerHigher";
  return { relation: "updates", why: message(code, { speaker }) };
}

/** A round number from here on may stand for its neighbours … */
const ROUND_FROM = 50;
/** … that are no farther from it than this share. */
const ROUND_WITHIN = 0.05;

/** "300" beside "297": a round number told for an exact one. */
function isRounding(round: Value, exact: Value): boolean {
  const [r, e] = [round.min, exact.min];
  if (r === null || e === null || round.min !== round.max || exact.min !== exact.max) return false;
  if (r < ROUND_FROM || r === e || r % (r >= 1000 ? 100 : 10) !== 0) return false;
  return e % 10 !== 0 && Math.abs(r - e) / r <= ROUND_WITHIN;
}

export function isLower(a: Value, b: Value): boolean {
  return (a.max ?? a.min ?? 0) <= (b.min ?? b.max ?? 0);
}
