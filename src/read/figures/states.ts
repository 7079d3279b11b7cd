import type { Measure } from "../../core/contract.js";
import { exactly } from "../../core/value.js";
import type { Carry } from "./carry.js";
import type { Clauses } from "./clause.js";
import { type Draft, draftOf, uncountedDraft } from "./draft.js";
import type { QuantityAnnotation } from "./quantity.js";
import { readAboard, readEscaped } from "./survivors.js";
import { measureOfPersons } from "./take.js";
import { victimAt } from "./victim.js";

/** Tokens from the counted to what is said of them. */
const STATE_REACH = 9;
/** Tokens from those counted to the pronoun that points to them. */
const RESUMED_REACH = 30;
/** Tokens from أحدهما to والآخر. */
const OTHER_REACH = 10;

/** States told of those counted or named: في عداد المفقودين, ما زالوا نازحين, الوالدة مصابة, أحدهما إصابته حرجة. */
export function readStates(clauses: Clauses, carry: Carry): void {
  for (const at of clauses.cued) {
    const role = clauses.role(at);
    if (!role) continue;
    // انتشال أربعة من تحت الأنقاض: they are there no more.
    if (role.flags.has("harm.state") && !clauses.particles.isOf(clauses.form(at - 1)))
      readStateOf(clauses, at, clauses.measureAt(at));
    else if (role.flags.has("harm.aboard")) readAboard(clauses, at);
    else if (role.flags.has("manages")) readEscaped(clauses, at);
    else if (role.flags.has("harm.resumed")) readResumed(clauses, at, clauses.measureAt(at));
    else if (role.flags.has("found.dead")) readFoundDead(clauses, at);
    else if (role.flags.has("part.one")) readOneOfThem(clauses, at, carry);
    else if (role.noun?.sort === "victim") readPredicate(clauses, at);
  }
}

/** The nearest count of persons before, with no other clause between. */
export function subjectBefore(clauses: Clauses, at: number): QuantityAnnotation | null {
  for (let to = at - 1; to >= Math.max(clauses.first, at - STATE_REACH); to--) {
    if (clauses.isHardStop(to) || clauses.has(to, "clause")) return null;
    const quantity = clauses.covering(to);
    if (!quantity) continue;
    const { sort, plain } = quantity.value;
    if (sort === "not" || sort === "thing" || plain) return null;
    return quantity.last <= at && clauses.isFree(quantity) ? quantity : null;
  }
  return null;
}

function readStateOf(clauses: Clauses, at: number, measure: Measure | null): void {
  if (measure === "missing" && readOneMissing(clauses, at)) return;
  const quantity = measure && subjectBefore(clauses, at);
  if (!measure || !quantity) return;
  // علاوة على أربعة آخرين في عداد المفقودين
  const joined = [1, 2].some((step) => clauses.has(quantity.first - step, "joiner"));
  if (clauses.isPrepositional(quantity) && !joined) return;
  clauses.add(draftOf(quantity, measure, "figure.state"));
}

/** واعتبر آخر في عداد المفقودين, لا يزال طفل في عداد المفقودين: one, right before the state. */
function readOneMissing(clauses: Clauses, at: number): boolean {
  // على جثة أخرى تحت الأنقاض: one more of the noun before it.
  const body = clauses.role(at - 2)?.noun;
  if (body?.sort === "victim") return true;
  if (clauses.words.othersTold(clauses.form(at - 1)) === 1) {
    const before = clauses.draftBefore(at, ({ unit }) => unit === "persons");
    const counted = before?.counted ?? "persons";
    clauses.add(uncountedDraft([at - 1, at], "missing", exactly(1), "figure.state", { counted }));
    return true;
  }
  const one = clauses.covering(at - 1);
  if (one?.last !== at || !one.value.plain || one.value.definite || !clauses.isFree(one))
    return false;
  if (one.value.sort !== "person" || clauses.isPrepositional(one)) return false;
  clauses.add(draftOf(one, "missing", "figure.state"));
  return true;
}

/** ثلاثة أشخاص … القبض عليهم: the pronoun points to those counted before; عليه is one, عليهما two. */
function readResumed(clauses: Clauses, at: number, measure: Measure | null): void {
  const cue = clauses.cue(at);
  if (!measure || !cue || clauses.has(at - 1, "negation")) return;
  const referent = clauses.words.pronouns.referentAtEnd(clauses.form(cue.last - 1));
  const count = referent === "both" ? 2 : referent === "them" ? null : 1;
  if (count !== 1) {
    for (let to = at - 1; to >= Math.max(clauses.first, at - RESUMED_REACH); to--) {
      const quantity = clauses.quantityAt(to);
      if (!quantity || quantity.value.plain || quantity.value.definite) continue;
      const { sort, unit, value } = quantity.value;
      if (sort === "not" || sort === "thing" || unit !== "persons") continue;
      const fits = count === null ? (value.min ?? 0) > 2 : value.min === 2;
      const owner = clauses.ownerOf(quantity);
      if (!fits || (owner && owner.measure !== "other")) break;
      clauses.add(draftOf(quantity, measure, "figure.resumed"));
      return;
    }
  }
  if (count === null || isOfThoseWho(clauses, at)) return;
  clauses.add(uncountedDraft([at, cue.last], measure, exactly(count), "figure.resumed"));
}

