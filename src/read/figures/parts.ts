import { atLeast } from "../../core/value.js";
import type { Carry } from "./carry.js";
import type { Clauses } from "./clause.js";
import { type Draft, uncountedDraft } from "./draft.js";
import { addPart, readOneAndOther } from "./one-and-other.js";
import type { QuantityAnnotation } from "./quantity.js";
import { readShare, readSpread } from "./shares.js";
import {
  linkSiblings,
  readAddends,
  readCarriedOff,
  readCountedAmong,
  readDefinitePart,
  readHalf,
  readNamedPart,
} from "./told-parts.js";
import { isLarger, isOne, isTotalOfPersons } from "./total.js";
import { wholeUntold } from "./untold-whole.js";

/** Tokens from `بينهم` to the first of the parts, and between parts. */
const PART_REACH = 8;

/** Reads the parts that a sentence names of a total: بينهم, منهم, أحدهما … والآخر, هم الأب وزوجته. */
export function readParts(
  clauses: Clauses,
  quantities: readonly QuantityAnnotation[],
  carry: Carry,
): void {
  for (let at = clauses.first; at < clauses.last; at++) {
    if (!clauses.cue(at) && !clauses.words.pronouns.isThey(clauses.form(at))) continue;
    if (clauses.has(at, "parts")) {
      const from = clauses.cue(at)?.last ?? at + 1;
      const untold = wholeUntold(clauses, at);
      if (untold) {
        readList(clauses, from, untold, "figure.part-untold");
        for (const draft of clauses.drafts) if (draft.total === untold) draft.total = null;
        continue;
      }
      const total = deedBefore(clauses, at) ?? totalBefore(clauses, at, carry);
      const one = total && readDefinitePart(clauses, from, total);
      if (total) readList(clauses, one?.last ?? from, total, "figure.part", one ? 1 : 0);
    } else if (clauses.has(at, "count.of-them")) {
      readBehindOfThem(clauses, at, carry);
    } else if (clauses.has(at, "parts.verb")) {
      // 25 جثة تضم ثلاثة أطفال: right behind the whole.
      const total = clauses.draftBefore(at, isTotalOfPersons);
      const isNext = total !== null && (total.quantity?.last ?? total.last) === at && !isOne(total);
      if (isNext) readList(clauses, at + 1, total, "figure.part");
    } else if (clauses.has(at, "part.half")) {
      readHalf(clauses, at);
    } else if (clauses.words.pronouns.isThey(clauses.form(at)) && opensList(clauses, at)) {
      const total = clauses.draftBefore(at, isTotalOfPersons);
      if (total && (total.value.min ?? 0) > 1) {
        readList(clauses, behindColon(clauses, at), total, "figure.part-apposition");
      }
    } else if (clauses.has(at, "among") || opensOf(clauses, at)) {
      readAmong(clauses, at, carry);
    } else if (clauses.has(at, "part.one")) {
      const total = clauses.draftBefore(at, isTotalOfPersons);
      if (total && (total.value.min ?? 0) > 1) readOneAndOther(clauses, at, total);
    }
  }
  for (const quantity of quantities) {
    readOfThem(clauses, quantity, carry);
    readOfVictims(clauses, quantity, carry);
    readCarriedOff(clauses, quantity);
    readShare(clauses, quantity, carry);
    readSpread(clauses, quantity);
  }
  linkSiblings(clauses);
  readAddends(clauses);
}

/** ومن الضحايا امرأتان: "of the dead" that opens its clause. */
const opensOf = (clauses: Clauses, at: number): boolean =>
  clauses.particles.isOfTold(clauses.form(at)) && (at === clauses.first || clauses.isComma(at - 1));

/** هم: 7 من حلب */
const behindColon = (clauses: Clauses, at: number): number =>
  clauses.form(at + 1) === ":" ? at + 2 : at + 1;

function opensList(clauses: Clauses, they: number): boolean {
  const at = behindColon(clauses, they);
  if (clauses.role(at)?.noun?.sort === "person") return true;
  const quantity = clauses.quantityAt(at);
  // 77 قتيلا، هم 52 من قوات سوريا: a bare number of those just counted.
  if (quantity?.value.sort === null && quantity.value.form === "number")
    return clauses.isPreposition(quantity.last) || quantity.value.group !== null;
  const counts = quantity?.value.form === "number" || quantity?.value.form === "singular";
  return quantity?.value.sort === "person" && counts;
}

/** 12 شخصا، منهم ثلاثة أطفال: the parts stand behind "of them"; in ثلاثة منهم before it. */
function readBehindOfThem(clauses: Clauses, at: number, carry: Carry): void {
  const behind = clauses.cue(at)?.last ?? at + 1;
  const next = clauses.quantityAt(behind);
  const from = next?.first ?? behind;
  if (!next || clauses.covering(at) || next.value.definite || next.value.joined) return;
  const before = clauses.covering(at - 1);
  if (before?.value.ofThem || clauses.isVerb(at - 1)) return;
  const total = totalBefore(clauses, at, carry);
  // قتل 11 وأصيب 30 آخرون، منهم ستة: of the one or of both, nobody can tell.
  if (!total) return;
  // وأصيب تسعة آخرون، منهم خمسة في حالة خطرة: who is in a grave state is one of those hurt.
  const isGrave =
    total.measure === "injured" && [1, 2].some((steps) => clauses.has(next.last + steps, "grave"));
  if (total.quantity?.value.others && clauses.isComma(at - 1) && !isGrave) return;
  readList(clauses, from, total, "figure.part");
}

