import type { Modality } from "../../core/contract.js";
import type { Clauses } from "./clause.js";
import { type Draft, draftOf } from "./draft.js";
import { modalityBefore } from "./modality.js";
import { readPrice } from "./price.js";
import type { QuantityAnnotation } from "./quantity.js";
import { isRate } from "./rate.js";

/** Counts that stand for themselves: crowds by their name, and things that make the event. */
export function readThings(clauses: Clauses, quantities: readonly QuantityAnnotation[]): void {
  for (const quantity of quantities) {
    const { value, first } = quantity;
    if (value.sort === "not") readPrice(clauses, quantity);
    if (!clauses.isFree(quantity) || value.plain || value.form === "one-of") continue;
    if (value.definite && value.form !== "vague") continue;
    if (!value.crowd && !value.event) continue;
    // أطلق خمس رصاصات: a detail of a shot, and no count of munition.
    if (value.counted === "bullets" && (value.value.min ?? 0) < LEAST_BULLETS) continue;
    if (value.event && isStock(value.counted, value.value.min ?? 0)) continue;
    if (isOwned(clauses, quantity.first) || isRate(clauses, quantity.last)) continue;
    // 12 عبوة in a box of dates: a charge only where something explodes.
    const isCharge = value.unit === CHARGES;
    if (isCharge && !clauses.some("explosive")) continue;
    if (value.event && isSold(clauses, quantity)) continue;
    // مطعم يضم 12 عربة: what something has.
    if (CRAFT.has(value.counted ?? "") && clauses.has(first - 1, "parts.verb")) continue;
    // غابرييل باليتا, written like "with two vehicles".
    if (value.form === "dual" && clauses.isInsideName(quantity.first)) continue;
    if (value.event && value.value.max === 1 && isDenied(clauses, quantity.first)) continue;
    if (value.counted === "teams" && !isRescue(clauses, quantity)) continue;
    // سيارتا «بي إم»: makes of cars.
    if (value.form === "dual" && NAMING.has(clauses.form(quantity.last))) continue;
    // بوسع 97 سفينة عبور القناة يوميا: what may be.
    if (value.event && clauses.has(quantity.first - 1, "could")) continue;
    if (value.crowd) {
      const modality = joinedModality(clauses, quantity) ?? modalityBefore(clauses, quantity.first);
      clauses.add(draftOf(quantity, "crowd", "figure.crowd", { modality }));
    } else if (isLift(clauses, quantity)) clauses.add(draftOf(quantity, "deployed", "figure.lift"));
    else {
      const modality = modalityBefore(clauses, quantity.first);
      // ميناء استقبل سفينة على متنها 350 سيارة: traffic and trade, where nothing of a crisis is told.
      const isCraft = CRAFT.has(value.counted ?? "") && value.counted !== "tanks";
      if (isCraft && modality === "asserted" && !isOfCrisis(clauses)) continue;
      const total = wholeOf(clauses, quantity);
      const made = clauses.add(
        draftOf(quantity, "other", "figure.event-count", {
          modality,
          total,
          unit: isCharge ? "bombs" : value.unit,
        }),
      );
      if (value.form === "number") readMoreElsewhere(clauses, made);
    }
  }
}

/** Tokens from things that fell on one place to those that fell on the next. */
const ELSEWHERE_REACH = 10;

/** شن 4 غارات على بلدة واثنتين على أخرى, 75 حريقا بولاية و54 بأخرى: more of the same, on the next place; its number alone tells them. */
function readMoreElsewhere(clauses: Clauses, made: Draft): void {
  const on = openingOf(clauses, made.last);
  if (on === "") return;
  for (let at = made.last + 1; at < made.last + ELSEWHERE_REACH && !clauses.isHardStop(at); at++) {
    const next = clauses.quantityAt(at);
    if (next) {
      const { joined, sort, form, preposition } = next.value;
      const isBare = joined && sort === null && form === "number" && preposition === "";
      if (!isBare || openingOf(clauses, next.last) !== on || !clauses.isFree(next)) return;
      const { counted, unit, modality, total } = made;
      const rule = "figure.event-count-joined";
      const more = draftOf(next, "other", rule, { counted, unit, modality, total });
      readMoreElsewhere(clauses, clauses.add(more));
      return;
    }
    if (clauses.harm(at) || clauses.isVerb(at) || clauses.has(at, "clause")) return;
  }
}

/** The preposition that opens a place, alone or joined to it: على بلدة, بولاية; empty where none does. */
function openingOf(clauses: Clauses, at: number): string {
  const form = clauses.form(at);
  if (clauses.has(at, "preposition")) return form;
  return clauses.isPreposition(at) && form.startsWith(clauses.joined.by) ? clauses.joined.by : "";
}

/** What a sentence of a crisis tells beside its vehicles and craft. */
const CRISIS = [
  "attack",
  "attack.done",
  "explosive",
  "fire",
  "fire.set",
  "rescue",
  "raids",
  "ruined",
] as const;