/** عدد من ألقي القبض عليه: whoever was arrested, and not one. */
function isOfThoseWho(clauses: Clauses, at: number): boolean {
  return clauses.has(at - 1, "whoever") || clauses.has(at - 2, "whoever");
}

/** ما زال 60 شخصا محاصرين; الوالدة مصابة: a participle without its article behind its subject. */
function readPredicate(clauses: Clauses, at: number): void {
  const noun = clauses.role(at)?.noun;
  if (!noun?.measure || noun.article || noun.enclitic !== "" || noun.preposition !== "") return;
  if (noun.conjunction !== "") return;
  const own = clauses.quantityAt(at);
  // 11 متظاهرا ما زال معتقلا: above ten those counted take the singular.
  if (own?.value.plain && clauses.isAccusative(at) && isStill(clauses, at)) {
    const many = subjectBefore(clauses, at);
    if (many && (many.value.value.min ?? 0) > 10) {
      clauses.spend(own);
      readStateOf(clauses, at, noun.measure);
      return;
    }
  }
  if (own) {
    const before = clauses.covering(at - 1);
    if (!own.value.plain || !clauses.isFree(own) || !before?.value.plain) return;
    if (!before.value.definite && !before.value.kin) return;
    // والد شهيد الواجب: the martyr's father; والدته مصابة has its pronoun.
    const isOwned = clauses.role(before.first)?.noun?.enclitic !== "";
    if (
      !before.value.definite &&
      !isOwned &&
      !clauses.pronouns.endsAsWoman(clauses.form(before.first))
    )
      return;
    if (before.last !== at || !clauses.isFree(before) || before.value.sort !== "person") return;
    clauses.spend(own);
    // الطفل مصاب بالسرطان: of an illness.
    if (clauses.has(at + 1, "illness") || clauses.has(at + 1, "illness.outbreak")) return;
    clauses.add(draftOf(before, noun.measure, "figure.state-singular"));
    return;
  }
  if (clauses.covering(at) || (noun.number !== "plural" && noun.number !== null)) return;
  if (noun.measure === "killed" || noun.measure === "injured") return;
  if (!isStill(clauses, at)) return;
  readStateOf(clauses, at, noun.measure);
}

/** Tokens from finding to how they were found. */
const FOUND_REACH = 10;

/** العثور على شاب مقتولا, عثر على ثلاثة أشخاص مقتولين, وجد السائق متوفيا. */
function readFoundDead(clauses: Clauses, at: number): void {
  // وجدت 11 حالة لم يحدد فيها جنس المتوفى: with the article he is spoken of, and not found so.
  if (clauses.shapes.bearsArticle(clauses.form(at))) return;
  for (let to = at - 1; to >= at - FOUND_REACH && !clauses.isHardStop(to); to--) {
    if (!clauses.has(to, "harm.find") && !clauses.words.isFinding(clauses.form(to))) continue;
    // عثر عليه ميتا: who was told before.
    if (clauses.particles.isOnOne(clauses.form(to + 1)) && to + 2 === at) {
      clauses.add(uncountedDraft([to, at + 1], "killed", exactly(1), "figure.found-dead"));
      return;
    }
    const from = clauses.particles.isOn(clauses.form(to + 1)) ? to + 2 : to + 1;
    for (let next = from; next < at && next < from + 3; next++) {
      const quantity = clauses.quantityAt(next);
      if (quantity) {
        if (quantity.value.sort !== "person" || !clauses.isFree(quantity)) return;
        const last = Math.max(quantity.last, at + 1);
        clauses.add(draftOf(quantity, "killed", "figure.found-dead", { last }));
        return;
      }
      const victim = victimAt(clauses, next);
      if (!victim || clauses.isTaken(victim.first, at)) continue;
      clauses.add(
        uncountedDraft([victim.first, at + 1], "killed", exactly(1), "figure.found-dead", {
          counted: victim.counted ?? "persons",
          group: [victim.first, victim.last],
        }),
      );
      return;
    }
    return;
  }
}

/** ما زالوا, بات, ظل: verbs that give a state to their subject. */
function isStill(clauses: Clauses, at: number): boolean {
  for (let to = at - 1; to >= at - STATE_REACH && !clauses.isHardStop(to); to--) {
    if (clauses.has(to, "remains")) return true;
  }
  return false;
}

