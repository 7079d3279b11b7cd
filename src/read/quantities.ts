import type { Measure, Value } from "../core/contract.js";
import { about, atLeast, atMost, between, exactly, vaguely } from "../core/value.js";
import type { LanguagePack } from "../lang/pack.js";
import type { Annotation, TextLayer } from "../text/layer.js";
import { type CountedNoun, type Cue, readCues } from "./figures/cue.js";
import type { NumberAnnotation } from "./numbers.js";

/** A counted group as a noun phrase: how many, and of what. What befell them is told by figures. */
export interface Quantity {
  readonly value: Value;
  /** What says how many: a number, a vague word, the dual, أحد, or the singular itself. */
  readonly form: "number" | "vague" | "dual" | "one-of" | "singular";
  /** Null for a bare number (`إصابة 20`); `unknown` for a noun no lexicon has. */
  readonly sort: CountedNoun["sort"] | "unknown" | null;
  /** English noun for the counted; null where no noun tells. */
  readonly counted: string | null;
  readonly unit: string;
  /** Carried by the noun itself: 12 قتيلا. */
  readonly measure: Measure | null;
  /** Tokens of the counted noun phrase `[first, last)`; null where there is none. */
  readonly group: readonly [first: number, last: number] | null;
  /** Says آخرين: of those counted before, but not the same ones. */
  readonly others: boolean;
  /** Says منهم: some of those counted before. */
  readonly ofThem: boolean;
  readonly definite: boolean;
  /** A و in front joins it to what stands before. */
  readonly joined: boolean;
  /** A preposition joined in front: ب ل ك, else empty. */
  readonly preposition: string;
  readonly crowd: boolean;
  readonly event: boolean;
  readonly kin: boolean;
  /** The noun is singular and bare: counted only where a clause tells of a victim. */
  readonly plain: boolean;
  /** A case of a medical report (حالة). */
  readonly medicalCase: boolean;
}

export type QuantityAnnotation = Annotation<Quantity>;

/** No more adjectives than this follow a counted noun. */
const MOST_ADJECTIVES = 3;

/**
 * Finds every counted group of the article, from left to right, none overlapping. A bare singular
 * noun of persons is given too (`plain`), since in `مقتل جندي` it counts one.
 */
export function readQuantities(
  layer: TextLayer,
  numbers: readonly NumberAnnotation[],
  _pack: LanguagePack,
  cues: readonly (Cue | null)[] = readCues(layer),
): QuantityAnnotation[] {
  const found: QuantityAnnotation[] = [];
  const reader = new QuantityReader(layer, numbers, cues);
  for (const sentence of layer.sentences) {
    for (let at = sentence.first; at < sentence.last; ) {
      const quantity = reader.read(at, sentence.last);
      if (quantity) found.push(quantity);
      at = quantity ? quantity.last : at + 1;
    }
  }
  return found;
}

/** The noun behind a number, with its modifiers. */
interface NounPhrase {
  readonly first: number;
  /** Behind the noun itself. */
  readonly nounLast: number;
  /** Behind adjectives and complements. */
  readonly last: number;
  readonly sort: Quantity["sort"];
  readonly noun: CountedNoun | null;
  readonly counted: string | null;
  readonly measure: Measure | null;
  readonly others: boolean;
  readonly ofThem: boolean;
}

type Bound = "min" | "max" | "about" | null;

class QuantityReader {
  private readonly numberAt: (NumberAnnotation | undefined)[];

  constructor(
    private readonly layer: TextLayer,
    numbers: readonly NumberAnnotation[],
    private readonly cues: readonly (Cue | null)[],
  ) {
    this.numberAt = new Array(layer.tokens.length);
    for (const number of numbers) this.numberAt[number.first] = number;
  }

