import type { FigureShapes } from "../lang/figure-shapes.js";
import type { JoinedLetters } from "../lang/joined-letters.js";
import type { LanguagePack } from "../lang/pack.js";
import type { Annotation, TextLayer } from "../text/layer.js";
import type { Word } from "../text/word.js";
import { type Digits, readDigits } from "./numbers-digits.js";
import { NUMBER_WORD, type NumberWord, numberWordOf } from "./numbers-words.js";

/** A number as the text words it; what it counts, if anything, is told by later layers. */
export interface NumberValue {
  readonly value: number;
  readonly kind: "cardinal" | "ordinal" | "percent";
  /** True where any part of it is written in words. */
  readonly spelled: boolean;
  /** True for a fraction or a number with decimals. */
  readonly decimal: boolean;
}

export type NumberAnnotation = Annotation<NumberValue>;

/** A number under construction: it ends before token `next`. */
interface Part {
  readonly value: number;
  readonly next: number;
  readonly spelled: boolean;
}

/**
 * Finds every number of the text, furniture included: digits in all shapes, words in every
 * agreement, both mixed, fractions, percentages, ordinals. Linear: each number is parsed once,
 * from left to right, and the scan goes on behind it.
 */
export function readNumbers(
  layer: TextLayer,
  { joined, figures }: LanguagePack,
): NumberAnnotation[] {
  const found: NumberAnnotation[] = [];
  const reader = new NumberReader(layer, joined, figures.shapes);
  for (let at = 0; at < layer.tokens.length; ) {
    const annotation = reader.startsAt(at) ? reader.read(at) : null;
    if (annotation) found.push(annotation);
    at = annotation ? annotation.last : at + 1;
  }
  return found;
}

class NumberReader {
  constructor(
    private readonly layer: TextLayer,
    private readonly joined: JoinedLetters,
    private readonly shapes: FigureShapes,
  ) {}

  /** A quick test that passes over nearly every token. */
  startsAt(at: number): boolean {
    if (((this.layer.marks[at] ?? 0) & NUMBER_WORD) !== 0) return true;
    return this.layer.tokens[at]?.kind === "number";
  }

  read(first: number): NumberAnnotation | null {
    const ordinal = this.ordinal(first);
    if (ordinal) return ordinal;
    const minus = this.minusBefore(first);
    const start = this.wordAt(first)?.role === "minus" ? first + 1 : first;
    const part = this.cardinal(start);
    if (!part) return null;
    const percent = this.percentBehind(part.next) ?? (this.hasPercentBefore(first) ? part.next : 0);
    const value = minus || start > first ? -part.value : part.value;
    return {
      first: this.hasPercentBefore(first) || minus ? first - 1 : first,
      last: Math.max(part.next, percent),
      rule: percent ? "number.percent" : part.spelled ? "number.words" : "number.digits",
      value: {
        value,
        kind: percent ? "percent" : "cardinal",
        spelled: part.spelled,
        decimal: !Number.isInteger(value),
      },
    };
  }

  /** The role of the word at a token; null for other words and other tokens. */
  private wordAt(at: number): NumberWord | null {
    if (((this.layer.marks[at] ?? 0) & NUMBER_WORD) === 0) return null;
    const word: Word | undefined = this.layer.words[at];
    return word ? numberWordOf(word) : null;
  }

  /** True where the token goes on with the number before it on the same line. */
  private follows(at: number): boolean {
    const token = this.layer.tokens[at];
    return token !== undefined && token.breaks < 2;
  }

  /** Groups joined by و, each of a smaller scale than the one before: مليون ومئتا ألف وخمسة. */
  private cardinal(first: number): Part | null {
    let part = this.scaledGroup(first, false);
    if (!part) return null;
    let total = part.value;
    let scale = part.scale;
    let { next, spelled } = part;
    while (scale >= 1000) {
      part = this.scaledGroup(next, true);
      if (!part || part.scale >= scale || part.value >= scale) break;
      total += part.value;
      scale = part.scale;
      next = part.next;
      spelled = true;
    }
    const fraction = this.fractionBehind(next);
    if (fraction) {
      // مليون ونصف is a million and a half of one; ثلاثة ونصف is 3.5.
      total += fraction.value * scale;
      next = fraction.next;
      spelled = true;
    }
    return { value: round(total), next, spelled };
  }

