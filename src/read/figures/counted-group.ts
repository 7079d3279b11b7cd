import type { Value } from "../../core/contract.js";
import { exactly, vaguely } from "../../core/value.js";
import type { FigureWords } from "../../lang/figure-words.js";
import type { TextLayer } from "../../text/layer.js";
import type { NumberAnnotation } from "../numbers/numbers.js";
import type { Cue } from "./cue.js";
import type { NounPhrase, NounPhrases } from "./noun-phrase.js";
import type { NumberLabels } from "./number-label.js";
import type { Quantity, QuantityAnnotation } from "./quantity.js";
import { applyBound, type Bound, quantityOf } from "./quantity-made.js";
import type { SetApart } from "./set-apart.js";

/** Nouns of a body between those counted and the hedge. */
const BODY_NOUNS = 2;

const SCALES: ReadonlySet<number> = new Set([1e3, 1e6, 1e9]);

/** What stands in front of a count and bounds it. */
export interface Hedged {
  /** First token of the whole quantity. */
  readonly first: number;
  readonly bound: Bound;
  readonly hedge: Cue | null;
}

/** How many, before it is known of what. */
interface Amount {
  readonly value: Value;
  readonly form: Quantity["form"];
  /** Token behind it. */
  readonly last: number;
  readonly isBracketed: boolean;
  /** A vague count with its article. */
  readonly isDefinite: boolean;
}

/** Reads a number or a vague count word with the noun behind it and the hedge behind that. */
export class CountedGroups {
  constructor(
    private readonly layer: TextLayer,
    private readonly numberAt: readonly (NumberAnnotation | undefined)[],
    private readonly cues: readonly (Cue | null)[],
    private readonly phrases: NounPhrases,
    private readonly labels: NumberLabels,
    private readonly setApart: SetApart,
    private readonly words: FigureWords,
  ) {}

  at(at: number, limit: number, given: Hedged): QuantityAnnotation | null {
    const { first, hedge } = given;
    // "ما يقارب الـ50", "يقدر بـ 50": a clitic stands apart before digits.
    const isLoose = hedge !== null && this.words.shapes.standsBeforeDigits(this.form(at));
    // قرابة الـ 15 شهيدا: where the article is read with its number, the number begins there.
    const start = isLoose && !this.numberAt[at] ? at + 1 : at;
    const isBracketed = this.setApart.isBracketed(start);
    const from = isBracketed ? start + 1 : start;
    const number = this.numberAt[from];
    if (number?.value.kind === "percent") return this.percent(number, given);
    const amount = number
      ? this.amountOf(number, at, isBracketed, given)
      : this.vagueAmount(this.cues[from] ?? null);
    if (!amount) return null;
    let { bound } = given;
    const behindNumber = this.cues[amount.last];
    let nounAt = amount.last;
    if (amount.last < limit && behindNumber?.role.hedgeAfter) {
      bound ??= behindNumber.role.hedgeAfter;
      nounAt = behindNumber.last;
    }
    // شيع المئات جثمان الطفل: a vague count with its article governs no noun but behind "of".
    const isAlone = amount.isDefinite && !this.opensGroup(nounAt);
    const phrase = isAlone ? null : this.phrases.behindNumber(nounAt, limit);
    // A number alone in brackets numbers a list or tells an age, unless it stands behind its verb.
    // بلغت أكثر من (4500): so too behind a hedge.
    const isTold = hedge !== null || this.isGoverned(first) || this.isPart(first, amount.last);
    if (amount.isBracketed && !phrase?.noun && !isTold) return null;
    return this.made(amount, phrase, limit, { ...given, bound });
  }

  /** A conjunction is written on to the token. */
  startsWithAnd(at: number): boolean {
    const role = this.cues[at]?.role;
    if (role?.conjunction === this.words.joined.and) return true;
    const isSpelled = this.numberAt[at]?.value.spelled ?? false;
    return isSpelled && this.words.shapes.joinsNumber(this.form(at));
  }

