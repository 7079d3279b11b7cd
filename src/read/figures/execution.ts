import type { Clauses } from "./clause.js";
import type { HarmWord } from "./cue.js";
import { readJoined } from "./joined.js";
import { emitSingle, victimAt } from "./single.js";
import { take } from "./take.js";

/** Tokens from the sentence to the condemned: تعزيرا, the article of law, the court. */
const CONDEMNED_REACH = 6;

const EXECUTED: HarmWord = {
  kind: "noun",
  measure: "killed",
  voice: "subject",
  needs: null,
  otherwise: null,
  after: null,
  unless: null,
  open: false,
  ambiguous: false,
  takes: null,
  weak: false,
  things: false,
  persons: null,
  number: null,
  feminine: false,
  present: false,
  future: false,
  conjunction: "",
  preposition: "",
  enclitic: "",
};

/** نفذ حكم القتل تعزيرا في أربعة مهربين, تنفيذ حكم الإعدام بحق الجاني: a sentence carried out. */
export function readExecution(clauses: Clauses, at: number, behind: number): void {
  for (let to = behind; to < behind + CONDEMNED_REACH && !clauses.isHardStop(to); to++) {
    const quantity = clauses.quantityAt(to);
    const isIn = clauses.has(to, "execution.before");
    if (!isIn && quantity?.value.preposition !== "ب") continue;
    const next = isIn ? to + 1 : to;
    const counted = clauses.quantityAt(next);
    if (counted) {
      if (counted.value.sort !== "person" && counted.value.sort !== null) return;
      const head = take(clauses, { quantity: counted, adjacent: true }, EXECUTED, at);
      if (head) readJoined(clauses, head, EXECUTED);
      return;
    }
    const victim = victimAt(clauses, next);
    if (victim) emitSingle(clauses, victim, EXECUTED, at);
    return;
  }
}
