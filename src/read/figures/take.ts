import type { Measure, Value } from "../../core/contract.js";
import type { Argument } from "./argument.js";
import type { Clauses } from "./clause.js";
import type { HarmWord } from "./cue.js";
import { type Draft, draftOf } from "./draft.js";
import { modalityOf } from "./modality.js";
import type { QuantityAnnotation } from "./quantity.js";
import { applyBound } from "./quantity-made.js";
import { isRate, isRateBefore } from "./rate.js";

/** A span takes in the verb where it stands no further than this from the count. */
const NEAR = 6;

/** So many who take part in something are a crowd. */
const LEAST_CROWD = 20;

/** Makes the draft of an argument; null where it is no new count. */
export function take(clauses: Clauses, found: Argument, harm: HarmWord, at: number): Draft | null {
  const { quantity } = found;
  if (!clauses.isFree(quantity)) return null;
  // اعتقلوا كل شخص: everyone, and no count of one.
  if (quantity.value.plain && clauses.has(quantity.first - 1, "count.every")) return null;
  // إصابة لكل 100 امرأة: a rate.
  if (isRate(clauses, quantity.last) || clauses.has(quantity.first - 1, "per")) return null;
  if (harm.present && isRateBefore(clauses, at, quantity.first)) return null;
  if (quantity.value.plain && (isTimeless(clauses, at, harm) || isOfAnybody(clauses, at, harm))) {
    return null;
  }
  // لإنقاذ طفل: what somebody would do, and one whom nobody has saved yet.
  if (harm.one && quantity.value.plain && harm.preposition === clauses.joined.to) return null;
  // ما ذبح: whatever was, and no victim of it.
  if (
    quantity.value.plain &&
    harm.kind === "verb" &&
    clauses.particles.isWhat(clauses.form(at - 1))
  )
    return null;
  // يشارك 11 حرفيا في المهرجان: a few who take part are a crowd only where they protest.
  const isFew =
    quantity.value.form === "number" && (quantity.value.value.max ?? LEAST_CROWD) < LEAST_CROWD;
  if (isFew && harm.weak && harm.measure === "crowd" && !clauses.some("protest")) return null;
  if (isDoer(clauses, quantity, harm) || isOfBeasts(clauses, quantity)) return null;
  const ill = isIll(clauses, quantity.last, harm);
  if (ill && quantity.value.plain) return null;
  const measure = ill
    ? "other"
    : isBereaved(clauses, quantity, harm)
      ? "killed"
      : measureOf(harm, quantity);
  if (!measure) return null;
  // أنقذت 13 حالة غرق: who is saved has not died of it.
  const isSaved =
    harm.measure === "other" && clauses.words.isCase(clauses.form(quantity.value.group?.[0] ?? -1));
  if (isSaved) return clauses.add(draftOf(quantity, "other", `figure.${harm.kind}-saved`));
  const told = measure === "arrested" && isHostage(clauses, quantity) ? "kidnapped" : measure;
  if (harm.measure === "seized" && quantity.value.sort === null) {
    const persons = clauses.draftBefore(at, ({ unit }) => unit === "persons");
    if (!persons) return null;
  }
  const { first, last } = quantity;
  const value = boundBehind(clauses, quantity, harm, at);
  const near = at < first ? first - at <= NEAR : at - last < NEAR;
  const side = at < first ? "before" : "after";
  return clauses.add(
    draftOf(quantity, told, `figure.${harm.kind}-${side}-${quantity.value.form}`, {
      first: near ? Math.min(at, first) : first,
      last: near ? Math.max(at + 1, last) : last,
      modality: modalityOf(clauses, at, harm),
      value,
    }),
  );
}

/** Tokens from those who met their end to the bound behind it. */
const FATE_REACH = 4;

/**
 * لقي ثمانية أشخاص مصرعهم على الأقل, 17 مسلحا قتلوا على الأقل: the bound of the count stands behind the verb,
 * or what completes it.
 */