  /** The quantity with the hedge, and the body, that may stand behind its noun. */
  private made(
    { value, form, last: numberLast }: Amount,
    phrase: NounPhrase | null,
    limit: number,
    { first, bound: given, hedge }: Hedged,
  ): QuantityAnnotation {
    let bound = given;
    const end = phrase?.last ?? numberLast;
    const behind = end < limit ? this.cues[end] : null;
    let last = end;
    let of: ReturnType<NounPhrases["groupOf"]> = null;
    if (behind?.role.hedgeAfter) {
      bound ??= behind.role.hedgeAfter;
      last = behind.last;
      // 12 عنصرا على الأقل من قوات النظام: the body stands behind the hedge.
      of = phrase?.noun ? this.phrases.groupOf(last, limit, phrase.noun) : null;
      if (of) last = of.last;
    }
    // 28 من مسلحي التنظيم على الأقل: whose they are stands before the hedge.
    const tail =
      phrase?.sort === "person" && !behind?.role.hedgeAfter ? this.bodyBefore(end, limit) : null;
    if (tail !== null) {
      bound ??= this.cues[tail]?.role.hedgeAfter ?? null;
      last = this.cues[tail]?.last ?? tail + 1;
    }
    const group = phrase && of ? { ...phrase, last: of.last, counted: of.counted } : phrase;
    const annotation = quantityOf(first, group, {
      value: applyBound(value, bound),
      form,
      rule: `quantity.${form}${bound ? `-${bound}` : ""}`,
      definite: this.cues[first]?.role.article ?? false,
      joined: this.startsWithAnd(first),
      preposition: hedge?.role.preposition ?? this.prepositionOf(first),
      numberLast: phrase ? numberLast : Math.max(numberLast, last),
    });
    return last > annotation.last ? { ...annotation, last } : annotation;
  }

  private amountOf(
    number: NumberAnnotation,
    at: number,
    isBracketed: boolean,
    { first, hedge }: Hedged,
  ): Amount | null {
    const { value: n, kind, spelled, decimal } = number.value;
    // نحو الـ50: digits with an article read as an ordinal; حتى الثالثة is one.
    const isArticle = kind === "ordinal" && !spelled && hedge !== null;
    if ((kind !== "cardinal" && !isArticle) || decimal || n <= 0) return null;
    // العادة (1) استيقظ: the number of an item, read inside its brackets.
    const isListed = this.setApart.isInBrackets(at, number.last) && !this.isGoverned(at - 1);
    if (this.labels.isLabel(number) || isListed) return null;
    // الواحد منهم is anyone of them.
    if (n === 1 && this.cues[number.first]?.role.article) return null;
    const isClosed = isBracketed || (hedge !== null && this.setApart.isQuoted(first, number.last));
    const last = isClosed ? number.last + 1 : number.last;
    // (167) مليون ريال: the scale stands behind the bracket.
    const scale = isBracketed ? this.scaleAt(last) : null;
    return {
      value: exactly(scale ? n * scale.value.value : n),
      form: "number",
      last: scale?.last ?? last,
      isBracketed,
      isDefinite: false,
    };
  }

  private vagueAmount(cue: Cue | null): Amount | null {
    const vague = cue?.role.vague;
    if (!cue || !vague) return null;
    return {
      value: vaguely(vague.min, vague.max),
      form: "vague",
      last: cue.last,
      isBracketed: false,
      isDefinite: cue.role.article,
    };
  }

  /** A share of a hundred counts nobody; it may be the change of a price. */
  private percent(
    { value, last }: NumberAnnotation,
    { first, bound }: Hedged,
  ): QuantityAnnotation | null {
    if (value.value < 0) return null;
    const made = quantityOf(first, null, {
      value: applyBound(exactly(value.value), bound),
      form: "number",
      rule: "quantity.percent",
      definite: false,
      joined: this.startsWithAnd(first),
      preposition: "",
      numberLast: last,
    });
    return { ...made, value: { ...made.value, sort: "not", unit: "percent" } };
  }

  private form(at: number): string {
    return this.layer.tokens[at]?.form ?? "";
  }

  /** من المدنيين, منهم, آخرين: what may stand behind العشرات; so may an adjective of it. */
  private opensGroup(at: number): boolean {
    const form = this.form(at);
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
      if (!this.words.shapes.isDefinite(this.form(to))) return null;
    }
    return null;
  }

  /** A bare thousand or million at the token. */
  private scaleAt(at: number): NumberAnnotation | null {
    const number = this.numberAt[at];
    const isScale = number?.value.spelled && SCALES.has(number.value.value);
    return isScale && number.last === at + 1 ? number : null;
  }

  /** منهم (8) في الرياض، و(2) في عرعر: official news tells the parts of a toll by numbers alone. */
  private isPart(first: number, last: number): boolean {
    const before = this.cues[first - 1]?.role.flags;
    if (before?.has("parts") || before?.has("count.of-them")) return true;
    const isJoined = this.form(first - 1) === this.words.joined.and;
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

  private prepositionOf(at: number): string {
    const role = this.cues[at]?.role;
    if (role?.preposition) return role.preposition;
    return this.numberAt[at]?.value.spelled ? this.words.shapes.prepositionOf(this.form(at)) : "";
  }
}
