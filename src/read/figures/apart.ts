import type { Clauses } from "./clause.js";
import { fits } from "./fits.js";
import { readJoined } from "./joined.js";
import { emitSingle } from "./single.js";
import { take } from "./take.js";
import { untoldHarm } from "./untold-harm.js";
import { victimAt } from "./victim.js";

/** Tokens from the arrest to its preposition: a day, a place, how it was done. */
const APART_REACH = 10;
/** Tokens from a negation to the arrest: لم تلق الشرطة القبض. */
const DENIED_REACH = 4;
const ARRESTED = untoldHarm("arrested");

/** ألقت الشرطة القبض، فجر اليوم، على ثلاثة; ألقي القبض في دبي على رجل: its preposition stands apart. */
export function readSeizedApart(clauses: Clauses, at: number): void {
  for (let to = at - 1; to >= at - DENIED_REACH; to--) if (clauses.has(to, "negation")) return;
  // ألقت القبض شخصين: the preposition forgotten.
  const careless = clauses.quantityAt(at + 1);
  if (careless?.value.sort === "person" && careless.value.form !== "singular") {
    take(clauses, { quantity: careless, adjacent: true }, ARRESTED, at);
    return;
  }
  for (let to = at + 1; to < at + APART_REACH && !clauses.isHardStop(to); to++) {
    if (clauses.isVerb(to) || clauses.has(to, "that") || clauses.has(to, "relative")) return;
    if (!clauses.particles.isOn(clauses.form(to))) continue;
    const quantity = clauses.quantityAt(to + 1);
    if (quantity) {
      if (!fits(ARRESTED, quantity, true)) return;
      const head = take(clauses, { quantity, adjacent: true }, ARRESTED, to);
      if (head) readJoined(clauses, head, ARRESTED);
      return;
    }
    const victim = victimAt(clauses, to + 1);
    if (victim) emitSingle(clauses, victim, ARRESTED, to);
    return;
  }
}

const SENTENCED = untoldHarm("other");
const KILLED = untoldHarm("killed");

/** حكمت المحكمة بالإعدام رميا بالرصاص على سبعة مسؤولين: so many, behind the sentence. */
export function readSentencedApart(clauses: Clauses, at: number): void {
  for (let to = at + 1; to < at + APART_REACH && !clauses.isHardStop(to); to++) {
    if (clauses.isVerb(to) || clauses.has(to, "that") || clauses.has(to, "relative")) return;
    if (!clauses.particles.isAgainst(clauses.form(to))) continue;
    const quantity = clauses.quantityAt(to + 1);
    if (quantity?.value.sort !== "person" || quantity.value.plain) continue;
    // قضت القوات على أربعة مسلحين: an armed body sentences nobody.
    const isForce = [1, 2].some((steps) => clauses.role(at + steps)?.affiliation);
    const isKilling = isForce && clauses.harm(at)?.measure === "killed";
    take(clauses, { quantity, adjacent: true }, isKilling ? KILLED : SENTENCED, to);
    return;
  }
}
