import type { Carry } from "./carry.js";
import type { Clauses } from "./clause.js";
import { addPart } from "./one-and-other.js";
import type { QuantityAnnotation } from "./quantity.js";
import { isLarger, isTotalOfPersons } from "./total.js";

/** Tokens from a whole to the first of its shares, and between shares. */
const SHARE_REACH = 8;

/**
 * قتل 35 شخصا، وسقط أكبر عدد منهم في مكة بواقع 11 قتيلا; وقتل في القرية وحدها 32 شخصا: the share that one
 * place has of the whole.
 */
export function readShare(clauses: Clauses, quantity: QuantityAnnotation, carry: Carry): void {
  const owner = clauses.ownerOf(quantity);
  if (!owner || owner.total || !clauses.words.opensShare(clauses.form(quantity.first - 1))) return;
  const { measure } = owner;
  const inSentence = clauses.draftBefore(
    quantity.first,
    (draft) =>
      draft !== owner && draft.measure === measure && !draft.total && isLarger(draft, quantity),
  );
  const total = inSentence ?? carry.of(measure, quantity.value.value.max ?? 0);
  if (total && total.value.min !== owner.value.min) owner.total = total;
}

/** قتل ثلاثة جنود، اثنان في لندن وواحد في باريس: bare numbers that add up to the count before them. */
export function readSpread(clauses: Clauses, quantity: QuantityAnnotation): void {
  if (!isBareNumber(clauses, quantity) || !clauses.isComma(quantity.first - 1)) return;
  const total = clauses.draftBefore(quantity.first, isTotalOfPersons);
  const whole = total?.value.min ?? 0;
  // ما لا يقل عن 2171 قتيلا، 1834 في الشمال و337 في الجنوب: the least they are is what they add up to.
  const isSum = total?.value.max === whole || total?.value.max === null;
  if (!total || !isSum || quantity.first - total.last > SHARE_REACH) return;
  const spread = [quantity];
  let sum = quantity.value.value.min ?? 0;
  for (let at = quantity.last, gap = 0; at < clauses.last && gap <= SHARE_REACH && sum < whole; ) {
    const next = clauses.quantityAt(at);
    if (!next && clauses.isHardStop(at)) return;
    if (!next) {
      at++;
      gap++;
      continue;
    }
    if (!next.value.joined || !isBareNumber(clauses, next)) return;
    spread.push(next);
    sum += next.value.value.min ?? 0;
    at = next.last;
    gap = 0;
  }
  if (sum !== whole || spread.length < 2) return;
  for (const one of spread) addPart(clauses, one, total, "figure.part-spread");
}

/** A number without a noun, and a place behind it. */
function isBareNumber(clauses: Clauses, quantity: QuantityAnnotation): boolean {
  const { sort, value } = quantity.value;
  if (sort !== null || !clauses.isFree(quantity) || value.min !== value.max) return false;
  return clauses.isPreposition(quantity.last);
}