/** وكان بين القتلى ثلاث نساء: the parts of those who have that fate. */
function readAmong(clauses: Clauses, at: number, carry: Carry): void {
  const from = clauses.cue(at)?.last ?? at + 1;
  const noun = clauses.role(from)?.noun;
  if (noun?.sort !== "victim" || !noun.measure || clauses.quantityAt(from)) return;
  // بين قتلى الانفجار أربعة جنود: of what they are the victims stands behind them.
  const isOfEvent = noun.number === "plural" && clauses.shapes.isDefinite(clauses.form(from + 1));
  if (!noun.article && !isOfEvent) return;
  const { measure } = noun;
  if (readCountedAmong(clauses, at, measure, carry)) return;
  const same = (draft: Draft): boolean => draft.measure === measure && draft.total === null;
  const total = clauses.draftBefore(at, same) ?? carry.of(measure);
  if (total) {
    if (readNamedPart(clauses, from + 1, total)) return;
    readList(clauses, from + 1, total, "figure.part-among");
    return;
  }
  // The whole is told nowhere: the parts stand for themselves.
  const quantity = firstQuantity(clauses, from + 1);
  if (!quantity || !clauses.isFree(quantity) || quantity.value.sort !== "person") return;
  const whole = uncountedDraft([at, from + 1], measure, atLeast(0), "figure.part-among");
  readList(clauses, from + 1, whole, "figure.part-among");
  for (const draft of clauses.drafts) if (draft.total === whole) draft.total = null;
}

function firstQuantity(clauses: Clauses, from: number): QuantityAnnotation | null {
  for (let at = from; at < from + PART_REACH && !clauses.isBoundary(at); at++) {
    const quantity = clauses.quantityAt(at);
    if (quantity) return quantity;
  }
  return null;
}

/** The nearest total before, in this sentence or, where it has none, the last one before it. */
function totalBefore(clauses: Clauses, at: number, carry: Carry): Draft | null {
  const own = clauses.draftBefore(at, (draft) => isTotalOfPersons(draft) && !isOne(draft));
  if (own) return isNearest(clauses, at, own) ? own : null;
  if (at - clauses.first <= 2) return carry.last;
  // معظم القتلى من المدنيين، وبينهم ثمانية أطفال: of those told with that fate before.
  for (const to of clauses.cued) {
    const noun = to < at ? clauses.role(to)?.noun : null;
    if (noun?.sort === "victim" && noun.measure && noun.article && noun.number === "plural")
      return carry.of(noun.measure, 2);
  }
  return null;
}

/**
 * حوكم 29 شخصا بينهم سبع نساء, أنقذ 2517 شخصا، في 13 منطقة، بينهم 384 من الرياض: of those told last,
 * whom nothing befell.
 */
function deedBefore(clauses: Clauses, at: number): Draft | null {
  const last = clauses.draftBefore(at, ({ unit }) => unit === "persons");
  const end = last?.quantity?.last ?? at;
  if (last?.measure !== "other" || last.total || isOne(last) || at - end > PART_REACH) return null;
  for (let to = end; to < at; to++) {
    if (clauses.isHardStop(to) || clauses.harm(to) || clauses.isVerb(to)) return null;
  }
  return isNearest(clauses, at, last) ? last : null;
}

/** No other count of persons, of which nothing is told, stands between: 14 حالة بينها طفل. */
function isNearest(clauses: Clauses, at: number, total: Draft): boolean {
  for (let to = at - 1; to >= total.last; to--) {
    const quantity = clauses.quantityAt(to);
    if (!quantity || quantity.value.plain || clauses.ownerOf(quantity)) continue;
    if (quantity.value.sort === "person" || quantity.value.sort === "victim") return false;
  }
  return true;
}

