import type { Inflected } from "../inflected.js";
import type { Split } from "../lexicon.js";
import type { LexiconRow } from "../lexicon-row.js";

/**
 * Arabic writes short words joined to their neighbour:
 * (و ف) + (ب ك ل س) + ال + stem + pronoun. A form is split every way this grammar allows; the
 * lexicon then keeps the splits whose stem it knows, so that وزارة is not read as و + زارة.
 */
const CONJUNCTIONS = ["", "و", "ف"] as const;
/** As folded: ـها ـه ـهم ـهما ـهن ـنا ـك ـكم ـي. */
const ENCLITICS = ["ها", "هما", "هم", "هن", "نا", "كم", "ه", "ك", "ي"] as const;
/** A stem of one letter is no word. */
const SHORTEST_STEM = 2;

export function splits(form: string): readonly Split[] {
  const found: Split[] = [];
  for (const conjunction of CONJUNCTIONS) {
    if (!form.startsWith(conjunction)) continue;
    for (const rest of afterPreposition(form.slice(conjunction.length))) {
      // لـ and بـ stand alone before a quotation mark: a whole form may be one letter.
      if (rest.stem.length < SHORTEST_STEM && rest.stem !== form) continue;
      found.push({ conjunction, enclitic: "", ...rest });
      if (rest.article) continue;
      for (const enclitic of ENCLITICS) {
        if (!rest.stem.endsWith(enclitic)) continue;
        const stem = rest.stem.slice(0, -enclitic.length);
        if (stem.length >= SHORTEST_STEM) found.push({ conjunction, enclitic, ...rest, stem });
      }
    }
  }
  return found.sort((a, b) => weight(a) - weight(b));
}

interface Rest {
  readonly preposition: string;
  readonly article: boolean;
  readonly stem: string;
}

function afterPreposition(form: string): Rest[] {
  const rests: Rest[] = [{ preposition: "", article: false, stem: form }];
  if (form.startsWith("ال")) rests.push({ preposition: "", article: true, stem: form.slice(2) });
  for (const preposition of ["ب", "ك", "ل", "س"]) {
    if (!form.startsWith(preposition)) continue;
    const stem = form.slice(1);
    rests.push({ preposition, article: false, stem });
    if (preposition === "س") continue;
    if (stem.startsWith("ال")) rests.push({ preposition, article: true, stem: stem.slice(2) });
    // للوزارة: the article loses its alif after ل; لليل keeps one ل of the stem.
    if (preposition === "ل" && stem.startsWith("ل")) {
      rests.push({ preposition, article: true, stem: stem.slice(1) });
      rests.push({ preposition, article: true, stem });
    }
  }
  return rests;
}

const weight = (split: Split): number =>
  (split.conjunction ? 1 : 0) +
  (split.preposition ? 1 : 0) +
  (split.article ? 0.5 : 0) +
  (split.enclitic ? 1 : 0);

/** Class of words of closed classes that bear no preposition, article or pronoun, or have one already. */
const WHOLE = "closed";
/** How the classes of prepositions begin: none of them takes the article. */
const PREPOSITION = "prep";

/** No article, ب or ك on a verb; س only before a present verb; a bound stem needs its pronoun. */
export function allows(split: Split, inflected: Inflected, row: LexiconRow): boolean {
  if (inflected.bound && !split.enclitic) return false;
  switch (row.pos) {
    case "verb":
      if (split.article || split.preposition === "ب" || split.preposition === "ك") return false;
      if (split.preposition && inflected.tense !== "present") return false;
      return true;
    case "noun":
    case "adjective":
      if (split.preposition === "س") return false;
      if (split.article && inflected.construct) return false;
      // A final ة becomes ت before a pronoun; its own bound form stands for that.
      if (split.enclitic && !inflected.bound && endsInTaMarbuta(row, inflected)) return false;
      return true;
    case "fixed":
      // الله is no ال + له: what is whole takes و and ف alone.
      if (row.classes.includes(WHOLE)) {
        return !split.article && split.preposition === "" && split.enclitic === "";
      }
      // "سالم العلي" holds no "on".
      if (split.article && row.classes.some((name) => name.startsWith(PREPOSITION))) return false;
      return split.preposition !== "س" && !(split.article && split.enclitic !== "");
  }
}

function endsInTaMarbuta(row: LexiconRow, inflected: Inflected): boolean {
  return (
    inflected.form.endsWith("ه") && (row.lemma.endsWith("ة") || inflected.gender === "feminine")
  );
}
