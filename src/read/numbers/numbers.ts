import type { FigureShapes } from "../../lang/figure-shapes.js";
import type { LanguagePack } from "../../lang/pack.js";
import type { TextLayer } from "../../text/layer.js";
import { type Digits, readDigits } from "./digits.js";
import { ordinalAt } from "./ordinals.js";
import { hasPercentBefore, percentBehind } from "./percent.js";
import { NumberScan } from "./scan.js";
import type { NumberAnnotation } from "./value.js";
import { NUMBER_WORD } from "./words.js";

export type { NumberAnnotation, NumberValue } from "./value.js";

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
  const reader = new NumberReader(new NumberScan(layer, joined), figures.shapes);
  for (let at = 0; at < layer.tokens.length; ) {
    const annotation = reader.startsAt(at) ? reader.read(at) : null;
    if (annotation) found.push(annotation);
    at = annotation ? annotation.last : at + 1;
  }
  return found;
}

class NumberReader {
  private readonly layer: TextLayer;

  constructor(
    private readonly scan: NumberScan,
    private readonly shapes: FigureShapes,
  ) {
    this.layer = scan.layer;
  }

  /** A quick test that passes over nearly every token. */
  startsAt(at: number): boolean {
    if (((this.layer.marks[at] ?? 0) & NUMBER_WORD) !== 0) return true;
    return this.layer.tokens[at]?.kind === "number";
  }

  read(first: number): NumberAnnotation | null {
    const ordinal = ordinalAt(this.scan, first);
    if (ordinal) return ordinal;
    const minus = this.minusBefore(first);
    const start = this.scan.wordAt(first)?.role === "minus" ? first + 1 : first;
    const part = this.cardinal(start);
    if (!part) return null;
    const percent =
      percentBehind(this.layer, part.next) ?? (hasPercentBefore(this.layer, first) ? part.next : 0);
    const value = minus || start > first ? -part.value : part.value;
    return {
      first: hasPercentBefore(this.layer, first) || minus ? first - 1 : first,
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
    if (joined && !this.scan.follows(first)) return null;
    const word = this.scan.wordAt(first);
    if (word && joined && word.conjunction !== this.scan.joined.and) return null;
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
    const unit = this.scan.scaleBehind(group.next);
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
    if (!word || !this.scan.follows(at + 1)) return false;
    const first = word.readings[0];
    if (first && (first.conjunction !== "" || first.preposition !== "")) return false;
    return !NO_NOUNS.some((name) => word.classes.has(name)) && !this.shapes.bearsArticle(word.form);
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
      token?.form === this.scan.joined.and &&
      this.layer.tokens[first + 1]?.kind === "number"
    ) {
      const digits = readDigits(this.layer.tokens, first + 1);
      return digits && { spelled: false, ...digits };
    }
    const word = this.scan.wordAt(first);
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
    const word = this.scan.wordAt(part.next);
    const hundred =
      word?.role === "hundred" && !word.conjunction && !word.preposition && !word.article;
    if (!hundred || part.value >= 100 || !this.scan.follows(part.next)) return part;
    return this.restBehind({ value: part.value * 100, next: part.next + 1, spelled: true });
  }

  /** What is added to a hundred: مئة وخمسة وعشرون. */
  private restBehind(part: Part): Part {
    const token = this.layer.tokens[part.next];
    if (
      token?.form === this.scan.joined.and &&
      this.layer.tokens[part.next + 1]?.kind === "number"
    ) {
      const digits = readDigits(this.layer.tokens, part.next + 1);
      if (digits && digits.value < 100)
        return { value: part.value + digits.value, next: digits.next, spelled: true };
    }
    if (
      this.scan.wordAt(part.next)?.conjunction !== this.scan.joined.and ||
      !this.scan.follows(part.next)
    )
      return part;
    const rest = this.belowHundred(part.next);
    return rest && rest.value < 100 && Number.isInteger(rest.value)
      ? { value: part.value + rest.value, next: rest.next, spelled: true }
      : part;
  }

  private belowHundred(first: number): Part | null {
    const word = this.scan.wordAt(first);
    if (!word) return null;
    if (word.role === "tens") return { value: word.value, next: first + 1, spelled: true };
    const unit = word.role === "unit" || word.role === "one-of" || word.role === "two-of";
    if (!unit) return null;
    const second = this.scan.follows(first + 1) ? this.scan.wordAt(first + 1) : null;
    if (second && word.value < 10) {
      if (second.teen && !second.conjunction && !second.preposition && !second.article) {
        return { value: word.value + 10, next: first + 2, spelled: true };
      }
      if (second.role === "tens" && second.conjunction === this.scan.joined.and) {
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
    if (!word || !this.scan.follows(at)) return false;
    if (word.readings.length === 0) return this.shapes.isDefinite(word.form);
    const counted = word.readings.some((one) => one.number === "plural");
    const definite = word.readings.some((one) => one.article);
    return definite && !(counted && word.classes.has("time.unit"));
  }

  /** ونصف, ونصف المليون, وثلاثة أرباع. */
  private fractionBehind(at: number): Part | null {
    const word = this.scan.follows(at) ? this.scan.wordAt(at) : null;
    if (word?.conjunction !== this.scan.joined.and) return null;
    const second = this.scan.wordAt(at + 1);
    if (word.role === "unit" && second?.role === "parts") {
      return { value: word.value / second.value, next: at + 2, spelled: true };
    }
    if (word.role !== "fraction") return null;
    const named = second?.role === "scale" && second.article;
    return { value: word.value, next: named ? at + 2 : at + 1, spelled: true };
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
}

/** The mark of an indefinite noun: ألفاً is no dual. */
const TANWIN = "\u064b";
/** What stands behind a number that has no noun. */
const NO_NOUNS = ["preposition", "relative", "that", "clause", "verb", "adverb", "parts"] as const;

/** Sums of decimals carry no noise of the binary fraction: 1.1 million is 1,100,000. */
const round = (value: number): number =>
  Number.isInteger(value) ? value : Math.round(value * 1e9) / 1e9;
