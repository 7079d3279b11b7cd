import { isAccusative, isAgent } from "./agent.js";
import { type Clauses, REACH } from "./clause.js";
import type { HarmWord } from "./cue.js";
import { fits } from "./fits.js";
import type { QuantityAnnotation } from "./quantity.js";

/** Adjectives of an agent that stand between him and the object. */
const AGENT_ADJECTIVES = 2;

export interface Argument {
  readonly quantity: QuantityAnnotation;
  readonly adjacent: boolean;
}

/** مقتل ثلاثة مدنيين; with an agent, اعتقال قوات الأمن 12 شخصا; joined to a name, مقتل فلان وثلاثة. */
export function argumentOfNoun(clauses: Clauses, behind: number, harm: HarmWord): Argument | null {
  let at = skipLight(clauses, behind);
  const direct = clauses.quantityAt(at);
  // فقد الاتصال بـ17 بحارا
  if (direct && harm.takes !== null && direct.value.preposition === harm.takes) {
    return fits(harm, direct, true) ? { quantity: direct, adjacent: true } : null;
  }
  // أضرار مادية بنحو 40 منزلا: what was done to them, an adjective between.
  if (harm.takes !== null && harm.things) {
    for (let to = at; to < at + AGENT_ADJECTIVES + 1 && !clauses.isBoundary(to); to++) {
      const quantity = clauses.quantityAt(to);
      if (!quantity) continue;
      // بنحو 40: the hedge bears it.
      const isTaken =
        clauses.form(quantity.first).startsWith(harm.takes) || clauses.form(to - 1) === harm.takes;
      return isTaken && fits(harm, quantity, true) ? { quantity, adjacent: true } : null;
    }
    return null;
  }
  // Right behind the head the preposition is the head's own (القضاء على عشرة).
  if (direct && direct.value.preposition === "") {
    if (fits(harm, direct, true) && !direct.value.joined) {
      return { quantity: direct, adjacent: true };
    }
  }
  for (let steps = 0; steps < 8; steps++, at++) {
    if (clauses.isBoundary(at) || clauses.isComma(at)) return null;
    const quantity = clauses.quantityAt(at);
    if (steps > 0 && quantity && isObjectByFor(clauses, quantity, harm)) {
      return { quantity, adjacent: true };
    }
    if (steps > 0 && clauses.has(at, "preposition")) return null;
    // نقلت طائرة إخلاء جثامين ثلاثة جنود: of the bodies, whatever stands before them.
    if (clauses.role(at)?.noun?.body && !quantity) return null;
    if (!quantity || steps === 0) continue;
    if (quantity.value.sort === null && quantity.value.form === "number") return null;
    if (clauses.isPrepositional(quantity) || quantity.value.plain) continue;
    if (!fits(harm, quantity, true)) return null;
    // قائد المجموعة و40 مصابا: what is joined and tells its own harm is none of this one.
    const { measure } = quantity.value;
    if (quantity.value.joined && measure !== null && measure !== harm.measure) return null;
    if (quantity.value.sort === "unknown" && !isNation(clauses, quantity)) return null;
    const joined = quantity.value.joined && harm.kind === "noun";
    if (joined || (harm.voice === "either" && steps <= 5)) return { quantity, adjacent: true };
    return null;
  }
  return null;
}

/** اعتقال القوات لـ20 شخصا, تدمير السيول لنحو 66 منزلا: behind its agent a masdar takes لـ. */
function isObjectByFor(clauses: Clauses, quantity: QuantityAnnotation, harm: HarmWord): boolean {
  const { form, preposition, sort } = quantity.value;
  if (harm.kind !== "noun" || harm.voice !== "either" || form !== "number") return false;
  const joined =
    preposition === clauses.joined.to || clauses.form(quantity.first - 1) === clauses.joined.to;
  if (!joined || sort === null || !fits(harm, quantity, true)) return false;
  return sort !== "unknown" || isNation(clauses, quantity);
}

/** 12 فلسطينيا: a noun no lexicon has, with the ending of one for persons of a nation or a town. */
function isNation(clauses: Clauses, { value }: QuantityAnnotation): boolean {
  return clauses.shapes.isOfMen(clauses.form(value.group?.[0] ?? -1));
}

/** Adverbs, quotes and dates that stand between a head and its noun. */
function skipLight(clauses: Clauses, at: number): number {
  let to = at;
  for (let steps = 0; steps < 3; steps++) {
    if (clauses.quantityAt(to)) return to;
    // «استشهاد» ثلاثة جنود
    const closes = to === at && /^[»”]$/.test(clauses.form(to));
    if (closes || clauses.has(to, "adverb") || clauses.has(to, "part.other")) to++;
    else break;
  }
  return to;
}

