import { fold } from "../../text/fold.js";
import type { NameMorphology, NameSpelling } from "../name-morphology.js";
import { splits } from "./clitics.js";
import { isFilial, skeletonOf } from "./skeleton.js";

const ARTICLE = "ال";
/** Compounds often written as one word: عبدالله، عبدربه، أبوبكر. Folded. */
const JOINED = ["عبدال", "عبدرب", "ابوال", "جارالله", "عطاالله", "خيرالله", "نصرالله", "سعدالدين"];
const JOINED_TAILS = ["الله", "الدين", "الاسلام"];
/** Folded letters a stem needs before a joined tail counts: نورالدين, not والدين. */
const SHORTEST_BEFORE_TAIL = 2;

/** وين and واين are names; longer words with و in front are mostly joined. */
const SHORTEST_JOINED = 4;
/** Endings of tanwin, dual, plural, feminine and pronouns. */
const ENDINGS = [
  "ا",
  "ان",
  "ين",
  "ون",
  "ات",
  "ه",
  "تان",
  "تين",
  "يه",
  "ها",
  "هم",
  "هما",
  "نا",
  "وا",
  "ت",
  "تها",
  "تهم",
  "ته",
  "ي",
];
const SHORTEST_BASE = 3;
/** With the article: العربي. */
const SHORTEST_RELATIONAL = 5;

/** Spellings of forms met before; past this many the cache starts anew, so that it stays small. */
const CACHE_LIMIT = 50_000;
let spelled = new Map<string, readonly NameSpelling[]>();

function spellingsOf(form: string): readonly NameSpelling[] {
  const found: NameSpelling[] = [];
  for (const split of splits(form)) {
    if (split.enclitic !== "" || split.preposition === "س") continue;
    const bare = split.article ? ARTICLE + split.stem : split.stem;
    const skip = split.conjunction.length + split.preposition.length;
    if (found.some((other) => other.form === bare && other.skip === skip)) continue;
    found.push({
      form: bare,
      skip,
      conjunction: split.conjunction !== "",
      preposition: split.preposition,
    });
  }
  return found;
}

/** How Arabic names meet the words around them. */
export const arabicNames: NameMorphology = {
  article: ARTICLE,
  dative: "ل",
  locative: "ب",
  spellings: (form) => {
    let known = spelled.get(form);
    if (!known) {
      known = spellingsOf(form);
      if (spelled.size >= CACHE_LIMIT) spelled = new Map();
      spelled.set(form, known);
    }
    return known;
  },
  detach: (word, letters, isWord) => {
    const rest = word.slice(letters);
    // للرياض: the article loses its alif behind ل.
    const shrunk = word.slice(0, letters).endsWith("ل") && rest.startsWith("ل");
    return shrunk && !isWord(fold(rest)) ? `ا${rest}` : rest;
  },
  isNameSpelling: (word) => !word.endsWith("ى") && word !== "أمام",
  // Tanwin: دومًا is "always". فَرَآهُ is "he saw him", بأسنا "our might": no Farah, no Esna.
  mayBePlace: (word, place) =>
    !/[\u064b-\u064d]|ه[\u064e-\u0650]+$/.test(word) &&
    (!word.includes("آ") || place.includes("آ")) &&
    !(/^[بكل]أ/.test(word) && place.startsWith("إ")),
  mayEndInPronoun: (word) => !word.endsWith("ة"),
  plainAdjective: (word) => word.replace(/^ال/, "").replace(/ة$/, ""),
  mayFollowGiven: (form) => form.length > 2 && !/^[يتن]|ا$|^(ب|ل|ك)ال|^لل/.test(form),
  isOwnScript: (form) => form.charCodeAt(0) >= 0x600 && form.charCodeAt(0) <= 0x6ff,
  isTerritorial: (form) => form === "الاقليميه",
  isAccusative: (form) => form.endsWith("ا"),
  mayEndName: (form) => !/[ات]$/.test(form),
  isJoined: (form) => form.startsWith("و") && form.length > SHORTEST_JOINED,
  mayBeForeign: (form) =>
    !/^(ال|لل|بال|كال|وال|ي|ت|ن|س[يتن])|(ها|هم|هما|نا|ات|ين|ون|ه|ا)$/.test(form),
  // W before a vowel; "and the" only where what follows is too short for a noun: والش.
  mayBeginSurname: (form) => /^و[ايو]/.test(form) && !(form.startsWith("وال") && form.length > 4),
  bases: (form) => {
    const found: string[] = [];
    for (const ending of ENDINGS) {
      const stem = form.slice(0, -ending.length);
      if (!form.endsWith(ending) || stem.length < SHORTEST_BASE) continue;
      found.push(stem);
      if (ending !== "ا") found.push(`${stem}ه`);
    }
    if (form.length > SHORTEST_BASE && /^(س?[يتنا])/.test(form)) {
      found.push(form.slice(1), form.slice(1).replace(/(ون|وا|ين|ان)$/, ""));
      if (form.startsWith("س")) found.push(form.slice(2), `ي${form.slice(2)}`, `ت${form.slice(2)}`);
      // The other persons of a present verb: تستعد beside يستعد.
      found.push(`ي${form.slice(1)}`, `ت${form.slice(1)}`);
    }
    return found;
  },
  isFeminineNoun: (form) => /(ه|ة|اء)$/.test(form),
  // The g of foreign names: ليفنجستون in Egypt, ليفنغستون in the Levant.
  variants: (form) =>
    form.includes("ج")
      ? [form.replaceAll("ج", "غ")]
      : form.includes("غ")
        ? [form.replaceAll("غ", "ج")]
        : [],
  isSeveral: (form) => /(ين|ون|ان|ات)$/.test(form),
  isJoinedDefinite: (form) => /^(بال|كال|لل)...+/.test(form),
  isRelational: (form) => form.length >= SHORTEST_RELATIONAL && /(ي|يه)$/.test(form),
  isFamilyShape: (form) =>
    form.startsWith(ARTICLE) && form.length >= SHORTEST_RELATIONAL && form.endsWith("ي"),
  isMarkedAs: (word, place) => word.includes("\u0651") && place.includes("\u0651"),
  isDualShape: (form) =>
    form.startsWith(ARTICLE) && form.length > SHORTEST_RELATIONAL && form.endsWith("ان"),
  skeleton: skeletonOf,
  isFilial,
  isCompound: (form) =>
    JOINED.some((start) => form.startsWith(start) && form.length > start.length - 1) ||
    JOINED_TAILS.some(
      (tail) =>
        form.endsWith(tail) &&
        form.length >= tail.length + SHORTEST_BEFORE_TAIL + 1 &&
        !form.startsWith(ARTICLE) &&
        !/^[وفبل]?(ال|لل)/.test(form),
    ),
};
