import { argumentOfNoun, argumentOfVerb } from "./argument.js";
import type { Clauses } from "./clause.js";
import { type Draft, draftOf } from "./draft.js";
import { isNoCrowd } from "./fits.js";
import { modalityOf } from "./modality.js";
import type { QuantityAnnotation } from "./quantity.js";
import { isRate, isRateBefore } from "./rate.js";
import type { DeedWord } from "./role.js";
import { agrees } from "./subject.js";

/** Tokens from those counted to the verb behind them. */
const BEFORE_REACH = 9;
/** Tokens from a deed to the hospital it needs, on either side. */
const NEEDED_REACH = 10;
/** Tokens from one count to another joined to it. */
const JOINED_REACH = 4;

/** Whoever bears arms counts in an event, however few they are. */
const ARMED: ReadonlySet<string> = new Set([
  "militants",
  "fighters",
  "soldiers",
  "attackers",
  "rebels",
  "gunmen",
]);

/**
 * Persons whom nothing befell, yet whose number is told, by what they did or what was done with them:
 * شارك 400 جندي, انضم 200 مقاتل, حوكم 12 متهما. Read behind every harm: what a harm counts
 * stays with it.
 */
export function readDeeds(clauses: Clauses): void {
  for (const at of clauses.cued) {
    const deed = clauses.role(at)?.deed;
    if (deed?.enclitic !== "" || clauses.covering(at) || clauses.isInsideName(at)) continue;
    if (clauses.has(at - 1, "negation") || !isFulfilled(clauses, at, deed)) continue;
    const quantity = countedOf(clauses, at, deed);
    if (!quantity) continue;
    const head = tell(clauses, quantity, deed, at);
    if (head) readJoinedCount(clauses, head, deed, at);
  }
}

function isFulfilled(clauses: Clauses, at: number, { needs }: DeedWord): boolean {
  if (!needs) return true;
  for (let to = at - 1; to > at - NEEDED_REACH && !clauses.isHardStop(to); to--)
    if (clauses.has(to, needs)) return true;
  return clauses.isMet(at, needs);
}

function countedOf(clauses: Clauses, at: number, deed: DeedWord): QuantityAnnotation | null {
  const behind = clauses.cue(at)?.last ?? at + 1;
  // Whoever takes part is no agent of anything: soldiers make a crowd here, as they do not in a meeting.
  const word = { ...deed, measure: "other" as const, needs: null };
  const argument =
    deed.kind === "noun"
      ? argumentOfNoun(clauses, behind, word)
      : argumentOfVerb(clauses, behind, word);
  const found = argument?.quantity ?? null;
  if (found && isCounted(clauses, found, deed)) return found;
  // 300 موظف يغادرون الشركة: in the present the subject in front tells a habit.
  const mayFollow =
    deed.kind === "verb" &&
    deed.voice === "subject" &&
    (!deed.present || deed.needs === "hospital");
  if (found || !mayFollow) return null;
  return countedBefore(clauses, at, deed);
}

/** ثلاثة آلاف مقاتل، موالين للحكومة، شاركوا: the verb agrees with those counted before it. */
function countedBefore(clauses: Clauses, at: number, deed: DeedWord): QuantityAnnotation | null {
  for (let to = at - 1; to > at - BEFORE_REACH && !clauses.isHardStop(to); to--) {
    const quantity = clauses.covering(to);
    if (!quantity) {
      if (clauses.has(to, "that") || clauses.isVerb(to) || clauses.harm(to)) return null;
      continue;
    }
    if (quantity.last > at || !agrees(deed, quantity)) return null;
    const related = clauses.has(quantity.last, "relative");
    if (clauses.isPrepositional(quantity) && !related) return null;
    return isCounted(clauses, quantity, deed) ? quantity : null;
  }
  return null;
}

function isCounted(clauses: Clauses, quantity: QuantityAnnotation, deed: DeedWord): boolean {
  const { value, first, last } = quantity;
  if (value.definite || value.plain || value.form === "one-of" || !clauses.isFree(quantity))
    return false;
  if (value.medicalCase && deed.measure !== "hospitalised") return false;
  const isOfPersons =
    value.sort === "person" ||
    (value.sort === "victim" && value.measure !== "killed" && value.measure !== "casualties") ||
    (value.sort === null && (value.form === "vague" || value.others));
  // انقطع التيار عن 200 ألف منزل: and so those who live there.
  const areHomes = deed.things && value.counted === "houses" && value.form === "number";
  if (!(isOfPersons || areHomes) || isRate(clauses, last) || clauses.has(first - 1, "per"))
    return false;
  // شارك 22 لاعبا: who takes part in a match or a course is no crowd.
  const isArmed = ARMED.has(value.counted ?? "");
  if (deed.measure === "crowd" && (value.ofThem || (!isArmed && isNoCrowd(value)))) return false;
  // انتشال أربعة أشخاص أحياء: who is alive is no body, however few they are.
  const isAlive = [0, 1].some((steps) => clauses.has(last + steps, "alive"));
  const least = isAlive ? 1 : deed.least;
  return isArmed || (value.value.min ?? value.value.max ?? 0) >= least;
}

function tell(
  clauses: Clauses,
  quantity: QuantityAnnotation,
  deed: DeedWord,
  at: number,
): Draft | null {
  if (deed.present && isRateBefore(clauses, at, quantity.first)) return null;
  const modality = modalityOf(clauses, at, deed);
  return clauses.add(draftOf(quantity, deed.measure, "figure.deed", { modality }));
}

/** 400 جندي و30 شرطيا: more of them, joined by و. */
function readJoinedCount(clauses: Clauses, head: Draft, deed: DeedWord, at: number): void {
  let from = head.last;
  for (let to = from; to < from + JOINED_REACH; to++) {
    const quantity = clauses.quantityAt(to);
    if (!quantity) {
      if (clauses.isBoundary(to) || clauses.isComma(to) || clauses.has(to, "parts")) return;
      continue;
    }
    if (!quantity.value.joined || !isCounted(clauses, quantity, { ...deed, least: 0 })) return;
    tell(clauses, quantity, deed, at);
    from = quantity.last;
    to = from - 1;
  }
}
