import type { Measure } from "../../core/contract.js";
import { readSeizedApart, readSentencedApart } from "./apart.js";
import { argumentOfNoun, argumentOfVerb, isObject, isOwned } from "./argument.js";
import type { Clauses } from "./clause.js";
import { composedBehind } from "./composed.js";
import type { Cue, HarmWord } from "./cue.js";
import type { Draft } from "./draft.js";
import { isCarriedOut, readExecution } from "./execution.js";
import { readFallenPersons } from "./fallen.js";
import { fits } from "./fits.js";
import { readCarriedOut, readHeldBy } from "./held-by.js";
import { readAtNextPlaces, readJoined } from "./joined.js";
import { readPossessed } from "./possessed.js";
import { readPronounObject } from "./pronoun-object.js";
import { fulfil } from "./sense.js";
import { emitSingle, readSingle } from "./single.js";
import { agrees, readSubjectBefore, standsAlone } from "./subject.js";
import { take } from "./take.js";
import { victimBefore } from "./victim-before.js";

/** Tokens from "could" to what one could have done. */
const COULD_REACH = 4;
/** Tokens from a court's verb to what it ordered. */
const SENTENCE_REACH = 6;

/** Reads what harm words govern: verbs and verbal nouns, to the right or, by agreement, to the left. */
export function readFrames(clauses: Clauses): void {
  for (let at = clauses.first; at < clauses.last; at++) {
    const cue = clauses.cue(at);
    if (!cue) continue;
    if (cue.role.flags.size > 0) readFlagged(clauses, at, cue);
    const harm = clauses.harm(at);
    if (!harm) continue;
    if (harm.enclitic !== "") {
      if (isNegated(clauses, at) || isAttempt(clauses, at)) continue;
      if (readCarriedOut(clauses, at, harm) || readPossessed(clauses, at, harm)) continue;
      if (readHeldBy(clauses, at, harm) || readPronounObject(clauses, at, harm)) continue;
      // اعتقالهم لـ20 شخصا: whom they did it to stands behind لـ.
      const object = clauses.quantityAt(cue.last);
      if (
        object?.value.preposition === clauses.joined.to &&
        harm.kind === "noun" &&
        harm.voice === "either"
      ) {
        if (fits(harm, object, true)) take(clauses, { quantity: object, adjacent: true }, harm, at);
      }
      readThoseWith(clauses, at, cue.last, harm);
      // بعد خطفها ثمانية مقاتلين, اعتقاله الآلاف: behind the noun the pronoun did it.
      const isNoun = harm.kind === "noun" || clauses.isPreposition(at - 1);
      const isDone =
        harm.voice === "either" && harm.after === null && isNoun && !clauses.isVerb(at);
      const counts = object?.value.form === "number" || object?.value.form === "vague";
      if (isDone && object && counts && object.value.preposition === "")
        if (!object.value.joined && fits(harm, object, true))
          take(clauses, { quantity: object, adjacent: true }, harm, at);
      continue;
    }
    if (isInsideQuantity(clauses, at) || clauses.isInsideName(at)) continue;
    // فقد قتل: before a verb it is the particle, and no verb of loss.
    // فقد تتبعت الدراسة: so too before a verb that no layer reads.
    const isParticle =
      clauses.isVerb(cue.last) ||
      clauses.isBeing(cue.last) ||
      clauses.isAnyVerb(cue.last) ||
      // فقد أنفق النادي: what stands right behind the loss is told with the article or is a count.
      (clauses.isUnknown(cue.last) &&
        !clauses.shapes.isDefinite(clauses.form(cue.last)) &&
        !clauses.quantityAt(cue.last) &&
        !clauses.personAt(cue.last));
    if (cue.role.flags.has("past.particle") && isParticle) continue;
    // مقتل أو إصابة 60: so are they told together where nobody knows how many of each.
    const or = clauses.has(cue.last, "or") ? 1 : 0;
    const second = clauses.harm(cue.last + or);
    // مقتل وإصابة 60, قتل وأصيب 30: the two share what follows.
    const shares =
      (second?.conjunction === clauses.joined.and || (or === 1 && second !== null)) &&
      second.enclitic === "" &&
      // مقتل وجرح ستة: جرح may be read as a verb, yet no verb stands between a head and its noun.
      (second.kind === harm.kind || harm.kind === "noun");
    const isWhose = isOfFirst(clauses, harm, cue.last + or);
    if (second && shares && !isWhose && !hasSubjectBefore(clauses, at, harm, second)) {
      const shared = combine(harm.measure, second.measure);
      const next = clauses.cue(cue.last + or)?.last ?? cue.last + or + 1;
      const both = { ...second, kind: harm.kind, measure: shared ?? second.measure };
      const head = isSharable(harm, second, shared) && readFrame(clauses, at, next, both);
      if (head) {
        // شردت وقتلت الآلاف: two harms that no one measure tells.
        if (!shared) clauses.add({ ...head, quantity: null, measure: harm.measure });
        at = next - 1;
        continue;
      }
    }
    readFrame(clauses, at, cue.last, harm);
  }
}

