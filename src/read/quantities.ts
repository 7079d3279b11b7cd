import type { Value } from "../core/contract.js";
import { exactly, vaguely } from "../core/value.js";
import type { FigureWords } from "../lang/figure-words.js";
import type { LanguagePack } from "../lang/pack.js";
import type { TextLayer } from "../text/layer.js";
import { markOf } from "../text/marks.js";
import { Befallen, isParent } from "./figures/befallen.js";
import { type Cue, readCues } from "./figures/cue.js";
import { NounCounts } from "./figures/noun-count.js";
import { NounPhrases } from "./figures/noun-phrase.js";
import { NumberLabels } from "./figures/number-label.js";
import type { Quantity, QuantityAnnotation } from "./figures/quantity.js";
import { applyBound, type Bound, quantityOf } from "./figures/quantity-made.js";
import { Ranges } from "./figures/ranges.js";
import type { NumberAnnotation } from "./numbers.js";

export type { QuantityAnnotation } from "./figures/quantity.js";

/** Marks round a number that official news sets apart: (15) جنديا, "600" شخص, /31/ مصابا, [12] شهيدا. */
const CLOSING: ReadonlyMap<string, string> = new Map([
  ["(", ")"],
  ['"', '"'],
  ["«", "»"],
  ["“", "”"],
  ["[", "]"],
  ["/", "/"],
]);

/** One that opens. */
const OPENING = markOf([], ({ form }) => CLOSING.has(form));

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