  read(at: number, limit: number): QuantityAnnotation | null {
    const cue = this.cues[at];
    const number = this.numberAt[at];
    if (!cue && !number) return this.joinedNumber(at, limit);
    if (cue?.role.hedgeBefore && cue.last < limit) {
      const hedged =
        this.counted(cue.last, limit, cue.role.hedgeBefore, at, cue) ??
        this.hedgedDual(cue.last, limit, cue.role.hedgeBefore, at, cue);
      if (hedged) return hedged;
    }
    const range = this.range(at, limit);
    if (range) return range;
    const plain = this.counted(at, limit, null, at, null);
    if (plain) return plain;
    if (cue?.role.flags.has("number.one-of")) {
      const one = this.oneOf(at, limit, cue);
      if (one) return one;
    }
    const other = cue && OTHERS.get(this.layer.tokens[at]?.form ?? "");
    if (other && this.cues[at - 1]?.role.harm) {
      return this.annotate(at, this.bare(at, at + 1, { others: true }), {
        value: exactly(other),
        form: other === 1 ? "one-of" : "dual",
        rule: "quantity.other",
        definite: false,
        joined: false,
        preposition: "",
        numberLast: at + 1,
      });
    }
    if (cue?.role.noun) return this.byNoun(at, limit, cue, cue.role.noun);
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
    const dual = this.byNoun(at, limit, cue, noun);
    if (!dual) return null;
    const { conjunction, preposition } = hedge.role;
    const value = applyBound(dual.value.value, bound);
    return {
      ...dual,
      first,
      value: { ...dual.value, value, joined: conjunction === "و", preposition },
    };
  }

  /** و7 من عناصر: a conjunction or a preposition written on to digits. */
  private joinedNumber(at: number, limit: number): QuantityAnnotation | null {
    const form = this.layer.tokens[at]?.form;
    if (at + 1 >= limit || (form !== "و" && form !== "ب" && form !== "ل" && form !== "وب")) {
      return null;
    }
    if (this.layer.tokens[at + 1]?.kind !== "number" && !this.cues[at + 1]) return null;
    const inner = this.read(at + 1, limit);
    if (!inner || inner.first !== at + 1 || inner.value.form === "singular") return null;
    const joined = form.startsWith("و") || inner.value.joined;
    const preposition = form.endsWith("و") ? inner.value.preposition : form.slice(-1);
    return { ...inner, first: at, value: { ...inner.value, joined, preposition } };
  }

