import type { FigureWords } from "../../lang/figure-words.js";
import type { LanguagePack } from "../../lang/pack.js";
import type { TextLayer } from "../../text/layer.js";
import { perWordOf } from "../../text/per-word.js";
import type { Word } from "../../text/word.js";
import type { NumberAnnotation } from "../numbers/numbers.js";
import { Befallen, isParent } from "./befallen.js";
import { CountedGroups, type Hedged } from "./counted-group.js";
import { type Cue, readCues } from "./cue.js";
import { NounCounts } from "./noun-count.js";
import { NounPhrases } from "./noun-phrase.js";
import { NumberLabels } from "./number-label.js";
import type { QuantityAnnotation } from "./quantity.js";
import { applyBound } from "./quantity-made.js";
import { Ranges } from "./ranges.js";
import { OPENING_MARK, SetApart } from "./set-apart.js";

export type { QuantityAnnotation } from "./quantity.js";

/**
 * Finds every counted group of the article, from left to right, none overlapping. A bare singular
 * noun of persons is given too (`plain`), since in `مقتل جندي` it counts one.
 */
export function readQuantities(
  layer: TextLayer,
  numbers: readonly NumberAnnotation[],
  { figures }: LanguagePack,
): QuantityAnnotation[] {
  const cues = readCues(layer, figures);
  const found: QuantityAnnotation[] = [];
  const reader = new QuantityReader(layer, numbers, cues, figures);
  for (const sentence of layer.sentences) {
    for (let at = sentence.first; at < sentence.last; ) {
      if (!reader.mayBegin(at)) {
        at++;
        continue;
      }
      const quantity = reader.read(at, sentence.last);
      if (quantity) found.push(quantity);
      at = quantity ? quantity.last : at + 1;
    }
  }
  return found;
}

/** A particle that may open a count, or who is told as another of those before: asked once of each word. */
const opensIn = perWordOf(
  ({ form }, { particles, othersTold }: FigureWords) =>
    particles.opensCount(form) || othersTold(form) !== null,
);

class QuantityReader {
  private readonly opens: (word: Word) => boolean;
  private readonly numberAt: readonly (NumberAnnotation | undefined)[];
  private readonly phrases: NounPhrases;
  private readonly nouns: NounCounts;
  private readonly setApart: SetApart;
  private readonly groups: CountedGroups;
  private readonly ranges: Ranges;
  private readonly befallen: Befallen;

  constructor(
    private readonly layer: TextLayer,
    numbers: readonly NumberAnnotation[],
    private readonly cues: readonly (Cue | null)[],
    private readonly words: FigureWords,
  ) {
    const numberAt: (NumberAnnotation | undefined)[] = new Array(layer.tokens.length);
    for (const number of numbers) numberAt[number.first] = number;
    this.numberAt = numberAt;
    this.opens = opensIn(words);
    this.phrases = new NounPhrases(layer, numberAt, cues, words);
    this.nouns = new NounCounts(layer, numberAt, cues, this.phrases, words);
    this.setApart = new SetApart(layer, numberAt);
    const labels = new NumberLabels(layer, cues, words);
    const { phrases, setApart } = this;
    this.groups = new CountedGroups(layer, numberAt, cues, phrases, labels, setApart, words);
    this.ranges = new Ranges(layer, numberAt, cues, phrases, labels, words, (at) =>
      this.groups.startsWithAnd(at),
    );
    this.befallen = new Befallen(layer, numberAt, cues, this.phrases, words);
  }

  /** A quick test that passes over most tokens. */
  mayBegin(at: number): boolean {
    if (this.numberAt[at] || ((this.layer.marks[at] ?? 0) & OPENING_MARK) !== 0) return true;
    const word = this.layer.words[at];
    if (word && this.opens(word)) return true;
    const role = this.cues[at]?.role;
    if (!role) return this.befallen.isBehindHarm(at);
    const { noun, vague, hedgeBefore, flags } = role;
    return (
      noun !== null ||
      vague !== null ||
      hedgeBefore !== null ||
      flags.has("number.one-of") ||
      this.befallen.isBehindHarm(at) ||
      isParent(flags)
    );
  }

  read(at: number, limit: number): QuantityAnnotation | null {
    const cue = this.cues[at];
    const number = this.numberAt[at];
    if (!cue && !number) {
      const nation = this.befallen.nation(at);
      if (nation) return nation;
      const range = this.ranges.at(at, limit);
      if (range) return range;
      return this.setApart.isBracketed(at) ? this.bare(at, limit) : this.joinedNumber(at, limit);
    }
    if (cue?.role.hedgeBefore && cue.last < limit) {
      const given = { first: at, bound: cue.role.hedgeBefore, hedge: cue };
      const hedged =
        this.groups.at(cue.last, limit, given) ?? this.hedgedDual(cue.last, limit, given);
      if (hedged) return hedged;
    }
    const range = this.ranges.at(at, limit);
    if (range) return range;
    const plain = this.bare(at, limit);
    if (plain) return plain;
    if (cue?.role.flags.has("number.one-of")) {
      const one = this.nouns.oneOf(at, limit, cue);
      if (one) return one;
    }
    const single = cue && (this.befallen.parent(at, cue) ?? this.befallen.other(at));
    if (single) return single;
    const nation = cue?.role.noun ? null : this.befallen.nation(at);
    if (nation) return nation;
    if (cue?.role.noun) return this.nouns.byNoun(at, limit, cue, cue.role.noun);
    return this.joinedNumber(at, limit);
  }

  private bare(at: number, limit: number): QuantityAnnotation | null {
    return this.groups.at(at, limit, { first: at, bound: null, hedge: null });
  }

  /** ما لا يقل عن شخصين. */
  private hedgedDual(
    at: number,
    limit: number,
    { first, bound, hedge }: Hedged & { readonly hedge: Cue },
  ): QuantityAnnotation | null {
    const cue = this.cues[at];
    const noun = cue?.role.noun;
    if (!cue || noun?.number !== "dual" || noun.article) return null;
    const dual = this.nouns.byNoun(at, limit, cue, noun);
    if (!dual) return null;
    const { conjunction, preposition } = hedge.role;
    const value = applyBound(dual.value.value, bound);
    return {
      ...dual,
      first,
      value: { ...dual.value, value, joined: conjunction === this.words.joined.and, preposition },
    };
  }

  /** و7 من عناصر: a conjunction or a preposition written on to digits. */
  private joinedNumber(at: number, limit: number): QuantityAnnotation | null {
    const form = this.layer.tokens[at]?.form ?? "";
    if (at + 1 >= limit || !this.words.shapes.isJoinedLetters(form)) return null;
    const isNext =
      this.layer.tokens[at + 1]?.kind === "number" || this.setApart.isBracketed(at + 1);
    if (!isNext && !this.cues[at + 1]) return null;
    const inner = this.read(at + 1, limit);
    if (!inner || inner.first !== at + 1 || inner.value.form === "singular") return null;
    const { and } = this.words.joined;
    const joined = form.startsWith(and) || inner.value.joined;
    const preposition = form.endsWith(and) ? inner.value.preposition : form.slice(-1);
    return { ...inner, first: at, value: { ...inner.value, joined, preposition } };
  }
}