/** أحدهما إصابته حرجة والآخر متوسطة, إحداهما اعتقلت, نقل أحدهم: one of those just counted. */
function readOneOfThem(clauses: Clauses, at: number, carry: Carry): void {
  const total =
    clauses.draftBefore(at, (draft) => draft.total === null && isSeveral(draft)) ?? carry.last;
  const last = clauses.cue(at)?.last ?? at + 1;
  const behind = clauses.harm(last);
  if (
    behind?.kind === "verb" &&
    behind.number === "singular" &&
    !behind.things &&
    !behind.needs &&
    behind.enclitic === "" &&
    // قتل أحدهم وأصيب الآخر: what و opens is done to the other.
    behind.conjunction === ""
  ) {
    const several = total?.unit === "persons" && isSeveral(total) ? total : null;
    if (!behind.weak) addOne(clauses, at, last + 1, measureOfPersons(behind), several);
    return;
  }
  if (!total || !isSeveral(total) || total.unit !== "persons") {
    // غرق أحدهما ونجا الآخر: one of two who were told without a count.
    const harm = clauses.harm(at - 1);
    const befalls = harm?.measure === "killed" || harm?.measure === "injured";
    if (!befalls || harm.things || harm.weak || harm.needs || harm.enclitic !== "") return;
    addOne(clauses, at - 1, last, measureOfPersons(harm), null);
    readTheOther(clauses, last, null);
    return;
  }
  if (isGraveState(clauses, last)) {
    // عدد من الجرحى أحدهم إصابته خطيرة: of those told here without a count.
    if (total === carry.last && hasVictims(clauses, at)) return;
    addOne(clauses, at, stateEnd(clauses, last), "injured", total);
    for (let to = last; to < last + OTHER_REACH && !clauses.isHardStop(to); to++) {
      if (!clauses.has(to, "part.other") || !isGraveState(clauses, to + 1)) continue;
      addOne(clauses, to, stateEnd(clauses, to + 1), "injured", total);
      return;
    }
    return;
  }
  const before = clauses.harm(at - 1);
  if (
    before &&
    !before.things &&
    before.enclitic === "" &&
    !(before.weak && before.measure !== "killed")
  ) {
    // نقل أحدهم, of those hurt: to where they are treated.
    const isHurt = before.needs === "hospital" && total.measure === "injured";
    if (before.needs && !isHurt && !clauses.isMet(at - 1, before.needs)) return;
    addOne(clauses, at - 1, last, measureOfPersons(before), total);
    readTheOther(clauses, last, total);
  }
}

/** قتل أحدهما وأصيب الآخر, غرق أحدهما وإصابة الآخر: what befell the other. */
function readTheOther(clauses: Clauses, from: number, total: Draft | null): void {
  for (let at = from + 1; at < from + OTHER_REACH && !clauses.isHardStop(at); at++) {
    if (!clauses.has(at, "part.other")) continue;
    const harm = clauses.harm(at - 1);
    const befalls = harm?.measure === "killed" || harm?.measure === "injured";
    if (befalls && harm.conjunction !== "" && !harm.weak && !harm.things && harm.enclitic === "")
      addOne(clauses, at - 1, at + 1, measureOfPersons(harm), total);
    return;
  }
}

/** Victims in the plural, counted by nobody, stand before the token. */
function hasVictims(clauses: Clauses, before: number): boolean {
  return clauses.cued.some((at) => {
    const noun = at < before ? clauses.role(at)?.noun : null;
    return noun?.sort === "victim" && noun.number === "plural" && !clauses.covering(at);
  });
}

const isSeveral = ({ value }: Draft): boolean => value.min !== 1 && value.max !== 0;

/** إصابته حرجة, حالته خطيرة, or the grade alone. */
function isGraveState(clauses: Clauses, at: number): boolean {
  // أحدهم في حالة خطيرة
  if (clauses.particles.isIn(clauses.form(at)) && clauses.words.isState(clauses.form(at + 1)))
    return clauses.has(at + 2, "grave");
  // أحدهم بجروح خطيرة
  const isState = clauses.has(at, "injury.state") || clauses.words.isState(clauses.form(at));
  return clauses.has(at, "grave") || (isState && clauses.has(gradeAt(clauses, at + 1), "grave"));
}

/** إصابته "بليغة": a grade in quotes. */
const gradeAt = (clauses: Clauses, at: number): number =>
  /^["«“]$/.test(clauses.form(at)) ? at + 1 : at;

const stateEnd = (clauses: Clauses, at: number): number =>
  clauses.has(at, "grave") ? at + 1 : gradeAt(clauses, at + 1) + 1;

function addOne(
  clauses: Clauses,
  first: number,
  last: number,
  measure: Measure,
  total: Draft | null,
): void {
  if (clauses.isTaken(first, last)) return;
  clauses.add(
    uncountedDraft([first, last], measure, exactly(1), "figure.one-of-them", {
      counted: total?.counted ?? "persons",
      total: total?.total ?? total,
      modality: total?.modality ?? "asserted",
    }),
  );
}