function boundBehind(
  clauses: Clauses,
  { value, last }: QuantityAnnotation,
  harm: HarmWord,
  verb: number,
): Value {
  if (value.value.hedge !== "exact" || value.plain) return value.value;
  const next = verb >= last ? clauses.role(verb + 1)?.hedgeAfter : null;
  if (next) return applyBound(value.value, next);
  if (harm.needs !== "harm.fate") return value.value;
  for (let at = last; at < last + FATE_REACH && !clauses.isHardStop(at); at++) {
    const bound = clauses.has(at, "harm.fate") ? clauses.role(at + 1)?.hedgeAfter : null;
    if (bound) return applyBound(value.value, bound);
  }
  return value.value;
}

/** أحرق مهاجمان منزلا: of a verb that is said of things as well, two in the nominative did it. */
function isDoer(clauses: Clauses, { value, first }: QuantityAnnotation, harm: HarmWord): boolean {
  if (!harm.persons || harm.kind !== "verb" || value.form !== "dual") return false;
  return clauses.shapes.isNominativeDual(clauses.form(value.group?.[0] ?? first));
}

/** إعدام ملايين من الدجاجات: no persons. */
const isOfBeasts = (clauses: Clauses, { value, last }: QuantityAnnotation): boolean =>
  value.sort === null &&
  clauses.particles.isOf(clauses.form(last)) &&
  clauses.role(last + 1)?.noun?.sort === "not" &&
  // العشرات من وحدات الحماية: units are of men.
  !clauses.words.isUnits(clauses.form(last + 1));

/** Tokens from those held to what they are held as. */
const HELD_REACH = 4;

/** احتجز المسلح 18 شخصا رهائن: who is held as a hostage is under no arrest. */
function isHostage(clauses: Clauses, { first, last }: QuantityAnnotation): boolean {
  for (let at = first; at < last + HELD_REACH && !clauses.isHardStop(at); at++) {
    const noun = clauses.role(at)?.noun;
    if (noun?.measure === "kidnapped" && !noun.article && noun.conjunction === "") return true;
  }
  return false;
}

/** What happens at one time; who is held is held while it is told. */
const PASSING: ReadonlySet<Measure> = new Set(["killed", "injured", "missing"]);

/** Tokens of the opening of a report in which the present tense tells what has happened. */
const HEADLINE = 40;

/**
 * يموت رجل, يختفي المواطن: what somebody does in the present is a plot, a habit or a supposition. A
 * headline (شرطي يقتل مواطنا) and "before he killed" tell what has happened.
 */
function isTimeless(clauses: Clauses, at: number, harm: HarmWord): boolean {
  // «أن تقتل عسكريا فهذا يعني…»: a deed that opens what is said, and is only supposed.
  if (harm.present && clauses.has(at - 1, "that") && !clauses.isWord(at - 2)) return true;
  if (harm.kind !== "verb" || !harm.present || harm.future || at < HEADLINE) return false;
  // قبل أن تداهم المنزل وتعتقل شقيقه: told on, in the mood of the verb before.
  if (harm.conjunction === clauses.joined.and || !PASSING.has(harm.measure)) return false;
  if (clauses.has(at - 1, "future") || clauses.has(at - 1, "possible.present")) return false;
  return !(clauses.has(at - 1, "that") || clauses.has(at - 1, "negation"));
}

/** من قتل نفسا أو قتل رجلا: whoever does it, in law and scripture. */
function isOfAnybody(clauses: Clauses, at: number, harm: HarmWord): boolean {
  // كل من قبض على شخص; in تمكنت من القبض على الجاني the article makes a noun of it, and من is "of".
  const isPhrase = (clauses.cue(at)?.last ?? at + 1) > at + 1;
  if (harm.kind === "noun") {
    return (
      isPhrase && clauses.has(at - 1, "whoever") && !clauses.shapes.bearsArticle(clauses.form(at))
    );
  }
  if (harm.voice === "subject" || harm.number !== "singular") return false;
  for (let to = at - 1; to >= at - ANYBODY_REACH && !clauses.isHardStop(to); to--) {
    if (clauses.has(to, "whoever") && (to === at - 1 || clauses.harm(to + 1)))
      return !isManaged(clauses, to);
  }
  return false;
}

/** Tokens from "managed" over who did to its "of". */
const MANAGED_REACH = 9;

