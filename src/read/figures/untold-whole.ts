import { atLeast } from "../../core/value.js";
import type { Clauses } from "./clause.js";
import { type Draft, uncountedDraft } from "./draft.js";

/** Tokens from a harm to the parts of those it befell. */
const UNTOLD_REACH = 7;

/**
 * مقتل خمسة وإصابة آخرين بينهم طفلان, سقوط جرحى بينهم طفلان: the parts of those hurt, whose number nobody tells. They stand for
 * themselves, as what befell them.
 */
export function wholeUntold(clauses: Clauses, at: number): Draft | null {
  let many = false;
  for (let to = at - 1; to >= at - UNTOLD_REACH && !clauses.isHardStop(to); to--) {
    const harm = clauses.covering(to) ? null : clauses.harm(to);
    if (harm) {
      const befalls = BEFALLING.has(harm.measure) && !harm.things && !harm.weak && !harm.needs;
      if (!many || !befalls || harm.enclitic !== "" || clauses.has(to - 1, "negation")) return null;
      return uncountedDraft([to, at], harm.measure, atLeast(0), "figure.part-untold");
    }
    if (clauses.covering(to) || clauses.isVerb(to) || clauses.has(to, "clause")) return null;
    const noun = clauses.role(to)?.noun;
    const role = clauses.role(to);
    // سقوط جرحى بينهم ثلاثة أطفال: the victims themselves, whose number nobody tells.
    if (noun?.sort === "victim" && noun.measure && noun.number === "plural") {
      const before = clauses.role(to - 1)?.noun;
      const isPair = noun.conjunction === clauses.joined.and && before?.sort === "victim";
      if (clauses.has(to - 1, "negation") || !BEFALLING.has(noun.measure)) return null;
      const measure = isPair && before.measure !== noun.measure ? "casualties" : noun.measure;
      return uncountedDraft([to, at], measure, atLeast(0), "figure.part-untold");
    }
    const isMany =
      (noun?.sort === "person" && noun.number === "plural") || Boolean(role?.affiliation);
    if (clauses.words.isMoreMen(clauses.form(to)) || isMany) many = true;
  }
  return null;
}

const BEFALLING: ReadonlySet<string> = new Set([
  "killed",
  "injured",
  "arrested",
  "kidnapped",
  "missing",
]);
