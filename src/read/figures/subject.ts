import type { Clauses } from "./clause.js";
import type { HarmWord } from "./cue.js";
import type { Draft } from "./draft.js";
import { fits } from "./fits.js";
import type { QuantityAnnotation } from "./quantity.js";
import { measureOf, take } from "./take.js";

/** Tokens from a subject to the verb behind it. */
const BACK_REACH = 16;

/** جنديين قتلا, 17 فردا من المتمردين قتلوا, امرأة قُتلت: the subject stands before its verb. */
export function readSubjectBefore(clauses: Clauses, at: number, harm: HarmWord): Draft | null {
  if (harm.kind !== "verb") return null;
  // إن 146 مهاجرا فقدوا إثر غرق القارب: with no object they are lost, and have lost nothing.
  const isLost =
    harm.measure === "missing" && harm.number === "plural" && isObjectless(clauses, at);
  if (harm.weak && !isLost && (harm.voice === "either" || harm.measure === "crowd")) return null;
  // الزوجان يقضيان شهر العسل: in the present they spend it.
  if (harm.weak && harm.present && harm.measure === "killed") return null;
  // أهل الضابط الذي قتل: a relative clause is of the noun right before it.
  if (clauses.has(at - 1, "relative") && !clauses.covering(at - 2)) return null;
  if (harm.number === "dual") {
    const both = readBothBefore(clauses, at, harm);
    if (both) return both;
  }
  for (let to = at - 1; to >= Math.max(clauses.first, at - BACK_REACH); to--) {
    if (clauses.isHardStop(to)) return null;
    const quantity = clauses.covering(to);
    if (quantity && quantity.last <= at) {
      to = quantity.first;
      const { value } = quantity;
      // وطفلها وأصيب آخرون: what و opens is no predicate of the noun right before it.
      if (quantity.last === at && clauses.harm(at)?.conjunction === clauses.joined.and) return null;
      // عثر على الشرطيين اللذين قتلا: the relative makes a subject of what a preposition governs.
      // أنقذ 80 شخصا، بينهم 12 أصيبوا: the part right before the verb is its subject, and not the whole.
      const isBarePart = value.sort === null && quantity.last === at && isPartOf(clauses, quantity);
      if (
        isBarePart &&
        clauses.isFree(quantity) &&
        value.form === "number" &&
        agrees(harm, quantity)
      )
        return take(clauses, { quantity, adjacent: true }, harm, at);
      const isRelated = quantity.last >= at - 1 && clauses.has(at - 1, "dual.relative");
      if (!fits(harm, quantity, true)) continue;
      // جثث 17 عاملا كانوا قد حوصروا: their bodies are told.
      if (clauses.role(quantity.first - 1)?.noun?.body) return null;
      if (!isRelated && clauses.isPrepositional(quantity)) continue;
      if (!agrees(harm, quantity) || !standsAlone(clauses, quantity)) continue;
      if (value.plain && harm.voice === "either" && !isPassive(clauses, at, harm)) return null;
      // (1) عادة: a number in brackets counts a list.
      if (value.sort === null && clauses.form(quantity.first) === "(") continue;
      // 9 أشخاص بينهم 5 مدنيين لقوا حتفهم: the whole is the subject, not its part.
      if (isPartOf(clauses, quantity)) continue;
      const owner = clauses.ownerOf(quantity);
      // على متنها 45 مهاجرا قتلوا: what befell them is more than that they were there.
      if (owner?.measure === "other" && owner.unit === "persons" && !harm.weak && !harm.things) {
        owner.measure = measureOf(harm, quantity) ?? owner.measure;
        return owner;
      }
      if (owner && harm.needs !== "hospital") return null;
      if (isArmed(quantity) && harm.voice === "either" && hasVictim(clauses, at)) return null;
      const made = take(clauses, { quantity, adjacent: true }, harm, at);
      if (made && quantity.value.joined) readJoinedBefore(clauses, quantity, harm, at);
      // إن ضابطين ومجندا أصيبوا: one more, joined right in front of the verb.
      // إن 88 إرهابيا وتكفيريا قتلوا: a count above ten has its nouns in the singular, and one number.
      const many = value.form === "number" && (value.value.min ?? value.value.max ?? 0) > 10;
      const more = made && !many ? clauses.quantityAt(quantity.last) : null;
      if (more?.value.joined && more.value.plain && more.last === at)
        take(clauses, { quantity: more, adjacent: true }, harm, at);
      return made;
    }
    if (clauses.has(to, "that") || clauses.has(to, "clause")) return null;
    // 8 أشخاص يحملون أحزمة ناسفة قتلوا: right behind a count a present verb only describes those counted.
    const described = clauses.covering(to - 1);
    const describes = described?.last === to && !described.value.definite && !described.value.plain;
    if (describes && clauses.isPresentVerb(to) && harm.number === "plural") continue;
    // The verb of another clause: this subject is not ours.
    if (clauses.isVerb(to) && !clauses.has(to - 1, "relative")) return null;
    if (clauses.harm(to) && !clauses.quantityAt(to)) return null;
  }
  return null;
}

const ARMED: ReadonlySet<string> = new Set(["militants", "attackers"]);

