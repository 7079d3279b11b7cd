import type { Clauses } from "./clause.js";
import { draftOf } from "./draft.js";
import { modalityBefore } from "./modality.js";
import type { QuantityAnnotation } from "./quantity.js";

/** Tokens from a deed to who did it: نفذ الهجوم الانتحاري أربعة مسلحين. */
const DOER_REACH = 4;
/** From so many on, those in need are told as a count of the crisis, and no passing one. */
const LEAST_IN_NEED = 1000;
/** Who arrives, crosses or goes home in the news of a crisis. */
const ON_THE_WAY: ReadonlySet<string> = new Set(["migrants", "refugees"]);

/** مشروع نفذه 12 مهندسا: who carries out works, and no attack. */
const AT_WORK: ReadonlySet<string> = new Set([
  "workers",
  "officials",
  "experts",
  "members",
  "students",
]);

/** Persons whom nothing befell, yet whose number is told: those who attack, who arrive, who are in need. */
export function readTakingPart(clauses: Clauses): void {
  for (const at of clauses.cued) {
    const flags = clauses.role(at)?.flags;
    if (!flags || flags.size === 0) continue;
    if (flags.has("attack.done")) readAttackers(clauses, at);
    else if (flags.has("protest.held")) readProtest(clauses, at);
    else if (flags.has("clashing")) readClashing(clauses, at);
    else if (flags.has("harm.find")) readFoundAlive(clauses, at);
    else if (flags.has("fire.set")) readShooters(clauses, at);
    else if (flags.has("aboard")) readAboard(clauses, at);
    else if (flags.has("arrival")) readBeside(clauses, at, isOnTheWay);
    else if (flags.has("in-need"))
      readBeside(clauses, at, (quantity) => isOfHunger(clauses, at) && isInNeed(clauses, quantity));
  }
}

const isCounted = (clauses: Clauses, quantity: QuantityAnnotation | null): boolean =>
  quantity !== null &&
  clauses.isFree(quantity) &&
  !quantity.value.definite &&
  !clauses.isPrepositional(quantity) &&
  (quantity.value.form === "number" ||
    quantity.value.form === "dual" ||
    quantity.value.form === "vague");

const isProtest = (clauses: Clauses, quantity: QuantityAnnotation): boolean =>
  quantity.value.sort === "person" &&
  quantity.value.form !== "dual" &&
  (isCounted(clauses, quantity) || isSome(clauses, quantity)) &&
  clauses.words.isProtest(clauses.form(quantity.last));

/** العشرات من المعلمين: some of those told with the article. */
const isSome = (clauses: Clauses, quantity: QuantityAnnotation): boolean =>
  quantity.value.form === "vague" && clauses.isFree(quantity) && !clauses.isPrepositional(quantity);

/** نظم مئات العمال مسيرة: who protests; who holds anything else is none. */
function readProtest(clauses: Clauses, at: number): void {
  const quantity = clauses.quantityAt(clauses.cue(at)?.last ?? at + 1);
  if (quantity && isProtest(clauses, quantity))
    clauses.add(draftOf(quantity, "crowd", "figure.taking-part"));
}

/** العثور على سبعة ناجين: who was found alive. */
function readFoundAlive(clauses: Clauses, at: number): void {
  const behind = clauses.cue(at)?.last ?? at + 1;
  for (let to = behind; to < behind + FOUND_REACH && !clauses.isBoundary(to); to++) {
    const quantity = clauses.quantityAt(to);
    if (!quantity) continue;
    const { counted, plain, definite } = quantity.value;
    if (counted === "survivors" && !plain && !definite && clauses.isFree(quantity))
      clauses.add(draftOf(quantity, "other", "figure.found-alive"));
    return;
  }
}

/** Tokens from finding to who was found: عثرت الفرق على سبعة ناجين. */
const FOUND_REACH = 4;
/** Tokens from clashes to whom they are between: مواجهات عنيفة بين عشرات الشبان والشرطة. */
const CLASH_REACH = 4;
/** So many are a crowd. */
const LEAST_CROWD = 20;

/** مواجهات بين عشرات الشبان والشرطة, صدامات مع مئات المحتجين: those in the street, and no armed men. */
function readClashing(clauses: Clauses, at: number): void {
  const { isBetween, isWith } = clauses.particles;
  for (let to = at + 1; to <= at + CLASH_REACH && clauses.isWord(to); to++) {
    if (!isBetween(clauses.form(to)) && !isWith(clauses.form(to))) continue;
    const quantity = clauses.quantityAt(to + 1);
    if (quantity?.value.sort !== "person" || !clauses.isFree(quantity)) return;
    const { form, value, counted, plain } = quantity.value;
    const counts = (form === "vague" || form === "number") && !plain;
    if (!counts || (value.min ?? 0) < LEAST_CROWD || !IN_THE_STREET.has(counted ?? "")) return;
    clauses.add(draftOf(quantity, "crowd", "figure.clashing"));
    return;
  }
}

