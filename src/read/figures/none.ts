import type { Measure } from "../../core/contract.js";
import { exactly } from "../../core/value.js";
import type { Clauses } from "./clause.js";
import { uncountedDraft } from "./draft.js";

/** Tokens from نفت to what it denies. */
const DENIED_REACH = 12;

/** Behind لا: the victims themselves, أي, or a verb of being there. */
function isTellingNone(clauses: Clauses, at: number): boolean {
  const victims = clauses.role(at)?.noun?.sort === "victim";
  // لا يقعوا ضحايا: they shall not fall victim.
  const falls = clauses.has(at, "harm.fall") && !clauses.shapes.isPluralVerb(clauses.form(at));
  // لا أنباء عن ضحايا
  const news = clauses.has(at, "harm.news") && clauses.has(at + 1, "preposition");
  return victims || clauses.has(at, "harm.losses") || falls || news;
}

/** نفت الوزارة سقوط ضحايا, سقوط أي ضحايا: that there were any, not that it is to blame for them. */
function isDenial(clauses: Clauses, at: number): boolean {
  if (!clauses.has(at, "denial")) return false;
  for (let to = at + 1; to < at + DENIED_REACH && !clauses.isHardStop(to); to++) {
    if (!clauses.has(to, "harm.fall")) continue;
    if (clauses.has(to + 1, "harm.any")) return true;
    const noun = clauses.role(to + 1)?.noun;
    const isAny = noun?.sort === "victim" && noun.number === "plural" && !noun.article;
    return isAny && !clauses.has(to - 1, "preposition");
  }
  return false;
}

/** لم يقتل أي من الجنود, لم يصب أي جندي. */
function isAnyPerson(clauses: Clauses, at: number): boolean {
  if (!clauses.has(at, "harm.any")) return false;
  const ofThem = clauses.has(at + 1, "count.of-them") || clauses.has(at + 1, "harm.of");
  return ofThem || clauses.role(at + 1)?.noun?.sort === "person";
}

/** Tokens from those who were not hurt to how they were not. */
const GRAVE_REACH = 7;

/** لم يصب أي منهم بإصابات: the hurts tell it, and how grave they were not. */
function isHurtBehind(clauses: Clauses, at: number): boolean {
  for (let to = at; to < at + GRAVE_REACH && !clauses.isHardStop(to); to++)
    if (clauses.has(to, "grave") || clauses.role(to)?.noun?.sort === "victim") return true;
  return false;
}

/** Tokens from the verb to "nobody". */
const NOBODY_REACH = 3;

/** لم يصب أحد بأذى, لم يقتل أي شخص. */
function readNobody(clauses: Clauses, at: number): boolean {
  const harm = clauses.harm(at + 1);
  if (harm?.kind !== "verb" || (harm.measure !== "killed" && harm.measure !== "injured"))
    return false;
  // لا يتعرض أحد لامرأة: exposed to no injury.
  if (harm.needs && !clauses.isMet(at + 1, harm.needs)) return false;
  for (let to = at + 2; to < at + 2 + NOBODY_REACH && !clauses.isHardStop(to); to++) {
    const cue = clauses.cue(to);
    if (!cue || !clauses.has(to, "harm.nobody")) {
      // لم تقتل القوات أي مدني: what she says that she did not do.
      if (to > at + 2 || !isAnyPerson(clauses, to) || isHurtBehind(clauses, to)) continue;
      clauses.add(uncountedDraft([at, to + 2], harm.measure, exactly(0), "figure.nobody"));
      return true;
    }
    clauses.add(uncountedDraft([at, cue.last], harm.measure, exactly(0), "figure.nobody"));
    return true;
  }
  return false;
}

/** Tokens from "no wounded" to whom it leaves out. */
const EXCEPTION_REACH = 7;

/** لم تسفر عن إصابات عدا إصابة مقيم: but for those told behind. */
function isButFor(clauses: Clauses, behind: number): boolean {
  for (let to = behind; to < behind + EXCEPTION_REACH && !clauses.isHardStop(to); to++)
    if (clauses.has(to, "but-for")) return true;
  return false;
}

