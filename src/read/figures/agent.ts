import type { Clauses } from "./clause.js";
import type { HarmWord } from "./cue.js";
import { fits } from "./fits.js";
import type { QuantityAnnotation } from "./quantity.js";

/** Up to so many are counted in the plural. */
const MOST_PLURAL = 10;
/** Adjectives of an agent that stand between him and the object. */
const AGENT_ADJECTIVES = 2;

/** احتجزت …, يوم الثلاثاء, إرهابيا: the written ending of an indefinite object. */
export function isAccusative(
  clauses: Clauses,
  { first, last, value }: QuantityAnnotation,
): boolean {
  return value.plain && !value.definite && last === first + 1 && clauses.isAccusative(first);
}

/** Tokens of the name of a body. */
const BODY_REACH = 5;

/** Tokens of the time between an agent and his object. */
const LONGEST_TIME = 4;

/** قتل مسلح صباح الاثنين شخصين: behind a time told between them stands the object of one who did it. */
function isObjectBehindTime(
  clauses: Clauses,
  { value, last }: QuantityAnnotation,
  harm: HarmWord,
): boolean {
  if (!value.plain || value.definite || !clauses.has(last, "adverb")) return false;
  for (let at = last + 1; at < last + LONGEST_TIME && clauses.isWord(at); at++) {
    const next = clauses.quantityAt(at);
    if (next) {
      const { joined, form, sort } = next.value;
      const counts = (form === "number" || form === "dual") && sort === "person";
      return counts && !joined && !clauses.isPrepositional(next) && fits(harm, next, true);
    }
    if (clauses.isPreposition(at) || clauses.isBoundary(at)) return false;
  }
  return false;
}

/** Right behind the body of the agents a count stands, told by no preposition and no و. */
function isObjectBehindBody(clauses: Clauses, at: number, harm: HarmWord): boolean {
  for (let to = at; to < at + BODY_REACH; to++) {
    const next = clauses.quantityAt(to);
    if (next) {
      const { joined, form, sort } = next.value;
      if (joined || clauses.isPrepositional(next) || form !== "number" || sort !== "person")
        return false;
      return fits(harm, next, true);
    }
    if (!clauses.isWord(to) || clauses.isPreposition(to) || clauses.isBoundary(to)) return false;
  }
  return false;
}

/** قتل مسلح ثلاثة جنود: a count or object right behind the first noun makes an agent of it. */
export function isAgent(clauses: Clauses, quantity: QuantityAnnotation, harm: HarmWord): boolean {
  if (harm.voice !== "either" || quantity.value.form === "vague") return false;
  if (isObjectBehindTime(clauses, quantity, harm)) return true;
  // مواطنين اثنين مشتبها بهما: a dual in the oblique case does nothing to anybody.
  const isTwo = quantity.value.value.min === 2 && quantity.value.value.max === 2;
  if (isTwo && clauses.shapes.isOblique(clauses.form(quantity.value.group?.[0] ?? -1)))
    return false;
  for (let to = quantity.last; to <= quantity.last + AGENT_ADJECTIVES; to++) {
    const next = clauses.quantityAt(to);
    if (!next) {
      // قتل أربعة مسلحين من حركة الشباب 67 شخصا: the body whose the agents are.
      if (clauses.particles.isOf(clauses.form(to)) && clauses.role(to + 1)?.affiliation) {
        return isObjectBehindBody(clauses, to + 1, harm);
      }
      // قتل شرطي أمريكي أبيض طالبا: an adjective of the agent.
      if (!clauses.isWord(to) || clauses.isPreposition(to) || clauses.isBoundary(to)) return false;
      if (clauses.role(to)?.conjunction || clauses.has(to, "adverb")) return false;
      continue;
    }
    if (next.value.joined || next.value.preposition !== "" || !fits(harm, next, true)) return false;
    // قتل فيه 32 ناشطا كرديا شابا: behind eleven and more a singular in the accusative goes on with them.
    const many = quantity.value.form === "number" && (quantity.value.value.min ?? 0) > MOST_PLURAL;
    if (many && next.value.plain && isAccusative(clauses, next)) return false;
    return to === quantity.last || isAccusative(clauses, next);
  }
  return false;
}
