import type { Measure } from "../../core/contract.js";
import { atLeast, exactly } from "../../core/value.js";
import { OF_BODIES, readBodies, readNamedBody } from "./bodies.js";
import type { Carry } from "./carry.js";
import { readGraveCases, readNamedCases, readOutbreakCases } from "./cases.js";
import type { Clauses } from "./clause.js";
import { type Draft, draftOf } from "./draft.js";
import { readJoined } from "./joined.js";
import type { QuantityAnnotation } from "./quantity.js";
import { isRate } from "./rate.js";
import { isRise } from "./rise.js";
import { isExceeded, isReachedBy, readTallies } from "./tallies.js";

/** Tokens from "not" to the hurt that were not. */
const DENIED_REACH = 4;
/** Tokens from what causes a death to the death: تسبب انقلاب مركبة شرق المدينة بحالة وفاة. */
const CAUSED_REACH = 12;
/** Tokens of a place, from one victim of a list to the next. */
const LISTED_REACH = 8;
/** Tokens of a time between those who fall and what they fall as. */
const MOST_BETWEEN = 3;
/** Tokens from prisoners to their strike behind them. */
const STRIKE_REACH = 8;

/** Counts whose noun says what befell them (12 قتيلا), and tallies (عدد القتلى إلى 12). */
export function readCarried(
  clauses: Clauses,
  quantities: readonly QuantityAnnotation[],
  carry: Carry,
): void {
  readCasualtyPairs(clauses);
  readBodies(clauses);
  readNamedBody(clauses);
  for (const quantity of quantities) readCarriedCount(clauses, quantity, carry);
  readFallen(clauses);
  readTallies(clauses, carry);
  for (const quantity of quantities) {
    readGraveCases(clauses, quantity);
    readOutbreakCases(clauses, quantity);
    readNamedCases(clauses, quantity);
  }
}

/** Right behind a person whom a word of finding governs. */
function isFound(clauses: Clauses, at: number): boolean {
  const person = clauses.covering(at - 1);
  if (person?.last !== at || person.value.sort !== "person") return false;
  return [1, 2, 3, 4].some((steps) => clauses.has(person.first - steps, "harm.find"));
}

function readCarriedCount(clauses: Clauses, quantity: QuantityAnnotation, carry: Carry): void {
  const { value } = quantity;
  if (value.sort !== "victim" || !value.measure || !clauses.isFree(quantity)) return;
  // تشييع 8 شهداء, تسليم جثامين 15 قتيلا: nothing undoes a death.
  const isVictim = clauses.words.isVictim(clauses.form(value.group?.[0] ?? quantity.first));
  const isDead = value.measure === "killed" && !value.plain && !value.definite && !isVictim;
  if (!isDead && isUndone(clauses, quantity.first)) {
    clauses.spend(quantity);
    return;
  }
  // تفادي 37 ألف حالة وفاة: nobody has died.
  if ([1, 2, 3].some((steps) => clauses.has(quantity.first - steps, "prevented"))) {
    clauses.spend(quantity);
    return;
  }
  // 6000 إصابة سنويا: so many a year.
  if (isRate(clauses, quantity.last)) return;
  if (value.form === "dual" && value.definite) return;
  // أربع ضحايا متوفيين: how those counted right before are.
  const counted =
    value.form === "dual" && !value.joined ? clauses.covering(quantity.first - 1) : null;
  if (counted?.last === quantity.first && counted.value.sort === "victim") {
    clauses.spend(quantity);
    return;
  }
  // تعرض لإصابتين, أصيب بثلاث إصابات: wounds of one told before.
  const isWound = clauses.harm(value.group?.[0] ?? quantity.first)?.measure === "injured";
  const isGoverned =
    value.preposition === clauses.joined.to || value.preposition === clauses.joined.by;
  if (isWound && isGoverned && !clauses.has(quantity.first - 1, "harm.leads")) {
    if (clauses.harm(quantity.first - 1)) return;
  }
  // إصابتي alone is "my injury"; as a dual it is completed (إصابتي حروق).
  if (
    value.form === "dual" &&
    clauses.shapes.isFeminineConstructDual(clauses.form(quantity.last - 1)) &&
    clauses.harm(quantity.first)
  ) {
    return;
  }
  if (value.form === "one-of") return;
  // العثور على طفل متوفى: how the one told before it was found.
  if (value.plain && clauses.has(quantity.first, "found.dead") && isFound(clauses, quantity.first))
    return;
  // لم تسجل أي حالة وفاة جديدة: any, and not one.
  if (value.form === "singular" && clauses.has(quantity.first - 1, "harm.any")) return;
  if (value.plain && !isTold(clauses, quantity)) return;
  const behind = quantity.last;
  // 50 جريحا in a hospital for the infected: hurt, whatever the others have.
  const isWounded = clauses.has(value.group?.[0] ?? -1, "wounded");
  const isIll =
    !isWounded &&
    value.measure === "injured" &&
    (carry.illness || [behind - 1, behind, behind + 1].some((at) => clauses.has(at, "illness")));
  const onStrike = value.measure === "arrested" && isOnStrike(clauses, quantity);
  const measure = isIll
    ? "other"
    : onStrike
      ? "crowd"
      : (fateOfHeld(clauses, quantity) ?? value.measure);
  const isWhole = isRise(clauses, quantity) || isReachedBy(clauses, quantity);
  const risen = isWhole ? { value: exactly(value.value.max ?? 0) } : {};
  const made = draftOf(quantity, measure, `figure.carried-${value.form}`, {
    ...risen,
    ...(isExceeded(clauses, quantity) ? { value: atLeast(value.value.min ?? 0) } : {}),
  });
  clauses.add(made);
  readNextBody(clauses, made);
  // جثة رجل وامرأتين
  const isBody = clauses.role(quantity.first)?.noun?.body === true && value.counted !== "persons";
  if (isBody && quantity.last > quantity.first + 1) readJoined(clauses, made, OF_BODIES);
}

