import type { NameMorphology, NameSpelling } from "../../lang/name-morphology.js";
import type { LanguagePack } from "../../lang/pack.js";
import type { Reading, Word } from "../../text/word.js";

/** How much is joined to a word in this reading. */
export const weightOf = (reading: Reading): number =>
  (reading.conjunction ? 1 : 0) + (reading.preposition ? 1 : 0) + (reading.enclitic ? 1 : 0);

/** Letters of "in" before the article in front of the word; 0 if it is not joined. */
export function joinedIn(spellings: readonly NameSpelling[], names: NameMorphology): number {
  const split = spellings.find((one) => one.skip === 1 && one.preposition === names.locative);
  return split?.form.startsWith(names.article) ? split.skip : 0;
}

/** An unlisted form of a listed common word: متأثرا beside متأثر. Names that look so are rare. */
export function isInflected(word: Word, pack: LanguagePack): boolean {
  return pack.names
    .bases(word.form)
    .some((base) => pack.lexicon.plainReadings(base).some(isCommon));
}

/** A given name under the article: العلي. */
export function isFamily(form: string, { names, lexicon }: LanguagePack): boolean {
  if (names.article === "" || !form.startsWith(names.article)) return false;
  return lexicon
    .word(form.slice(names.article.length))
    .readings.some(
      (one) => weightOf(one) === 0 && !one.article && one.entry.classes.includes("given-name"),
    );
}

function isCommon({ entry }: Reading): boolean {
  return entry.classes.some(
    (name) => name === "ordinary" || name === "verb" || name.endsWith(".verb"),
  );
}