/** Something in the sentence befalls somebody, or is of war, fire, flood or rescue. */
const isOfCrisis = (clauses: Clauses): boolean => {
  if (clauses.drafts.some(({ measure }) => measure !== "price")) return true;
  if (CRISIS.some((flag) => clauses.some(flag))) return true;
  for (let at = clauses.first; at < clauses.last; at++)
    if (clauses.words.isAlarm(clauses.form(at))) return true;
  return false;
};

const CHARGES = "charges";
/** From so many on, shots are told as a count of munition. */
const LEAST_BULLETS = 100;
/** Tokens from a denial to the one thing that was not. */
const DENIED_REACH = 10;

/** لم تطلق صاروخا واحدا: not even one. */
function isDenied(clauses: Clauses, first: number): boolean {
  for (let at = first - 1; at >= first - DENIED_REACH && !clauses.isHardStop(at); at--) {
    if (clauses.has(at, "negation") || clauses.particles.isWithout(clauses.form(at))) return true;
    if (clauses.isComma(at) || clauses.has(at, "clause")) return false;
  }
  return false;
}

/** سبعة حرائق منها حريقان في المخيمات: of the same things, counted just before. */
function wholeOf(clauses: Clauses, { first, value }: QuantityAnnotation): Draft | null {
  const marked = [first - 1, first - 2].some(
    (at) => clauses.has(at, "count.of-them") || clauses.has(at, "parts"),
  );
  if (!marked) return null;
  const count = value.value.max ?? value.value.min ?? 0;
  return clauses.draftBefore(
    first,
    (draft) =>
      draft.unit === value.unit && draft.total === null && (draft.value.max ?? count + 1) > count,
  );
}

const NAMING: ReadonlySet<string> = new Set(["«", '"', "“"]);
/** Tokens round teams in which something shows that they are no teams of players. */
const RESCUE_REACH = 8;

/** أربع فرق من الهلال الأحمر, توجيه ثلاث فرق إسعافية. */
function isRescue(clauses: Clauses, { first, last }: QuantityAnnotation): boolean {
  for (let at = first; at < last + RESCUE_REACH; at++) if (clauses.has(at, "rescue")) return true;
  for (let at = first - 1; at >= first - RESCUE_REACH && !clauses.isHardStop(at); at--) {
    if (clauses.has(at, "rescue")) return true;
  }
  return false;
}

/** Tokens from what holds or owns to what is held. */
const STOCK_REACH = 14;
/** Tokens from goods to the verb that tells of their trade. */
const BOUGHT_REACH = 3;
/** Tokens from the trade to its goods. */
const TRADE_REACH = 8;

/** تملك أسطولا من 41 طائرة, كل منها يضم ثلاث سفن: a fleet, a capacity, so many for each. */
function isOwned(clauses: Clauses, first: number): boolean {
  for (let at = first - 1; at >= first - STOCK_REACH && !clauses.isHardStop(at); at--) {
    if (clauses.has(at, "stock") || clauses.has(at, "count.each")) return true;
  }
  return false;
}

/** متوقعا تسجيل 4 ملايين ناخب، ومليون ناخبة: joined to a crowd, told as that one is. */
function joinedModality(clauses: Clauses, { first, value }: QuantityAnnotation): Modality | null {
  const before = value.joined ? clauses.draftBefore(first, () => true) : null;
  const end = before?.last ?? 0;
  const isNext = end === first || (end === first - 1 && clauses.isComma(end));
  return before?.measure === "crowd" && isNext ? before.modality : null;
}

/** باعت الشركة 279 سيارة, إنتاج 12 طائرة, 24 طائرة اشترتها القاهرة: goods of a trade. */
function isSold(clauses: Clauses, { first, last }: QuantityAnnotation): boolean {
  for (let at = last; at < last + BOUGHT_REACH && clauses.isWord(at); at++) {
    if (clauses.has(at, "trade")) return true;
  }
  for (let at = first - 1; at >= first - TRADE_REACH && !clauses.isHardStop(at); at--) {
    if (clauses.has(at, "trade")) return true;
    if (clauses.isComma(at)) return false;
  }
  return false;
}

/** ست طائرات نقل: craft told by their load bring somebody or something. */
function isLift(clauses: Clauses, { last, value }: QuantityAnnotation): boolean {
  return (
    VESSELS.has(value.counted ?? "") && (clauses.has(last, "lift") || clauses.has(last - 1, "lift"))
  );
}

/** Vehicles and craft in their hundreds are a fleet or a market, and no part of one event. */
const FLEET = 500;
const CRAFT: ReadonlySet<string> = new Set(["vehicles", "aircraft", "ships", "tanks"]);
/** Vessels whose load tells that they bring something; سيارات نقل are a make of cars. */
const VESSELS: ReadonlySet<string> = new Set(["aircraft", "ships"]);

function isStock(counted: string | null, least: number): boolean {
  return counted !== null && CRAFT.has(counted) && least > FLEET;
}