/** Tokens from a verb over one who is named to the hostages joined to him. */
const HELD_REACH = 4;

/** قتل الخاطف واثنان من الرهائن: what befell them is told by the verb, and not by what they were. */
function fateOfHeld(clauses: Clauses, { first, value }: QuantityAnnotation): Measure | null {
  const isHeld = value.measure === "kidnapped" || value.measure === "arrested";
  const isOf = value.group !== null && clauses.particles.isOf(clauses.form(value.group[0]));
  if (!isHeld || !isOf || !value.joined) return null;
  for (let at = first - 1; at >= first - HELD_REACH && !clauses.isHardStop(at); at--) {
    const harm = clauses.harm(at);
    if (harm?.measure === "killed" || harm?.measure === "injured") return harm.measure;
    if (clauses.isBoundary(at) || clauses.isComma(at)) return null;
  }
  return null;
}

/** Tokens of the body that the first were of. */
const BODY_REACH = 3;

/** أربعة قتلى من الجيش و17 من المسلحين: the noun of the first tells what befell those of another body. */
function readNextBody(clauses: Clauses, made: Draft): void {
  if (made.quantity?.value.form !== "number") return;
  const from = made.quantity.last;
  for (let to = from; to < from + BODY_REACH && !clauses.isBoundary(to); to++) {
    const next = clauses.quantityAt(to);
    if (!next) continue;
    const { joined, form, sort, group, preposition } = next.value;
    const isOf = group !== null && clauses.particles.isOf(clauses.form(group[0]));
    if (!joined || form !== "number" || sort !== "person" || !isOf || preposition !== "") return;
    if (clauses.isFree(next))
      clauses.add(
        draftOf(next, made.measure, "figure.carried-joined", { modality: made.modality }),
      );
    return;
  }
}

/** بدأ 140 أسيرا إضرابا: prisoners told by what they do are no new arrests. */
function isOnStrike(clauses: Clauses, { last }: QuantityAnnotation): boolean {
  for (let to = clauses.first; to < last + STRIKE_REACH; to++) {
    if (clauses.has(to, "strike.hunger")) return true;
  }
  return false;
}

/** Released, buried, visited: the count is not of a new harm. */
function isUndone(clauses: Clauses, at: number): boolean {
  for (let to = at - 1; to >= at - 6 && !clauses.isHardStop(to); to--) {
    if (clauses.has(to, "harm.cancel")) return true;
    if (clauses.isVerb(to) || clauses.isComma(to)) return false;
  }
  return false;
}

