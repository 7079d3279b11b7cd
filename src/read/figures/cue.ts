import type { TextLayer } from "../../text/layer.js";
import { markOf } from "../../text/marks.js";
import { perWord } from "../../text/per-word.js";
import type { Reading } from "../../text/word.js";
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
const phrases = new WeakMap<Reading["entry"], Map<string, Role | null>>();

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
      // Longest first; entries of one length are readings of one phrase.
      const longest = found.filter(({ last }) => last === found[0]?.last);
      const role = phraseRole(longest.map(({ reading }) => reading));
      const last = longest[0]?.last;
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

/** Phrase readings are made anew in each text, so they are known by entry and form. */
function phraseRole(readings: readonly Reading[]): Role | null {
  const first = readings[0];
  if (!first) return null;
  const key = readings
    .map((r) => `${r.conjunction}${r.preposition}${r.article ? "+" : ""}${r.stem}${r.entry.lemma}`)
    .join("|");
  let known = phrases.get(first.entry);
  if (!known) {
    known = new Map();
    phrases.set(first.entry, known);
  }
  let role = known.get(key);
  if (role === undefined) {
    role = roleOf(readings);
    known.set(key, role);
  }
  return role;
}