const isArmed = ({ value }: QuantityAnnotation): boolean => ARMED.has(value.counted ?? "");

/** Tokens from a verb to its object, behind a time or a place. */
const OBJECT_REACH = 7;

/** ثلاثة ملثمين خطفوا في مايو الأب سالم: behind those who do it stands whom they did it to. */
function hasVictim(clauses: Clauses, at: number): boolean {
  for (let to = at + 1; to < at + OBJECT_REACH && !clauses.isHardStop(to); to++) {
    if (clauses.isBoundary(to) || clauses.isComma(to) || clauses.has(to, "clause")) return false;
    // 17 مسلحا قتلوا على الأقل بينهم القيادي سالم: who is one of them.
    if (clauses.has(to, "parts")) return false;
    if (clauses.isPreposition(to - 1) || clauses.isPreposition(to)) continue;
    if (clauses.personAt(to) || clauses.quantityAt(to)) return true;
    const noun = clauses.role(to)?.noun;
    if (noun?.sort === "person" && noun.conjunction === "") return true;
  }
  return false;
}

/** أن شابا وعمه أصيبا: a verb in the dual behind two told one by one. */
function readBothBefore(clauses: Clauses, at: number, harm: HarmWord): Draft | null {
  // ضابط وأمين شرطة قد لقيا حتفهما
  const end = clauses.particles.isHas(clauses.form(at - 1)) ? at - 1 : at;
  const second = clauses.covering(end - 1);
  const first = second && clauses.covering(second.first - 1);
  if (!first || !second.value.plain || !second.value.joined || !first.value.plain) return null;
  if (
    second.last !== end ||
    first.last !== second.first ||
    !(standsAlone(clauses, first) || clauses.isBeing(first.first - 1))
  )
    return null;
  if (!fits(harm, first, true) || !fits(harm, second, true)) return null;
  const made = take(clauses, { quantity: first, adjacent: true }, harm, at);
  take(clauses, { quantity: second, adjacent: true }, harm, at);
  return made;
}

/** A singular before a verb that may be active is its victim only where no object follows. */
function isPassive(clauses: Clauses, at: number, harm: HarmWord): boolean {
  if (harm.measure !== "killed") return false;
  const next = at + 1;
  if (!clauses.isWord(next)) return true;
  const role = clauses.role(next);
  return (
    clauses.isPreposition(next) ||
    // قتل حرقا, قتل رميا بالرصاص: how, not whom.
    (!role && clauses.shapes.isManner(clauses.form(next))) ||
    role?.conjunction === clauses.joined.and ||
    clauses.has(next, "adverb") ||
    clauses.has(next, "clause")
  );
}

function isObjectless(clauses: Clauses, at: number): boolean {
  const next = at + 1;
  if (!clauses.isWord(next) || clauses.has(next, "clause")) return true;
  return clauses.isPreposition(next) || clauses.has(next, "adverb");
}

function isPartOf(clauses: Clauses, quantity: QuantityAnnotation): boolean {
  for (let to = quantity.first - 1; to >= quantity.first - 4; to--) {
    if (clauses.has(to, "parts")) return true;
    if (clauses.isHardStop(to) || clauses.isComma(to)) return false;
  }
  return false;
}

/** إن واحدا من الجنود وثمانية متعاقدين قتلوا: a group joined to the one before it. */
function readJoinedBefore(
  clauses: Clauses,
  joined: QuantityAnnotation,
  harm: HarmWord,
  at: number,
): void {
  for (let to = joined.first - 1; to >= joined.first - 6; to--) {
    if (clauses.isBoundary(to) && !clauses.covering(to)) return;
    const quantity = clauses.covering(to);
    if (!quantity) continue;
    if (!clauses.isFree(quantity) || clauses.isPrepositional(quantity)) return;
    if (fits(harm, quantity, true) && standsAlone(clauses, quantity)) {
      take(clauses, { quantity, adjacent: true }, harm, at);
    }
    return;
  }
}

export function agrees(harm: HarmWord, { value }: QuantityAnnotation): boolean {
  const n = value.value.min ?? value.value.max ?? 0;
  if (harm.number === "dual") return n === 2;
  if (harm.number === "plural") return n !== 1 || value.form === "vague";
  // 26 منزلا انهارت, 26 ألفا و386 منزلا انهار: things take the singular, of either gender.
  if (harm.things && (harm.voice === "subject" || harm.feminine)) return true;
  // 3800 أسرة نزحت, 12 حالة نقلت إلى المستشفى
  const isTaken = value.medicalCase && value.form === "number" && harm.needs === "hospital";
  if ((value.unit === "families" || isTaken) && harm.feminine) return true;
  return n === 1 ? true : value.form === "vague" && harm.feminine;
}

/** A bare singular opens its clause (إن امرأة قُتلت); else it may be an adjective. */
export function standsAlone(clauses: Clauses, { first, value }: QuantityAnnotation): boolean {
  if (!value.plain) return true;
  if (value.joined || first === clauses.first) return true;
  return (
    clauses.has(first - 1, "that") || clauses.has(first - 1, "clause") || !clauses.isWord(first - 1)
  );
}
