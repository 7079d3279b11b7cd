import { exactly } from "../../core/value.js";
import type { Clauses } from "./clause.js";
import { type Draft, draftOf, uncountedDraft } from "./draft.js";
import type { QuantityAnnotation } from "./quantity.js";

/** A part of a total, of the total's harm unless its own noun tells another. */
export function addPart(
  clauses: Clauses,
  quantity: QuantityAnnotation,
  total: Draft,
  rule: string,
  who: string | null = null,
): Draft {
  const { measure } = quantity.value;
  const counted = who ?? quantity.value.counted;
  return clauses.add(
    draftOf(quantity, measure ?? total.measure, rule, {
      counted: counted ?? total.counted,
      total,
      modality: total.modality,
    }),
  );
}

/** أحدهما رجل شرطة والآخر طفل. */
export function readOneAndOther(clauses: Clauses, at: number, total: Draft): void {
  let told = 0;
  for (let to = at; to < clauses.last && to < at + 16; to++) {
    if (clauses.isHardStop(to)) return;
    if (!clauses.has(to, "part.one") && !clauses.has(to, "part.other")) continue;
    if (clauses.has(to, "part.other") && told === 0) return;
    const quantity = clauses.quantityAt(to + 1);
    // أحدهم بحالة حرجة: how he is, and not who.
    if (quantity?.value.medicalCase) return;
    if (quantity && (!clauses.isFree(quantity) || quantity.value.value.min !== 1)) return;
    if (quantity) {
      const made = addPart(clauses, quantity, total, "figure.part-one");
      clauses.drafts[clauses.drafts.indexOf(made)] = { ...made, first: to };
    } else {
      const noun = clauses.role(to + 1)?.noun;
      if (noun?.sort !== "person" || isOtherBefallen(clauses, to)) {
        if (told > 0) addTheOther(clauses, to, total);
        return;
      }
      clauses.add(
        uncountedDraft([to, to + 2], total.measure, exactly(1), "figure.part-one", {
          counted: noun.counted,
          unit: total.unit,
          group: [to + 1, to + 2],
          total,
          modality: total.modality,
        }),
      );
    }
    told++;
  }
}

/** فيما أصيب الآخر: a verb of harm stands right in front. */
const isOtherBefallen = (clauses: Clauses, at: number): boolean => {
  const harm = clauses.harm(at - 1);
  return harm?.measure === "killed" || harm?.measure === "injured";
};

/** أحدهما مقيم، فيما أصيب الآخر بحروق: the second of two, told by what befell him. */
function addTheOther(clauses: Clauses, at: number, total: Draft): void {
  const harm = clauses.harm(at - 1);
  if (!harm || !isOtherBefallen(clauses, at) || clauses.isTaken(at - 1, at + 1)) return;
  if (harm.measure !== total.measure || harm.enclitic !== "") return;
  clauses.add(
    uncountedDraft([at - 1, at + 1], harm.measure, exactly(1), "figure.part-one", {
      counted: total.counted ?? "persons",
      total,
      modality: total.modality,
    }),
  );
}
