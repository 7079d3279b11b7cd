import { fold } from "../../src/text/fold.js";
import type { Row } from "./tsv.js";

/** Which spellings of the data packages are no use, or only after a place word. */
export interface Traps {
  /** Whole folded names that are also words or people's names. */
  readonly ordinary: ReadonlySet<string>;
  /** Whole folded words so frequent that no name may be one. */
  readonly never: ReadonlySet<string>;
  /** Folded first words that begin people's names and phrases. */
  readonly ordinaryLead: ReadonlySet<string>;
  /** Folded first words of names in another language. */
  readonly foreignLead: ReadonlySet<string>;
  /** Folded first words that say what kind of place it is. */
  readonly placeWords: ReadonlySet<string>;
}

export function readTraps(rows: readonly Row[]): Traps {
  const sets = {
    word: new Set<string>(),
    never: new Set<string>(),
    lead: new Set<string>(),
    foreign: new Set<string>(),
    place: new Set<string>(),
  };
  for (const row of rows) {
    const treatment = row.cells["treatment"] ?? "";
    const set = sets[treatment as keyof typeof sets];
    if (!set) throw new Error(`${row.where}: unknown treatment "${treatment}"`);
    for (const form of (row.cells["forms"] ?? "").split("|")) {
      if (form.trim() !== "") set.add(fold(form.trim()));
    }
  }
  return {
    ordinary: sets.word,
    never: sets.never,
    ordinaryLead: sets.lead,
    foreignLead: sets.foreign,
    placeWords: sets.place,
  };
}