class QuantityReader {
  private readonly numberAt: readonly (NumberAnnotation | undefined)[];
  private readonly phrases: NounPhrases;
  private readonly nouns: NounCounts;
  private readonly labels: NumberLabels;
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
    this.phrases = new NounPhrases(layer, numberAt, cues, words);
    this.nouns = new NounCounts(layer, numberAt, cues, this.phrases, words);
    this.labels = new NumberLabels(layer, cues, words);
    this.ranges = new Ranges(layer, numberAt, cues, this.phrases, this.labels, words, (at) =>
      this.startsWithAnd(at),
    );
    this.befallen = new Befallen(layer, numberAt, cues, this.phrases, words);
  }

  /** A quick test that passes over most tokens. */
  mayBegin(at: number): boolean {
    if (this.numberAt[at] || ((this.layer.marks[at] ?? 0) & OPENING) !== 0) return true;
    const form = this.layer.tokens[at]?.form ?? "";
    if (this.words.particles.opensCount(form) || this.words.othersTold(form) !== null) return true;
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
      return this.isBracketed(at)
        ? this.counted(at, limit, null, at, null)
        : this.joinedNumber(at, limit);
    }
    if (cue?.role.hedgeBefore && cue.last < limit) {
      const hedged =
        this.counted(cue.last, limit, cue.role.hedgeBefore, at, cue) ??
        this.hedgedDual(cue.last, limit, cue.role.hedgeBefore, at, cue);
      if (hedged) return hedged;
    }
    const range = this.ranges.at(at, limit);
    if (range) return range;
    const plain = this.counted(at, limit, null, at, null);
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

  /** ما لا يقل عن شخصين. */
  private hedgedDual(
    at: number,
    limit: number,
    bound: Bound,
    first: number,
    hedge: Cue,
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
    const isNext = this.layer.tokens[at + 1]?.kind === "number" || this.isBracketed(at + 1);
    if (!isNext && !this.cues[at + 1]) return null;
    const inner = this.read(at + 1, limit);
    if (!inner || inner.first !== at + 1 || inner.value.form === "singular") return null;
    const { and } = this.words.joined;
    const joined = form.startsWith(and) || inner.value.joined;
    const preposition = form.endsWith(and) ? inner.value.preposition : form.slice(-1);
    return { ...inner, first: at, value: { ...inner.value, joined, preposition } };
  }

  /** A number or a vague count word, with the noun behind it. */
  private counted(
    at: number,
    limit: number,
    bound: Bound,
    first: number,
    hedge: Cue | null,
  ): QuantityAnnotation | null {
    let start = at;
    // "ما يقارب الـ50", "يقدر بـ 50": a clitic stands apart before digits.
    const loose = this.layer.tokens[start]?.form ?? "";
    // قرابة الـ 15 شهيدا: where the article is read with its number, the number begins there.
    if (hedge && this.words.shapes.standsBeforeDigits(loose) && !this.numberAt[start]) start++;
    const bracketed = this.isBracketed(start);
    if (bracketed) start++;
    const number = this.numberAt[start];
    const cue = this.cues[start];
    let value: Value;
    let numberLast: number;
    let form: Quantity["form"];
    if (number?.value.kind === "percent") return this.percent(number, first, bound);
    if (number) {
      const n = number.value.value;
      // نحو الـ50: digits with an article read as an ordinal; حتى الثالثة is one.
      const { kind, spelled } = number.value;
      const ordinalArticle = kind === "ordinal" && !spelled && hedge !== null;
      if ((number.value.kind !== "cardinal" && !ordinalArticle) || number.value.decimal || n <= 0) {
        return null;
      }
      if (this.labels.isLabel(number) || this.isListed(at, number.last)) return null;
      // الواحد منهم is anyone of them.
      if (n === 1 && cue?.role.article) return null;
      const closed = bracketed || (hedge !== null && this.isQuoted(first, number.last));
      numberLast = closed ? number.last + 1 : number.last;
      // (167) مليون ريال: the scale stands behind the bracket.
      const scale = bracketed ? this.scaleAt(numberLast) : null;
      value = exactly(scale ? n * scale.value.value : n);
      if (scale) numberLast = scale.last;
      form = "number";
    } else if (cue?.role.vague) {
      value = vaguely(cue.role.vague.min, cue.role.vague.max);
      numberLast = cue.last;
      form = "vague";
    } else return null;
    let hedged = bound;
    const behindNumber = this.cues[numberLast];
    let nounAt = numberLast;
    if (numberLast < limit && behindNumber?.role.hedgeAfter) {
      hedged ??= behindNumber.role.hedgeAfter;
      nounAt = behindNumber.last;
    }
    // شيع المئات جثمان الطفل: a vague count with its article governs no noun but behind "of".
    const isAlone = form === "vague" && cue?.role.article === true && !this.opensGroup(nounAt);
    const phrase = isAlone ? null : this.phrases.behindNumber(nounAt, limit);
    // A number alone in brackets numbers a list or tells an age, unless it stands behind its verb.
    // بلغت أكثر من (4500): so too behind a hedge.
    const governed = hedge !== null || this.isGoverned(first) || this.isPart(first, numberLast);
    if (bracketed && !phrase?.noun && !governed) return null;
    const end = phrase?.last ?? numberLast;
    const behind = end < limit ? this.cues[end] : null;
    let last = end;
    let of: ReturnType<NounPhrases["groupOf"]> = null;
    if (behind?.role.hedgeAfter) {
      hedged ??= behind.role.hedgeAfter;
      last = behind.last;
      // 12 عنصرا على الأقل من قوات النظام: the body stands behind the hedge.
      of = phrase?.noun ? this.phrases.groupOf(last, limit, phrase.noun) : null;
      if (of) last = of.last;
    }
    // 28 من مسلحي التنظيم على الأقل: whose they are stands before the hedge.
    const tail =
      phrase?.sort === "person" && !behind?.role.hedgeAfter ? this.bodyBefore(end, limit) : null;
    if (tail !== null) {
      hedged ??= this.cues[tail]?.role.hedgeAfter ?? null;
      last = this.cues[tail]?.last ?? tail + 1;
    }
    const lead = this.cues[first]?.role ?? null;
    const group = phrase && of ? { ...phrase, last: of.last, counted: of.counted } : phrase;
    const annotation = quantityOf(first, group, {
      value: applyBound(value, hedged),
      form,
      rule: `quantity.${form}${hedged ? `-${hedged}` : ""}`,
      definite: lead?.article ?? false,
      joined: this.startsWithAnd(first),
      preposition: hedge?.role.preposition ?? this.prepositionOf(first),
      numberLast: phrase ? numberLast : Math.max(numberLast, last),
    });
    return last > annotation.last ? { ...annotation, last } : annotation;
  }

  /** من المدنيين, منهم, آخرين: what may stand behind العشرات; so may an adjective of it. */
  private opensGroup(at: number): boolean {
    const form = this.layer.tokens[at]?.form ?? "";
    const flags = this.cues[at]?.role.flags;
    return (
      this.words.particles.isOf(form) ||
      this.words.shapes.isDefinite(form) ||
      flags?.has("count.of-them") === true ||
      flags?.has("count.others") === true
    );
  }

  /** The hedge behind one or two definite nouns: من مسلحي التنظيم على الأقل; null where none stands there. */
  private bodyBefore(at: number, limit: number): number | null {
    for (let to = at; to < Math.min(limit, at + BODY_NOUNS + 1); to++) {
      if (to > at && this.cues[to]?.role.hedgeAfter) return to;
      if (!this.words.shapes.isDefinite(this.layer.tokens[to]?.form ?? "")) return null;
    }
    return null;
  }

  /** استشهاد (15) جنديا: official news puts its numbers in brackets. */
  private isBracketed(at: number): boolean {
    const { tokens } = this.layer;
    const close = CLOSING.get(tokens[at]?.form ?? "");
    if (!close) return false;
    const number = this.numberAt[at + 1];
    if (number?.value.kind !== "cardinal" || tokens[number.last]?.form !== close) return false;
    // 2020/10/26: between strokes on both sides of which digits stand, it is part of a date.
    return tokens[at - 1]?.kind !== "number" && tokens[number.last + 1]?.kind !== "number";
  }

  /** مقتل "أكثر من 190" صحفيا: the hedge and its number stand in quotes together. */
  private isQuoted(first: number, last: number): boolean {
    const { tokens } = this.layer;
    const close = CLOSING.get(tokens[first - 1]?.form ?? "");
    return close !== undefined && close !== ")" && tokens[last]?.form === close;
  }

  /** A bare thousand or million at the token. */
  private scaleAt(at: number): NumberAnnotation | null {
    const number = this.numberAt[at];
    const isScale = number?.value.spelled && SCALES.has(number.value.value);
    return isScale && number.last === at + 1 ? number : null;
  }

  /** العادة (1) استيقظ: the number of an item, read inside its brackets. */
  private isListed(first: number, last: number): boolean {
    const { tokens } = this.layer;
    return (
      tokens[first - 1]?.form === "(" && tokens[last]?.form === ")" && !this.isGoverned(first - 1)
    );
  }

  /** منهم (8) في الرياض، و(2) في عرعر: official news tells the parts of a toll by numbers alone. */
  private isPart(first: number, last: number): boolean {
    const before = this.cues[first - 1]?.role.flags;
    if (before?.has("parts") || before?.has("count.of-them")) return true;
    const isJoined = this.layer.tokens[first - 1]?.form === this.words.joined.and;
    return isJoined && this.cues[last]?.role.flags.has("preposition") === true;
  }

  /** A harm word, or the preposition it takes, stands right before. */
  private isGoverned(at: number): boolean {
    for (let to = at - 1; to >= at - 2; to--) {
      const cue = this.cues[to];
      if (cue?.role.harm && cue.last === at) return true;
    }
    return false;
  }

  /** A share of a hundred counts nobody; it may be the change of a price. */
  private percent(
    number: NumberAnnotation,
    first: number,
    bound: Bound,
  ): QuantityAnnotation | null {
    if (number.value.value < 0) return null;
    const made = quantityOf(first, null, {
      value: applyBound(exactly(number.value.value), bound),
      form: "number",
      rule: "quantity.percent",
      definite: false,
      joined: this.startsWithAnd(first),
      preposition: "",
      numberLast: number.last,
    });
    return { ...made, value: { ...made.value, sort: "not", unit: "percent" } };
  }

  private startsWithAnd(at: number): boolean {
    const role = this.cues[at]?.role;
    if (role?.conjunction === this.words.joined.and) return true;
    const number = this.numberAt[at];
    const form = this.layer.tokens[at]?.form ?? "";
    return (number?.value.spelled ?? false) && this.words.shapes.joinsNumber(form);
  }

  private prepositionOf(at: number): string {
    const role = this.cues[at]?.role;
    if (role?.preposition) return role.preposition;
    const number = this.numberAt[at];
    const form = this.layer.tokens[at]?.form ?? "";
    return number?.value.spelled ? this.words.shapes.prepositionOf(form) : "";
  }
}

/** Nouns of a body between those counted and the hedge. */
const BODY_NOUNS = 2;

const SCALES: ReadonlySet<number> = new Set([1e3, 1e6, 1e9]);