function readList(clauses: Clauses, from: number, total: Draft, rule: string, told = 0): void {
  let gap = 0;
  let count = told;
  for (let at = from; at < clauses.last && gap <= PART_REACH; ) {
    const quantity = clauses.quantityAt(at);
    if (quantity) {
      const { value } = quantity;
      // بينهم أم مع أطفالها الستة
      const isWith = value.kin && clauses.particles.isWith(clauses.form(quantity.first - 1));
      const isNext = count === 0 ? !clauses.isPrepositional(quantity) : value.joined || isWith;
      const sortFits = (value.sort === "thing") === (total.unit !== "persons");
      const opens = gap === 0 || (value.joined && clauses.isComma(quantity.first - 1));
      const named = value.sort !== "unknown" || (opens && value.form === "number");
      if (isNext && sortFits && value.sort !== "not" && named) {
        const near = gap === 0 || (value.joined && gap <= 2);
        if (!value.plain || near) {
          const owner = clauses.ownerOf(quantity);
          if (owner && owner !== total) {
            if (owner.measure === total.measure || isOfBefallen(owner, total)) owner.total = total;
          } else if (
            !owner &&
            (value.value.min ?? 0) > (total.value.max ?? Number.POSITIVE_INFINITY)
          ) {
            // مقتل 17 جنديا بينهم 4 ضباط، وأكثر من مئة مسلح: more than the whole is no part of it.
            addPart(clauses, quantity, total, rule).total = null;
            return;
          } else if (!owner) {
            if (value.sort === null && count === 0 && value.form !== "number") return;
            addPart(clauses, quantity, total, rule);
          }
          count++;
        }
      } else if (count > 0 && !isAge(clauses, quantity)) return;
      gap = 0;
      at = Math.max(quantity.last, at + 1);
      continue;
    }
    if (clauses.isHardStop(at)) return;
    if (clauses.harm(at) || clauses.isVerb(at) || clauses.has(at, "that")) return;
    if (clauses.has(at, "clause") || clauses.has(at, "parts")) return;
    gap++;
    at = clauses.cue(at)?.last ?? at + 1;
  }
}

/** رضيع عمره 40 يوما وطفل: how old one of the parts is ends no list. */
const isAge = (clauses: Clauses, { first, value }: QuantityAnnotation): boolean =>
  value.sort === "not" && clauses.words.isAged(clauses.form(first - 1));

/**
 * 94 مصابا، بينهم 55 تم نقلهم إلى المستشفى: of the wounded. أنقذ 80 شخصا، بينهم 12 أصيبوا: of those whom
 * nothing more befell.
 */
const isOfBefallen = (part: Draft, total: Draft): boolean =>
  part.total === null &&
  part.unit === "persons" &&
  (total.measure === "other" || (part.measure === "hospitalised" && total.measure === "injured"));

/** ثلاثة منهم, 6 شهداء منهم. */
function readOfThem(clauses: Clauses, quantity: QuantityAnnotation, carry: Carry): void {
  if (!quantity.value.ofThem) return;
  const owner = clauses.ownerOf(quantity);
  const inSentence = clauses.draftBefore(
    quantity.first,
    (draft) => isTotalOfPersons(draft) && draft !== owner && isLarger(draft, quantity),
  );
  const sameMeasure = owner
    ? clauses.draftBefore(
        quantity.first,
        (draft) =>
          isTotalOfPersons(draft) && draft.measure === owner.measure && isLarger(draft, quantity),
      )
    : null;
  if (owner) {
    // قصفت تجمعا للمسلحين، ما أسفر عن مقتل 12 منهم: of the group named in its own sentence.
    const total =
      sameMeasure ??
      (namesGroup(clauses, quantity.first)
        ? null
        : carry.of(owner.measure, quantity.value.value.max ?? 0));
    if (total && isLarger(total, quantity)) owner.total = total;
    return;
  }
  if (!inSentence) return;
  if (inSentence.measure === "crowd" && quantity.value.form === "vague") {
    addPart(clauses, quantity, inSentence, "figure.crowd-of-them").total = null;
    return;
  }
  // رفض آلاف منهم: what another verb says of some of them is no part of the harm; وصفت حالة ثلاثة منهم is.
  const isState = inSentence.measure === "injured" && clauses.has(quantity.first - 1, "injury.of");
  for (let at = inSentence.last; at < quantity.first; at++) {
    if (clauses.has(at, "harm.cancel") || (clauses.isVerb(at) && !isState)) return;
  }
  // ثلاثة منهم أطفال: who they are stands behind.
  const who = clauses.role(quantity.last)?.noun;
  const counted = who?.sort === "person" && !who.article && !who.preposition ? who.counted : null;
  const part = addPart(clauses, quantity, inSentence, "figure.part-of-them", counted);
  // ثماني حالات، اثنتان منها متوفاة
  if (clauses.has(quantity.last, "found.dead")) part.measure = "killed";
  readList(clauses, quantity.last, inSentence, "figure.part", 1);
}

/** Persons in the plural, or the body they are of, stand before the token. */
function namesGroup(clauses: Clauses, before: number): boolean {
  for (const at of clauses.cued) {
    if (at >= before) return false;
    const role = clauses.role(at);
    if (role?.affiliation) return true;
    const noun = role?.noun;
    if (noun?.sort === "person" && noun.number === "plural" && !clauses.covering(at)) return true;
  }
  return false;
}

/** حالات 4 من المصابين: some of those told with that fate in a sentence before. */
function readOfVictims(clauses: Clauses, quantity: QuantityAnnotation, carry: Carry): void {
  const owner = clauses.ownerOf(quantity);
  const { value } = quantity;
  if (!owner || owner.total || value.sort !== "victim" || value.group === null) return;
  if (!clauses.particles.isOf(clauses.form(value.group[0]))) return;
  const inSentence = clauses.draftBefore(
    quantity.first,
    (draft) => draft.measure === owner.measure && !draft.total && isLarger(draft, quantity),
  );
  const total = inSentence ?? carry.of(owner.measure, value.value.max ?? value.value.min ?? 0);
  if (total) owner.total = total;
}