/**
 * The victim of a verb that stands before it. A passive or intransitive verb takes the first noun
 * phrase outside prepositional phrases; one that may be active takes the object behind its agent.
 */
export function argumentOfVerb(clauses: Clauses, behind: number, harm: HarmWord): Argument | null {
  let named = false;
  let inPhrase = false;
  for (let at = behindSubject(clauses, behind, harm), steps = 0; steps < REACH; steps++) {
    const bracket = clauses.behindBracket(at);
    if (bracket > at && !clauses.quantityAt(at)) {
      at = bracket;
      continue;
    }
    const resumed = behindAside(clauses, at, harm);
    if (resumed > at) {
      at = resumed;
      continue;
    }
    if (clauses.isBoundary(at) || clauses.has(at, "clause") || clauses.has(at, "parts"))
      return null;
    // تصيب الملاريا نحو مليون: a disease is the agent.
    if (harm.measure === "injured" && clauses.has(at, "illness.outbreak")) return null;
    const quantity = clauses.quantityAt(at);
    if (quantity) {
      const { value } = quantity;
      // قتل مع ثلاثة آخرين.
      // قتل مع اثنين من مرافقيه: right behind the verb those of his are of his fate.
      const isOfHis =
        quantity.first === behind + 1 && value.form === "number" && isOwned(clauses, quantity);
      if (
        (value.others || isOfHis) &&
        clauses.particles.isWith(clauses.form(quantity.first - 1)) &&
        fits(harm, quantity, true)
      ) {
        return { quantity, adjacent: true };
      }
      const isTaken = harm.takes !== null && clauses.form(quantity.first - 1) === harm.takes;
      if (isTaken && fits(harm, quantity, true)) return { quantity, adjacent: true };
      // أطاحت الشرطة بستة لصوص: joined to its first word.
      const bears = harm.takes === value.preposition && harm.takes !== null;
      if (bears && fits(harm, quantity, true)) return { quantity, adjacent: true };
      if (!clauses.isPrepositional(quantity)) {
        // أصيب في الهجوم والد الطفل: behind a closed phrase stands the subject.
        const opens = harm.voice === "subject" && !named && isClosed(clauses, quantity.first - 1);
        const adjacent = at === behind || (!named && !inPhrase) || (opens && value.kin);
        const joins = value.joined && named;
        if (fits(harm, quantity, adjacent || (named && harm.voice === "either" && !value.plain))) {
          if (named && harm.voice === "subject" && !joins) return null;
          // توفي في الطريق وامرأة نقلت: what و opens belongs to the next verb.
          if (value.plain && value.joined && !named && inPhrase) return null;
          // المطلوب أمنيا: the ending of an adverb or an object, and no subject has it.
          const isOwned = clauses.role(quantity.first)?.noun?.enclitic !== "";
          if (
            at > behind &&
            harm.voice === "subject" &&
            !isOwned &&
            isAccusative(clauses, quantity)
          ) {
            at = quantity.last;
            continue;
          }
          const isObject = harm.voice === "either" && isAccusative(clauses, quantity);
          if (value.plain && named && ((inPhrase && !isObject) || value.joined)) return null;
          // قتل في هجوم مسلح: behind an indefinite noun a bare one is its adjective.
          const modifies =
            value.plain && inPhrase && !isObject && !isClosed(clauses, quantity.first - 1);
          if (modifies) {
            at = quantity.last;
            continue;
          }
          if (!clauses.isFree(quantity)) return null;
          const object = harm.voice === "either" ? objectFarBehind(clauses, quantity, harm) : null;
          if (object) return { quantity: object, adjacent: true };
          if (isAgent(clauses, quantity, harm)) {
            named = true;
            at = quantity.last;
            continue;
          }
          // قتل سالم علي وثلاثة آخرون: those named are no agent of the others.
          if (joins && harm.voice === "either" && !value.others) return null;
          return { quantity, adjacent };
        }
      }
      if (value.plain && !inPhrase) named = true;
      at = Math.max(quantity.last, at + 1);
      continue;
    }
    if (clauses.isPreposition(at)) inPhrase = true;
    else if (clauses.isComma(at)) inPhrase = true;
    else if (clauses.isWord(at) && !isLight(clauses, at, harm) && !inPhrase) named = true;
    at = clauses.cue(at)?.last ?? at + 1;
  }
  return null;
}

/** اثنين من مرافقيه, ثلاثة من أبنائها: of those whose owner is told. */
export const isOwned = (clauses: Clauses, { last }: QuantityAnnotation): boolean =>
  clauses.pronouns.endsInHisOrHer(clauses.form(last - 1)) ||
  (clauses.particles.isOf(clauses.form(last)) &&
    clauses.pronouns.endsInHisOrHer(clauses.form(last + 1)));