/** لم تسجل أي حالة وفاة, لم يقع أي قتيل: one would have been found, or have fallen. */
function isAnyFound(clauses: Clauses, negation: number, victim: number): boolean {
  if (!clauses.has(victim - 1, "harm.any")) return false;
  for (let at = negation + 1; at < victim - 1; at++) {
    if (clauses.has(at, "harm.predicate") || clauses.has(at, "harm.fall")) return true;
  }
  return false;
}

/** ضحايا may be hurt; قتلى and وفيات are dead. */
function measureOfNone(clauses: Clauses, at: number, last: number): Measure {
  const measure = clauses.role(at)?.noun?.measure ?? null;
  if (measure !== null && measure !== "killed") return measure;
  return clauses.words.isOfDead(clauses.form(at) + clauses.form(last - 1))
    ? "killed"
    : "casualties";
}

/** دون إصابات أو وفيات, بلا قتلى وجرحى: nor the others. */
function readNoneEither(clauses: Clauses, behind: number): void {
  const at = clauses.particles.isOr(clauses.form(behind)) ? behind + 1 : behind;
  const cue = clauses.cue(at);
  const noun = cue?.role.noun;
  if (!cue || noun?.sort !== "victim" || noun.number !== "plural") return;
  if (noun.article || noun.preposition !== "" || (at === behind && noun.conjunction === "")) return;
  if (clauses.has(cue.last, "grave") || isButFor(clauses, cue.last)) return;
  const measure = measureOfNone(clauses, at, cue.last);
  clauses.add(uncountedDraft([at, cue.last], measure, exactly(0), "figure.none"));
}

/** دون وقوع إصابات, لا ضحايا: that nobody was harmed is itself a count. */
export function readNone(clauses: Clauses): void {
  for (const at of clauses.cued) {
    if (!clauses.has(at, "negation") && !isDenial(clauses, at)) continue;
    if (readNobody(clauses, at)) continue;
    const reach = clauses.has(at, "denial") ? DENIED_REACH : 5;
    for (let to = at + 1; to <= at + reach && !clauses.isHardStop(to); to++) {
      const counted = clauses.quantityAt(to);
      if (counted && !(counted.value.form === "singular" && isAnyFound(clauses, at, to))) break;
      // لا يسفر عن إصابات tells a habit; لا توجد إصابات and لم يسفر tell an event.
      // "illegal attacks cause losses": غير denies the adjective behind it only.
      if (clauses.particles.isNon(clauses.form(at)) && to > at + 1) break;
      if (clauses.particles.isNo(clauses.form(at)) && to === at + 1 && !isTellingNone(clauses, to))
        break;
      const cue = clauses.cue(to);
      const noun = cue?.role.noun;
      const losses = cue?.role.flags.has("harm.losses");
      // لا يبالي بجثث جنوده: not minded, and not none.
      const isBare = noun?.preposition === "" || !clauses.particles.isNo(clauses.form(at));
      const victims =
        noun?.sort === "victim" &&
        (noun.number === "plural" || isAnyFound(clauses, at, to)) &&
        !noun.article &&
        isBare;
      if (!cue || (!losses && !victims)) {
        // دون أن يبلغ عن إصابات
        const opens = to === at + 1 && clauses.particles.isWithout(clauses.form(at));
        if ((clauses.has(to, "that") && !opens) || clauses.has(to, "relative")) break;
        continue;
      }
      // لم يصب أي منهم بإصابات خطيرة: hurt, if not badly.
      if (clauses.has(cue.last, "grave") || isButFor(clauses, cue.last)) break;
      const told = victims ? measureOfNone(clauses, to, cue.last) : "casualties";
      clauses.add(uncountedDraft([at, cue.last], told, exactly(0), "figure.none"));
      readNoneEither(clauses, cue.last);
      break;
    }
  }
}
