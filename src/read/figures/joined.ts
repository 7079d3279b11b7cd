import { exactly } from "../../core/value.js";
import { isOwned } from "./argument.js";
import type { Clauses } from "./clause.js";
import type { HarmWord } from "./cue.js";
import { type Draft, draftOf } from "./draft.js";
import { hasOwnVerb, readElsewhere, readOneMore } from "./elsewhere.js";
import { fits } from "./fits.js";
import type { QuantityAnnotation } from "./quantity.js";
import { emitSingle } from "./single.js";
import { measureOf } from "./take.js";

/** Tokens from one victim to the next joined by و. */
const JOINED_REACH = 14;

/** أصيب شاب وطفلة, إصابة 43 من الحوثيين و7 من المقاومة: more victims of the same word. */
export function readJoined(clauses: Clauses, head: Draft, harm: HarmWord): void {
  let from = head.quantity?.last ?? head.last;
  let sinceLast = 0;
  for (let at = from; at < clauses.last && sinceLast < JOINED_REACH; sinceLast++) {
    const joiner = clauses.has(at, "joiner") ? clauses.cue(at) : null;
    if (joiner) at = joiner.last;
    // استشهدت سالمة مع زوجها
    // قتل القائد سالم علي مع ثلاثة من مرافقيه
    const isWith =
      clauses.particles.isWith(clauses.form(at)) &&
      (isWhoseKin(clauses, at + 1) || isOwnedCount(clauses, at + 1));
    if (isWith) at++;
    const more = readOneMore(clauses, head, at, harm);
    if (more) {
      at = more.last;
      sinceLast = -1;
      continue;
    }
    const next =
      sinceLast === 0 && !clauses.quantityAt(at) ? joinedByName(clauses, at, harm) : null;
    if (next) {
      at = next.last;
      sinceLast = -1;
      continue;
    }
    // لقي سبعة أشخاص مصرعهم في الشمال، وخمسة آخرون في الجنوب: what completes the verb.
    if (sinceLast === 0 && harm.needs !== null && clauses.has(at, harm.needs)) {
      at = clauses.cue(at)?.last ?? at + 1;
      sinceLast = -1;
      continue;
    }
    // العريف سالم علي: the name of the one told.
    const named = sinceLast === 0 && head.value.max === 1 ? endOfName(clauses, at) : null;
    if (named) {
      at = named;
      sinceLast = -1;
      continue;
    }
    // العريف سالم علي، والجندي حسن محمد: a comma between those told one by one.
    if (sinceLast === 0 && clauses.isComma(at) && clauses.personEndingAt(at)) {
      at++;
      sinceLast = -1;
      continue;
    }
    const name = clauses.personAt(at);
    if (name && !clauses.quantityAt(at)) {
      // والد الطفل سالم ووالدته هند وشقيقه: the names stand between.
      at = name.last;
      sinceLast--;
      continue;
    }
    const quantity = clauses.quantityAt(at);
    if (quantity && sinceLast === 0 && isWhose(quantity) && head.quantity?.value.kin) {
      at = quantity.last;
      sinceLast--;
      continue;
    }
    if (joiner && !quantity) return;
    if (!quantity && harm.things && sinceLast === 0) {
      const one = readJoinedThing(clauses, head, at);
      if (one) {
        at = one.last;
        continue;
      }
    }
    if (quantity && quantity.first >= from) {
      const value = joiner || isWith ? { ...quantity.value, joined: true } : quantity.value;
      const adjacent =
        joiner !== null ||
        isWith ||
        sinceLast === 0 ||
        // والد الطفل ووالدته هند وشقيقه: a name that no list has stands between.
        (sinceLast === 1 && isOwnedKin(clauses, at)) ||
        clauses.isComma(at - 1) ||
        isOfBody(clauses, from, at);
      // قتل المهاجم واثنان من الرهائن: what they were before, and not what befell them.
      const isPartitive = clauses.particles.isOf(clauses.form(value.group?.[0] ?? -1));
      const isHeld = isPartitive && harm.measure === "killed" && value.measure !== "injured";
      const carries = value.measure !== null && value.measure !== harm.measure && !isHeld;
      if (value.joined && !carries && clauses.isFree(quantity) && fits(harm, quantity, true)) {
        if (value.sort === "unknown" || value.sort === null) {
          const isHow = sinceLast <= MANNER_REACH && isHurtOtherwise(clauses, head, quantity);
          if (!(adjacent || isHow) || value.sort === "unknown") return;
        }
        // أصاب متطوعا في المركز وشرطيا: both have the ending of an object.
        const isObjectToo =
          harm.voice === "either" &&
          isPlainObject(clauses, quantity) &&
          isObjectHead(clauses, head);
        const apart = !adjacent && !isObjectToo && !isAtNextPlace(clauses, quantity);
        if (value.preposition !== "" || (value.plain && (apart || value.sort === "victim"))) return;
        // ألفي مهاجر ولاجئ: one count of two nouns in the singular.
        const described = quantity.last > quantity.first + 1 && isDescribed(head);
        if (value.plain && !value.kin && isSingularCount(head) && !described) return;
        if (value.kin && value.form === "dual" && !adjacent) return;
        // وطالب after a comma is the verb "demanded".
        if (value.plain && clauses.isComma(at - 1) && clauses.has(at, "verb.maybe")) return;
        if (hasOwnVerb(clauses, quantity)) return;
        const made = clauses.add(
          draftOf(
            quantity,
            measureOf(harm, quantity) ?? harm.measure,
            `figure.${harm.kind}-joined-${value.form}`,
            { modality: head.modality },
          ),
        );
        from = made.last;
        sinceLast = -1;
      } else if (value.joined && value.sort !== "not" && value.sort !== "thing") return;
      at = Math.max(quantity.last, at + 1);
      continue;
    }
    if (clauses.has(at, "clause")) readElsewhere(clauses, head, at, harm);
    if (clauses.isBoundary(at) || clauses.has(at, "clause") || clauses.has(at, "parts")) return;
    at = clauses.cue(at)?.last ?? at + 1;
  }
}

