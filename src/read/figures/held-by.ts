import type { Measure } from "../../core/contract.js";
import { exactly } from "../../core/value.js";
import type { Clauses } from "./clause.js";
import type { HarmWord } from "./cue.js";
import { draftOf, uncountedDraft } from "./draft.js";
import { fulfil } from "./sense.js";
import { subjectBefore } from "./states.js";
import { measureOfPersons } from "./take.js";
import { victimBefore } from "./victim-before.js";

/** أربعة مواطنين جرى اعتقالهم, 21 تلميذا تم اختطافهم: done to those counted before. */
export function readCarriedOut(clauses: Clauses, at: number, harm: HarmWord): boolean {
  // 29 شخصا يخشى فقدانهم
  const isFeared = clauses.has(at - 1, "possible");
  const isDone = isFeared || clauses.has(at - 1, "carried-out");
  const referent = clauses.words.pronouns.referentOf(harm.enclitic);
  const isBoth = referent === "both";
  if (!isDone || !(isBoth || referent === "them" || referent === "women")) return false;
  if (harm.weak || (harm.things && harm.measure !== "seized")) return false;
  if (harm.needs && !harm.otherwise && !clauses.isMet(at, harm.needs)) return false;
  const quantity = subjectBefore(clauses, at - 1);
  if (!quantity && isBoth && readTwoHeld(clauses, at, harm)) return true;
  if (harm.things) return false;
  // من بين أربعة أشخاص جرى اعتقالهم: right behind an indefinite count the clause describes it, whatever governs it.
  const describes = quantity?.last === at - 1 && !quantity.value.definite;
  if (!quantity || (clauses.isPrepositional(quantity) && !describes)) return false;
  // بينهم 55 تم نقلهم إلى المستشفى; but 49 مصابا جرى نقلهم are told as wounded.
  if (harm.needs && !harm.otherwise && quantity.value.sort !== null) return false;
  const count = quantity.value.value.min ?? 0;
  if (isBoth ? count !== 2 : count < 2) return false;
  const modality = isFeared ? "possible" : "asserted";
  const measure = measureOfPersons(fulfil(clauses, at, harm) ?? harm);
  clauses.add(draftOf(quantity, measure, "figure.carried-out", { last: at + 1, modality }));
  return true;
}

/** وتم توقيفهما: two told before, by the dual of the pronoun. */
function readTwoHeld(clauses: Clauses, at: number, harm: HarmWord): boolean {
  if (measureOfPersons(harm) !== "arrested" || clauses.has(at - 2, "negation")) return false;
  clauses.add(uncountedDraft([at - 1, at + 1], "arrested", exactly(2), "figure.resumed"));
  return true;
}

/** نحو 9500 شخص تحتجزهم جماعات: right behind a count, what is done to those counted. */
export function readHeldBy(clauses: Clauses, at: number, harm: HarmWord): boolean {
  if (readOneHeldBy(clauses, at, harm) || readRelatedHeldBy(clauses, at, harm)) return true;
  const referent = clauses.words.pronouns.referentOf(harm.enclitic);
  if (harm.kind !== "verb" || referent !== "them" || harm.voice !== "either") return false;
  if (harm.measure !== "arrested" && harm.measure !== "kidnapped" && harm.measure !== "besieged")
    return false;
  const quantity = clauses.covering(at - 1);
  if (!quantity || quantity.last !== at || quantity.value.definite || quantity.value.plain)
    return false;
  if (quantity.value.sort !== "person" || !clauses.isFree(quantity)) return false;
  clauses.add(draftOf(quantity, harm.measure, "figure.held-by", { last: at + 1 }));
  return true;
}

/** Tokens of what is said of one person, up to the verb that he is the object of. */
const ONE_HELD_REACH = 6;

/** شاب من المدينة اعتقلته الشرطة, امرأة قتلها زوجها: a clause with no relative tells what was done to one. */
function readOneHeldBy(clauses: Clauses, at: number, harm: HarmWord): boolean {
  const { pronouns } = clauses.words;
  const referent = pronouns.referentOf(harm.enclitic);
  const isHer = referent === "her";
  if (harm.kind !== "verb" || harm.voice !== "either" || !(isHer || referent === "him"))
    return false;
  if (
    harm.conjunction !== "" ||
    harm.preposition !== "" ||
    harm.things ||
    harm.weak ||
    harm.present
  )
    return false;
  if (harm.needs || !clauses.isWord(at + 1) || clauses.isPreposition(at + 1)) return false;
  for (let to = at - 1; to >= at - ONE_HELD_REACH && !clauses.isHardStop(to); to--) {
    const quantity = clauses.covering(to);
    if (!quantity) {
      if (clauses.isComma(to) || clauses.isBoundary(to) || clauses.has(to, "clause")) return false;
      continue;
    }
    const { sort, plain, definite, kin } = quantity.value;
    const isWoman = pronouns.endsAsWoman(clauses.form(quantity.first));
    if (sort !== "person" || !plain || definite || kin || isWoman !== isHer) return false;
    if (!clauses.isFree(quantity)) return false;
    clauses.add(draftOf(quantity, harm.measure, "figure.held-by"));
    return true;
  }
  return false;
}

/** What may befall one person whom a relative clause tells of. */
const BEFALLS_ONE: ReadonlySet<Measure> = new Set(["killed", "injured", "arrested", "kidnapped"]);

/** الشاب الذي قتلته الشرطة, الطفلة التي خطفها مسلحون: of one told before, and who did it stands behind. */
function readRelatedHeldBy(clauses: Clauses, at: number, harm: HarmWord): boolean {
  const { pronouns } = clauses.words;
  const referent = pronouns.referentOf(harm.enclitic);
  const isHer = referent === "her";
  if (harm.kind !== "verb" || harm.voice !== "either" || !(isHer || referent === "him"))
    return false;
  if (!pronouns.isWhoOf(clauses.form(at - 1), isHer) || !BEFALLS_ONE.has(harm.measure))
    return false;
  if (harm.things || harm.weak || harm.needs || harm.present || !clauses.isWord(at + 1))
    return false;
  const victim = victimBefore(clauses, at);
  if (!victim) return false;
  const { first, last, counted } = victim;
  // نعت الحركة سالم حسن الذي اغتالته القوات: of him the same was told before.
  if (clauses.drafts.some((draft) => draft.first < at && draft.last > first)) return false;
  clauses.add(
    uncountedDraft([first, at + 1], harm.measure, exactly(1), "figure.held-by", {
      counted: counted ?? "persons",
      group: [first, last],
    }),
  );
  return true;
}
