import { exactly } from "../../core/value.js";
import type { Clauses } from "./clause.js";
import type { HarmWord } from "./cue.js";
import { type Draft, draftOf } from "./draft.js";
import type { QuantityAnnotation } from "./quantity.js";

/** Tokens from one cause or place to the next one told of. */
const ELSEWHERE_REACH = 18;

/**
 * توفي شخص إثر انهيار سور في الشمال، وشخص آخر إثر سقوط شجرة; لقي سبعة حتفهم جراء العاصفة في الشمال، وخمسة آخرون في الجنوب:
 * more of them, behind the cause of the first deaths.
 */
export function readElsewhere(clauses: Clauses, head: Draft, from: number, harm: HarmWord): void {
  if (head.unit !== "persons" || harm.things) return;
  for (let at = from + 1, end = from + ELSEWHERE_REACH; at < end && !clauses.isHardStop(at); at++) {
    if (readOneMore(clauses, head, at, harm)) return;
    const more = clauses.quantityAt(at);
    if (more) {
      if (isMoreElsewhere(clauses, head, more)) {
        if (!clauses.isFree(more)) return;
        const { modality } = head;
        const counted = more.value.counted ?? head.counted;
        const rule = `figure.${harm.kind}-joined-elsewhere`;
        clauses.add(draftOf(more, head.measure, rule, { counted, modality }));
        if (head.value.max === 1) return;
        end = more.last + ELSEWHERE_REACH;
      } else if (more.value.joined && clauses.isComma(at - 1)) return;
      at = more.last - 1;
      continue;
    }
    const next = clauses.harm(at);
    if ((next && !next.things) || clauses.has(at, "that") || clauses.has(at, "parts")) return;
    if (head.value.max !== 1 && clauses.isVerb(at)) return;
  }
}

/** وشخص آخر إثر سقوط شجرة; of several, behind a comma and in front of the next place: وخمسة آخرون في الجنوب. */
function isMoreElsewhere(clauses: Clauses, head: Draft, more: QuantityAnnotation): boolean {
  const { joined, others, plain, preposition, form, sort, definite } = more.value;
  if (!joined || preposition !== "" || !opensPhrase(clauses, more.last)) return false;
  if (head.value.max === 1) return others && plain;
  const counts = form === "number" || form === "dual" || (plain && sort === "person");
  const isOfPersons = sort === "person" || (sort === null && others);
  return (
    counts &&
    isOfPersons &&
    !definite &&
    clauses.isComma(more.first - 1) &&
    !hasOwnVerb(clauses, more)
  );
}

/** A preposition, or a word of cause, stands at the token. */
const opensPhrase = (clauses: Clauses, at: number): boolean =>
  clauses.isPreposition(at) || clauses.has(at, "clause");

/** أصيب جنديان بجروح وثالث بحروق, قتل شخص في العاصمة وآخر في الجنوب: one more, or two, told by that word alone. */
export function readOneMore(
  clauses: Clauses,
  head: Draft,
  at: number,
  harm: HarmWord,
): Draft | null {
  const form = clauses.form(at);
  const isOther = clauses.words.isAndAnother(form);
  // في العقد الثاني والثالث من العمر: with the article it numbers what stands before it.
  const isJoined = form.startsWith(clauses.joined.and) && !clauses.shapes.bearsArticle(form);
  const isNext = isJoined && clauses.isOrdinal(at) && !clauses.has(at, "part.other");
  // قتل جندي بالرصاص وآخران في انفجار; وآخرين is of any number.
  const areTwo = isJoined && clauses.words.isAndTwoOthers(form);
  const isMore = isNext || areTwo || (isOther && head.value.max === 1);
  if (!isMore || harm.things || head.unit !== "persons") return null;
  if (clauses.quantityAt(at) || !(opensPhrase(clauses, at + 1) || clauses.isHardStop(at + 1)))
    return null;
  return clauses.add({
    ...head,
    quantity: null,
    value: exactly(areTwo ? 2 : 1),
    // قتل جندي وآخر من التنظيم: the body that he is of tells what he was.
    counted: clauses.role(at + 2)?.affiliation ?? head.counted,
    first: at,
    last: at + 1,
    group: null,
    rule: "figure.joined-one-more",
  });
}

/** وثلاثة أصيبوا: the joined group has a verb of its own behind it. */
export function hasOwnVerb(clauses: Clauses, quantity: QuantityAnnotation): boolean {
  for (let at = quantity.last; at < quantity.last + 3; at++) {
    const harm = clauses.harm(at);
    if (harm?.kind === "verb" && harm.conjunction === "" && harm.number !== "singular") return true;
    if (clauses.isBoundary(at)) return false;
  }
  return false;
}
