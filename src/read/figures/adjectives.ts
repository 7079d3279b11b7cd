import { nationality } from "../../gazetteer/gazetteer.js";
import type { FigureWords } from "../../lang/figure-words.js";
import type { TextLayer } from "../../text/layer.js";
import type { NumberAnnotation } from "../numbers/numbers.js";
import type { Cue } from "./cue.js";

/** Tells adjectives, which go on with a counted noun, from what opens a phrase of its own. */
export class Adjectives {
  constructor(
    private readonly layer: TextLayer,
    private readonly numberAt: readonly (NumberAnnotation | undefined)[],
    private readonly cues: readonly (Cue | null)[],
    private readonly words: FigureWords,
  ) {}

  /** An adjective: known as one, or an unknown word with the ending of one. */
  isAdjective(at: number): boolean {
    const token = this.layer.tokens[at];
    const word = this.layer.words[at];
    if (token?.kind !== "word" || !word || token.breaks > 0) return false;
    const cue = this.cues[at];
    if (cue && (cue.role.harm || cue.role.flags.has("verb") || cue.role.flags.has("preposition"))) {
      return false;
    }
    const { isAdjectival, mayBeJoined } = this.words.shapes;
    if (cue && (cue.role.conjunction || cue.role.preposition)) return false;
    if (cue?.role.affiliation && !cue.role.noun) return false;
    // 29 شخصا يخشى فقدانهم: feared, and no adjective.
    if (cue?.role.flags.has("possible")) return false;
    if (cue?.role.vague || this.numberAt[at] !== undefined || cue?.role.flags.has("clause"))
      return false;
    if (cue?.role.noun) {
      return cue.role.noun.sort === "person" && !cue.role.noun.kin && isAdjectival(token.form);
    }
    if (word.readings.some(({ entry }) => entry.pos === "adjective")) return true;
    if (word.readings.some(({ conjunction }) => conjunction !== "")) return false;
    if (token.form.length <= 3 || !isAdjectival(token.form)) return false;
    // شهيد لبناني: what a nation is called begins with any letter.
    return !mayBeJoined(token.form) || nationality(token.form) !== null;
  }

  /** A word for a kind of place that may be counted, with nothing joined in front. */
  isPlaceNoun(at: number): boolean {
    const best = this.layer.words[at]?.readings[0];
    const isWhole = best?.preposition === "" && best.conjunction === "";
    return isWhole && best.entry.classes.includes("place-word");
  }
}