  /** A number below a thousand, perhaps with a scale behind it; or a scale alone. */
  private scaledGroup(first: number, joined: boolean): (Part & { scale: number }) | null {
    if (joined && !this.follows(first)) return null;
    const word = this.wordAt(first);
    if (word && joined && word.conjunction !== this.joined.and) return null;
    if (word?.role === "scale" || word?.role === "scale-dual") {
      // الألف names the thousand; المليون is a number (تجاوز المليون).
      if (word.article && !joined && word.value < 1e6) return null;
      const scale = word.role === "scale" ? word.value : word.value / 2;
      return { value: word.value, scale, next: first + 1, spelled: true };
    }
    if (word?.role === "scale-alif") {
      if (joined) return null;
      const value = this.isConstructDual(first) ? 2 * word.value : word.value;
      return { value, scale: word.value, next: first + 1, spelled: true };
    }
    const group = this.group(first, joined);
    if (!group) return null;
    const unit = this.scaleBehind(group.next);
    if (!unit) return { scale: 1, ...group };
    return {
      value: group.value * unit.value,
      scale: unit.value,
      next: group.next + 1,
      spelled: true,
    };
  }

  /** ألفا جندي are two thousand, for a dual loses its ن before its noun alone; بلغ ألفا is one thousand. */
  private isConstructDual(at: number): boolean {
    const { tokens, text } = this.layer;
    const token = tokens[at];
    if (token && text.slice(token.start, token.end).includes(TANWIN)) return false;
    // A word that stands all alone is read as dictionaries list it.
    if (at === tokens.length - 1) return true;
    const word = this.layer.tokens[at + 1]?.kind === "word" ? this.layer.words[at + 1] : undefined;
    if (!word || !this.follows(at + 1)) return false;
    const first = word.readings[0];
    if (first && (first.conjunction !== "" || first.preposition !== "")) return false;
    return !NO_NOUNS.some((name) => word.classes.has(name)) && !this.shapes.bearsArticle(word.form);
  }

  private scaleBehind(at: number): NumberWord | null {
    if (!this.follows(at)) return null;
    const word = this.wordAt(at);
    if (!word || word.conjunction || word.preposition) return null;
    const isScale =
      word.role === "scale" || word.role === "scale-plural" || word.role === "scale-alif";
    return isScale ? word : null;
  }

  /** Digits, a fraction, or words below a thousand. */
  private group(first: number, joined: boolean): Part | null {
    const token = this.layer.tokens[first];
    if (token?.kind === "number" && !joined) {
      const digits = readDigits(this.layer.tokens, first);
      if (!digits) return null;
      const decimal = this.decimalBefore(digits);
      if (decimal) return { spelled: false, ...decimal };
      return this.hundredsBehind({ spelled: false, ...digits });
    }
    if (
      joined &&
      token?.form === this.joined.and &&
      this.layer.tokens[first + 1]?.kind === "number"
    ) {
      const digits = readDigits(this.layer.tokens, first + 1);
      return digits && { spelled: false, ...digits };
    }
    const word = this.wordAt(first);
    if (!word) return null;
    switch (word.role) {
      case "fraction":
        return { value: word.value, next: first + 1, spelled: true };
      case "hundred":
      case "hundreds":
        if (word.article && this.layer.tokens[first + 1] === undefined) return null;
        return this.restBehind({ value: word.value, next: first + 1, spelled: true });
      default:
        return this.belowHundred(first);
    }
  }

  /** 45ر105: agencies write the decimals first, with a letter for the mark. */
  private decimalBefore(decimals: Digits): Digits | null {
    const { tokens, words } = this.layer;
    const [mark, whole] = [tokens[decimals.next], tokens[decimals.next + 1]];
    if (!mark || mark.spaced || whole?.kind !== "number" || whole.spaced) return null;
    if (!words[decimals.next]?.classes.has("number.decimal")) return null;
    const part = tokens[decimals.next - 1]?.form ?? "";
    if (!/^\d{1,3}$/.test(part) || !/^\d+$/.test(whole.form)) return null;
    return { value: Number(`${whole.form}.${part}`), next: decimals.next + 2 };
  }

