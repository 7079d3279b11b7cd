import type { FigureWords } from "../../lang/figure-words.js";
import type { TextLayer } from "../../text/layer.js";
import { perWordOf } from "../../text/per-word.js";
import type { Phrase, Reading } from "../../text/word.js";
import { type Role, roleOf } from "./role.js";

export type { CountedNoun, Flag, HarmWord, Role } from "./role.js";

/** What a word, or a many-word entry, does in a phrase that counts. */
export interface Cue {
  /** Token behind it. */
  readonly last: number;
  readonly role: Role;
}

const roleIn = perWordOf((word, language: FigureWords) => roleOf(word.readings, language));
const phrases = new WeakMap<Reading, Role | null>();

/** Quantities and figures ask for the cues of one and the same text. */
const byLayer = new WeakMap<TextLayer, readonly (Cue | null)[]>();

/** What stands at each token; null for a word that plays no part. A many-word entry wins. */
export function readCues(layer: TextLayer, language: FigureWords): readonly (Cue | null)[] {
  let cues = byLayer.get(layer);
  if (!cues) {
    cues = makeCues(layer, language);
    byLayer.set(layer, cues);
  }
  return cues;
}

function makeCues(layer: TextLayer, language: FigureWords): readonly (Cue | null)[] {
  const cues: (Cue | null)[] = new Array(layer.tokens.length).fill(null);
  const wordRole = roleIn(language);
  for (let at = 0; at < cues.length; at++) {
    const found = layer.phrases[at];
    const word = layer.words[at];
    if (!word) continue;
    let cue: Cue | null = null;
    if (found) {
      const role = phraseRole(found, language);
      const last = found[0]?.last;
      if (role && last !== undefined) cue = { last, role };
    }
    if (!cue) {
      const role = wordRole(word);
      if (role) cue = { last: at + 1, role };
    }
    cues[at] = cue;
  }
  return cues;
}

/**
 * The role of the longest many-word entry; entries of one length are readings of one phrase. The
 * lexicon gives one phrase one reading, so the first of them tells all.
 */
function phraseRole(found: readonly Phrase[], language: FigureWords): Role | null {
  const longest = found[0];
  if (!longest) return null;
  let role = phrases.get(longest.reading);
  if (role === undefined) {
    const same = found.filter(({ last }) => last === longest.last);
    role = roleOf(
      same.map(({ reading }) => reading),
      language,
    );
    phrases.set(longest.reading, role);
  }
  return role;
}
