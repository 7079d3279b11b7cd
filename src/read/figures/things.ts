import type { Measure } from "../../core/contract.js";
import type { QuantityAnnotation } from "../quantities.js";
import type { Clauses } from "./clause.js";

/** Counts that stand for themselves: crowds by their name, and things that make the event. */
export function readThings(clauses: Clauses, quantities: readonly QuantityAnnotation[]): void {
  for (const quantity of quantities) {
    const { value } = quantity;
    if (value.sort === "not") readPrice(clauses, quantity);
    if (!clauses.isFree(quantity) || value.plain || value.form === "one-of") continue;
    if (value.definite && value.form !== "vague") continue;
    if (!value.crowd && !value.event) continue;
    if (value.event && isStock(value.counted, value.value.min ?? 0)) continue;
    if (value.crowd) emit(clauses, quantity, "crowd", "figure.crowd");
    else if (isLift(clauses, quantity)) emit(clauses, quantity, "deployed", "figure.lift");
    else emit(clauses, quantity, "other", "figure.event-count");
  }
}

/** ست طائرات نقل: craft told by their load bring somebody or something. */
function isLift(clauses: Clauses, { last, value }: QuantityAnnotation): boolean {
  return (
    CRAFT.has(value.counted ?? "") && (clauses.has(last, "lift") || clauses.has(last - 1, "lift"))
  );
}

/** Vehicles and craft in their hundreds are a fleet or a market, and no part of one event. */
const FLEET = 500;
const CRAFT: ReadonlySet<string> = new Set(["vehicles", "aircraft", "ships"]);

function isStock(counted: string | null, least: number): boolean {
  return counted !== null && CRAFT.has(counted) && least > FLEET;
}

/** Tokens between a share or a sum and the word for a price. */
const PRICE_REACH = 8;

/** قفزة بنسبة 8% في أسعار المعدن, ارتفع السعر إلى 70 دولارا. */
function readPrice(clauses: Clauses, quantity: QuantityAnnotation): void {
  const { unit } = quantity.value;
  if (unit === "units" || !clauses.isFree(quantity)) return;
  const reach = unit === "percent" ? PRICE_REACH : 0;
  for (let at = quantity.first - PRICE_REACH; at < quantity.last + reach; at++) {
    if (!clauses.has(at, "price")) continue;
    emit(clauses, quantity, "price", "figure.price");
    return;
  }
}

function emit(
  clauses: Clauses,
  quantity: QuantityAnnotation,
  measure: Measure,
  rule: string,
): void {
  const { value } = quantity;
  clauses.add({
    quantity,
    measure,
    value: value.value,
    counted: measure === "price" ? "price" : value.counted,
    unit: value.unit,
    first: quantity.first,
    last: quantity.last,
    group: value.group,
    rule,
    total: null,
    modality: "asserted",
  });
}