  /** ثلاث مئة, ٣ مئة. */
  private hundredsBehind(part: Part): Part {
    const word = this.wordAt(part.next);
    const hundred =
      word?.role === "hundred" && !word.conjunction && !word.preposition && !word.article;
    if (!hundred || part.value >= 100 || !this.follows(part.next)) return part;
    return this.restBehind({ value: part.value * 100, next: part.next + 1, spelled: true });
  }

  /** What is added to a hundred: مئة وخمسة وعشرون. */
  private restBehind(part: Part): Part {
    const token = this.layer.tokens[part.next];
    if (token?.form === this.joined.and && this.layer.tokens[part.next + 1]?.kind === "number") {
      const digits = readDigits(this.layer.tokens, part.next + 1);
      if (digits && digits.value < 100)
        return { value: part.value + digits.value, next: digits.next, spelled: true };
    }
    if (this.wordAt(part.next)?.conjunction !== this.joined.and || !this.follows(part.next))
      return part;
    const rest = this.belowHundred(part.next);
    return rest && rest.value < 100 && Number.isInteger(rest.value)
      ? { value: part.value + rest.value, next: rest.next, spelled: true }
      : part;
  }

  private belowHundred(first: number): Part | null {
    const word = this.wordAt(first);
    if (!word) return null;
    if (word.role === "tens") return { value: word.value, next: first + 1, spelled: true };
    const unit = word.role === "unit" || word.role === "one-of" || word.role === "two-of";
    if (!unit) return null;
    const second = this.follows(first + 1) ? this.wordAt(first + 1) : null;
    if (second && word.value < 10) {
      if (second.teen && !second.conjunction && !second.preposition && !second.article) {
        return { value: word.value + 10, next: first + 2, spelled: true };
      }
      if (second.role === "tens" && second.conjunction === this.joined.and) {
        return { value: word.value + second.value, next: first + 2, spelled: true };
      }
    }
    if (word.role !== "unit" || (word.value === 1 && this.isPicked(first))) return null;
    if (word.share !== null && this.isDefinite(first + 1)) {
      return { value: word.share, next: first + 1, spelled: true };
    }
    if (second?.role === "parts" && !second.conjunction) {
      return { value: word.value / second.value, next: first + 2, spelled: true };
    }
    return this.hundredsBehind({ value: word.value, next: first + 1, spelled: true });
  }

  /** أي واحد, كل واحد: no count of one. */
  private isPicked(at: number): boolean {
    return this.layer.words[at - 1]?.classes.has("number.picks") ?? false;
  }

  /** A noun under the article, which no number below eleven may have behind it; but "خمس السنوات". */
  private isDefinite(at: number): boolean {
    const word = this.layer.words[at];
    if (!word || !this.follows(at)) return false;
    if (word.readings.length === 0) return this.shapes.isDefinite(word.form);
    const counted = word.readings.some((one) => one.number === "plural");
    const definite = word.readings.some((one) => one.article);
    return definite && !(counted && word.classes.has("time.unit"));
  }

  /** ونصف, ونصف المليون, وثلاثة أرباع. */
  private fractionBehind(at: number): Part | null {
    const word = this.follows(at) ? this.wordAt(at) : null;
    if (word?.conjunction !== this.joined.and) return null;
    const second = this.wordAt(at + 1);
    if (word.role === "unit" && second?.role === "parts") {
      return { value: word.value / second.value, next: at + 2, spelled: true };
    }
    if (word.role !== "fraction") return null;
    const named = second?.role === "scale" && second.article;
    return { value: word.value, next: named ? at + 2 : at + 1, spelled: true };
  }

