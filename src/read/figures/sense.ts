import { type Clauses, REACH } from "./clause.js";
import type { HarmWord } from "./cue.js";

/** The word in the sense that its clause gives it; null where what it asks for stands nowhere. */
export function fulfil(clauses: Clauses, at: number, harm: HarmWord): HarmWord | null {
  if (!hasItsSense(clauses, at, harm)) return null;
  if (!harm.needs) return harm;
  // تعرض 300 منزل لأضرار: exposed to ruin, and not to wounds.
  if (harm.needs === "harm.wound" && clauses.isMet(at, "ruin"))
    return { ...harm, measure: "destroyed", things: true, needs: null };
  const isMet =
    isFulfilled(clauses, at, harm.needs) ||
    (harm.needs === "hospital" && harm.otherwise === null && carriesCases(clauses, at));
  if (!harm.otherwise) return isMet ? harm : null;
  // الشاب سالم فقد حياته: whoever loses his life is the subject.
  const voice = harm.needs === "harm.life" ? "subject" : harm.voice;
  return isMet
    ? { ...harm, voice, weak: harm.weak && harm.present }
    : { ...harm, measure: harm.otherwise, needs: null };
}

/** Tokens from carrying to the cases carried. */
const CASES_REACH = 3;

/** نقل ثلاث حالات: whoever is told as a case is carried to where he is treated. */
function carriesCases(clauses: Clauses, at: number): boolean {
  for (let to = at + 1; to < at + CASES_REACH && !clauses.isHardStop(to); to++) {
    const value = clauses.quantityAt(to)?.value;
    if (value) return value.medicalCase && !value.plain;
  }
  return false;
}

/** No word gives it another sense, and what must stand before it does. */
function hasItsSense(clauses: Clauses, at: number, { after, unless, kind }: HarmWord): boolean {
  if (unless) {
    for (let to = at + 1; to < at + REACH && !clauses.isHardStop(to); to++) {
      // He cites by ب alone: استشهد بقول الشاعر, but استشهد في بيت.
      const isMet = unless !== "cited" || clauses.role(to)?.preposition === clauses.joined.by;
      if (clauses.has(to, unless) && isMet) return false;
    }
  }
  if (after) {
    // طالت الاعتقالات 12 شابا, تقل الحافلة 30 راكبا: or behind it, as the subject of its verb.
    let found = kind === "verb" && [1, 2].some((steps) => clauses.has(at + steps, after));
    for (let to = at - 1; to > at - REACH && !clauses.isHardStop(to); to--) {
      if (clauses.has(to, after)) found = true;
    }
    if (!found) return false;
  }
  return true;
}

function isFulfilled(clauses: Clauses, at: number, needs: NonNullable<HarmWord["needs"]>): boolean {
  for (let to = at + 1; to < at + REACH && !clauses.isHardStop(to); to++) {
    // إسعاف 44 حالة في الموقع ونقل سبع إلى المستشفى: the second is who it was done to there.
    const next = needs === "hospital" ? clauses.harm(to) : null;
    if (next?.needs === needs && next.conjunction !== "") return false;
    // هادي عبد ربه: what completes لقي stands in no name.
    if (clauses.has(to, needs) && (needs !== "harm.fate" || !clauses.isInsideName(to))) return true;
  }
  return false;
}