const IN_THE_STREET: ReadonlySet<string> = new Set([
  "protesters",
  "persons",
  "men",
  "women",
  "civilians",
  "supporters",
  "students",
  "workers",
  "settlers",
  "prisoners",
  "fans",
]);

/** هاجم 20 مسلحا نقطة تفتيش, نفذ الهجوم أربعة مسلحين, نفذته امرأتان, فجر انتحاريان نفسيهما. */
function readAttackers(clauses: Clauses, at: number): void {
  // انتحاريتان نفذتا تفجيرين: a verb that agrees with those before it.
  const before = clauses.covering(at - 1);
  if (before?.last === at && clauses.shapes.isVerbOfMany(clauses.form(at)) && isArmed(before)) {
    if (isCounted(clauses, before)) add(clauses, before);
    return;
  }
  for (let to = at + 1; to <= at + DOER_REACH; to++) {
    const quantity = clauses.quantityAt(to);
    if (quantity) {
      // نفذ ألف شخص اعتصاما: who protests.
      if (isProtest(clauses, quantity)) {
        clauses.add(draftOf(quantity, "crowd", "figure.taking-part"));
        return;
      }
      const isDoer = quantity.value.sort === "person" && !AT_WORK.has(quantity.value.counted ?? "");
      if (isDoer && isCounted(clauses, quantity)) add(clauses, quantity);
      return;
    }
    if (!clauses.has(to, "attack") && !clauses.has(to, "adverb")) return;
  }
}

/** Tokens from the verb to what was set or opened: أطلق مسلحان النار. */
const FIRE_REACH = 5;

/** أطلق مسلحان النار, أربعة مستوطنين أضرموا النار: only of fire; أطلق خمسة ناشطين حملة is none. */
function readShooters(clauses: Clauses, at: number): void {
  const behind = clauses.quantityAt(at + 1);
  const before = clauses.covering(at - 1);
  const quantity = behind ?? (before?.last === at ? before : null);
  if (quantity?.value.sort !== "person" || !isCounted(clauses, quantity)) return;
  for (let to = at + 1; to <= at + FIRE_REACH; to++) {
    if (!clauses.has(to, "fire")) continue;
    add(clauses, quantity);
    return;
  }
}

/** مركبة يستقلها شخصان: those in it. */
function readAboard(clauses: Clauses, at: number): void {
  const quantity = clauses.quantityAt(at + 1);
  if (quantity?.value.sort !== "person" || !isCounted(clauses, quantity)) return;
  add(clauses, quantity);
}

const ARMED: ReadonlySet<string> = new Set(["militants", "attackers", "suspects", "settlers"]);
const isArmed = ({ value }: QuantityAnnotation): boolean => ARMED.has(value.counted ?? "");

/** وصل 700 مهاجر, 7 ملايين شخص يحتاجون: the count stands behind its verb, or right before it. */
function readBeside(
  clauses: Clauses,
  at: number,
  fits: (quantity: QuantityAnnotation) => boolean,
): void {
  const behind = clauses.cue(at)?.last ?? at + 1;
  for (const quantity of [clauses.quantityAt(behind), clauses.covering(at - 1)]) {
    if (!quantity || !isCounted(clauses, quantity) || !fits(quantity)) continue;
    add(clauses, quantity);
    return;
  }
}

const isOnTheWay = ({ value }: QuantityAnnotation): boolean =>
  ON_THE_WAY.has(value.counted ?? "") && (value.value.min ?? 0) > 1;

/** Tokens from "suffer" to what they suffer from. */
const SUFFERED_REACH = 9;

/** يعانون من نقص الغذاء; of يعانون من الربو, a disease that many have, no crisis is told. */
function isOfHunger(clauses: Clauses, at: number): boolean {
  if (!clauses.words.isSuffering(clauses.form(at))) return true;
  for (let to = at + 1; to < at + SUFFERED_REACH && !clauses.isHardStop(to); to++)
    if (clauses.words.isWant(clauses.form(to))) return true;
  return false;
}

/** 7 ملايين شخص, 21 مليون يمني: persons, or a nation that no lexicon has. */
function isInNeed(clauses: Clauses, { value }: QuantityAnnotation): boolean {
  const isNation =
    value.sort === "unknown" && clauses.shapes.isOfMen(clauses.form(value.group?.[0] ?? -1));
  if (value.sort !== "person" && !isNation) return false;
  if (value.sort === "person" && value.unit !== "persons" && value.unit !== "families")
    return false;
  return (value.value.min ?? value.value.max ?? 0) >= LEAST_IN_NEED;
}

function add(clauses: Clauses, quantity: QuantityAnnotation): void {
  const modality = modalityBefore(clauses, quantity.first);
  const isNation = quantity.value.sort === "unknown";
  clauses.add(
    draftOf(quantity, "other", "figure.taking-part", {
      modality,
      ...(isNation ? { unit: "persons", counted: "persons" } : {}),
    }),
  );
}
