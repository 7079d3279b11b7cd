import type { TextLayer } from "../../text/layer.js";
import { markOf } from "../../text/marks.js";
import { perWord } from "../../text/per-word.js";
import type { Phrase, Reading } from "../../text/word.js";
import { type Role, roleOf } from "./role.js";

export type { CountedNoun, Flag, HarmWord, Role } from "./role.js";

/** What a word, or a many-word entry, does in a phrase that counts. */
export interface Cue {
  /** Token behind it. */
  readonly last: number;
  readonly role: Role;
}

const wordRole = perWord((word) => roleOf(word.readings));
const ROLE = markOf([], (word) => wordRole(word) !== null);
const phrases = new WeakMap<Reading, Role | null>();

/** Quantities and figures ask for the cues of one and the same text. */
const byLayer = new WeakMap<TextLayer, readonly (Cue | null)[]>();

/** What stands at each token; null for a word that plays no part. A many-word entry wins. */
export function readCues(layer: TextLayer): readonly (Cue | null)[] {
  let cues = byLayer.get(layer);
  if (!cues) {
    cues = makeCues(layer);
    byLayer.set(layer, cues);
  }
  return cues;
}

function makeCues(layer: TextLayer): readonly (Cue | null)[] {
  const cues: (Cue | null)[] = new Array(layer.tokens.length).fill(null);
  for (let at = 0; at < cues.length; at++) {
    const found = layer.phrases[at];
    const plays = ((layer.marks[at] ?? 0) & ROLE) !== 0;
    const word = layer.words[at];
    if (!word || (!found && !plays)) continue;
    let cue: Cue | null = null;
    if (found) {
      const role = phraseRole(found);
      const last = found[0]?.last;
      if (role && last !== undefined) cue = { last, role };
    }
    if (!cue && plays) {
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
function phraseRole(found: readonly Phrase[]): Role | null {
  const longest = found[0];
  if (!longest) return null;
  let role = phrases.get(longest.reading);
  if (role === undefined) {
    const same = found.filter(({ last }) => last === longest.last);
    role = roleOf(same.map(({ reading }) => reading));
    phrases.set(longest.reading, role);
  }
  return role;
}