/** طالت حملة الاعتقالات 12 شابا: behind the subject that a verb must have. */
function behindSubject(clauses: Clauses, behind: number, { after }: HarmWord): number {
  if (after === null) return behind;
  const subject = [behind, behind + 1].find((at) => clauses.has(at, after));
  return subject === undefined ? behind : subject + 1;
}

/** Tokens of what is said of an agent, up to his object. */
const DESCRIBED_REACH = 10;

/**
 * قتل شاب في العقد الثالث من عمره والدته: behind a phrase that is closed, a relative of the agent is the
 * object. قتل انتحاري يشتبه بانتمائه للتنظيم، 32 شخصا: so is a count behind what is said of him and a comma.
 */
function objectFarBehind(
  clauses: Clauses,
  { value, last }: QuantityAnnotation,
  harm: HarmWord,
): QuantityAnnotation | null {
  if (!value.plain || value.definite || value.kin || value.joined) return null;
  const describes = clauses.isPresentVerb(last);
  for (let at = last; at < last + DESCRIBED_REACH && !clauses.isHardStop(at); at++) {
    const quantity = clauses.quantityAt(at);
    if (clauses.isComma(at)) {
      const next = describes ? clauses.quantityAt(at + 1) : null;
      if (!next || next.value.joined || clauses.isPrepositional(next)) return null;
      return next.value.form === "number" && fits(harm, next, true) ? next : null;
    }
    if (clauses.harm(at) || clauses.has(at, "that") || clauses.has(at, "clause")) return null;
    if (describes) continue;
    if (clauses.isVerb(at) || clauses.has(at, "relative")) return null;
    if (!quantity?.value.kin) continue;
    // شقيقه is folded as شقيقة is.
    const isOwn = clauses.pronouns.endsInHisOrHer(clauses.form(at));
    const stands = at === last || isClosed(clauses, at - 1);
    if (!isOwn || quantity.value.joined || clauses.isPrepositional(quantity) || !stands)
      return null;
    return fits(harm, quantity, true) ? quantity : null;
  }
  return null;
}

/** What stands between commas or dashes in front of an object has at most so many tokens. */
const LONGEST_ASIDE = 14;

const isAsideMark = (clauses: Clauses, at: number): boolean =>
  clauses.isComma(at) || /^[-–—]$/.test(clauses.form(at));

/**
 * قتلت الحركة، التي تسعى إلى الحكم، أكثر من 14 ألف شخص: behind a clause or a time between two marks the verb
 * goes on with its object, where a count of persons stands right there. The token of the count; `at` otherwise.
 */
function behindAside(clauses: Clauses, at: number, harm: HarmWord): number {
  if (harm.voice !== "either" || !isAsideMark(clauses, at)) return at;
  // قتل الخميس، وفق المرصد، ثمانية مدنيين
  const source = clauses.particles.isAccordingTo(clauses.form(at + 1));
  const opens = source || clauses.has(at + 1, "relative") || clauses.has(at + 1, "adverb");
  if (!opens) return at;
  for (let to = at + 2; to < at + LONGEST_ASIDE && !clauses.isHardStop(to); to++) {
    if (!isAsideMark(clauses, to)) continue;
    const quantity = clauses.quantityAt(to + 1);
    if (!quantity || quantity.value.joined || clauses.isPrepositional(quantity)) return at;
    const { form, sort } = quantity.value;
    const counts = form === "number" || form === "vague" || form === "dual";
    return counts && sort !== "thing" && sort !== "not" ? to + 1 : at;
  }
  return at;
}

/** A count, or a noun with the ending of an object: what can be no subject of an active verb. */
export function isObject(clauses: Clauses, quantity: QuantityAnnotation): boolean {
  const { form, sort } = quantity.value;
  if (form === "singular") return isAccusative(clauses, quantity);
  return sort !== null && sort !== "unknown";
}

/** قضى منهم جندي, فارق الحياة أربعة: adverbs, "of them" and what completes the verb name nobody. */
function isLight(clauses: Clauses, at: number, { needs }: HarmWord): boolean {
  if (needs === "harm.fate" && clauses.has(at, needs)) return true;
  return clauses.has(at, "adverb") || clauses.has(at, "count.of-them");
}

/** A definite noun, a pronoun or an adverb closes a phrase: in خلالها and في المستشفى no adjective follows. */
function isClosed(clauses: Clauses, at: number): boolean {
  const form = clauses.form(at);
  return (
    clauses.shapes.bearsArticle(form) ||
    clauses.pronouns.endsInPronoun(form) ||
    clauses.has(at, "adverb")
  );
}
