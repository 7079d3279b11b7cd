/** Pronouns that figures are told with. Forms are folded, so that ة is ه. */
import type { FigurePronouns, Referent } from "../figure-pronouns.js";

const REFERENTS: ReadonlyMap<string, Referent> = new Map<string, Referent>([
  ["ه", "him"],
  ["ها", "her"],
  ["هما", "both"],
  ["هم", "them"],
  ["هن", "women"],
]);
/** The longest first: none of them ends in another but by a letter more. */
const ENDINGS = [...REFERENTS].sort(([a], [b]) => b.length - a.length);

// وهم مدنيون: what و opens goes on with those just counted.
const THEY: ReadonlySet<string> = new Set(["هم", "وهم", "هما", "وهما"]);
const OF_THEM: ReadonlySet<string> = new Set(["من", "منهم", "منهن", "منهما", "منها"]);
const WHO_HE = "الذي";
const WHO_SHE = "التي";

export const arabicFigurePronouns: FigurePronouns = {
  referentOf: (joined) => REFERENTS.get(joined) ?? null,
  isMine: (joined) => joined === "ي",
  isOfUsOrYou: (joined) => /^(?:ي|نا|كم?)$/.test(joined),
  isOfBody: (joined) => /^(?:ها?|هم)$/.test(joined),
  endsInHisOrHer: (form) => /ها?$/.test(form),
  endsInPronoun: (form) => /(?:ها?|هم)$/.test(form),
  // شقيقه, and not شقيقة
  endsInHis: (written) => written.endsWith("ه"),
  // عليهما, أنها
  referentAtEnd: (form) => ENDINGS.find(([ending]) => form.endsWith(ending))?.[1] ?? null,
  // أصيب هو بجروح
  isHeOrShe: (form) => form === "هو" || form === "هي",
  isThey: (form) => THEY.has(form),
  isWho: (form) => form === WHO_HE || form === WHO_SHE,
  isWhoOf: (form, isWoman) => form === (isWoman ? WHO_SHE : WHO_HE),
  isWhoToldOf: (form, isWoman) => (isWoman ? /^و?التي$/ : /^و?الذي$/).test(form),
  isOfThem: (form) => OF_THEM.has(form),
  // طفلة, امرأة
  endsAsWoman: (form) => form.endsWith("ه"),
};
