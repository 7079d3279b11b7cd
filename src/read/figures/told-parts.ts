import type { Measure } from "../../core/contract.js";
import { about, exactly } from "../../core/value.js";
import type { Carry } from "./carry.js";
import type { Clauses } from "./clause.js";
import { type Draft, draftOf, uncountedDraft } from "./draft.js";
import type { QuantityAnnotation } from "./quantity.js";
import { isOne, isTotalOfPersons } from "./total.js";
import { victimAt } from "./victim.js";

/** قتل 20 مدنيا، نصفهم من الأطفال. */
export function readHalf(clauses: Clauses, at: number): void {
  const total = clauses.draftBefore(at, isTotalOfPersons);
  const whole = total?.value.min ?? 0;
  if (!total || whole < 2 || total.value.hedge === "vague") return;
  const noun = clauses.particles.isOf(clauses.form(at + 1)) ? at + 2 : at + 1;
  const role = clauses.role(noun);
  const counted = role?.noun?.sort === "person" ? role.noun.counted : (role?.affiliation ?? null);
  if (counted === null) return;
  const isExact = total.value.max === whole && whole % 2 === 0;
  const half = isExact ? exactly(whole / 2) : about(Math.round(whole / 2));
  clauses.add(
    uncountedDraft([at, noun + 1], total.measure, half, "figure.part-half", {
      counted,
      group: [noun, noun + 1],
      total,
      modality: total.modality,
    }),
  );
}

/** وجود حالتين متوسطتين، ونقل حالة إلى المستشفى: one of those just told of. */
export function readCarriedOff(clauses: Clauses, quantity: QuantityAnnotation): void {
  const owner = clauses.ownerOf(quantity);
  if (owner?.measure !== "hospitalised" || owner.total || !quantity.value.medicalCase) return;
  const hurt = (draft: Draft): boolean => draft.measure === "injured" && draft.total === null;
  const total = clauses.draftBefore(quantity.first, hurt);
  if (total && (total.value.min ?? 0) > (owner.value.max ?? Number.POSITIVE_INFINITY)) {
    owner.total = total;
  }
}

/** نقل 6 شهداء منهم ودفن 6 شهداء: what is told on, by the same noun, is of the same whole. */
export function linkSiblings(clauses: Clauses): void {
  for (const [at, part] of clauses.drafts.entries()) {
    const { total, quantity } = part;
    if (!total || !quantity?.value.ofThem || quantity.value.sort !== "victim") continue;
    let left = (total.value.max ?? 0) - (part.value.max ?? 0);
    for (const other of clauses.drafts.slice(at + 1)) {
      const isVictims = other.quantity?.value.sort === "victim" && other.measure === part.measure;
      const count = other.value.max ?? Number.POSITIVE_INFINITY;
      if (!isVictims || other.total || other === total || count > left) continue;
      if (other.first < part.last) continue;
      other.total = total;
      left -= count;
    }
  }
}

/** ومن بين الشهداء الطالب سالم حسن: one of them, told by name. */
export function readNamedPart(clauses: Clauses, at: number, total: Draft): boolean {
  const victim = victimAt(clauses, at);
  if (!victim || isOne(total) || clauses.isTaken(victim.first, victim.last)) return false;
  if (clauses.drafts.some(({ first }) => first === victim.first)) return true;
  const named = [...Array(victim.last - victim.first).keys()].some(
    (step) => clauses.personAt(victim.first + step) !== null,
  );
  if (!named) return false;
  clauses.add(
    uncountedDraft([victim.first, victim.last], total.measure, exactly(1), "figure.part-named", {
      counted: victim.counted ?? "persons",
      group: [victim.first, victim.last],
      total,
      modality: total.modality,
    }),
  );
  return true;
}

/** بينهم المنفذ, بينهم القيادي سالم حسن: one of them, told by a definite noun. */
export function readDefinitePart(clauses: Clauses, at: number, total: Draft): Draft | null {
  const noun = clauses.role(at)?.noun;
  const isOnePerson = noun?.sort === "person" && noun.number === "singular" && noun.article;
  if (!isOnePerson || noun.conjunction !== "" || noun.preposition !== "" || isOne(total))
    return null;
  const victim = victimAt(clauses, at);
  if (!victim || clauses.isTaken(victim.first, victim.last)) return null;
  return clauses.add(
    uncountedDraft([victim.first, victim.last], total.measure, exactly(1), "figure.part-definite", {
      counted: noun.counted,
      group: [victim.first, victim.last],
      total,
      modality: total.modality,
    }),
  );
}