/** Tokens of how the first were hurt: بالرصاص المعدني المغلف بالمطاط. */
const MANNER_REACH = 5;

/** أصيب ثلاثة بالرصاص والعشرات بالاختناق: both are told by how they were hurt. */
const isHurtOtherwise = (
  clauses: Clauses,
  head: Draft,
  { last, value }: QuantityAnnotation,
): boolean =>
  head.measure === "injured" &&
  (value.form === "vague" || value.form === "number") &&
  clauses.form(last).startsWith(clauses.joined.by) &&
  clauses.form(head.quantity?.last ?? -1).startsWith(clauses.joined.by);

/** 8 متظاهرين قتلوا في العاصمة، و6 في الشمال، و3 في الجنوب: behind the verb a list goes on by its places. */
export function readAtNextPlaces(
  clauses: Clauses,
  head: Draft,
  from: number,
  harm: HarmWord,
): void {
  for (let at = from, gap = 0; gap < JOINED_REACH && at < clauses.last; gap++) {
    if (readOneMore(clauses, head, at, harm)) return;
    const next = clauses.quantityAt(at);
    if (next) {
      const { joined, form, sort, preposition } = next.value;
      if (!joined || form !== "number" || preposition !== "" || !clauses.isFree(next)) return;
      if (sort !== null && sort !== "person" && !next.value.medicalCase) return;
      if (!clauses.isPreposition(next.last) || hasOwnVerb(clauses, next)) return;
      const counted = next.value.counted ?? head.counted;
      const { measure, modality } = head;
      clauses.add(draftOf(next, measure, "figure.verb-joined-number", { counted, modality }));
      at = next.last;
      gap = 0;
      continue;
    }
    if (clauses.isBoundary(at) || clauses.has(at, "clause") || clauses.has(at, "parts")) return;
    at = clauses.cue(at)?.last ?? at + 1;
  }
}

const isPlainObject = (clauses: Clauses, { first, last }: QuantityAnnotation): boolean =>
  last === first + 1 && clauses.isAccusative(first);

const isObjectHead = (clauses: Clauses, { quantity }: Draft): boolean =>
  quantity !== null && (!quantity.value.plain || isPlainObject(clauses, quantity));

/** قتل أربعة في طرابلس وطفل في مصراتة: one more, at the next place of a list. */
const isAtNextPlace = (clauses: Clauses, { first, last, value }: QuantityAnnotation): boolean =>
  !value.definite &&
  clauses.role(first)?.noun?.enclitic === "" &&
  clauses.placeBefore(first) !== null &&
  clauses.isPreposition(last);