  /** بين عشرة وخمسة عشر جنديا, من 10 إلى 15 جنديا. */
  private range(at: number, limit: number): QuantityAnnotation | null {
    const form = this.layer.tokens[at]?.form;
    const isBetween = form === "بين" || form === "وبين";
    if (!isBetween && form !== "من") return null;
    const low = this.numberAt[at + 1];
    if (low?.value.kind !== "cardinal" || low.last + 1 >= limit) return null;
    const link = this.layer.tokens[low.last]?.form;
    let high = this.numberAt[low.last + 1];
    if (isBetween) {
      const direct = this.numberAt[low.last];
      if (direct && link?.startsWith("و")) high = direct;
      else if (link !== "و" && link !== "الي") return null;
    } else if (link !== "الي") return null;
    if (high?.value.kind !== "cardinal" || high.value.value <= low.value.value) return null;
    const phrase = this.nounPhrase(high.last, limit);
    if (!phrase?.noun && phrase?.sort !== "unknown") return null;
    return this.annotate(at, phrase, {
      value: between(low.value.value, high.value.value),
      form: "number",
      rule: "quantity.range",
      definite: false,
      joined: form?.startsWith("و") ?? false,
      preposition: "",
      numberLast: high.last,
    });
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
    const loose = this.layer.tokens[start]?.form;
    if (hedge && (loose === "ال" || loose === "ب")) start++;
    const number = this.numberAt[start];
    const cue = this.cues[start];
    let value: Value;
    let numberLast: number;
    let form: Quantity["form"];
    if (number) {
      const n = number.value.value;
      const ordinalArticle = number.value.kind === "ordinal" && hedge !== null;
      if ((number.value.kind !== "cardinal" && !ordinalArticle) || number.value.decimal || n <= 0) {
        return null;
      }
      if (this.isLabel(number)) return null;
      // الواحد منهم is anyone of them.
      if (n === 1 && cue?.role.article) return null;
      value = exactly(n);
      numberLast = number.last;
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
    const phrase = this.nounPhrase(nounAt, limit);
    const end = phrase?.last ?? numberLast;
    const behind = end < limit ? this.cues[end] : null;
    let last = end;
    if (behind?.role.hedgeAfter) {
      hedged ??= behind.role.hedgeAfter;
      last = behind.last;
    }
    const lead = this.cues[first]?.role ?? null;
    const annotation = this.annotate(first, phrase, {
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

  private startsWithAnd(at: number): boolean {
    const role = this.cues[at]?.role;
    if (role?.conjunction === "و") return true;
    const number = this.numberAt[at];
    const form = this.layer.tokens[at]?.form ?? "";
    return number !== undefined && number.value.spelled && /^و(?!اح)/.test(form);
  }

  private prepositionOf(at: number): string {
    const role = this.cues[at]?.role;
    if (role?.preposition) return role.preposition;
    const number = this.numberAt[at];
    const form = this.layer.tokens[at]?.form ?? "";
    const match = number?.value.spelled ? /^[وف]?([بلك])/.exec(form) : null;
    return match?.[1] ?? "";
  }

  /** True where the number names or measures: a year, a score, a type, a clock, a unit of an army. */
  private isLabel(number: NumberAnnotation): boolean {
    const { tokens } = this.layer;
    const before = tokens[number.first - 1];
    const token = tokens[number.first];
    const behind = tokens[number.last];
    if (!token) return true;
    if (number.value.kind === "cardinal" && token.kind === "number") {
      if (before && !token.spaced && before.kind === "punct" && /^[-/:–.]$/.test(before.form)) {
        const earlier = tokens[number.first - 2];
        if (before.form !== "-" || (earlier && !before.spaced)) return true;
      }
      if (before?.kind === "word" && /^[a-z]+$/.test(before.form)) return true;
      if (behind && !behind.spaced && /^[-/:–%°]$/.test(behind.form)) return true;
      if (behind && /^[-/:]$/.test(behind.form) && tokens[number.last + 1]?.kind === "number") {
        return true;
      }
    }
    if (this.cues[number.last]?.role.flags.has("month")) return true;
    const label = this.cues[number.first - 1]?.role.flags.has("number.label") ?? false;
    const n = number.value.value;
    const noun = this.cues[number.last]?.role.noun ?? null;
    const isYear = token.kind === "number" && ((n >= 1900 && n < 2100) || (n > 1400 && n < 1460));
    if (isYear && (label || (!noun && token.form.length === 4))) return this.isBareYear(number);
    // الأسابيع الثلاثة, يوم الاثنين: with the article and no noun behind, it points back.
    if (this.cues[number.first]?.role.article && !noun) return true;
    // "يوم 3 أشخاص" is no date where a counted noun follows.
    return label && !this.cues[number.last]?.role.noun;
  }

  /** A year, unless what is behind it can be counted: 2015 من الجنود, 2014 قتيلا. */
  private isBareYear(number: NumberAnnotation): boolean {
    const before = this.cues[number.first - 1]?.role.flags;
    if (before?.has("number.label")) return true;
    const next = this.layer.tokens[number.last];
    return next === undefined || next.kind !== "word" || next.form !== "من";
  }

  /** What stands behind a number: a noun, من and a definite noun, منهم, آخرين. */
  private nounPhrase(at: number, limit: number): NounPhrase | null {
    if (at >= limit) return null;
    const token = this.layer.tokens[at];
    if (!token || token.breaks > 1) return null;
    const cue = this.cues[at] ?? null;
    const role = cue?.role ?? null;
    if (token.kind === "punct") return this.quoted(at, limit);
    if (role?.flags.has("count.of-them")) {
      return this.bare(at, at + 1, { ofThem: true });
    }
    if (role?.flags.has("count.others") && !role.conjunction) {
      return this.bare(at, at + 1, { others: true });
    }
    if (token.form === "من") return this.partitive(at, limit);
    const noun = role?.noun ?? null;
    if (noun && cue) {
      if (noun.conjunction || noun.preposition) return null;
      return this.complete(at, cue.last, limit, noun);
    }
    return this.unknownNoun(at, limit);
  }

  private quoted(_at: number, _limit: number): NounPhrase | null {
    return null;
  }

  private bare(
    first: number,
    last: number,
    says: { others?: boolean; ofThem?: boolean },
  ): NounPhrase {
    return {
      first,
      nounLast: last,
      last,
      sort: null,
      noun: null,
      counted: null,
      measure: null,
      others: says.others ?? false,
      ofThem: says.ofThem ?? false,
    };
  }

  /** 3 من أفراد المقاومة, أربعة من عناصرها, 43 من الحوثيين. */
  private partitive(at: number, limit: number): NounPhrase | null {
    const next = at + 1;
    if (next >= limit) return null;
    const cue = this.cues[next];
    const token = this.layer.tokens[next];
    if (token?.kind !== "word") return null;
    const noun = cue?.role.noun ?? null;
    if (noun && cue && (noun.article || noun.enclitic !== "" || noun.number !== "singular")) {
      if (noun.sort === "not" || noun.sort === "thing") return null;
      const phrase = this.complete(next, cue.last, limit, noun);
      return { ...phrase, first: at };
    }
    // سبعة من أسرة واحدة.
    if (noun && cue && noun.unit === "families") {
      return { ...this.bare(at, cue.last, {}), sort: "person", counted: "persons" };
    }
    if (cue?.role.affiliation) {
      const last = this.bodiesBehind(cue.last, limit);
      return { ...this.bare(at, last, {}), sort: "person", counted: cue.role.affiliation };
    }
    return null;
  }

  /** ميليشيات الحوثي وقوات صالح: the bodies named on behind the first. */
  private bodiesBehind(at: number, limit: number): number {
    let last = at;
    for (let steps = 0; steps < MOST_ADJECTIVES && last < limit; steps++) {
      const cue = this.cues[last];
      if (cue?.role.affiliation && !cue.role.preposition) last = cue.last;
      else if (this.isAdjective(last)) last++;
      else break;
    }
    return last;
  }

  /** A noun with its adjectives and the group it is of. */
  private complete(first: number, nounLast: number, limit: number, noun: CountedNoun): NounPhrase {
    let last = nounLast;
    let others = false;
    let counted = noun.counted;
    let { measure } = noun;
    for (let steps = 0; steps < MOST_ADJECTIVES && last < limit; steps++) {
      const cue = this.cues[last];
      const flags = cue?.role.flags;
      const isOther = flags?.has("count.others") && !flags.has("part.other");
      if (isOther && !cue?.role.conjunction) others = true;
      else if (!this.isAdjective(last)) break;
      const refined = cue?.role.noun;
      if (refined?.sort === "person" && refined.counted !== "persons" && !noun.kin) {
        if (noun.generic || noun.sort === "victim" || counted === "persons") {
          counted = refined.counted;
        }
      }
      last++;
    }
    // قتيلا وجريحا, القتلى والجرحى: dead and wounded told together.
    const second = last < limit ? this.cues[last]?.role.noun : null;
    if (
      noun.sort === "victim" &&
      second?.sort === "victim" &&
      second.conjunction === "و" &&
      second.measure !== measure &&
      second.number === noun.number &&
      second.article === noun.article &&
      second.number !== "dual" &&
      isHarm(measure) &&
      isHarm(second.measure) &&
      this.numberAt[last + 1] === undefined
    ) {
      measure = "casualties";
      last++;
      while (last < limit && last < nounLast + 1 + MOST_ADJECTIVES && this.isAdjective(last)) {
        const refined = this.cues[last]?.role.noun;
        if (refined?.sort === "person" && counted === "persons") counted = refined.counted;
        last++;
      }
    }
    const of = this.groupOf(last, limit, noun);
    if (of) {
      counted = of.counted;
      last = of.last;
    }
    return {
      first,
      nounLast,
      last,
      sort: noun.sort,
      noun,
      counted,
      measure,
      others,
      ofThem: last < limit && (this.cues[last]?.role.flags.has("count.of-them") ?? false),
    };
  }

  /** The body or group a generic noun belongs to: من الجيش التركي, الشرطة, من المدنيين. */
  private groupOf(
    at: number,
    limit: number,
    noun: CountedNoun,
  ): { counted: string; last: number } | null {
    if (!noun.generic && noun.sort !== "victim") return null;
    const isOf = this.layer.tokens[at]?.form === "من";
    const start = isOf ? at + 1 : at;
    if (start >= limit) return null;
    // من عناصر الشرطة: the body stands behind one more noun.
    for (let next = start; next < Math.min(start + 2, limit); next++) {
      const cue = this.cues[next];
      if (!cue || cue.role.conjunction) return null;
      if (cue.role.affiliation && !cue.role.preposition && (isOf || noun.generic)) {
        return { counted: cue.role.affiliation, last: this.bodiesBehind(cue.last, limit) };
      }
      const person = cue.role.noun;
      if (person?.sort === "person" && person.generic && isOf) continue;
      if (person?.sort === "person" && (person.article || person.enclitic) && isOf) {
        if (!person.generic) return { counted: person.counted, last: cue.last };
        continue;
      }
      return null;
    }
    return null;
  }

  /** An adjective: known as one, or an unknown word with the ending of one. */
  private isAdjective(at: number): boolean {
    const token = this.layer.tokens[at];
    const word = this.layer.words[at];
    if (token?.kind !== "word" || !word || token.breaks > 0) return false;
    const cue = this.cues[at];
    if (cue && (cue.role.harm || cue.role.flags.has("verb") || cue.role.flags.has("preposition"))) {
      return false;
    }
    if (cue && (cue.role.conjunction || cue.role.preposition || cue.role.affiliation)) return false;
    if (cue?.role.vague || this.numberAt[at] !== undefined || cue?.role.flags.has("clause"))
      return false;
    if (cue?.role.noun) {
      return cue.role.noun.sort === "person" && !cue.role.noun.kin && ADJECTIVAL.test(token.form);
    }
    if (word.readings.some(({ entry }) => entry.pos === "adjective")) return true;
    if (word.readings.some(({ conjunction }) => conjunction !== "")) return false;
    return token.form.length > 3 && ADJECTIVAL.test(token.form) && !/^[وبل]/.test(token.form);
  }

  private unknownNoun(at: number, limit: number): NounPhrase | null {
    const token = this.layer.tokens[at];
    if (token?.kind !== "word" || at >= limit) return null;
    const cue = this.cues[at];
    if (cue) {
      const { flags, harm, affiliation, conjunction, preposition } = cue.role;
      if (harm || affiliation || conjunction || preposition) return null;
      for (const flag of CLOSED) if (flags.has(flag)) return null;
      if (flags.has("verb")) return null;
    }
    if (/^[وبفل]?ال/.test(token.form) || /^(لل|في)/.test(token.form)) return null;
    if (token.form.length < 3) return null;
    const readings = this.layer.words[at]?.readings ?? [];
    const whole = readings.some((r) => r.preposition === "" && r.conjunction === "");
    // A word that only reads as joined to something opens a phrase of its own.
    if (!whole && (readings.length > 0 || token.form.startsWith("و"))) return null;
    let last = at + 1;
    while (last < limit && last < at + 1 + MOST_ADJECTIVES && this.isAdjective(last)) last++;
    return {
      ...this.bare(at, at + 1, { others: false }),
      last,
      sort: "unknown",
    };
  }

  /** أحد وجهاء القبيلة, إحدى النساء: one of several. */
  private oneOf(at: number, limit: number, cue: Cue): QuantityAnnotation | null {
    if (cue.role.article || cue.last >= limit || this.numberAt[at] !== undefined) return null;
    const next = this.cues[cue.last];
    const noun = next?.role.noun;
    if (!next || !noun || noun.number === "singular" || noun.preposition || noun.conjunction) {
      return null;
    }
    const phrase = this.complete(cue.last, next.last, limit, noun);
    return this.annotate(at, phrase, {
      value: exactly(1),
      form: "one-of",
      rule: "quantity.one-of",
      definite: false,
      joined: cue.role.conjunction === "و",
      preposition: cue.role.preposition,
      numberLast: cue.last,
    });
  }

  /** A noun that counts by its own form: dual, or singular where a clause tells of a victim. */
  private byNoun(
    at: number,
    limit: number,
    cue: Cue,
    noun: CountedNoun,
  ): QuantityAnnotation | null {
    if (noun.sort === "not") return null;
    const behind = this.numberAt[cue.last];
    const small =
      behind?.value.kind === "cardinal" && behind.value.spelled ? behind.value.value : 0;
    const phrase = this.complete(at, cue.last, limit, noun);
    const make = (value: number, form: Quantity["form"], last: number): QuantityAnnotation => {
      const made = this.annotate(at, phrase, {
        value: exactly(value),
        form,
        rule: `quantity.${form}`,
        definite: noun.article,
        joined: noun.conjunction === "و",
        preposition: noun.preposition,
        numberLast: at,
      });
      const end = Math.max(made.last, last);
      const after = end < limit ? this.cues[end] : null;
      if (!after?.role.hedgeAfter) return { ...made, last: end };
      const hedged = applyBound(exactly(value), after.role.hedgeAfter);
      return { ...made, last: after.last, value: { ...made.value, value: hedged } };
    };
    // شخصين اثنين, مدنيين اثنين, جندي واحد, جندي أفغاني واحد.
    if (behind && small === 2 && noun.number !== "singular" && !noun.article) {
      return make(2, "number", behind.last);
    }
    const later = this.numberAt[phrase.last];
    const isTwo =
      later?.value.spelled && later.value.kind === "cardinal" && later.value.value === 2;
    if (isTwo && noun.number === null && phrase.last > cue.last)
      return make(2, "number", later.last);
    if (later?.value.spelled && later.value.value === 1 && noun.number === "singular") {
      return make(1, "number", later.last);
    }
    if (noun.number === "dual") {
      if (noun.enclitic !== "" && !noun.kin) return null;
      return make(2, "dual", phrase.last);
    }
    if (noun.number !== "singular" || noun.sort === "thing") return null;
    if (noun.enclitic !== "" && !noun.kin) return null;
    // المدني in الدفاع المدني is an adjective; right behind a harm word it is a person.
    if (noun.article && !noun.kin && !this.cues[at - 1]?.role.harm) return null;
    // وإصابة governs what follows, unless it is told how grave it is (إصابة خطيرة).
    if (cue.role.harm && !this.isGrave(cue.last, limit)) return null;
    return make(1, "singular", phrase.last);
  }

  private isGrave(at: number, limit: number): boolean {
    return at < limit && (this.cues[at]?.role.flags.has("grave") ?? false);
  }

  private annotate(
    first: number,
    phrase: NounPhrase | null,
    made: {
      readonly value: Value;
      readonly form: Quantity["form"];
      readonly rule: string;
      readonly definite: boolean;
      readonly joined: boolean;
      readonly preposition: string;
      readonly numberLast: number;
    },
  ): QuantityAnnotation {
    const noun = phrase?.noun ?? null;
    const isPerson = noun === null || noun.sort === "person" || noun.sort === "victim";
    return {
      first,
      last: phrase?.last ?? made.numberLast,
      rule: made.rule,
      value: {
        value: made.value,
        form: made.form,
        sort: phrase?.sort ?? null,
        counted: phrase?.counted ?? null,
        unit: noun?.unit ?? (isPerson ? "persons" : "units"),
        measure: phrase?.measure ?? null,
        group: phrase ? [phrase.first, phrase.last] : null,
        others: phrase?.others ?? false,
        ofThem: phrase?.ofThem ?? false,
        definite: made.definite,
        joined: made.joined,
        preposition: made.preposition,
        crowd: noun?.crowd ?? false,
        event: noun?.event ?? false,
        kin: noun?.kin ?? false,
        plain: made.form === "singular",
        medicalCase: noun?.medicalCase ?? false,
      },
    };
  }
}

/** Behind a harm word, the singular and the dual of "other" count; آخرين may be either and does not. */
const OTHERS: ReadonlyMap<string, number> = new Map([
  ["اخر", 1],
  ["اخري", 1],
  ["اخران", 2],
]);

const isHarm = (measure: Measure | null): boolean => measure === "killed" || measure === "injured";

/** Endings of adjectives and of nouns used as such, folded; a final alif is the accusative. */
const ADJECTIVAL = /(?:ين|ون|يا|يه|ي|ات|ان|تان|اء)$/;

/** Closed-class words no number counts. */
const CLOSED = [
  "preposition",
  "that",
  "relative",
  "negation",
  "clause",
  "adverb",
  "demonstrative",
  "parts",
  "count.of-them",
  "count.others",
  "part.one",
  "part.other",
  "month",
  "harm.fall",
  "tally",
] as const;

function applyBound(value: Value, bound: Bound): Value {
  const n = value.min ?? 0;
  if (bound === null || value.hedge === "vague") return value;
  switch (bound) {
    case "min":
      return atLeast(n);
    case "max":
      return atMost(n);
    case "about":
      return about(n);
  }
}
