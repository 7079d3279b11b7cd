import type { Measure } from "../../core/contract.js";
import { argumentOfNoun, argumentOfVerb, REACH } from "./argument.js";
import type { Clauses } from "./clause.js";
import type { HarmWord } from "./cue.js";
import { readJoined } from "./joined.js";
import { agrees, readSubjectBefore, standsAlone } from "./subject.js";
import { take } from "./take.js";

/** Reads what harm words govern: verbs and verbal nouns, to the right or, by agreement, to the left. */
export function readFrames(clauses: Clauses): void {
  for (let at = clauses.first; at < clauses.last; at++) {
    const harm = clauses.harm(at);
    const cue = clauses.cue(at);
    if (!harm || !cue || harm.enclitic !== "") continue;
    if (isInsideQuantity(clauses, at)) continue;
    const second = clauses.harm(cue.last);
    // مقتل وإصابة 60, قتل وأصيب 30: the two share what follows.
    const shares =
      second?.conjunction === "و" &&
      second.enclitic === "" &&
      // مقتل وجرح ستة: جرح may be read as a verb, yet no verb stands between a head and its noun.
      (second.kind === harm.kind || harm.kind === "noun");
    if (second && shares && !hasSubjectBefore(clauses, at, harm, second)) {
      const shared = combine(harm.measure, second.measure);
      const next = clauses.cue(cue.last)?.last ?? cue.last + 1;
      if (shared && readFrame(clauses, at, next, { ...second, kind: harm.kind, measure: shared })) {
        at = next - 1;
        continue;
      }
    }
    readFrame(clauses, at, cue.last, harm);
  }
}

/** امرأة قُتلت وأصيبت طفلة: the first verb has a subject of its own before it. */
function hasSubjectBefore(clauses: Clauses, at: number, harm: HarmWord, second: HarmWord): boolean {
  if (harm.kind !== "verb") return false;
  if (harm.number !== second.number) return true;
  for (let to = at - 1; to >= at - 4; to--) {
    const quantity = clauses.quantityAt(to);
    if (quantity?.last === at && standsAlone(clauses, quantity)) return agrees(harm, quantity);
  }
  return false;
}

/** A harm word that is the counted noun of a quantity (إصابة in 20 إصابة) governs nothing. */
function isInsideQuantity(clauses: Clauses, at: number): boolean {
  const quantity = clauses.covering(at);
  if (!quantity) return false;
  // إصابة خطيرة is a victim by itself and governs nothing.
  if (quantity.first === at && quantity.value.plain) return quantity.value.sort === "victim";
  return true;
}

/** Dead and wounded in one count are casualties; one and the same measure stays. */
function combine(a: Measure, b: Measure): Measure | null {
  if (a === b) return a;
  const both = new Set([a, b]);
  return both.has("killed") && both.has("injured") ? "casualties" : null;
}

function readFrame(clauses: Clauses, at: number, behind: number, harm: HarmWord): boolean {
  if (isNegated(clauses, at) || isAttempt(clauses, at)) return false;
  if (!isFulfilled(clauses, at, harm)) return false;
  const isBehind = harm.kind === "verb" && (harm.number === "plural" || harm.number === "dual");
  if (isBehind && readSubjectBefore(clauses, at, harm)) return true;
  // وقتلوا أكثر من 16 مسلحا: they who killed were told before.
  if (isBehind && (harm.voice === "subject" || harm.needs)) return false;
  const found =
    harm.kind === "verb"
      ? argumentOfVerb(clauses, behind, harm)
      : argumentOfNoun(clauses, behind, harm);
  if (!found) return harm.kind === "verb" && !isBehind && readSubjectBefore(clauses, at, harm);
  const head = take(clauses, found, harm, at);
  if (!head) return false;
  readJoined(clauses, head, harm);
  return true;
}

function isNegated(clauses: Clauses, at: number): boolean {
  return clauses.has(at - 1, "negation");
}

/** محاولة اغتيال وزير: nothing happened to anybody yet. */
function isAttempt(clauses: Clauses, at: number): boolean {
  return clauses.has(at - 1, "harm.attempt");
}

function isFulfilled(clauses: Clauses, at: number, { needs, after }: HarmWord): boolean {
  if (after) {
    let found = false;
    for (let to = at - 1; to > at - REACH && !clauses.isHardStop(to); to--) {
      if (clauses.has(to, after)) found = true;
    }
    if (!found) return false;
  }
  if (!needs) return true;
  for (let to = at + 1; to < at + REACH && !clauses.isHardStop(to); to++) {
    if (clauses.has(to, needs)) return true;
  }
  return false;
}
