import type { Disagreement, Measure, Message, Value } from "../core/contract.js";
import { compatible } from "../core/value.js";
import { type Row, toldLater } from "./ledger-rows.js";
import { NEVER_FALLS } from "./never-falls.js";
import { counted, message, name } from "./wording.js";

/** How one figure stands to another; the reason is one of the account's sentences. */
export interface Judgement {
  readonly relation: Disagreement["relation"];
  readonly why: Message;
}

/** How one figure of a ledger stands to another of it; null where there is nothing to say. */
export function judgeRows(a: Row, b: Row, measure: Measure, group: string): Judgement | null {
  const [x, y] = [a.row.value, b.row.value];
  if (x.min === y.min && x.max === y.max) return null;
  const isSameVoice = a.speaker === b.speaker && a.isNamed && b.isNamed;
  // One voice that gives two numbers in one report counts two things, or corrects itself there.
  if (a.claims.some((one) => b.claims.some((other) => one.report === other.report))) {
    if (
      a.speaker === b.speaker ||
      a.row.speaker.kind === "report" ||
      b.row.speaker.kind === "report"
    ) {
      return null;
    }
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
  if (!isOrdered) {
    if (isSameVoice) return null;
    if (a.saidDay === null || b.saidDay === null) {
      return { relation: "undecided", why: message("noDays") };
    }
    if (!areOfOneHappening(a, b)) return { relation: "undecided", why: message("whichHappening") };
    return {
      relation: "contradicts",
      why: message("sameDayFigures", { counted: counted(group) }),
    };
  }
  if (isSameVoice) return judgeSameSpeaker(first, last, measure);
  if (isLower(first.row.value, last.row.value)) {
    return { relation: "updates", why: message("laterAndHigher") };
  }
  if (!NEVER_FALLS.has(measure)) return { relation: "updates", why: message("laterFewer") };
  if (!areOfOneHappening(a, b)) return { relation: "undecided", why: message("whichHappening") };
  return {
    relation: "contradicts",
    why: message("laterLower", { speaker: name(last.row.speaker.name || group) }),
  };
}

/**
 * Both are told of the same day by words of their own, by speakers with names, or in one report: else two raids on one
 * town may be meant, and what looks like a contradiction is none.
 */
function areOfOneHappening(a: Row, b: Row): boolean {
  const reports = new Set(a.claims.map((claim) => claim.report));
  if (b.claims.some((claim) => reports.has(claim.report))) return true;
  const [x, y] = [a.row.happened, b.row.happened];
  const isDated = x?.start && y?.start && x.end && y.end;
  // Who is named speaks of the story's own happening, where no day tells of another.
  if (!isDated || (x.basis === "inherited" && y.basis === "inherited")) {
    return a.isNamed && b.isNamed;
  }
  return x.start <= y.end && y.start <= x.end;
}

/** One report sets two figures against each other side by side, not paragraphs apart. */
const TOGETHER_CHARACTERS = 200;

function areToldTogether(a: Row, b: Row): boolean {
  const pairs = a.claims.flatMap((one) =>
    b.claims.filter((other) => other.report === one.report).map((other) => [one, other] as const),
  );
  const others =
    a.claims.some((one) => !b.claims.some((other) => other.report === one.report)) ||
    b.claims.some((one) => !a.claims.some((other) => other.report === one.report));
  if (others) return true;
  return pairs.some(([one, other]) => {
    const gap = Math.max(one.sentence[0] - other.sentence[1], other.sentence[0] - one.sentence[1]);
    return gap <= TOGETHER_CHARACTERS;
  });
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

/** "Hundreds" may be said of 196: a count word reaches down to half of its number. */
function canBeOne(a: Value, b: Value): boolean {
  return compatible(loosened(a), loosened(b));
}

function loosened(value: Value): Value {
  return value.hedge === "vague" && value.min !== null ? { ...value, min: value.min / 2 } : value;
}

export function isLower(a: Value, b: Value): boolean {
  return (a.max ?? a.min ?? 0) <= (b.min ?? b.max ?? 0);
}