/** Tokens from those counted to "among the dead". */
const COUNTED_REACH = 12;

/** أن اثنين من قادة الحركة من بين القتلى, كان طفلان بين الضحايا: a count that is told to be among them. */
export function readCountedAmong(
  clauses: Clauses,
  at: number,
  measure: Measure,
  carry: Carry,
): boolean {
  for (let to = at - 1; to > at - COUNTED_REACH && !clauses.isHardStop(to); to--) {
    const quantity = clauses.covering(to);
    if (quantity) {
      const { sort, plain, definite, joined, form } = quantity.value;
      to = quantity.first;
      if (!clauses.isFree(quantity)) return false;
      if (clauses.isPrepositional(quantity) || definite) continue;
      if (sort !== "person" || form === "vague" || (plain && !joined && to !== clauses.first))
        return false;
      const total = carry.of(measure, quantity.value.value.max ?? 0);
      clauses.add(draftOf(quantity, measure, "figure.counted-among", { total }));
      if (!joined) return true;
      // طفلان وامرأة من بين الضحايا
      const before = clauses.covering(to - 1);
      if (before?.value.sort === "person" && clauses.isFree(before) && !before.value.plain)
        clauses.add(draftOf(before, measure, "figure.counted-among", { total }));
      return true;
    }
    if (clauses.isVerb(to) || clauses.harm(to) || clauses.isComma(to)) return false;
  }
  return false;
}

const BEFORE_ADDENDS: ReadonlySet<string> = new Set(["(", "-", "–", "—", ":", "،", "“", "«", '"']);
/** Tokens of a group between one addend and the next: و11 عنصرا من مقاتلي المقاومة. */
const ADDEND_GAP = 4;

/** مقتل 17 شخصا، هم: the mark behind the pronoun. */
function behindPronoun(clauses: Clauses, first: number): number {
  // أربعة أشخاص من عائلة واحدة (أب وأم وطفلان)
  const isFamily =
    clauses.particles.isOf(clauses.form(first)) && clauses.words.isFamily(clauses.form(first + 1));
  const ofOne = isFamily ? first + 2 : first;
  const at = clauses.words.isOneFamily(clauses.form(ofOne)) ? ofOne + 1 : ofOne;
  const pronoun = clauses.isComma(at) ? at + 1 : at;
  return clauses.pronouns.isThey(clauses.form(pronoun)) && clauses.form(pronoun + 1) === ":"
    ? pronoun + 1
    : at;
}

/** 28 قتيلا - 17 متمردا و11 عنصرا, 12 شخصا (سبعة أطفال وخمس نساء): counts behind a mark that make the whole. */
export function readAddends(clauses: Clauses): void {
  for (const total of [...clauses.drafts]) {
    const whole = total.value.min ?? 0;
    if (total.total || total.unit !== "persons" || whole < 2 || total.value.max !== whole) continue;
    const mark = behindPronoun(clauses, total.last);
    if (!BEFORE_ADDENDS.has(clauses.form(mark))) continue;
    const addends: QuantityAnnotation[] = [];
    let sum = 0;
    for (let at = mark + 1, gap = 0; gap <= ADDEND_GAP && sum < whole && at < clauses.last; ) {
      const next = clauses.quantityAt(at);
      if (!next) {
        // 9 مدنيين بينهم طفلان، و5 جنود: the parts of a part.
        if (addends.length > 0 && clauses.has(at, "parts")) {
          while (at < clauses.last && !clauses.isComma(at) && !clauses.isHardStop(at)) at++;
          gap = 0;
        }
        if (clauses.harm(at) || clauses.isVerb(at) || (addends.length === 0 && gap > 0)) break;
        at++;
        gap++;
        continue;
      }
      const { value, sort, joined } = next.value;
      if ((sort !== "person" && sort !== "unknown") || value.min !== value.max) break;
      if (addends.length > 0 && !joined && !clauses.isComma(at - 1)) break;
      const owner = clauses.ownerOf(next);
      if (owner && (owner.measure !== total.measure || owner === total)) break;
      addends.push(next);
      sum += value.min ?? 0;
      at = next.last;
      gap = 0;
    }
    if (sum !== whole || addends.length < 2) continue;
    for (const addend of addends) {
      const owner = clauses.ownerOf(addend);
      if (owner) owner.total = total;
      else
        clauses.add(
          draftOf(addend, total.measure, "figure.part-addend", { total, modality: total.modality }),
        );
    }
  }
}