/** تمكنت شرطة المحافظة من ضبط شاب: what one managed to do was done to somebody. */
function isManaged(clauses: Clauses, of: number): boolean {
  for (let to = of - 1; to > of - MANAGED_REACH && !clauses.isHardStop(to); to--)
    if (clauses.has(to, "manages")) return true;
  return false;
}

/** Tokens from "whoever" to the second of the verbs said of him. */
const ANYBODY_REACH = 4;

/** فقد أربعة من أفراد أسرته: whoever loses his own mourns the dead. */
function isBereaved(
  clauses: Clauses,
  { first, last }: QuantityAnnotation,
  harm: HarmWord,
): boolean {
  if (harm.measure !== "missing" || harm.kind !== "verb" || harm.voice === "subject") return false;
  for (let to = first; to <= last + 1; to++) {
    const noun = clauses.role(to)?.noun;
    if (noun && (noun.kin || noun.unit === "families") && noun.enclitic !== "") return true;
  }
  return false;
}

/** إصابة ثلاثة بفيروس: of an illness, and so no injury of an event. */
export function isIll(clauses: Clauses, behind: number, harm: HarmWord): boolean {
  if (harm.measure !== "injured") return false;
  // إصابة ست حالات أخرى: cases of the illness told before.
  if (clauses.illness && clauses.covering(behind - 1)?.value.medicalCase) return true;
  return clauses.has(behind, "illness") || clauses.has(behind + 1, "illness");
}

/** The measure of a harm word said of persons: what is seized of things is an arrest of them. */
export function measureOfPersons({ measure }: HarmWord): Measure {
  return measure === "seized" ? "arrested" : measure;
}

/** Who flees and is not driven from home: fighters from a battle, prisoners from a gaol. */
const NO_EXILES: ReadonlySet<string> = new Set([
  "militants",
  "fighters",
  "soldiers",
  "police",
  "security personnel",
  "guards",
  "officers",
  "leaders",
  "members",
  "suspects",
  "prisoners",
  "attackers",
]);
/** Who is driven from home where he flees, whatever from. */
const EXILES: ReadonlySet<string> = new Set(["civilians", "families", "residents", "refugees"]);
/** Thousands who flee are those who live there, whatever they are called. */
const LEAST_CROWD_IN_FLIGHT = 2000;
/** One or two who flee a house are no displacement. */
const LEAST_EXILES = 10;

/** A noun that carries a measure of its own keeps it, unless what befell them is graver. */
export function measureOf(harm: HarmWord, { value }: QuantityAnnotation): Measure | null {
  const carried = value.measure;
  if (harm.armed && value.sort === "thing") return "destroyed";
  if (harm.measure === "displaced" && harm.needs) {
    const few = (value.value.min ?? value.value.max ?? 0) < LEAST_EXILES;
    // اضطر العشرات من المسلحين إلى الفرار: fighters are not driven from home.
    if (few || NO_EXILES.has(value.counted ?? "")) return harm.otherwise;
  }
  // فر مئات المدنيين باتجاه الحدود: of those who live there.
  const flees = harm.otherwise === "other" && harm.measure === "other";
  const least = value.sort === null ? LEAST_CROWD_IN_FLIGHT : LEAST_EXILES;
  const live = value.sort === null ? value.form === "vague" : EXILES.has(value.counted ?? "");
  if (flees && live && (value.value.min ?? value.value.max ?? 0) >= least) return "displaced";
  if (harm.persons && (value.sort === "person" || value.others)) return harm.persons;
  // ضبط 18 ألف حالة: cases of something, and no persons.
  if (harm.measure === "seized" && value.medicalCase) return null;
  if (harm.measure === "seized" && value.sort !== "thing") return "arrested";
  if (harm.measure === "hospitalised") return carried === "killed" ? "killed" : "hospitalised";
  if (!carried) return harm.measure;
  // احتجاز الرهينة
  if (harm.measure === "arrested" && carried === "kidnapped") return carried;
  if (harm.measure === "killed" || harm.measure === "casualties") {
    return carried === "casualties" ? carried : harm.measure;
  }
  return carried === "killed" || carried === "casualties" ? carried : harm.measure;
}
