import { exactly } from "../../core/value.js";
import type { Clauses } from "./clause.js";
import { type Draft, draftOf } from "./draft.js";
import { modalityBefore } from "./modality.js";
import type { QuantityAnnotation } from "./quantity.js";
import { applyBound } from "./quantity-made.js";
import { isRise } from "./rise.js";

/** Tokens between the word for a price and the sum or share. */
const PRICE_REACH = 8;
/** Tokens from a share to the prices it is of: 8% في أسعار المعدن. */
const BEHIND_REACH = 3;
/** Tokens before the word for a price that tell of what it is only a part: أرباح، مكرر السعر. */
const LEAD_REACH = 3;

/** ارتفع السعر إلى 70 دولارا, قفزت الأسعار بنسبة 12%, قفزة بنسبة 8% في أسعار المعدن. */
export function readPrice(clauses: Clauses, quantity: QuantityAnnotation): void {
  const { unit } = quantity.value;
  if (unit === "units" || unit === "animals" || !clauses.isFree(quantity)) return;
  const at = priceBefore(clauses, quantity.first);
  const isShare = unit === "percent";
  // 3% من الدخل: a share of something else.
  const behind = clauses.has(quantity.last, "only") ? quantity.last + 1 : quantity.last;
  if (isShare && clauses.has(behind, "price.from")) return;
  const isPrice =
    at === null
      ? isShare && isOfPrices(clauses, quantity)
      : isShare || !isStep(clauses, at, quantity);
  if (!isPrice) return;
  const modality = modalityOfPrice(clauses, quantity.first);
  const isNow = !isShare && isRise(clauses, quantity);
  const told = quantity.value.value;
  const isBelow = clauses.has(quantity.first - 1, "price.below") && told.hedge === "exact";
  // يتجاوز سعر اللتر 3 دراهم: the verb in front of the price bounds it.
  const bound = at !== null && told.hedge === "exact" ? clauses.role(at - 1)?.hedgeBefore : null;
  const value = isNow
    ? exactly(told.max ?? 0)
    : isBelow
      ? { min: null, max: told.max, hedge: "bound" as const }
      : applyBound(told, bound ?? null);
  clauses.add(draftOf(quantity, "price", "figure.price", { counted: "price", modality, value }));
}

/** سيكون السعر عند 62 دولارا, قد ينزل السعر إلى 1080, نصح برفع الأسعار: no price that is paid. */
function modalityOfPrice(clauses: Clauses, first: number): Draft["modality"] {
  for (let at = first - 1; at >= first - PRICE_REACH && !clauses.isHardStop(at); at--) {
    if (clauses.has(at, "forecast")) return "possible";
    if (clauses.isComma(at)) break;
    // في دفع الأسعار: behind a preposition stands no verb.
    if (!clauses.isVerb(at) || clauses.isPreposition(at - 1)) continue;
    // يمكن أن تكون حافزا في دفع الأسعار نحو 30
    const maybe = clauses.has(at - 1, "that") && clauses.has(at - 2, "could");
    // وقد بلغ السعر: before a past قد is no doubt.
    if (maybe || (clauses.has(at - 1, "possible.present") && clauses.isPresentVerb(at)))
      return "possible";
    // إذا بلغ سعر البرميل 47 دولارا
    if (clauses.has(at - 1, "modal.if")) return "conditional";
    break;
  }
  return modalityBefore(clauses, first);
}

/** The word for a price in the clause before, with nothing between that has a sum of its own. */
function priceBefore(clauses: Clauses, first: number): number | null {
  for (let at = first - 1; at >= first - PRICE_REACH; at--) {
    if (clauses.isHardStop(at) || clauses.isComma(at) || clauses.has(at, "clause")) return null;
    if (clauses.has(at, "price.not")) return null;
    if (clauses.has(at, "price")) return isPartOfOther(clauses, at) ? null : at;
  }
  return null;
}

/** نسبة الأرباح إلى سعر السهم: the share is of something else. */
function isPartOfOther(clauses: Clauses, price: number): boolean {
  for (let at = price - 1; at >= price - LEAD_REACH; at--) {
    if (clauses.isHardStop(at) || clauses.isComma(at)) return false;
    if (clauses.has(at, "price.not")) return true;
  }
  return false;
}

/** بنسبة 8% في أسعار المعدن; خصم 28% عن الأسعار is no change of them. */
function isOfPrices(clauses: Clauses, { first, last }: QuantityAnnotation): boolean {
  if (!clauses.has(last, "preposition") || clauses.has(last, "price.from")) return false;
  for (let at = first - 1; at >= first - LEAD_REACH; at--) {
    if (clauses.has(at, "price.not")) return false;
  }
  for (let at = last + 1; at <= last + BEHIND_REACH; at++) {
    if (clauses.isHardStop(at) || clauses.isComma(at)) return false;
    if (clauses.has(at, "price")) return true;
  }
  return false;
}

/** انخفضت الأسعار بنحو 40 دولارا: the step they fell by, and no price. */
function isStep(clauses: Clauses, price: number, { first, value }: QuantityAnnotation): boolean {
  const { by } = clauses.joined;
  const isBy = value.preposition === by || clauses.form(first).startsWith(by);
  const steps = clauses.has(first - 1, "price.step") && clauses.role(first - 1)?.preposition === by;
  if (!isBy && !steps) return false;
  for (let at = first - 1; at >= price - LEAD_REACH; at--) {
    if (clauses.isHardStop(at)) return false;
    if (clauses.has(at, "price.change")) return true;
  }
  return false;
}