/** Tokens of the body that those counted are of. */
const BODY_REACH = 4;

/** أربعة من مشاة البحرية وضابط: the body whose they are stands between the two. */
function isOfBody(clauses: Clauses, from: number, at: number): boolean {
  if (!clauses.particles.isOf(clauses.form(from)) || at - from > BODY_REACH) return false;
  for (let to = from + 1; to < at; to++)
    if (!clauses.isWord(to) || clauses.isPreposition(to) || clauses.isBoundary(to)) return false;
  return true;
}

/** شقيقه is folded as شقيقة is. */
const isOwnedKin = (clauses: Clauses, at: number): boolean =>
  clauses.role(at)?.noun?.kin === true && clauses.pronouns.endsInHisOrHer(clauses.form(at));

const isOwnedCount = (clauses: Clauses, at: number): boolean => {
  const quantity = clauses.quantityAt(at);
  return quantity?.value.form === "number" && isOwned(clauses, quantity);
};

const isWhoseKin = (clauses: Clauses, at: number): boolean => {
  const noun = clauses.role(at)?.noun;
  return noun?.kin === true && noun.enclitic !== "" && clauses.quantityAt(at) !== null;
};

/** Tokens of a name. */
const LONGEST_NAME = 6;

/** The token behind the name that a person's title opens, where `at` stands in it. */
function endOfName(clauses: Clauses, at: number): number | null {
  if (!clauses.isInsideName(at)) return null;
  for (let to = at + 1; to < at + LONGEST_NAME; to++) {
    const name = clauses.personEndingAt(to);
    if (name) return name.first < at ? to : null;
  }
  return null;
}

/** استشهاد 12 جنديا والطالب سالم: one more, told by name. */
function joinedByName(clauses: Clauses, at: number, harm: HarmWord): Draft | null {
  const noun = clauses.role(at)?.noun;
  if (
    noun?.sort !== "person" ||
    noun.conjunction !== clauses.joined.and ||
    noun.number !== "singular"
  )
    return null;
  const behind = clauses.cue(at)?.last ?? at + 1;
  // والجندي أول سالم: a rank of two words.
  const name = clauses.personAt(clauses.isOrdinal(behind) ? behind + 1 : behind);
  if (!noun.article || noun.preposition !== "" || !name) return null;
  const { last } = name;
  return emitSingle(clauses, { first: at, last, counted: noun.counted }, harm, at);
}

/** هدم ثلاثة منازل ومنشأة: one more thing right behind those counted. */
function readJoinedThing(clauses: Clauses, head: Draft, at: number): Draft | null {
  const noun = clauses.role(at)?.noun;
  if (noun?.sort !== "thing" || noun.conjunction !== clauses.joined.and) return null;
  // ومخزني أسلحة: a dual that the noun behind it completes.
  const isDual =
    noun.number === null &&
    clauses.shapes.isConstructDual(clauses.form(at)) &&
    clauses.isWord(at + 1);
  if (noun.number !== "singular" && !isDual) return null;
  if (noun.article || noun.preposition !== "" || noun.enclitic !== "" || isSingularCount(head)) {
    return null;
  }
  return clauses.add({
    ...head,
    quantity: null,
    value: exactly(isDual ? 2 : 1),
    counted: noun.counted,
    unit: noun.unit,
    first: at,
    last: clauses.cue(at)?.last ?? at + 1,
    group: [at, clauses.cue(at)?.last ?? at + 1],
    rule: "figure.joined-thing",
  });
}

/** Above ten the counted noun is singular, so that a second singular may share the number. */
function isSingularCount({ quantity }: Draft): boolean {
  if (quantity?.value.form !== "number") return false;
  return (quantity.value.value.min ?? quantity.value.value.max ?? 0) > 10;
}

/** 21 سائحا أجنبيا وشرطي تونسي: each noun has its adjective, so that they share no number. */
const isDescribed = ({ group }: Draft): boolean => group !== null && group[1] - group[0] > 1;

/** والد الطفل ووالدته: the definite noun behind a relative tells whose he is. */
const isWhose = ({ value }: QuantityAnnotation): boolean =>
  value.plain && value.definite && !value.joined && value.preposition === "";
