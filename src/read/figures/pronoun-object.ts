import type { Measure } from "../../core/contract.js";
import { exactly } from "../../core/value.js";
import type { Clauses } from "./clause.js";
import type { HarmWord } from "./cue.js";
import { type Draft, draftOf, uncountedDraft } from "./draft.js";
import { fits } from "./fits.js";

/** Tokens from those counted to the pronoun that points back to them. */
const POINTS_BACK = 14;

const BEFALLS: ReadonlySet<Measure> = new Set(["killed", "injured", "arrested"]);

/** Tokens from one person to the verb whose pronoun he is. */
const ONE_POINTS_BACK = 7;

/** أطلق مسلح النار على شرطي فأرداه قتيلا: the last of those told, behind the preposition of the deed. */
function readOneObject(clauses: Clauses, at: number, harm: HarmWord): Draft | null {
  if (harm.kind !== "verb" || harm.voice !== "either" || harm.conjunction === "") return null;
  if (harm.measure !== "killed" && harm.measure !== "injured") return null;
  if (harm.things || harm.weak || harm.needs || harm.present) return null;
  for (let to = at - 1; to > at - ONE_POINTS_BACK && !clauses.isHardStop(to); to--) {
    // أطلق النار على سالم حسن فقتله
    const named = clauses.personEndingAt(to + 1);
    if (named && clauses.particles.isOn(clauses.form(named.first - 1))) {
      if (clauses.isTaken(named.first, at)) return null;
      const span = [named.first, at + 1] as const;
      return clauses.add(
        uncountedDraft(span, harm.measure, exactly(1), "figure.pronoun-object", {
          group: [named.first, to + 1],
        }),
      );
    }
    const quantity = clauses.quantityAt(to);
    const aimed = quantity ? null : clauses.role(to)?.noun;
    if (aimed?.sort === "person" && aimed.number === "singular" && aimed.article) {
      // أطلقت النار على المسلح وقتلته
      if (!clauses.particles.isOn(clauses.form(to - 1))) return null;
      const { counted } = aimed;
      return clauses.add(
        uncountedDraft([to, at + 1], harm.measure, exactly(1), "figure.pronoun-object", {
          counted,
          group: [to, to + 1],
        }),
      );
    }
    if (!quantity) continue;
    const { sort, plain, definite } = quantity.value;
    const isAimedAt =
      clauses.particles.isOn(clauses.form(quantity.first - 1)) || clauses.isAccusative(to);
    if (sort !== "person" || !plain || definite || !isAimedAt || !clauses.isFree(quantity))
      return null;
    return clauses.add(draftOf(quantity, harm.measure, "figure.pronoun-object", { last: at + 1 }));
  }
  return null;
}

/**
 * رصدت القوات عشرة مسلحين وقتلتهم جميعا: what a second verb did to those whom the first one's object
 * counts. Three and more behind هم, two behind هما.
 */
export function readPronounObject(clauses: Clauses, at: number, harm: HarmWord): Draft | null {
  const referent = clauses.words.pronouns.referentOf(harm.enclitic);
  if (referent === "him") return readOneObject(clauses, at, harm);
  const isTwo = referent === "both";
  if (harm.kind !== "verb" || harm.voice !== "either" || !(isTwo || referent === "them"))
    return null;
  if (!BEFALLS.has(harm.measure)) return null;
  if (harm.conjunction === "" || harm.things || harm.weak || harm.needs || harm.present)
    return null;
  for (let to = at - 1; to > at - POINTS_BACK && !clauses.isHardStop(to); to--) {
    const quantity = clauses.quantityAt(to);
    if (quantity?.value.sort !== "person") continue;
    const { form, definite, value } = quantity.value;
    const many = isTwo ? value.min === 2 : (value.min ?? 0) > 2;
    if (form === "singular" || definite || !many || !clauses.isFree(quantity)) return null;
    // أطلق النار على فتيين فأصابهما
    const isAimedAt = clauses.particles.isOn(clauses.form(quantity.first - 1));
    if (clauses.isPrepositional(quantity) && !isAimedAt) return null;
    if (!fits(harm, quantity, true)) return null;
    return clauses.add(draftOf(quantity, harm.measure, "figure.pronoun-object"));
  }
  return null;
}
