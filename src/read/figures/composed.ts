import type { Argument } from "./argument.js";
import type { Clauses } from "./clause.js";
import type { HarmWord } from "./cue.js";
import { fits } from "./fits.js";

/** Tokens from "all of those" to how many they are: جميع من كانوا على متن الطائرة وعددهم 62. */
const ALL_REACH = 14;

/**
 * مقتل جميع من كانوا على متنها وعددهم 62, مصرع جميع ركاب الطائرة الـ55: behind "all of" stands how many they
 * were, told by a pronoun of them or by the article before the number.
 */
function allOfBehind(clauses: Clauses, behind: number, harm: HarmWord): Argument | null {
  // أودى بحياة من كانوا على متنها وعددهم 50
  const opens = clauses.has(behind, "count.every") || clauses.has(behind, "whoever");
  if (!opens || harm.things || harm.weak) return null;
  for (let at = behind + 1; at < behind + ALL_REACH && !clauses.isHardStop(at); at++) {
    const isToldOf = clauses.words.opensTheirNumber(clauses.form(at));
    const quantity = clauses.quantityAt(isToldOf ? at + 1 : at);
    if (!quantity || !clauses.isFree(quantity)) continue;
    const { form, sort, preposition } = quantity.value;
    if (form !== "number" || sort === "thing" || sort === "not" || preposition !== "") return null;
    // ركاب الطائرة الـ55
    const isNumbered = sort === null && clauses.shapes.isDefinite(clauses.form(quantity.first));
    return isToldOf || isNumbered ? { quantity, adjacent: true } : null;
  }
  return null;
}

/** Tokens from a harm to what tells how many the group has that it befell. */
const COMPOSED_REACH = 8;
/** The same behind a group of which more is said: خلية موالية لتنظيم …، تتكون من سبعة. */
const DESCRIBED_REACH = 14;

/** قتلت غارة جوية عائلة من ستة: the family stands behind who did it, and no preposition between. */
function isFamilyAt(clauses: Clauses, from: number, step: number): boolean {
  for (let at = from; at < from + step; at++)
    if (!clauses.isWord(at) || clauses.isPreposition(at) || clauses.isBoundary(at)) return false;
  const noun = clauses.role(from + step)?.noun;
  return noun?.unit === "families" && !noun.article && noun.preposition === "";
}

/**
 * القبض على تشكيل مكون من ثلاثة وافدين, مقتل عائلة من ستة أفراد, استشهدت أسرة كاملة تضم تسعة أشخاص: a
 * group, and how many it has.
 */
export function composedBehind(clauses: Clauses, behind: number, harm: HarmWord): Argument | null {
  const all = allOfBehind(clauses, behind, harm);
  if (all) return all;
  if (harm.things && harm.measure !== "seized") return null;
  const family = [0, 1, 2, 3].find((step) => isFamilyAt(clauses, behind, step));
  if (family !== undefined && family > 0 && harm.voice === "either" && harm.kind === "verb")
    return composedBehind(clauses, behind + family, harm);
  const isFamily = clauses.role(behind)?.noun?.unit === "families";
  // قتلت مجموعة من ستة مسلحين جنديا: who did it, perhaps.
  const mayAct = harm.kind === "verb" && harm.voice === "either" && harm.measure === "killed";
  if (mayAct && !isFamily) return null;
  const isGroup = isFamily || clauses.has(behind, "group");
  const near = behind + COMPOSED_REACH;
  for (let at = behind + 1; at < (isGroup ? behind + DESCRIBED_REACH : near); at++) {
    if (clauses.isHardStop(at) || clauses.has(at, "clause") || clauses.has(at, "parts"))
      return null;
    if (clauses.harm(at) || clauses.has(at, "that") || clauses.has(at, "relative")) return null;
    const composed = clauses.has(at, "composed");
    const isOf = isGroup && at < near && clauses.particles.isOf(clauses.form(at));
    if (!composed && !isOf) continue;
    const quantity = clauses.quantityAt(clauses.cue(at)?.last ?? at + 1);
    if (!quantity) {
      if (composed) return null;
      continue;
    }
    const { form, sort } = quantity.value;
    if (
      (form !== "number" && form !== "dual") ||
      sort === "thing" ||
      sort === "not" ||
      sort === "unknown"
    )
      return null;
    return fits({ ...harm, weak: false }, quantity, true) ? { quantity, adjacent: true } : null;
  }
  return null;
}