/** Up to so many the counted noun is a plural, so that a singular behind it counts one more. */
const MOST_PLURAL = 10;

/** سقوط قتيل, عثر على جثة, حالة وفاة: one victim told by a bare noun. */
function isTold(clauses: Clauses, quantity: QuantityAnnotation): boolean {
  const { value, first } = quantity;
  if (value.definite) return false;
  // عثر عليه متوفى: told by the finding.
  if (clauses.has(first, "found.dead") && clauses.particles.isOnOne(clauses.form(first - 1)))
    return false;
  // انتشلت جثمان المتوفى: of somebody whose death was told.
  const whose = clauses.role(first + 1)?.noun;
  const isOfDead = clauses.role(first)?.noun?.body && whose?.sort === "victim" && whose.article;
  if (isOfDead && !clauses.personAt(first + 2)) return false;
  // جثة طالب: whose body it is says that he is dead; جثة الجندي is of one told before, unless it is found.
  // جثة شخص has a noun behind the body, too.
  const isWhose = value.counted !== "persons" || whose?.sort === "person";
  const isBody = isWhose && clauses.role(first)?.noun?.body;
  if (isBody && !(whose?.article && !clauses.personAt(first + 2))) return true;
  // إصابة آخر إصابة حرجة: how the one just told was hurt.
  const told = clauses.draftBefore(first, ({ measure }) => measure === "injured");
  if (clauses.harm(first) && told?.last === first && !value.joined) return false;
  // بإصابة متوسطة tells how one already counted was hurt.
  if (clauses.harm(first) && clauses.has(first + 1, "grave")) {
    // لم تسجل حالات إصابة خطيرة.
    for (let at = first - 1; at >= first - DENIED_REACH && !clauses.isHardStop(at); at--) {
      if (clauses.has(at, "negation")) return false;
    }
    return value.preposition === "";
  }
  if (value.joined) {
    const before = clauses.draftBefore(first, (draft) => draft.quantity?.value.sort === "victim");
    // 1320 أسيرا ومعتقلا: above ten the two nouns share the number.
    const count = before?.quantity?.value.form === "number" ? (before.value.min ?? 0) : 0;
    if (before && before.last === first) return count <= MOST_PLURAL;
  }
  if (opensHeadline(clauses, quantity)) return true;
  // تسبب الحادث بحالة وفاة
  if (value.preposition === clauses.joined.by && value.measure === "killed") {
    for (let at = first - 1; at >= first - CAUSED_REACH && !clauses.isHardStop(at); at--)
      if (clauses.has(at, "harm.leads")) return !clauses.has(at - 1, "negation");
  }
  // تسعة مصابين في المدينة، ومصاب في الميناء; قتيل وجريحان في الشمال، وقتيل في الجنوب: one more of a list.
  if (value.joined && clauses.isComma(first - 1) && clauses.isPreposition(quantity.last)) {
    const listed = clauses.draftBefore(first, (draft) => draft.quantity?.value.sort === "victim");
    if (listed && first - listed.last <= LISTED_REACH) return true;
  }
  for (let at = first - 1; at >= first - 6; at--) {
    if (clauses.isHardStop(at)) return false;
    const near = at >= first - 3 && clauses.has(at, "harm.fall");
    const found = value.measure === "killed" && clauses.has(at, "harm.find");
    if (near || found) return !clauses.has(at - 1, "negation");
    if (clauses.isVerb(at) || clauses.harm(at)) return false;
  }
  return false;
}

/** قتيل وثلاثة جرحى في انفجار, شهيد برصاص الاحتلال: one victim opens the sentence. */
function opensHeadline(clauses: Clauses, { first, last, value }: QuantityAnnotation): boolean {
  // • قتيل وثلاثة جرحى: what marks the line of a list is none of its words.
  let at = first;
  while (at > clauses.first && !clauses.isWord(at - 1) && !clauses.quantityAt(at - 1)) at--;
  const opens = at === clauses.first || clauses.isHardStop(first - 1);
  if (!opens || clauses.harm(first) || value.preposition !== "" || value.joined) return false;
  const next = clauses.role(last)?.noun;
  const isJoined = next?.sort === "victim" && next.conjunction === clauses.joined.and;
  const isCounted = clauses.quantityAt(last)?.value.sort === "victim";
  return isJoined || isCounted || clauses.isPreposition(last);
}

