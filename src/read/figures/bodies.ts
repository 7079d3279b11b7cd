import { exactly } from "../../core/value.js";
import type { Clauses } from "./clause.js";
import { draftOf, uncountedDraft } from "./draft.js";
import { readJoined } from "./joined.js";
import { untoldHarm } from "./untold-harm.js";
import { victimAt } from "./victim.js";

/** جثامين سبعة أشخاص: the dead are counted behind their bodies. */
export function readBodies(clauses: Clauses): void {
  for (const at of clauses.cued) {
    const noun = clauses.role(at)?.noun;
    if (!noun?.body || noun.article || noun.number !== "plural" || clauses.covering(at)) continue;
    const quantity = clauses.quantityAt(at + 1);
    if (!quantity || !clauses.isFree(quantity) || quantity.value.plain) continue;
    if (quantity.value.sort !== "person" && quantity.value.sort !== null) continue;
    const made = clauses.add(draftOf(quantity, "killed", "figure.bodies", { first: at }));
    readJoined(clauses, made, OF_BODIES);
  }
}

/** عثر على جثة سالم حسن, انتشلت جثة الشاب سالم: of one who is named. */
export function readNamedBody(clauses: Clauses): void {
  for (const at of clauses.cued) {
    const noun = clauses.role(at)?.noun;
    if (!noun?.body || noun.article || noun.number !== "singular" || noun.enclitic !== "") continue;
    const found = [1, 2, 3].some((step) => clauses.has(at - step, "harm.find"));
    const behind = clauses.cue(at)?.last ?? at + 1;
    if (!found || clauses.isTaken(at, behind + 1)) continue;
    const victim = victimAt(clauses, behind);
    if (!victim || clauses.personEndingAt(victim.last) === null) continue;
    const told = clauses.quantityAt(at);
    if (told) clauses.spend(told);
    clauses.add(
      uncountedDraft([at, victim.last], "killed", exactly(1), "figure.bodies", {
        counted: victim.counted ?? "persons",
        group: [victim.first, victim.last],
      }),
    );
  }
}

/** جثث أربعة رجال وامرأة: whose the bodies are, one behind the other, as behind a word of death. */
export const OF_BODIES = { ...untoldHarm("killed"), personal: true };
