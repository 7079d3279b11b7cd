import type { PackedEntry } from "../../src/gazetteer/packing.js";
import { fold } from "../../src/text/fold.js";

/** A name-bearer while it is put together: its entry without the spellings, and the spellings. */
export interface Bearer {
  readonly entry: Omit<PackedEntry, "name" | "forms">;
  /** Spelling → whether it may stand alone, without a word that introduces it. */
  readonly spellings: Map<string, boolean>;
  /** Place in the order of those that share a form: lower comes first. */
  readonly rank: number;
}

/** A name as a lexicon writes it: a trailing `*` says that it may not stand alone. */
export function addSpelling(bearer: Bearer, written: string, standsAlone = true): void {
  const weak = written.endsWith("*");
  const name = weak ? written.slice(0, -1).trim() : written;
  if (name === "") return;
  const folded = fold(name);
  for (const [known, alone] of bearer.spellings) {
    if (fold(known) !== folded) continue;
    // One folded form cannot be told apart: the strictest mark of the lexicon holds for all its
    // spellings, and the data packages, which come later, change nothing.
    if (weak && alone) bearer.spellings.set(known, false);
    if (known !== name) bearer.spellings.set(name, alone && !weak);
    return;
  }
  bearer.spellings.set(name, standsAlone && !weak);
}

/** The phrase a name is found by: folded, its tokens joined by single spaces. */
export function phraseOf(name: string): string {
  return (
    fold(name)
      .replace(/["'“”«»ʼ`()]/g, "")
      // As the tokenizer splits them: digits from letters, and a plus for itself.
      .replace(/(\p{L})(\d)/gu, "$1 $2")
      .replace(/(\d)(\p{L})/gu, "$1 $2")
      .replace(/\+/g, " + ")
      .split(/[\s\-–—·/.,،]+/)
      .filter((token) => token !== "")
      .join(" ")
  );
}

export function finish(bearer: Bearer): PackedEntry {
  const forms = [...bearer.spellings.keys()];
  const name = forms[0] ?? bearer.entry.id;
  return {
    ...bearer.entry,
    name,
    names: { ar: name, ...bearer.entry.names },
    forms,
  };
}