/** 20 بين قتيل وجريح. */
function readCasualtyPairs(clauses: Clauses): void {
  for (let at = clauses.first; at < clauses.last; at++) {
    const from = clauses.particles.isWhat(clauses.form(at)) ? at + 1 : at;
    if (!clauses.particles.isBetween(clauses.form(from))) continue;
    const dead = clauses.role(from + 1)?.noun;
    const hurt = clauses.role(from + 2)?.noun;
    if (
      dead?.measure !== "killed" ||
      hurt?.measure !== "injured" ||
      hurt.conjunction !== clauses.joined.and
    ) {
      continue;
    }
    for (let to = at - 1; to >= Math.max(clauses.first, at - 10); to--) {
      if (clauses.isHardStop(to)) break;
      const quantity = clauses.quantityAt(to);
      if (!quantity || quantity.last > at || quantity.value.plain) continue;
      if (quantity.value.sort === "thing" || quantity.value.sort === "not") continue;
      const owner = clauses.ownerOf(quantity);
      if (clauses.isFree(quantity)) {
        const last = from + 3;
        clauses.add(draftOf(quantity, "casualties", "figure.between-dead-and-wounded", { last }));
        // راح ضحيته 23 جنديا بين شهداء وجرحى: the victims are of both kinds.
      } else if (owner?.measure === "killed" && owner.total === null) owner.measure = "casualties";
      break;
    }
    for (const inner of [from + 1, from + 2]) {
      const quantity = clauses.quantityAt(inner);
      if (quantity) clauses.spend(quantity);
    }
  }
}

/** راح نحو 400 شخص العام الماضي ضحايا: nothing but a time stands between. */
function reaches(clauses: Clauses, from: number, to: number): boolean {
  if (to - from > MOST_BETWEEN) return false;
  let at = from;
  while (at < to) {
    if (!clauses.has(at, "adverb") && !clauses.has(at, "background.earlier")) return false;
    at = clauses.cue(at)?.last ?? at + 1;
  }
  return at === to;
}

/** العشرات سقطوا قتلى, سقط ثلاثة جنود جرحى: the predicate tells what befell the subject. */
function readFallen(clauses: Clauses): void {
  for (const at of clauses.cued) {
    const noun = at > clauses.first ? clauses.role(at)?.noun : undefined;
    if (noun?.sort !== "victim" || !noun.measure || noun.article || clauses.quantityAt(at))
      continue;
    // راح 12 شخصا ضحية الحريق: each of them a victim of it.
    const isEach = clauses.words.isVictimOf(clauses.form(at));
    if (noun.number !== "plural" && noun.number !== null && !isEach) continue;
    const second = clauses.role(at + 1)?.noun;
    const pair =
      second?.sort === "victim" && second.conjunction === clauses.joined.and
        ? second.measure
        : null;
    const measure = pair && pair !== noun.measure ? "casualties" : noun.measure;
    const falls = (to: number): boolean => clauses.has(to, "harm.predicate");
    const isAfterVerb = falls(at - 1) || falls(at - 2);
    for (let to = at - 1; to >= Math.max(clauses.first, at - 9); to--) {
      if (clauses.isHardStop(to)) break;
      const quantity = clauses.quantityAt(to);
      if (!quantity) continue;
      const { sort, plain } = quantity.value;
      if (quantity.last > at || plain || sort === "thing" || sort === "not" || sort === "victim")
        break;
      const touches = reaches(clauses, quantity.last, at) && falls(quantity.first - 1);
      const precedes = isAfterVerb && quantity.last >= at - 4;
      if ((touches || precedes) && clauses.isFree(quantity) && !clauses.isPrepositional(quantity)) {
        clauses.add(draftOf(quantity, measure, "figure.fallen", { last: at + 1 }));
      }
      break;
    }
  }
}