  /** Token behind the percent sign or words that stand at `at`; null where none do. */
  private percentBehind(at: number): number | null {
    const form = this.layer.tokens[at]?.form;
    if (form === "%" || form === "٪") return at + 1;
    if (this.layer.words[at]?.classes.has("number.percent")) return at + 1;
    const phrase = this.layer.phrases[at]?.find(({ reading }) =>
      reading.entry.classes.includes("number.percent"),
    );
    return phrase ? phrase.last : null;
  }

  private hasPercentBefore(first: number): boolean {
    const before = this.layer.tokens[first - 1]?.form;
    const token = this.layer.tokens[first];
    return (before === "%" || before === "٪") && token?.kind === "number" && !token.spaced;
  }

  private isMonth(at: number): boolean {
    if (this.layer.words[at]?.classes.has("time.month")) return true;
    const phrases = this.layer.phrases[at] ?? [];
    return phrases.some(({ reading }) => reading.entry.classes.includes("time.month"));
  }

  /** A hyphen that touches the digits and nothing before it. */
  private minusBefore(first: number): boolean {
    const token = this.layer.tokens[first];
    const sign = this.layer.tokens[first - 1];
    if (token?.kind !== "number" || token.spaced || !sign) return false;
    if (sign.form !== "-" && sign.form !== "−") return false;
    // "حلب -9 كانون الأول 2023": the dash parts the place from the date.
    if (this.isMonth(first + 1)) return false;
    return sign.spaced || first === 1;
  }

  /** الثالث, الحادية عشرة, الخامس والعشرون, الـ13, أول. */
  private ordinal(first: number): NumberAnnotation | null {
    const word = this.wordAt(first);
    if (!word) return null;
    const make = (value: number, last: number, spelled: boolean): NumberAnnotation => ({
      first,
      last,
      rule: spelled ? "number.ordinal" : "number.ordinal-digits",
      value: { value, kind: "ordinal", spelled, decimal: false },
    });
    if (word.role === "article") {
      const next = this.layer.tokens[first + 1];
      if (next?.kind !== "number") return null;
      const digits = readDigits(this.layer.tokens, first + 1);
      const scale = digits && this.scaleBehind(digits.next);
      // حاجز الـ 190 ألف: with a scale behind it the number counts.
      if (digits && scale) {
        const value = digits.value * scale.value;
        const told = { value, kind: "cardinal", spelled: true, decimal: false } as const;
        return { first, last: digits.next + 1, rule: "number.words", value: told };
      }
      return digits && make(digits.value, digits.next, false);
    }
    const second = this.follows(first + 1) ? this.wordAt(first + 1) : null;
    // المئة والخامسة والعشرون.
    const hundreds = word.role === "hundred" || word.role === "hundreds";
    if (hundreds && word.article && second?.article && second.conjunction === this.joined.and) {
      const rest = this.ordinal(first + 1);
      return rest && rest.value.value < 100
        ? make(word.value + rest.value.value, rest.last, true)
        : null;
    }
    const tensBehind =
      second?.role === "tens" && second.article && second.conjunction === this.joined.and;
    const unit =
      word.role === "ordinal" ||
      word.role === "ordinal-feminine" ||
      (word.role === "one-of" && word.article) ||
      (word.role === "unit" && word.article && tensBehind);
    if (unit) {
      if (word.article && second?.teen && !second.article && !second.conjunction) {
        return make(word.value + 10, first + 2, true);
      }
      if (word.article && tensBehind) return make(word.value + second.value, first + 2, true);
      if (word.role === "one-of") return null;
      return word.article || word.role === "ordinal" ? make(word.value, first + 1, true) : null;
    }
    if (word.role === "tens" && word.article) return make(word.value, first + 1, true);
    return null;
  }
}

/** The mark of an indefinite noun: ألفاً is no dual. */
const TANWIN = "\u064b";
/** What stands behind a number that has no noun. */
const NO_NOUNS = ["preposition", "relative", "that", "clause", "verb", "adverb", "parts"] as const;

/** Sums of decimals carry no noise of the binary fraction: 1.1 million is 1,100,000. */
const round = (value: number): number =>
  Number.isInteger(value) ? value : Math.round(value * 1e9) / 1e9;
