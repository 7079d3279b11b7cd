import type { Clauses } from "./clause.js";
import { readJoined } from "./joined.js";
import { emitSingle } from "./single.js";
import { take } from "./take.js";
import { untoldHarm } from "./untold-harm.js";
import { victimAt } from "./victim.js";

/** Tokens from the sentence to the condemned: تعزيرا, the day, the town, the court. */
const CONDEMNED_REACH = 9;
/** Tokens from "carried out" to the sentence: نفذت الوزارة، اليوم، حكم القتل. */
const DONE_REACH = 8;

const EXECUTED = untoldHarm("killed");

/** نفذت الوزارة، اليوم، حكم القتل في جان: the sentence apart from the word that it was carried out. */
export function isCarriedOut(clauses: Clauses, at: number): boolean {
  // تنفيذ حكم القتل is read from its first word.
  if (clauses.has(at - 1, "execution.sentence")) return false;
  if (clauses.has(at - 1, "execution") || clauses.has(at - 2, "execution")) return false;
  for (let to = at - 1; to >= at - DONE_REACH && !clauses.isHardStop(to); to--) {
    if (clauses.has(to, "execution.done")) return !clauses.has(to - 1, "negation");
  }
  return false;
}

/** نفذ حكم القتل تعزيرا في أربعة مهربين, تنفيذ حكم الإعدام بحق الجاني: a sentence carried out. */
export function readExecution(clauses: Clauses, at: number, behind: number): void {
  for (let to = behind; to < behind + CONDEMNED_REACH && !clauses.isHardStop(to); to++) {
    const quantity = clauses.quantityAt(to);
    const isIn = clauses.has(to, "execution.before");
    if (!isIn && quantity?.value.preposition !== clauses.joined.by) continue;
    const next = isIn ? to + 1 : to;
    const counted = clauses.quantityAt(next);
    if (counted) {
      if (counted.value.sort !== "person" && counted.value.sort !== null) return;
      const head = take(clauses, { quantity: counted, adjacent: true }, EXECUTED, at);
      if (head) readJoined(clauses, head, EXECUTED);
      return;
    }
    const victim = victimAt(clauses, next);
    // في منطقة مكة بحق سالم: where it was done stands before whom it was done to.
    if (!victim && isIn) continue;
    if (victim) emitSingle(clauses, victim, EXECUTED, at);
    return;
  }
}
