/**
 * The light stem of a folded Arabic word, for telling what reports are about: joined و ب ك ف ل with the
 * article, and the commonest endings, are taken off; letters within are left. After "light10" of Larkey,
 * Ballesteros and Connell (2007), which found it better for finding texts than roots.
 */
const HEADS = ["وال", "بال", "كال", "فال", "لل", "ال"];
const TAILS = ["ها", "ان", "ات", "ون", "ين", "يه", "ه", "ي", "ا"];
const SHORTEST_BEHIND_HEAD = 3;
const SHORTEST_BEFORE_TAIL = 3;

/** @param word folded; its article may be gone already */
export function lightStem(word: string): string {
  let stem = word;
  const head = HEADS.find(
    (one) => stem.startsWith(one) && stem.length - one.length >= SHORTEST_BEHIND_HEAD,
  );
  if (head) stem = stem.slice(head.length);
  else if (stem.startsWith("و") && stem.length > SHORTEST_BEHIND_HEAD + 1) stem = stem.slice(1);
  const tail = TAILS.find(
    (one) => stem.endsWith(one) && stem.length - one.length >= SHORTEST_BEFORE_TAIL,
  );
  return tail ? stem.slice(0, -tail.length) : stem;
}