/** What no harm word tells: a sentence carried out, an arrest or a sentence apart, a fall in battle. */
function readFlagged(clauses: Clauses, at: number, { role: { flags }, last }: Cue): void {
  const isExecuted = flags.has("execution.sentence") && isCarriedOut(clauses, at);
  if (flags.has("execution") || isExecuted) readExecution(clauses, at, last);
  if (flags.has("harm.apart")) readSeizedApart(clauses, at);
  if (flags.has("sentence.apart")) readSentencedApart(clauses, at);
  if (flags.has("falling")) readFallenPersons(clauses, at);
}

/** قتل وأصيب نجلاه: whose sons they are is told before, and he is the one killed. */
function isOfFirst(clauses: Clauses, harm: HarmWord, second: number): boolean {
  const behind = clauses.quantityAt(clauses.cue(second)?.last ?? second + 1);
  if (harm.kind !== "verb" || !behind?.value.kin || behind.value.joined) return false;
  return clauses.role(behind.first)?.noun?.enclitic !== "";
}

/** امرأة قُتلت وأصيبت طفلة: the first verb has a subject of its own before it. */
function hasSubjectBefore(clauses: Clauses, at: number, harm: HarmWord, second: HarmWord): boolean {
  if (harm.kind !== "verb") return false;
  if (harm.number !== second.number) return true;
  // قُتلوا وأصيبوا: both of the subject before, unless the second has one of its own.
  const behind = clauses.cue(at)?.last ?? at + 1;
  if (harm.number === "plural" && !clauses.quantityAt(clauses.cue(behind)?.last ?? behind + 1)) {
    return false;
  }
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

/** Two harms share what follows them: those of one figure, or two of persons that are none. */
function isSharable(first: HarmWord, second: HarmWord, shared: Measure | null): boolean {
  if (shared) return true;
  return (
    !first.weak && !second.weak && !first.needs && !second.needs && first.things === second.things
  );
}

function readFrame(clauses: Clauses, at: number, behind: number, told: HarmWord): Draft | null {
  if (isNegated(clauses, at) || isAttempt(clauses, at)) return null;
  // حصارا عسكريا, موتا آخر: with the ending of an indefinite noun it governs nobody.
  // In ألحق أضرارا بثلاثة منازل the preposition makes it govern.
  const isIndefinite = told.kind === "noun" && clauses.isAccusative(at);
  if (isIndefinite && behind === at + 1 && told.takes === null) return null;
  const fulfilled = fulfil(clauses, at, told);
  if (!fulfilled) return null;
  const harm = isSentence(clauses, at, told)
    ? { ...fulfilled, measure: "other" as const }
    : fulfilled;
  const isBehind = harm.kind === "verb" && (harm.number === "plural" || harm.number === "dual");
  const subject = isBehind ? readSubjectBefore(clauses, at, harm) : null;
  if (subject) {
    readBesides(clauses, behind, harm);
    readAtNextPlaces(clauses, subject, behind, harm);
    return subject;
  }
  // وقتلوا أكثر من 16 مسلحا: they who killed were told before.
  if (isBehind && (harm.voice === "subject" || harm.needs)) return null;
  const isHabit = harm.kind === "noun" && isOfHabit(clauses, at);
  const found =
    (harm.kind === "verb"
      ? argumentOfVerb(clauses, behind, harm)
      : argumentOfNoun(clauses, behind, harm)) ?? composedBehind(clauses, behind, harm);
  if (isHabit && (!found || found.quantity.value.plain)) return null;
  if (!found) {
    const before = harm.kind === "verb" && !isBehind ? readSubjectBefore(clauses, at, harm) : null;
    const single = before ?? readSingle(clauses, at, behind, harm);
    if (before) readAtNextPlaces(clauses, before, behind, harm);
    else if (single) readJoined(clauses, single, harm);
    return single;
  }
  // اثنتا عشرة حالة نقلت إلى المستشفى، وخمس حالات إلى مركز صحي: what is joined behind a comma is no first subject.
  const isNext =
    harm.kind === "verb" && found.quantity.value.joined && found.quantity.first > behind;
  const first = isNext && isRightBehindCount(clauses, at) && readSubjectBefore(clauses, at, harm);
  if (first) {
    readAtNextPlaces(clauses, first, behind, harm);
    return first;
  }
  // توقف المستوطن: the other verb, unless an object shows that somebody is arrested.
  if (harm.ambiguous && !isObject(clauses, found.quantity)) return null;
  // نعى الوزير شهيد الوطن: he mourns, and nobody mourns him.
  const mourner = !harm.feminine || found.quantity.first === behind;
  if (harm.mourns && mourner && found.quantity.value.plain) return null;
  // قضى الوزير إجازته: with a person told before, the verb has its other sense where an object follows.
  const { value, last } = found.quantity;
  if (harm.weak && value.plain && value.definite && clauses.isWord(last)) {
    if (!clauses.isPreposition(last) && !clauses.has(last, "adverb")) return null;
  }
  const head = take(clauses, found, harm, at);
  if (head) {
    readJoined(clauses, head, harm);
    readWithOthers(clauses, at, head, harm);
  }
  return head;
}

/** A count of persons that nothing has told of yet ends right before the token. */
function isRightBehindCount(clauses: Clauses, at: number): boolean {
  const count = clauses.covering(at - 1);
  return count?.last === at && !count.value.plain && clauses.isFree(count);
}

/** خالد حسن قتل مع ثلاثة آخرين: he himself, in front of the verb. */
function readWithOthers(clauses: Clauses, at: number, head: Draft, harm: HarmWord): void {
  const others = head.quantity;
  // استشهد سالم مع اثنين من زملائه
  if (harm.kind !== "verb" || !others) return;
  if (!others.value.others && !isOwned(clauses, others)) return;
  if (!clauses.particles.isWith(clauses.form(others.first - 1)) || harm.number !== "singular")
    return;
  const himself = victimBefore(clauses, at);
  if (himself) emitSingle(clauses, himself, harm, at);
}

/** إصابته إلى جانب سبعة عمال, مقتله مع ثلاثة من مرافقيه: more whom the same befell as him. */
function readThoseWith(clauses: Clauses, at: number, behind: number, harm: HarmWord): void {
  if (harm.kind !== "noun" || harm.things || harm.weak || harm.needs) return;
  const joiner = clauses.has(behind, "joiner") ? clauses.cue(behind)?.last : null;
  const from = joiner ?? (clauses.particles.isWith(clauses.form(behind)) ? behind + 1 : null);
  const quantity = from === null ? null : clauses.quantityAt(from);
  if (!quantity || quantity.value.plain || quantity.value.definite) return;
  if (!clauses.isFree(quantity) || !fits(harm, quantity, true)) return;
  take(clauses, { quantity, adjacent: true }, harm, at);
}

/** 570 جنديا قتلوا إلى جانب 33 مقاتلا: more of those whom the verb has told. */
function readBesides(clauses: Clauses, behind: number, harm: HarmWord): void {
  if (!clauses.has(behind, "joiner")) return;
  const quantity = clauses.quantityAt(clauses.cue(behind)?.last ?? behind + 1);
  if (quantity?.value.sort !== "person" || !fits(harm, quantity, true)) return;
  const made = take(clauses, { quantity, adjacent: true }, harm, behind);
  if (made) readJoined(clauses, made, harm);
}

/** Tokens from a verb of doing to what is done. */
const HABIT_REACH = 4;

/** تقوم الشرطة بالقبض على المخالف, يتم توقيف السائق: what is done each time, and not once. */
function isOfHabit(clauses: Clauses, at: number): boolean {
  for (let to = at - 1; to >= at - HABIT_REACH && !clauses.isHardStop(to); to--) {
    const governs = to === at - 1 || clauses.shapes.isJoinedBy(clauses.form(at));
    if (governs && clauses.has(to, "habit")) return !clauses.has(to - 1, "negation");
    if (clauses.isVerb(to) || clauses.isComma(to)) return false;
  }
  return false;
}

/** قضت بإعدام عشرة, حكم الإعدام على: nobody has died of a sentence yet. */
function isSentence(clauses: Clauses, at: number, harm: HarmWord): boolean {
  if (harm.kind !== "noun" || harm.measure !== "killed") return false;
  for (let to = at - 1; to >= at - SENTENCE_REACH && !clauses.isHardStop(to); to--) {
    // جنوب غرب بعقوبة، ما أسفر عن مقتل أربعة: a town that spells "by a penalty".
    if (clauses.has(to, "sentencing") && clauses.placeBefore(to + 1) === null) return true;
  }
  return false;
}

function isNegated(clauses: Clauses, at: number): boolean {
  return clauses.has(at - 1, "negation");
}

/** محاولة اغتيال وزير: nothing happened to anybody yet. */
function isAttempt(clauses: Clauses, at: number): boolean {
  if (clauses.has(at - 1, "harm.attempt")) return true;
  // كان بإمكان المسلحين اغتيال الوزير: what one could have done.
  for (let to = at - 2; to >= at - COULD_REACH && !clauses.isHardStop(to); to--) {
    if (clauses.has(to, "could") && !clauses.isComma(to)) return true;
  }
  // قتل الوقت, قتل النفس: of no person; in فارق الحياة life completes the verb.
  if (clauses.harm(at)?.needs === "harm.fate") return false;
  return clauses.has(clauses.cue(at)?.last ?? at + 1, "harm.idiom");
}
